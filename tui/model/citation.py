"""Where a figure or a claim stands, in the words that can be looked up."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from tui.model.base import Bilingual, Filled, Model, SourceId

LONGEST_QUOTE = 40
"""Characters of an original that one citation may repeat: the originals forbid reproduction."""


class Citation(Model):
    """A phrase of a source: a W3C TextQuoteSelector with the source it selects from.

    ``exact`` stands word for word in the original once its HTML tags (``<[^>]*>``) are
    removed and nothing else is changed. Where it stands there more than once, ``prefix``
    and ``suffix`` say which occurrence is meant.
    """

    source: SourceId
    exact: Annotated[Filled, StringConstraints(max_length=LONGEST_QUOTE)]
    prefix: Annotated[str | None, Field(max_length=LONGEST_QUOTE)] = None
    suffix: Annotated[str | None, Field(max_length=LONGEST_QUOTE)] = None
    relation: Literal["quoted", "derived"] = "quoted"
    """``quoted``: the words say it; ``derived``: it follows from them by a step that is told."""
    via: Bilingual | None = None
    """Whose figure it is, where the document only passes it on."""


Citations = Annotated[tuple[Citation, ...], Field(min_length=1)]
"""At least one: nothing stands without its evidence."""
