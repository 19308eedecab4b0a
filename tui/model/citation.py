"""Citations: the words of a source that support a figure or a claim."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from tui.model.base import Bilingual, Filled, Model, SourceId

LONGEST_QUOTE = 40
"""Limit in characters: the originals forbid reproduction."""


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
    exact: Annotated[Filled, StringConstraints(max_length=LONGEST_QUOTE)]
    prefix: Annotated[str | None, Field(max_length=LONGEST_QUOTE)] = None
    suffix: Annotated[str | None, Field(max_length=LONGEST_QUOTE)] = None
    gloss: Annotated[str | None, Field(max_length=300, pattern=GLOSS_PATTERN)] = None
    """``exact`` in English: literal, by the editor."""
    relation: Literal["quoted", "derived"] = "quoted"
    """``quoted``: the words state it; ``derived``: it follows from them by an explained step."""
    via: Bilingual | None = None
    """Whose figure it is, if the document cites it from someone else."""


Citations = Annotated[tuple[Citation, ...], Field(min_length=1)]
"""At least one citation: nothing is without evidence."""
