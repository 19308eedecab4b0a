"""A page under construction: its blocks in order, and its citations, numbered as they come."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import cast

from tui.compile import labels
from tui.compile.catalogue import Catalogue
from tui.compile.facts.answer import Answer
from tui.compile.facts.disagreement_sides import disputes_of
from tui.compile.facts.record_citations import citations_of
from tui.document import (
    Block,
    Cell,
    Document,
    Fields,
    Heading,
    Link,
    Links,
    Paragraph,
    Role,
    Span,
    Spans,
    Table,
    TableRow,
    shared_labels,
)
from tui.document.link_target import record_target
from tui.document.quote_list import QuoteList, citation_marks
from tui.document.shared_labels import RANK_WORDS, with_colon, with_comma
from tui.load.record_references import FACT_IN_TEXT
from tui.model import Bilingual, Citation, EditorNote, Record, Statement
from tui.text.language import NO_TEXT, Language, Wording, semicolon_after
from tui.text.number_format import without_counted
from tui.text.periods import format_period


class PageBuilder:
    """Collects the blocks of one record's page in one language."""

    def __init__(self, catalogue: Catalogue, language: Language) -> None:
        self.catalogue = catalogue
        self.language: Language = language
        self.comma = "、" if language == "zh" else ", "
        """Separates the items of an enumeration."""
        self._blocks: list[Block] = []
        self._quotes = QuoteList(language)

    # -- texts

    def of(self, text: Bilingual | Wording) -> str:
        """Return a text in the language of the page."""
        return text.of(self.language)

    def enumeration(self, names: Iterable[str]) -> str:
        """Return names as an enumeration."""
        return self.comma.join(names)

    def in_brackets(self, text: str) -> str:
        """Return a text in the brackets of the language, to follow another text."""
        return f"（{text}）" if self.language == "zh" else f" ({text})"

    def spans(self, text: str) -> Spans:
        """Return a text with its references (``{fact:…}``) replaced by linked figures."""
        spans: list[Span] = []
        for index, part in enumerate(FACT_IN_TEXT.split(text)):
            if index % 2:
                fact = self.catalogue.fact(part)
                words = self.catalogue.words_in_text(fact).of(self.language)
                spans.append(Span(words, "figure", record_target(fact.id)))
            elif part:
                spans.append(Span(part))
        return tuple(spans)

    def labeled_spans(self, text: str) -> Spans:
        """Return a text that may begin with a label (``Users: 5 million in 2023``); its figures do
        not repeat what the label says that they count."""
        label, colon, _ = text.partition(": ")
        spans = self.spans(text)
        if not colon:
            return spans
        return tuple(
            span._replace(text=without_counted(span.text, label)) if span.role == "figure" else span
            for span in spans
        )

    def with_evidence(self, text: str) -> Spans:
        """Return a text with a citation mark after each figure, statement and policy that it
        refers to; behind the quotation marks that it stands in."""
        spans: list[Span] = []
        marks: Spans = ()
        for index, part in enumerate(FACT_IN_TEXT.split(text)):
            if index % 2:
                fact = self.catalogue.fact(part)
                role: Role = "figure" if fact.citations else "link"
                before = "".join(each.text for each in spans)
                words = self.catalogue.words_after(before, fact, self.language)
                spans.append(Span(words, role, record_target(fact.id)))
                marks = self.mark_spans(self.citation_numbers(self.catalogue.evidence(part)))
            else:
                rest = part.lstrip("》”’」』")
                closing = part[: len(part) - len(rest)]
                spans += [Span(closing), *marks, Span(rest)]
        return tuple(span for span in spans if span.text)

    def text_with_marks(self, text: Bilingual, citations: Sequence[Citation]) -> Spans:
        """Return a text followed by the marks of its citations."""
        return (*self.spans(self.of(text)), *self.mark_spans(self.citation_numbers(citations)))

    def mark_spans(self, numbers: Iterable[int]) -> Spans:
        """Return ``[1][2]``, each linked to its quote."""
        return citation_marks(numbers)

    def link(self, record_id: str) -> Span:
        """Return the title of a record, linked to it."""
        return Span(self.of(self.catalogue.title(record_id)), "link", record_target(record_id))

    def citation_numbers(self, citations: Sequence[Citation]) -> tuple[int, ...]:
        """Return the numbers of citations on this page."""
        return tuple(self._number(citation) for citation in citations)

    def require_quotes(self, record: Record) -> None:
        """Raise ValueError if the page does not quote every citation of the record."""
        missing = [
            f"{citation.source} “{citation.exact}”"
            for _, citation in citations_of(record)
            if not self._quotes.has(_selector(citation), citation.relation)
        ]
        if missing:
            raise ValueError(
                f"the page of {record.id!r} does not quote {', '.join(missing)}: build_page of "
                f"kind {record.record_kind!r} must pass every citation to text_with_marks or "
                "citation_numbers"
            )

    def _number(self, citation: Citation) -> int:
        return self._quotes.number(
            _selector(citation),
            lambda: self.catalogue.source_line(citation.source, self.language),
            citation.relation,
            self.of(citation.via) if citation.via else "",
            citation.gloss or "",
            self.catalogue.misprints.in_citation(citation),
        )

    # -- blocks

    def add(self, *blocks: Block) -> None:
        """Append blocks."""
        self._blocks += blocks

    def heading(self, text: Wording | Bilingual, level: int = 1) -> None:
        """Append a heading."""
        self.add(Heading(self.of(text), level))

    def paragraph(self, spans: Spans | str, bullet: str = "", indent: int = 0) -> None:
        """Append a paragraph."""
        self.add(Paragraph(self.spans(spans) if isinstance(spans, str) else spans, indent, bullet))

    def fields(self, rows: Iterable[tuple[Wording, Spans | Bilingual | str | None]]) -> None:
        """Append labels with their values; those without a value are left out."""
        filled = []
        for label, value in rows:
            if value:
                text = self.of(value) if isinstance(value, Bilingual) else value
                spans = (Span(text),) if isinstance(text, str) else text
                filled.append((self.of(label), spans))
        if filled:
            self.add(Fields(tuple(filled)))

    def table(
        self, heads: Sequence[Wording], rows: Sequence[Sequence[Cell]], *, prose: bool = False
    ) -> None:
        """Append a table with one item per row, without the columns that have no text.

        The first cell of a row is its label. ``prose``: the last column is running text.
        """
        kept = [place for place in range(len(heads)) if any(row[place] for row in rows)]
        if not kept:
            return
        first, *others = kept
        prose = prose and others[-1:] == [len(heads) - 1]
        filled = tuple(
            TableRow(row[first][0] if row[first] else (), tuple(row[place] for place in others))
            for row in rows
        )
        names = tuple((Span(self.of(heads[place])),) for place in others)
        self.add(Table(names, filled, self.of(heads[first]), prose))

    def cell(self, text: str, role: Role = "body") -> Cell:
        """Return a text as the cell of a table; an empty one has no text."""
        return ((Span(text, role),),) if text else ()

    def notes(self, notes: Sequence[EditorNote]) -> None:
        """Append the editor's notes, each with the label of its kind."""
        if not notes:
            return
        self.heading(shared_labels.EDITOR)
        for note in notes:
            name = Span(with_colon(self.of(labels.NOTES[note.kind])), "label")
            self.paragraph((name, *self.spans(self.of(note.text))), bullet="-")

    def links(self, title: Wording, items: Sequence[tuple[str, str]], level: int = 1) -> None:
        """Append links to other records, each with a text that says what it is."""
        if items:
            self.heading(title, level)
            links = (
                Link(record_target(record_id), self.of(self.catalogue.short_title(record_id)), text)
                for record_id, text in items
            )
            self.add(Links(tuple(links)))

    def neighbors(self, record: Record) -> None:
        """Append links to the records that this one names, and to those that name it, by kind."""
        groups: dict[Wording, list[tuple[str, str]]] = {}
        for other in self.catalogue.neighbors(record.id):
            groups.setdefault(self.catalogue.section_title(other), []).append((other, ""))
        if groups:
            self.heading(labels.RELATED)
        for title, items in groups.items():
            self.links(title, items, 3)

    def headline(self, newest: Answer | None) -> None:
        """Append the latest figure of a record, with its measure, period, status and evidence."""
        if newest is None:
            return
        status = self.of(newest.status_words)
        if newest.rank == "preferred":
            status += with_comma(RANK_WORDS[newest.rank].of(self.language))
        period = format_period(newest.period, self.language) if newest.period else ""
        measure = self.of(newest.measure)
        amount = without_counted(self.of(newest.amount), measure)
        spans = [Span(amount, "figure"), Span("  ")]
        if measure:
            spans += [Span(measure, "label"), Span("  ")]
        spans += [Span(f"{period}  " if period else ""), Span(status, cast("Role", newest.status))]
        marks = self.mark_spans(self.citation_numbers(newest.citations))
        self.paragraph((*spans, Span("  "), *marks))

    def references(self, title: Wording, items: Sequence[tuple[str, str]]) -> None:
        """Append facts by their references, each with a reason, which may be empty."""
        if items:
            self.heading(title)
        for reference, reason in items:
            self.paragraph(self.reference(reference, reason), bullet="-")

    def reference(self, reference: str, reason: str = "") -> Spans:
        """Return the link to a fact with its measure and value, and a reason, which may be empty.

        The link names a statistic; of a metric or a rate the measure is added.
        """
        fact = self.catalogue.fact(reference)
        spans = [self.link(fact.id)]
        value = fact.value_after_name.of(self.language)
        measure = self.of(fact.name)
        if measure:
            spans += [Span(" · "), Span(measure, "label")]
            value = without_counted(value, measure)
        if value != spans[0].text:
            spans += [Span(" · " if measure else " "), Span(value, "figure")]
        if reason:
            spans += [Span("：" if self.language == "zh" else ": "), *self.spans(reason)]
        return tuple(spans)

    def disputes(self, statement: Statement) -> None:
        """Append what disputes a statement, each with its quotes."""
        if statement.disputed_by:
            self.heading(shared_labels.FOR_COMPARISON)
        sides = disputes_of(statement.disputed_by, self.catalogue)
        for dispute, side in zip(statement.disputed_by, sides, strict=True):
            marks = self.mark_spans(self.citation_numbers(side.citations))
            self.paragraph((*self.spans(self.of(dispute.reason)), *marks), bullet="-")
            self.paragraph(self.reference(dispute.by), indent=2)

    def disagreement_link(self, about: str, name: Wording = NO_TEXT) -> None:
        """Append links to the disagreement about a measure or record, and to those in which it is
        evidence against a statement; ``name``: of the measure, if that is not clear."""
        own = self.catalogue.disagreement(about)
        for label, found in (
            (labels.DISAGREE, [own] if own else []),
            (labels.DISPUTES, self.catalogue.disputed_with(about)),
        ):
            spans = [Span(f"{self.of(name)} · ", "label")] if name.zh else []
            spans.append(Span(self.of(label), "warning"))
            for disagreement in found:
                if disagreement is not found[0]:
                    spans.append(Span(semicolon_after(spans[-1].text, self.language)))
                spans.append(self.link(disagreement))
            if found:
                self.paragraph(tuple(spans), indent=2)

    def document(self, title: str, kind: str) -> Document:
        """Return the finished page, with its quotes at the end."""
        return Document(title, kind, (*self._blocks, *self._quotes.blocks()))


def _selector(citation: Citation) -> tuple[str, str, str, str]:
    """Return what selects the words of a quote in its source."""
    return (citation.source, citation.exact, citation.prefix or "", citation.suffix or "")
