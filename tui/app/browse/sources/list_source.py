"""Rows of the record list: of a section, of the search results, of the pins."""

from __future__ import annotations

from collections.abc import Sequence

from tui.app import messages
from tui.app.browse.location import (
    COMPARISON,
    PINS,
    SEARCH,
    ListQuery,
    Location,
)
from tui.app.browse.order_names import arrow
from tui.app.browse.sources.localized_briefing import LocalizedBriefing
from tui.app.browse.user_session import UserSession
from tui.fast_namedtuple import TYPE_CHECKING, NamedTuple
from tui.store import Row, Section
from tui.store.lazy_rows import LazyRows
from tui.text.language import Language, Wording

if TYPE_CHECKING:
    from tui.search import SearchResult
    from tui.search.match_highlight import Highlighter

PIN_SIGN = "*"
"""Shown before the name of a pinned record."""

MATCH = "match"
"""The order of a list narrowed by words, unless another one was chosen."""
NAME, IMPORTANCE = "name", "importance"
"""Orders, as in ``tui.views.ordering``, which the first frame does not import."""
_MAX_RESULTS = 50
_DISPUTE = "disagreement"
"""The kind of dispute records. Those of a measure have its title, so results prefix it."""


class Chip(NamedTuple):
    """A filter of a list. ``removed``: the query without it."""

    text: str
    removed: ListQuery


class ListContent(NamedTuple):
    """A list: its columns (heading, alignment) and rows."""

    columns: tuple[tuple[str, str], ...] = ()
    rows: Sequence[Row] = ()
    highlighter: Highlighter | None = None
    """Finds the matches of the query in a row."""
    total: int = 0
    """The number of rows without filters."""
    sort_column: int = 0
    """The column that the list is sorted by, shown even where only two columns fit."""
    order: str = ""
    """What the list is sorted by, also where that is the section's own order; empty: by importance,
    its own."""
    chips: tuple[Chip, ...] = ()
    """The filters of the list."""
    chips_notes: tuple[str, ...] = ()
    """What they leave out silently, and how to remove them all: as far as there is room."""
    empty: str = ""
    """What is said in place of the rows where there are none."""
    sample: Sequence[Row] = ()
    """The rows that set the widths of the columns, if not those that are shown: a filtered list
    keeps the widths of the whole one."""
    are_results: bool = False
    """Whether the rows are search results with their answers."""


class ValueCounts(NamedTuple):
    """A facet, and its values with the number of rows that have them."""

    title: str
    values: tuple[tuple[str, int], ...]


def row_number(rows: Sequence[Row], record: str) -> int:
    """Return the position of a record among rows, 0 where it is not among them."""
    if not record:
        return 0
    if isinstance(rows, LazyRows):
        return rows.index_of(record) or 0
    return next((number for number, row in enumerate(rows) if row.id == record), 0)


def _with_arrow(
    section: Section, order: str, language: Language, *, reverse: bool = False
) -> tuple[tuple[tuple[str, str], ...], int]:
    """Return the columns of a list, with an arrow in the heading of the one that it is sorted by,
    and the index of that one; where words narrow it, of the one that it is sorted by otherwise."""
    columns = section.columns(language)
    if order == MATCH:
        return columns, section.column_index(section.order)
    number = section.column_index(order)
    if not order or (not number and order != NAME):
        return columns, number
    head, align = columns[number]
    marked = (f"{head} {arrow(order, reverse=reverse)}", align)
    return (*columns[:number], marked, *columns[number + 1 :]), number


