"""Selecting records by facets and dates."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from tui.document.facet_declarations import FACETS
from tui.store import Store
from tui.text.language import Wording, enumeration
from tui.text.periods import day_range

_EARLIEST, _LATEST = 0, 99999999
UNKNOWN = ("unknown", "undated")
"""The values of a facet, and of the facet of years, that the sources do not tell."""


class DateRange(NamedTuple):
    """First and last day, as yyyymmdd, both included."""

    first: int = _EARLIEST
    last: int = _LATEST

    def overlaps(self, first: int, last: int) -> bool:
        """Return whether any day from ``first`` to ``last`` is in the range."""
        return first <= self.last and last >= self.first


class SelectionFilter(NamedTuple):
    """``facets``: the values of each, of which a record must have one (OR within a facet, AND
    across facets); ``within``: the range that must overlap one of its dates."""

    facets: Mapping[str, tuple[str, ...]]
    within: DateRange | None = None


class Choice(NamedTuple):
    """A value of a facet: slug, name, number of records."""

    value: str
    label: Wording
    records: int


class Selection(NamedTuple):
    """The selected records, in order. ``undated``: those left out only because they have no
    date; ``unknown``: only because the sources do not tell their value of a facet, such as the
    level of a policy."""

    ids: tuple[str, ...]
    undated: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()


def facet_choices(store: Store, facet: str) -> list[Choice]:
    """Return the values of a facet, the most frequent first."""
    rows = store.query(
        "SELECT value, label_zh, label_en, count(*) FROM facets WHERE facet = ? "
        "GROUP BY value ORDER BY count(*) DESC, value",
        (facet,),
    )
    return [Choice(value, Wording(zh, en), count) for value, zh, en, count in rows]


def subject_choices(store: Store) -> list[Choice]:
    """Return the subjects (tags) in the order in which the briefing declares them."""
    order = store.meta("themes").split()
    choices = facet_choices(store, "tag")
    return sorted(
        choices, key=lambda it: order.index(it.value) if it.value in order else len(order)
    )


def subjects_of(store: Store, record: str) -> list[str]:
    """Return the subjects (tags) of a record."""
    rows = store.query("SELECT value FROM facets WHERE id = ? AND facet = 'tag'", (record,))
    return [value for (value,) in rows]


def accepted_choices(store: Store, facet: str) -> list[Choice]:
    """Return the values that a filter accepts: those that occur, then others that are declared;
    subjects in the order of the briefing."""
    found = subject_choices(store) if facet == "tag" else facet_choices(store, facet)
    known = {choice.value for choice in found}
    declared = FACETS[facet].values
    return [*found, *(Choice(value, label, 0) for value, label in declared if value not in known)]


def unknown_facets(store: Store, wanted: SelectionFilter) -> Wording:
    """Return the names of the facets of a filter that are unknown of some records."""
    names = [FACETS[facet].label for facet in wanted.facets if _having(store, facet, UNKNOWN)]
    return enumeration([Wording(name.zh, name.en.lower()) for name in names])


def subject_of_facets(store: Store, facets: Mapping[str, tuple[str, ...]]) -> Wording:
    """Return the chosen values in words: ``Insurance payment · Policy``."""
    parts = []
    for name, values in facets.items():
        labels = {choice.value: choice.label for choice in facet_choices(store, name)}
        parts.append(enumeration([labels[value] for value in values if value in labels]))
    return joined_subjects(parts)


def joined_subjects(parts: Iterable[Wording]) -> Wording:
    """Return the parts of a subject as one, without empty ones."""
    found = [part for part in parts if part.en]
    return Wording(" · ".join(part.zh for part in found), " · ".join(part.en for part in found))


def select(store: Store, wanted: SelectionFilter) -> Selection:
    """Return the records that have one of the values of every facet, and a date in the range.

    The dates of a record are its own and those of its figures and events. A date that is only a
    year is in the range if any day of the year is.
    """
    possible = [row[0] for row in store.query("SELECT id FROM records ORDER BY position")]
    fitting = set(possible)
    for facet, values in wanted.facets.items():
        having = _having(store, facet, values)
        if facet == "force" and (tags := wanted.facets.get("tag")):
            pairs = provisions_with(store, facet, tags)
            having = {identity for identity, force in pairs if force in values}
        fitting &= having
        having |= _having(store, facet, UNKNOWN)
        possible = [identity for identity in possible if identity in having]
    ids = [identity for identity in possible if identity in fitting]
    unknown = [identity for identity in possible if identity not in fitting]
    if wanted.within is None:
        return Selection(tuple(ids), (), tuple(unknown))
    dated = _dates(store)
    selected = (
        identity
        for identity in ids
        if any(wanted.within.overlaps(*span) for span in dated.get(identity, ()))
    )
    undated = tuple(identity for identity in ids if identity not in dated)
    unknown = [
        identity
        for identity in unknown
        if any(wanted.within.overlaps(*span) for span in dated.get(identity, ((0, _LATEST),)))
    ]
    return Selection(tuple(selected), undated, tuple(unknown))


def _having(store: Store, facet: str, values: tuple[str, ...]) -> set[str]:
    """Return the records that have one of the values of a facet."""
    places = ", ".join("?" * len(values))
    rows = store.query(
        f"SELECT id FROM facets WHERE facet = ? AND value IN ({places})", (facet, *values)
    )
    return {row[0] for row in rows}


def provisions_with(store: Store, facet: str, values: tuple[str, ...]) -> set[tuple[str, str]]:
    """Return pairs of a policy and a force or subject (``facet``) that one of its provisions has
    together with one of the given values of the other of these two facets."""
    found, given = ("force", "tag") if facet == "force" else ("tag", "force")
    rows = store.query(
        f"SELECT p.id, {found} FROM provisions p JOIN provision_tags t "
        "ON t.id = p.id AND t.provision = p.number "
        f"WHERE {given} IN ({', '.join('?' * len(values))})",
        values,
    )
    return set(rows)


def _dates(store: Store) -> dict[str, list[tuple[int, int]]]:
    dated: dict[str, list[tuple[int, int]]] = {}
    rows = store.query(
        "SELECT id, date FROM records WHERE date <> '' "
        "UNION SELECT id, period FROM answers WHERE period <> ''"
    )
    for identity, date in rows:
        dated.setdefault(identity, []).append(day_range(date))
    return dated
