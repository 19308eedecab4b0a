"""Records by what they are and when: facets and dates, all of which must hold."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from tui.store import Store
from tui.text.language import Wording
from tui.text.periods import days

_EARLIEST, _LATEST = 0, 99999999


class Range(NamedTuple):
    """First and last day that is wanted, as yyyymmdd."""

    first: int = _EARLIEST
    last: int = _LATEST

    def meets(self, first: int, last: int) -> bool:
        """Whether any day from ``first`` to ``last`` is among them."""
        return first <= self.last and last >= self.first


class Wanted(NamedTuple):
    """``facets``: of each the values of which a record must have one; ``within``: where one of
    its dates must lie."""

    facets: Mapping[str, tuple[str, ...]]
    within: Range | None = None


class Choice(NamedTuple):
    """A value of a facet: its slug, its name, how many records have it."""

    value: str
    label: Wording
    records: int


class Selection(NamedTuple):
    """The records that fit, in order. ``undated``: how many fit but for having no date."""

    ids: tuple[str, ...]
    undated: int = 0


def facet_choices(store: Store, facet: str) -> list[Choice]:
    """The values that a facet has, the most frequent first."""
    rows = store.query(
        "SELECT value, label_zh, label_en, count(*) FROM facets WHERE facet = ? "
        "GROUP BY value ORDER BY count(*) DESC, value",
        (facet,),
    )
    return [Choice(value, Wording(zh, en), count) for value, zh, en, count in rows]


def select(store: Store, wanted: Wanted) -> Selection:
    """The records that have one of the wanted values of every facet, and a date in the range.

    The dates of a record are its own and those of its figures and events. One that is known by
    its year alone lies in the range if any day of the year does.
    """
    ids = [row[0] for row in store.query("SELECT id FROM records ORDER BY position")]
    for facet, values in wanted.facets.items():
        places = ", ".join("?" * len(values))
        rows = store.query(
            f"SELECT id FROM facets WHERE facet = ? AND value IN ({places})", (facet, *values)
        )
        fitting = {row[0] for row in rows}
        ids = [identity for identity in ids if identity in fitting]
    if wanted.within is None:
        return Selection(tuple(ids))
    dated = _dates(store)
    kept = (
        identity
        for identity in ids
        if any(wanted.within.meets(*span) for span in dated.get(identity, ()))
    )
    return Selection(tuple(kept), sum(identity not in dated for identity in ids))


def _dates(store: Store) -> dict[str, list[tuple[int, int]]]:
    dated: dict[str, list[tuple[int, int]]] = {}
    rows = store.query(
        "SELECT id, date FROM records WHERE date <> '' "
        "UNION SELECT id, period FROM answers WHERE period <> ''"
    )
    for identity, date in rows:
        dated.setdefault(identity, []).append(days(date))
    return dated
