"""A source document: bibliography, date, reliability, and the original file."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal, Self

from pydantic import AfterValidator, Field, StringConstraints, model_validator

from tui.model.base import Bilingual, Filled, FullDate, Model, PartialDate, Slug
from tui.model.citation import short_enough


class Original(Model):
    """The original file; size and checksum identify it."""

    file: Annotated[str, StringConstraints(pattern=r"^[^/\\]+$")]
    size: Annotated[int, Field(gt=0, lt=2**53)]
    """Bytes."""
    sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]


class InferredDate(Model):
    """The range in which an undated document was written, and the reason. Without ``earliest``
    nobody knows when."""

    earliest: PartialDate | None = None
    latest: PartialDate | None = None
    reason: Bilingual

    @model_validator(mode="after")
    def _check_range(self) -> Self:
        if self.latest and not self.earliest:
            raise ValueError("latest requires earliest")
        return self


class NotAFigure(Model):
    """A number in the original that states nothing about the industry, such as a page number."""

    exact: Annotated[Filled, AfterValidator(short_enough)]
    """Words that contain it; numbers in any occurrence of these words are ignored."""
    reason: Bilingual


class Source(Model):
    """A bibliographic record; field names and types follow CSL (Citation Style Language)."""

    record_kind: ClassVar[str] = "source"

    id: Slug
    type: Literal[
        "document",
        "article",
        "article-magazine",
        "article-newspaper",
        "post-weblog",
        "report",
        "webpage",
        "dataset",
    ]
    """As in CSL; ``article``: a preprint, ``document``: anything else."""
    title: Bilingual
    """In the language of the document as printed, in the other one the editor's translation."""
    short: Bilingual
    """A short title for lists and citations."""
    author: Bilingual | None = None
    producer: Bilingual | None = None
    """The institution that published it."""
    container: Bilingual | None = None
    """The site on which it appeared."""
    language: Literal["zh", "en"]
    """The language of the document, and so of the words that are quoted from it."""
    date_published: PartialDate | None = None
    date_inferred: InferredDate | None = None
    url: Annotated[str | None, StringConstraints(pattern=r"^https?://\S+$")] = None
    url_note: Bilingual | None = None
    accessed: FullDate | None = None
    """The day on which the copy was retrieved; omitted where nobody recorded it."""
    license: Bilingual
    """What the document says about reuse."""
    source_descriptor: Bilingual
    """Who measures, how, with what interest (after ICD 206, sourcing requirements)."""
    weaknesses: tuple[Bilingual, ...] = ()
    missing: tuple[Bilingual, ...] = ()
    """What is missing in the original file, such as pictures."""
    not_figures: tuple[NotAFigure, ...] = ()
    """Numbers of the original that no record states, each with the reason."""
    original: Original

    @model_validator(mode="after")
    def _check_dated(self) -> Self:
        if (self.date_published is None) == (self.date_inferred is None):
            raise ValueError("expected either date_published or date_inferred, not both")
        return self

    @model_validator(mode="after")
    def _check_accessed(self) -> Self:
        published = self.date_published or ""
        if self.accessed and self.accessed[: len(published)] < published:
            raise ValueError(f"accessed is before date_published ({published})")
        return self

    @property
    def heading(self) -> Bilingual:
        """The title."""
        return self.title
