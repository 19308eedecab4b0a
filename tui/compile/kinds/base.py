"""What a kind of record decides: one subclass of ``RecordKind`` a module, found by the registry."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar, Generic, Literal, NamedTuple, TypeVar

from tui.compile import labels
from tui.compile.catalogue import Catalogue, PageSubject, title_of
from tui.compile.facts.answer import Answer, Side
from tui.compile.facts.figure_answers import figure_answers, main_first
from tui.compile.index.search_document import texts_of
from tui.compile.index.search_groups import SearchGroup
from tui.compile.page_builder import PageBuilder
from tui.database.timeline import TimelineEvent
from tui.document import Document, Paragraph, Span
from tui.document.link_target import parse_target
from tui.model import Citation, Record
from tui.model.base import Model
from tui.text.language import Language, Wording, semicolon_after

PageSubjectT = TypeVar("PageSubjectT", bound=PageSubject)
FacetValue = tuple[str, str, Wording]
"""A facet, a slug of one of its values, and the name of that value."""
SqlRow = tuple[str, tuple[object, ...]]
"""A table and a row for it."""


class Column(NamedTuple):
    """A column of a section's list.

    ``id`` is what other packages find it by: ``name`` (one in each list), ``date`` and ``value``
    are the columns that the orders of the same name go by. ``align``: ``right`` and ``whole``
    (aligned left) hold figures, which are shown in full or not at all, because half a figure
    misleads; the cells of a ``spark`` are levels from 0 to 7, drawn as a sparkline; a ``period`` is
    that of the figure in the column before, which is not shown without it; ``below`` (aligned left)
    stands on a second line of the row where its column has no room.
    """

    id: str
    head: Wording
    align: Literal["left", "right", "whole", "spark", "period", "below"] = "left"


class ComparedField(NamedTuple):
    """A field that a comparison shows of a record. ``target``: the record that it leads to."""

    field: str
    label: Wording
    value: Wording
    target: str = ""


class SectionKind:
    """A section of the briefing: its id, title, columns and its position among the sections."""

    id: ClassVar[str]
    """The word by which commands, JSON and other packages call the kind."""
    order: ClassVar[int]
    label: ClassVar[Wording]
    """What one record is called; its page shows it above the title."""
    section: ClassVar[str]
    title: ClassVar[Wording]
    tab: ClassVar[Wording | None] = None
    """A shorter title, for the tabs of the app; None for the title itself."""
    columns: ClassVar[tuple[Column, ...]] = ()
    newest_first: ClassVar[bool] = False
    """Whether its list goes by date, the undated records last, not by importance."""


class RecordKind(SectionKind, Generic[PageSubjectT]):
    """The presentation of one kind of record. Every method has a default but cells and page."""

    entry_type: ClassVar[type[object]]
    """The class of its records."""
    words: ClassVar[tuple[str, ...]]
    """The words for ``medbrief list``, beside the id."""
    search_weight: ClassVar[float] = 0.0
    """Added to the score of a record: how often records of the kind are what readers look for, as
    learned with the weights of ``tui.search.ranking``."""
    questions: ClassVar[tuple[str, ...]] = ()
    """The kinds of question that its records answer, the keys of
    ``tui.compile.index.question_vocabulary``: of records that match as well they come first."""
    titles_are_names: ClassVar[bool] = False
    """Whether completion offers the titles as queries."""
    comparable: ClassVar[bool] = False
    """Whether records of the kind can be marked for a comparison."""
    figure_is_main: ClassVar[bool] = True
    """Whether a record with figures answers with its latest one, not with its summary."""
    overview_title: ClassVar[Wording | None] = None
    """The title of their list on the overview; None for none there."""
    overview_place: ClassVar[int] = 0
    """The place of this list among the lists of the overview."""
    overview_newest_first: ClassVar[bool] = False
    """Whether the list goes by date, not by importance."""
    overview_in_full: ClassVar[bool] = False
    """Whether what follows a title stands below it where it has no room beside it; others leave it
    out."""
    sql: ClassVar[str] = ""
    """The table or view of the kind, as SQL, for readers with sqlite3."""

    def cells(
        self, entry: PageSubjectT, catalogue: Catalogue, language: Language
    ) -> tuple[str, ...]:
        """Return the list row, a text for each of ``columns``."""
        raise NotImplementedError

    def overview_rank(self, entry: PageSubjectT, catalogue: Catalogue) -> int:  # noqa: ARG002
        """Return the rank of the record in the list on the overview; the least comes first."""
        return 0

    def overview_row(
        self,
        entry: PageSubjectT,  # noqa: ARG002
        catalogue: Catalogue,  # noqa: ARG002
        language: Language,  # noqa: ARG002
    ) -> tuple[str, str]:
        """Return what precedes and what follows the title in the list on the overview."""
        return "", ""

    def overview_rows(
        self, entry: PageSubjectT, catalogue: Catalogue, language: Language
    ) -> Sequence[tuple[str, str, str]]:
        """Return the rows of the record in the list on the overview, none to leave it out: what
        precedes the title, what stands beside it, and what follows both."""
        lead, tail = self.overview_row(entry, catalogue, language)
        return ((lead, "", tail),)

    def build_page(self, page: PageBuilder, entry: PageSubjectT) -> None:
        """Add the blocks of the record's page."""
        raise NotImplementedError

    def page(self, entry: PageSubjectT, catalogue: Catalogue, language: Language) -> Document:
        """Return the record's page in one language.

        Raises:
            ValueError: the page does not quote every citation of the record.
        """
        page = PageBuilder(catalogue, language)
        self.build_page(page, entry)
        if isinstance(entry, Record):
            page.require_quotes(entry)
        document = page.document(title_of(entry).of(language), self.label.of(language))
        return _with_disputes(document, entry.id, page)

    def date(self, entry: PageSubjectT) -> str:  # noqa: ARG002
        """Return the date by which the record is sorted; empty for none."""
        return ""

    def summary(self, entry: PageSubjectT, catalogue: Catalogue) -> Wording:  # noqa: ARG002
        """Return one or two sentences that answer for the whole record."""
        return title_of(entry)

    def citations(
        self,
        entry: PageSubjectT,
        catalogue: Catalogue,  # noqa: ARG002
    ) -> tuple[Citation, ...]:
        """Return the evidence of the summary."""
        return entry.citations if isinstance(entry, Record) else ()

    def facts(self, entry: PageSubjectT, catalogue: Catalogue) -> Iterator[Answer]:
        """Yield the single facts that the record answers with."""
        if isinstance(entry, Record):
            yield from figure_answers(entry, catalogue.edition_year)

    def answers(self, entry: PageSubjectT, catalogue: Catalogue) -> list[Answer]:
        """Return every answer of the record, the main one first."""
        facts = list(self.facts(entry, catalogue))
        if facts and self.figure_is_main:
            return main_first(facts)
        summary = Answer(self.summary(entry, catalogue), self.citations(entry, catalogue))
        others = self.others(entry, catalogue)
        return [summary._replace(main=True, others=others), *facts]

    def others(self, entry: PageSubjectT, catalogue: Catalogue) -> tuple[Side, ...]:  # noqa: ARG002
        """Return what disputes the summary."""
        return ()

    def facets(
        self,
        entry: PageSubjectT,  # noqa: ARG002
        catalogue: Catalogue,  # noqa: ARG002
    ) -> Iterator[FacetValue]:
        """Yield the values by which lists filter the record, beside those that every kind has.

        Each facet is declared in ``tui.document.facet_declarations``.
        """
        yield from ()

    def names(self, entry: PageSubjectT) -> Iterator[str]:
        """Yield the names and codes by which a query finds the record, beside id and title."""
        if isinstance(entry, Record):
            yield from entry.other_names

    def groups(self, entry: PageSubjectT) -> Iterator[SearchGroup]:  # noqa: ARG002
        """Yield the groups of records that a query names as a whole, such as listed companies."""
        yield from ()

    def texts(self, entry: PageSubjectT, catalogue: Catalogue) -> Iterator[str]:
        """Yield the texts of the page and the words that it quotes, for the full-text index."""
        if isinstance(entry, Model):
            yield from texts_of(entry, catalogue)

    def timeline_events(
        self,
        entry: PageSubjectT,  # noqa: ARG002
        catalogue: Catalogue,  # noqa: ARG002
    ) -> Iterator[TimelineEvent]:
        """Yield the dated events of the record."""
        yield from ()

    def sql_rows(self, entry: PageSubjectT, catalogue: Catalogue) -> Iterator[SqlRow]:  # noqa: ARG002
        """Yield the rows of the record in the tables that ``sql`` or schema.sql creates."""
        yield from ()

    def compared_fields(
        self,
        entry: PageSubjectT,  # noqa: ARG002
        catalogue: Catalogue,  # noqa: ARG002
    ) -> Iterator[ComparedField]:
        """Yield what a comparison shows of the record beside its figures."""
        yield from ()


def _with_disputes(document: Document, identity: str, page: PageBuilder) -> Document:
    """Link the disagreements that mark a record in lists and that its page does not link yet,
    after the first paragraph."""
    linked = {
        parse_target(span.target).record
        for block in document.blocks
        if isinstance(block, Paragraph)
        for span in block.spans
    }
    missing = [each for each in page.catalogue.disputes_of(identity) if each not in linked]
    if not missing:
        return document
    spans = [Span(page.of(labels.DISPUTES), "warning")]
    for each in missing:
        if len(spans) > 1:
            spans.append(Span(semicolon_after(spans[-1].text, page.language)))
        spans.append(page.link(each))
    blocks = document.blocks
    return document._replace(blocks=(*blocks[:1], Paragraph(tuple(spans), indent=2), *blocks[1:]))
