"""The fact by which a record matches a filter: its main one where that matches, else the best."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from tui.store import Store
from tui.text.language import Wording
from tui.text.periods import day_range, sort_key
from tui.views.selection import DateRange, Selection, SelectionFilter, select


class MatchingFact(NamedTuple):
    """A fact of a record. ``amount``: its value in words, empty for an event; ``answer``: the fact
    in words; ``main``: whether the record is listed with it anyway."""

    id: str
    number: int
    fact: str
    main: bool
    form: str
    status: str
    period: str
    rank: str
    base_unit: str
    base_value: str
    amount: Wording
    answer: Wording

    @property
    def is_figure(self) -> bool:
        """Whether it is a value or a rate."""
        return bool(self.base_value)


_SELECT = """
    SELECT a.id, a.number, a.fact, a.main, a.form, a.status,
           CASE WHEN a.period = '' AND a.main THEN r.date ELSE a.period END, a.rank,
           a.base_unit, coalesce(a.exact_base_value, ''), a.amount_zh, a.amount_en,
           a.answer_zh, a.answer_en
    FROM answers a JOIN records r USING (id) ORDER BY a.id, a.main DESC, a.number
"""


def select_by_facts(store: Store, wanted: SelectionFilter) -> Selection:
    """Return the records as ``select`` does, but only those that one fact selects by status and
    date together: a forecast of 2020 and a figure of 2025 are no forecast of 2025."""
    found = select(store, wanted)
    if wanted.within is None or "status" not in wanted.facets:
        return found
    of_status = _facts_by_record(store, wanted)
    ids, undated = [], list(found.undated)
    for identity in found.ids:
        facts = of_status.get(identity, [])
        if _in_range(facts, wanted.within):
            ids.append(identity)
        elif not any(fact.period for fact in facts):
            undated.append(identity)
    return found._replace(ids=tuple(ids), undated=tuple(undated))


def _facts_by_record(store: Store, wanted: SelectionFilter) -> dict[str, list[MatchingFact]]:
    """Return the facts with one of the chosen statuses. A record with that status itself (a policy)
    gives its main fact."""
    statuses = wanted.facets.get("status", ())
    found: dict[str, list[MatchingFact]] = {}
    mains: dict[str, list[MatchingFact]] = {}
    for row in store.query(_SELECT):
        values = (*row[:3], bool(row[3]), *row[4:10], Wording(*row[10:12]), Wording(*row[12:14]))
        fact = MatchingFact._make(values)
        if not statuses or fact.status in statuses:
            found.setdefault(fact.id, []).append(fact)
        elif fact.main:
            mains[fact.id] = [fact]
    own = _records_with_status(store, statuses)
    return {identity: facts for identity, facts in mains.items() if identity in own} | found


def _in_range(facts: Iterable[MatchingFact], within: DateRange | None) -> list[MatchingFact]:
    if within is None:
        return list(facts)
    return [fact for fact in facts if fact.period and within.overlaps(*day_range(fact.period))]


def matching_facts(
    store: Store, wanted: SelectionFilter, ids: Iterable[str]
) -> Mapping[str, MatchingFact]:
    """Map ids of records to the fact that matches the filter, where it is not the main fact.
    Preferred in this order: a value over a rate, not rejected, not a forecast, newest."""
    if wanted.within is None and not {"status", "source"} & wanted.facets.keys():
        return {}
    selected = set(ids)
    citing = _citing(store, wanted.facets.get("source", ()))
    shown = {}
    for identity, of_status in _facts_by_record(store, wanted).items():
        facts = _in_range(of_status, wanted.within)
        facts = [fact for fact in facts if fact.number in citing] or facts
        if identity in selected and facts and not facts[0].main:
            shown[identity] = max(facts, key=_precedence)
    return shown


def _precedence(fact: MatchingFact) -> tuple[bool, bool, bool, bool, tuple[int, int, int, int]]:
    return (
        fact.is_figure,
        fact.form == "observation",
        fact.rank != "deprecated",
        fact.status != "forecast",
        sort_key(fact.period or None),
    )


def _records_with_status(store: Store, statuses: Collection[str]) -> frozenset[str]:
    """Return the records that have one of the statuses themselves or in a fact."""
    places = ", ".join("?" * len(statuses))
    sql = f"SELECT id FROM facets WHERE facet = 'status' AND value IN ({places})"
    return frozenset(row[0] for row in store.query(sql, tuple(statuses)))


def _citing(store: Store, sources: Collection[str]) -> frozenset[int]:
    """Return the numbers of the facts that cite one of the sources."""
    places = ", ".join("?" * len(sources))
    sql = f"SELECT DISTINCT answer FROM evidence WHERE side = 0 AND source IN ({places})"
    return frozenset(row[0] for row in store.query(sql, tuple(sources)))