class ListSource:
    """Fetches lists from the store in the current language."""

    def __init__(self, briefing: LocalizedBriefing, session: UserSession) -> None:
        self.briefing = briefing
        self._session = session
        self._results: tuple[str, dict[str, SearchResult]] = ("", {})
        """The last query and what it found, by record."""
        self._compared: tuple[str, ...] = ()

    def content(self, location: Location) -> ListContent:
        """Return the list of the location's section; for the search, the results of its query."""
        if location.section == SEARCH:
            return self._search_results(location.query)
        if location.section == PINS:
            return self._pins()
        briefing = self.briefing
        for section in briefing.sections:
            if section.id == location.section:
                if location.list_query != ListQuery():
                    return self._queried(section, location.list_query)
                rows = LazyRows(briefing.store, section.id, briefing.language)
                columns, column = _with_arrow(section, section.order, briefing.language)
                return ListContent(columns, rows, None, len(rows), column, section.order)
        return ListContent()

    def result(self, location: Location) -> SearchResult | None:
        """Return what the query of a location, which it shows or was opened from, found of its
        record."""
        query, results = self._results
        if not location.query or location.query != query:
            return None
        return results.get(location.record)

    def found_facts(self) -> tuple[tuple[str, str], ...]:
        """Return what the last query found: pairs of record id and fact reference."""
        return tuple((record, result.fact.fact) for record, result in self._results[1].items())

    def compared(self, location: Location) -> tuple[str, ...]:
        """Return the ids of the records that the query of a location compares; empty where it asks
        something else."""
        return self._compared if location.query and location.query == self._results[0] else ()

    def _pins(self) -> ListContent:
        """The user's pins with the main answer of each record and the note on it."""
        store, language = self.briefing.store, self.briefing.language
        rows = []
        for pin in self._session.pins_with_removed():
            row = store.row(pin.id, language)
            if row is None:
                cells = (pin.id, messages.PIN_GONE.of(language), pin.note)
                rows.append(Row(pin.id, "", PINS, Wording(pin.id, pin.id), False, cells))
                continue
            facts = store.facts(pin.id)
            answer = facts[0].answer.of(language) if facts else ""
            cells = (row.cells[0], answer, pin.note)
            rows.append(row._replace(id=pin.id, cells=cells))
        headings = (messages.PINS, messages.PIN_CONTENT, messages.NOTE_ON)
        columns = tuple((each.of(language), "left") for each in headings)
        empty = "" if rows else self.no_pins_hint().of(language)
        return ListContent(columns, rows, empty=empty)

    def no_pins_hint(self) -> Wording:
        """Return how to pin a record, with the user's own keys."""
        keymap = self._session.keymap
        return messages.NO_PINS.format(
            pin=keymap.wording_of("toggle_pin"), note=keymap.wording_of("write_note")
        )

    def _queried(self, section: Section, list_query: ListQuery) -> ListContent:
        from tui.app.browse.sources.list_query import (
            chips,
            query_rows,
            rows_with_provisions,
            unknown_note,
        )
        from tui.search.match_highlight import Highlighter

        store, language = self.briefing.store, self.briefing.language
        all_rows = store.rows(section.id, language)
        rows = query_rows(store, all_rows, list_query, language)
        rows = rows_with_provisions(store, section, rows, list_query, language)
        words = list_query.words.strip()
        highlighter = Highlighter(store, words) if words else None
        reverse = list_query.reverse
        order = list_query.order or (MATCH if words and not reverse else section.order)
        if reverse and not order:
            order = IMPORTANCE
        columns, column = _with_arrow(section, order, language, reverse=reverse)
        found = chips(store, list_query, language)
        hint = self._session.with_keys(messages.CHIPS_HINT).of(language) if found else ""
        notes = (unknown_note(store, all_rows, list_query, language), hint)
        total = len(all_rows)
        empty = "" if rows else self._no_matches(words).of(language)
        return ListContent(
            columns, rows, highlighter, total, column, order, found, notes, empty, all_rows
        )

    def _no_matches(self, words: str) -> Wording:
        if words:
            return messages.NO_MATCHES_TYPED
        return self._session.with_keys(messages.NO_MATCHES_FILTERED)

    def _search_results(self, query: str) -> ListContent:
        from tui.search import find_all_facts
        from tui.search.match_highlight import Highlighter
        from tui.store.short_titles import short_titles

        store, language = self.briefing.store, self.briefing.language
        results, command = find_all_facts(store, query, _MAX_RESULTS)
        self._compared = command[1:] if command[:1] == (COMPARISON,) else ()
        if self._compared:
            results[0] = self._with_comparison_key(results[0])
        by_record: dict[str, SearchResult] = {}
        for result in results:  # two figures of one measure are one row: the remark has both
            by_record.setdefault(result.fact.id, result)
        self._results = query, by_record
        facts = [result.fact for result in by_record.values()]
        disputed = store.disputed_answers(facts)
        sections = {section.kind: section.id for section in self.briefing.sections}
        titles = short_titles(store, list(by_record))
        rows = []
        for fact in facts:
            is_dispute = fact.kind == _DISPUTE
            title = titles[fact.id]
            title = messages.DISPUTE.format(title=title) if is_dispute else title
            cells = title.of(language), fact.answer.of(language)
            is_disputed = fact.number in disputed and not is_dispute
            section = sections[fact.kind]
            rows.append(Row(fact.id, fact.kind, section, fact.title, is_disputed, cells))
        columns = (("", "left"), ("", "left"))
        return ListContent(columns, rows, Highlighter(store, query), are_results=True)

    def _with_comparison_key(self, result: SearchResult) -> SearchResult:
        verdict = result.verdict
        remark = self._session.with_keys(messages.COMPARED, remark=verdict.remark)
        return result._replace(verdict=verdict._replace(remark=remark))
