"""A page under construction: blocks in order, and its citations numbered as they come."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tui.compile import labels
from tui.compile.catalogue import Catalogue
from tui.document import (
    Block,
    Document,
    Fields,
    Heading,
    Link,
    Links,
    Paragraph,
    Quote,
    Quotes,
    Role,
    Span,
    Spans,
)
from tui.document.link_target import citation_target, record_target
from tui.load.record_references import FACT_IN_TEXT
from tui.model import Bilingual, Citation, EditorNote, Record
from tui.text.language import Language, Wording


class PageBuilder:
    """Collects the blocks of one record's page in one language."""

    def __init__(self, catalogue: Catalogue, language: Language) -> None:
        self.catalogue = catalogue
        self.language: Language = language
        self._blocks: list[Block] = []
        self._numbers: dict[tuple[str, str, str, str], int] = {}
        self._quotes: list[Quote] = []

    # -- texts

    def of(self, text: Bilingual | Wording) -> str:
        """The text in the page's language."""
        return text.of(self.language)

    def spans(self, text: str) -> Spans:
        """A text whose ``{fact:…}`` places are filled with the figures they name."""
        spans: list[Span] = []
        for index, part in enumerate(FACT_IN_TEXT.split(text)):
            if index % 2:
                fact = self.catalogue.fact(part)
                spans.append(Span(fact.text.of(self.language), "figure", record_target(fact.id)))
            elif part:
                spans.append(Span(part))
        return tuple(spans)

    def with_evidence(self, text: str) -> Spans:
        """A text whose figures each bear the mark of their citation."""
        spans: list[Span] = []
        for index, part in enumerate(FACT_IN_TEXT.split(text)):
            if index % 2:
                fact = self.catalogue.fact(part)
                role: Role = "figure" if fact.citations else "link"
                spans.append(Span(fact.text.of(self.language), role, record_target(fact.id)))
                spans += self.marks(self.cite(fact.citations[:1]))
            elif part:
                spans.append(Span(part))
        return tuple(spans)

    def cited(self, text: Bilingual | str, citations: Sequence[Citation]) -> Spans:
        """A text with the marks of its citations behind it."""
        said = text if isinstance(text, str) else text.of(self.language)
        return (*self.spans(said), *self.marks(self.cite(citations)))

    def marks(self, numbers: Iterable[int]) -> Spans:
        """``[1][2]``, each leading to its citation."""
        return tuple(Span(f"[{number}]", "cite", citation_target(number)) for number in numbers)

    def link(self, record_id: str) -> Span:
        """The name of another record, leading there."""
        return Span(
            self.catalogue.title(record_id).of(self.language), "link", record_target(record_id)
        )

    # -- citations

    def cite(self, citations: Sequence[Citation]) -> tuple[int, ...]:
        """The numbers of citations on this page; the same words have the same number."""
        return tuple(self._number(citation) for citation in citations)

    def _number(self, citation: Citation) -> int:
        key = (citation.source, citation.exact, citation.prefix or "", citation.suffix or "")
        if key not in self._numbers:
            self._numbers[key] = len(self._numbers) + 1
            self._quotes.append(
                Quote(
                    self._numbers[key],
                    citation.exact,
                    citation.prefix or "",
                    citation.suffix or "",
                    citation.source,
                    self.catalogue.source_line(citation.source, self.language),
                    self._remark(citation),
                )
            )
        return self._numbers[key]

    def _remark(self, citation: Citation) -> str:
        remarks = []
        if citation.via:
            gap = "" if self.language == "zh" else " "
            remarks.append(f"{self.of(labels.VIA)}{gap}{self.of(citation.via)}")
        if citation.relation == "derived":
            remarks.append(self.of(labels.DERIVED))
        return ("；" if self.language == "zh" else "; ").join(remarks)

    # -- blocks

    def add(self, *blocks: Block) -> None:
        """Put blocks at the end of the page."""
        self._blocks += blocks

    def heading(self, text: Wording | Bilingual, level: int = 1) -> None:
        """Begin a part of the page, or a thing within it."""
        self.add(Heading(self.of(text), level))

    def paragraph(self, spans: Spans | str, bullet: str = "", indent: int = 0) -> None:
        """Running text."""
        self.add(Paragraph(self.spans(spans) if isinstance(spans, str) else spans, indent, bullet))

    def fields(self, rows: Iterable[tuple[Wording, Spans | Bilingual | str | None]]) -> None:
        """Names and values; those without a value are left out."""
        kept = []
        for label, value in rows:
            if value:
                text = self.of(value) if isinstance(value, Bilingual) else value
                spans = (Span(text),) if isinstance(text, str) else text
                kept.append((self.of(label), spans))
        if kept:
            self.add(Fields(tuple(kept)))

    def notes(self, notes: Sequence[EditorNote]) -> None:
        """The editor's own remarks, each named for what it is."""
        if not notes:
            return
        self.heading(labels.EDITOR)
        for note in notes:
            name = Span(f"{self.of(labels.NOTES[note.kind])} ", "warning")
            self.paragraph((name, *self.spans(self.of(note.text))), bullet="-")

    def links(self, title: Wording, items: Sequence[tuple[str, str]]) -> None:
        """Other records, each with why it is named."""
        if items:
            self.heading(title)
            named = (
                Link(record_target(record_id), self.of(self.catalogue.title(record_id)), why)
                for record_id, why in items
            )
            self.add(Links(tuple(named)))

    def neighbours(self, record: Record) -> None:
        """What the record names as related, and what else leads to it."""
        self.links(
            labels.RELATED,
            [
                (other, self.of(self.catalogue.kind(other)))
                for other in self.catalogue.neighbours(record.id)
            ],
        )

    def document(self, title: str, kind: str) -> Document:
        """The finished page, its evidence at the end."""
        blocks = list(self._blocks)
        if self._quotes:
            blocks += [Heading(self.of(labels.EVIDENCE)), Quotes(tuple(self._quotes))]
        return Document(title, kind, tuple(blocks))
