"""Numbering the quotes of a generated page."""

from __future__ import annotations

from collections.abc import Iterable

from tui.document import Block, Heading, Quote, Quotes, Span, Spans
from tui.document.link_target import citation_target
from tui.store import Entry, Store
from tui.text.language import Language
from tui.views import messages


class QuoteNumbering:
    """Numbers quotes in the order of citation; the same words of a source keep their number."""

    def __init__(self, store: Store, language: Language) -> None:
        self._store = store
        self._language: Language = language
        self._quotes: dict[tuple[str, str, str, str], Quote] = {}
        self._sources: dict[str, str] = {}

    def cite(self, entry: Entry) -> tuple[int, ...]:
        """Return the numbers of the quotes that support a fact."""
        numbers = (self._number(entry.id, citation) for citation in entry.citations)
        return tuple(dict.fromkeys(numbers))

    def marks(self, entry: Entry) -> Spans:
        """Return the marks ``[1][2]`` of a fact, each a link to its quote."""
        return marks(self.cite(entry))

    def blocks(self) -> tuple[Block, ...]:
        """Return the end of the page: every cited quote."""
        if not self._quotes:
            return ()
        head = Heading(messages.EVIDENCE.of(self._language))
        return (head, Quotes(tuple(self._quotes.values())))

    def _number(self, record: str, citation: dict[str, str]) -> int:
        source, exact = citation["source"], citation["exact"]
        # The citations of an entry follow the JSON contract, which has no prefix and suffix.
        rows = self._store.query(
            "SELECT prefix, suffix, relation, via_zh, via_en FROM citations "
            "WHERE id = ? AND source = ? AND exact = ? ORDER BY number",
            (record, source, exact),
        )
        prefix, suffix, relation, *via = next(rows, ("", "", citation["relation"], "", ""))
        key = (source, exact, prefix, suffix)
        if key not in self._quotes:
            remark = self._remark(relation, via[0] if self._language == "zh" else via[1])
            number = len(self._quotes) + 1
            self._quotes[key] = Quote(
                number, exact, prefix, suffix, source, self._source(source), remark
            )
        return self._quotes[key].number

    def _remark(self, relation: str, via: str) -> str:
        remarks = [messages.VIA.format(whom=via)] if via else []
        if relation == "derived":
            remarks.append(messages.DERIVED)
        joint = "；" if self._language == "zh" else "; "
        return joint.join(remark.of(self._language) for remark in remarks)

    def _source(self, source: str) -> str:
        """Return the name of a source in citations: the first cells of its row, name and date."""
        if source not in self._sources:
            row = self._store.row(source, self._language)
            name, date = row.cells[:2] if row else (source, "")
            zh = self._language == "zh"
            self._sources[source] = f"{name}（{date}）" if zh else f"{name} ({date})"
        return self._sources[source]


def marks(numbers: Iterable[int]) -> Spans:
    """Return the marks ``[1][2]``, each a link to its quote."""
    return tuple(Span(f"[{number}]", "cite", citation_target(number)) for number in numbers)
