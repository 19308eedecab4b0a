"""Numbering the quotes of a generated page."""

from __future__ import annotations

from tui.document import Block, Cell, Span, Spans
from tui.document.quote_list import QuoteList, citation_marks
from tui.store import AnswerWithEvidence, Store
from tui.text.language import Language


class QuoteNumbering:
    """Numbers quotes in the order of citation; the same words of a source keep their number.
    ``dated``: whether a source is named with its date, which the list of references has too."""

    def __init__(self, store: Store, language: Language, *, dated: bool = True) -> None:
        self._dated = dated
        self._store = store
        self._language: Language = language
        self._quotes = QuoteList(language)
        self._sources: dict[str, str] = {}

    def citation_numbers(self, entry: AnswerWithEvidence) -> tuple[int, ...]:
        """Return the numbers of the quotes that support a fact."""
        numbers = (self._number(entry.id, citation) for citation in entry.citations)
        return tuple(dict.fromkeys(numbers))

    def mark_spans(self, entry: AnswerWithEvidence) -> Spans:
        """Return the marks ``[1][2]`` of a fact, each a link to its quote."""
        return citation_marks(self.citation_numbers(entry))

    def named(self, entry: AnswerWithEvidence) -> Cell:
        """Return each source of a fact by name, with the marks of its quotes."""
        numbers: dict[str, dict[int, None]] = {}
        for citation in entry.citations:
            named = numbers.setdefault(self._source(citation["source"]), {})
            named[self._number(entry.id, citation)] = None
        return tuple((Span(name), *citation_marks(each)) for name, each in numbers.items())

    def blocks(self) -> tuple[Block, ...]:
        """Return the end of the page: every cited quote."""
        return self._quotes.blocks()

    def _number(self, record: str, citation: dict[str, str]) -> int:
        source, exact = citation["source"], citation["exact"]
        # The citations of an entry follow the JSON contract, which has no prefix and suffix.
        rows = self._store.query(
            "SELECT prefix, suffix, relation, gloss, via_zh, via_en FROM citations "
            "WHERE id = ? AND source = ? AND exact = ? ORDER BY relation <> ?, number",
            (record, source, exact, citation["relation"]),
        )
        unknown = ("", "", citation["relation"], "", "", "")
        prefix, suffix, relation, gloss, *via = next(rows, unknown)
        return self._quotes.number(
            (source, exact, prefix, suffix),
            lambda: self._source(source),
            relation,
            via[0] if self._language == "zh" else via[1],
            gloss,
            self._misprint(source, exact),
        )

    def _misprint(self, source: str, exact: str) -> str:
        """Return what the quoted words misprint; empty for none."""
        rows = self._store.query(
            "SELECT a.as_printed FROM evidence e JOIN answers a ON a.number = e.answer "
            "WHERE e.source = ? AND instr(?, a.as_printed) AND e.side = 0 AND a.as_printed <> ''",
            (source, exact),
        )
        return str(next(rows, ("",))[0])

    def _source(self, source: str) -> str:
        """Return the name of a source in citations: short title and date, from its list row."""
        if source not in self._sources:
            row = self._store.row(source, self._language)
            name, date = source, ""
            if row:
                section = self._store.section(row.section)
                name = row.cells[section.column_index("name")]
                date = row.cells[section.column_index("date")]
            if self._dated:
                name = f"{name}（{date}）" if self._language == "zh" else f"{name} ({date})"
            self._sources[source] = name
        return self._sources[source]
