"""Citations: the words of a source that support a figure or a claim."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, Field, WithJsonSchema
from pydantic_core import PydanticKnownError

from tui.model.base import Bilingual, Filled, Model, SourceId
from tui.text.fold import is_chinese

LONGEST_QUOTE = 40
"""Limit of a quote with Chinese in characters: the originals forbid reproduction."""
MOST_WORDS = 25
"""Limit of a quote without Chinese in words."""
LONGEST_LATIN_QUOTE = 200
"""Limit of a quote without Chinese in characters."""


def fits_quote(text: str) -> bool:
    """Return whether words are short enough for a quote."""
    if any(map(is_chinese, text)):
        return len(text) <= LONGEST_QUOTE
    return len(text) <= LONGEST_LATIN_QUOTE and len(text.split()) <= MOST_WORDS


def short_enough(text: str) -> str:
    """Return words that are short enough for a quote.

    Raises:
        PydanticKnownError: too many characters.
        ValueError: too many words.
    """
    if fits_quote(text):
        return text
    chinese = any(map(is_chinese, text))
    if not chinese and len(text.split()) > MOST_WORDS:
        words = len(text.split())
        raise ValueError(f"{words} words; the limit is {MOST_WORDS}")
    limit = LONGEST_QUOTE if chinese else LONGEST_LATIN_QUOTE
    raise PydanticKnownError("string_too_long", {"max_length": limit})


QuotedWords = Annotated[
    str, AfterValidator(short_enough), WithJsonSchema({"type": "string", "minLength": 1})
]
"""At most ``LONGEST_QUOTE`` characters with Chinese, else ``MOST_WORDS`` words."""

_GLOSS_CHARACTER = "(?:《[^《》\\s]+》|[^\\s《》㐀-鿿豈-﫿、。，；：？！（）])"
GLOSS_PATTERN = f"^{_GLOSS_CHARACTER}(?: ?{_GLOSS_CHARACTER})*$"
"""One line in English; Chinese only as a title in 《》."""


class Citation(Model):
    """A phrase of a source: a W3C TextQuoteSelector with the source it selects from.

    ``exact`` occurs verbatim in the original without its HTML tags (``<[^>]*>``), with nothing
    else changed. If it occurs in several passages, ``prefix`` and ``suffix`` select one; where the
    document prints the same passage twice, either printing counts.
    """

    source: SourceId
    exact: Annotated[Filled, AfterValidator(short_enough)]
    prefix: QuotedWords | None = None
    suffix: QuotedWords | None = None
    gloss: Annotated[str | None, Field(max_length=300, pattern=GLOSS_PATTERN)] = None
    """``exact`` in English: literal, by the editor."""
    relation: Literal["quoted", "derived"] = "quoted"
    """``quoted``: the words state it; ``derived``: it follows from them by an explained step."""
    via: Bilingual | None = None
    """Whose figure it is, if the document cites it from someone else."""


Citations = Annotated[tuple[Citation, ...], Field(min_length=1)]
"""At least one citation: nothing is without evidence."""
