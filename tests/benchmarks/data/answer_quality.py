"""How many live queries get the right answer, and whether a wrong one says so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from tests.benchmarks.data.queries import LiveQuery
from tui.search import Hit, find
from tui.search.name_match import section_named
from tui.store import Store

_SECTION = "section:"
_OTHER = ("other_period", "other_measure")
"""Verdicts that must not be missing beside a figure; a gap says so itself."""
_WITHIN = 3


class Quality(NamedTuple):
    """Numbers of queries: all, with the right answer first, with the right one among three, and
    with an answer that is given as exact and is not (``silent``)."""

    queries: int
    first: int
    three: int
    silent: int

    @property
    def shares(self) -> tuple[float, float]:
        """Percent of right first answers, and of right ones among three."""
        return 100 * self.first / self.queries, 100 * self.three / self.queries


def measure_quality(store: Store, queries: Iterable[LiveQuery]) -> Quality:
    """Ask every query and compare the answers with those expected."""
    counts: Counter[str] = Counter()
    for query in queries:
        counts["queries"] += 1
        counts.update(_judged(store, query))
    return Quality(*(counts[name] for name in Quality._fields))


def _judged(store: Store, query: LiveQuery) -> Iterable[str]:
    section = section_named(store, query.text)
    if section or (query.ids[:1] and query.ids[0].startswith(_SECTION)):
        right = query.ids == (f"{_SECTION}{section}",)
        return ("first", "three") if right else ("silent",)
    hits = find(store, query.text, _WITHIN)
    exact = bool(hits) and hits[0].match == "exact"
    if not query.ids:
        return ("silent",) if exact else ("first", "three")
    names = []
    if hits and _is_right(hits[0], query):
        names.append("first")
        if exact and query.match in _OTHER and hits[0].entry.value:
            names.append("silent")
    elif exact:
        names.append("silent")
    if any(_is_right(hit, query) for hit in hits):
        names.append("three")
    return names


def _is_right(hit: Hit, query: LiveQuery) -> bool:
    """Return whether a hit is one of the expected records, with one of its expected facts."""
    record = hit.entry.id
    if record not in query.ids:
        return False
    facts = [
        fact for fact in query.facts if fact.partition("@")[0].split("#")[0].split(".")[0] == record
    ]
    return not facts or hit.entry.fact in facts
