"""A source document: what it is, who wrote it, when, and how far it can be trusted."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from tui.model.base import Bilingual, Filled, Model, PartialDate, Slug
from tui.model.citation import LONGEST_QUOTE


class Original(Model):
    """The file that was read, so that anybody who has it can tell that it is the same one."""

    file: Annotated[str, StringConstraints(pattern=r"^[^/\\]+$")]
    size: Annotated[int, Field(gt=0, lt=2**53)]
    """Bytes."""
    sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]


class InferredDate(Model):
    """When an undated document must have been written, and how one can tell."""

    earliest: PartialDate
    latest: PartialDate | None = None
    reason: Bilingual


class NotAFigure(Model):
    """A number in the original that states nothing of the industry: page furniture."""

    exact: Annotated[Filled, StringConstraints(max_length=LONGEST_QUOTE)]
    """Words that hold it; wherever they stand, the numbers in them are not counted."""
    reason: Bilingual


class Source(Model):
    """A bibliographic record; field names and types follow CSL (Citation Style Language)."""

    record_kind: ClassVar[str] = "source"

    id: Slug
    type: Literal[
        "article-magazine", "article-newspaper", "post-weblog", "report", "webpage", "dataset"
    ]
    title: Bilingual
    """In Chinese as printed; in English the editor's translation."""
    short: Bilingual
    """A few characters by which lists and citations call it."""
    author: Bilingual | None = None
    producer: Bilingual | None = None
    """The institution that stands behind it."""
    container: Bilingual | None = None
    """The site on which it stood."""
    language: Literal["zh"]
    date_published: PartialDate | None = None
    date_inferred: InferredDate | None = None
    url: Annotated[str | None, StringConstraints(pattern=r"^https?://\S+$")] = None
    url_note: Bilingual | None = None
    license: Bilingual
    """What the document says of reuse."""
    source_descriptor: Bilingual
    """Who measures, how, with what interest (after ICD 206, sourcing requirements)."""
    weaknesses: tuple[Bilingual, ...] = ()
    missing: tuple[Bilingual, ...] = ()
    """What was lost, say because it was a picture."""
    not_figures: tuple[NotAFigure, ...] = ()
    """Numbers of the original that no record states, each with the reason."""
    original: Original

    @model_validator(mode="after")
    def _dated(self) -> Self:
        if (self.date_published is None) == (self.date_inferred is None):
            raise ValueError("either date_published or date_inferred is wanted, and not both")
        return self

    @property
    def heading(self) -> Bilingual:
        """The title."""
        return self.title
