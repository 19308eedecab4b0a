"""Which records a query means and how well each fits: looked for ever more loosely, until some
surely do or nothing looser could come before them."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from tui.fast_namedtuple import TYPE_CHECKING, NamedTuple
from tui.search.query_parser import Query, in_syllables, sounded
from tui.search.retrieval import with_all, with_figure
from tui.search.scoring import Fit, Reason, by_all, by_parts
from tui.store import Searched, Store

if TYPE_CHECKING:
    from typing import TypeAlias

SURE = 0.65
"""A score from which on nothing looser is looked for."""

_FIGURE, _HEARD, _PIECES, _ALIKE = 0.97, 0.95, 0.96, 0.6
"""The most that a figure asked for by its value counts; by sound; by pieces; spelt alike."""


class Ranked(NamedTuple):
    """A record that fits; ``negative`` of the score, so that in order the best comes first.
    ``timeless``: a year in the query was taken for a word, so that no answer need be of it."""

    negative: float
    position: int
    reason: Reason
    timeless: bool
    record: Searched


_Way: TypeAlias = "Callable[[], list[Ranked]]"


def ranked(store: Store, query: Query, limit: int) -> list[Ranked]:
    """The records that fit, in no order, once for each reading of the query; the ``limit`` best
    are among them."""
    best: dict[tuple[int, bool], Ranked] = {}
    for most, look in _ways(store, query, limit):
        if best:
            scores = sorted([item.negative for item in best.values()])
            enough = limit * (2 if query.months else 1)
            if scores[0] <= -SURE or (len(scores) >= enough and scores[enough - 1] <= -most):
                break
        for item in look():
            key = (item.position, item.timeless)
            if key not in best or item < best[key]:
                best[key] = item
    return list(best.values())


def _ways(store: Store, query: Query, limit: int) -> list[tuple[float, _Way]]:
    """Ever looser ways of looking, each with the most that one can count which it finds."""
    some: list[Searched] = []
    nearest: list[float] = []

    def figures() -> list[Ranked]:
        found = with_figure(store, query.figure, query.power)
        return [Ranked(-_FIGURE, record.position, "number", False, record) for record in found]

    def exact() -> list[Ranked]:
        records, complete = with_all(store, query, limit)
        found = _scored(records, by_all(query))
        if query.months:
            typed = query.without_period()
            if not (query.words and complete):  # else those with the year are among them
                records = with_all(store, typed, limit).records
            found += _scored(records, by_all(typed), timeless=True)
        return found

    def spoken() -> list[Ranked]:
        return _spoken(store, query, limit)

    def pieces() -> list[Ranked]:
        from tui.search.partial_match import with_some  # a look-up seldom comes so far

        some.extend(with_some(store, query))
        found = _scored(some, by_parts(query))
        nearest.extend([-item.negative for item in found])
        return found

    def alike() -> list[Ranked]:
        # Not before nothing else fits: rapidfuzz costs as much as a look-up.
        from tui.search.spelling import IN_PART, similar

        # A part of a longer name is not looked for where it could not come first.
        parts_too = max(nearest, default=0.0) < _ALIKE * IN_PART
        found = similar(store, query, some, parts_too)
        return [
            Ranked(-_ALIKE * likeness, record.position, "similar", False, record)
            for likeness, record in found
        ]

    ways: list[tuple[float, _Way]] = [(_FIGURE, figures)] if query.figure else []
    if in_syllables(query, store):
        return [*ways, (_HEARD, spoken), (_ALIKE, alike)]
    if query.whole.isascii() and len(query.words) > 1:
        # Syllables apart: as likely meant as the words.
        ways += [(1.0, lambda: exact() + spoken())]
    else:
        ways += [(1.0, exact), (_HEARD, spoken)]
    return [*ways, (_PIECES, pieces), *([(_ALIKE, alike)] if query.words else [])]


def _scored(records: Iterable[Searched], fit: Fit, timeless: bool = False) -> list[Ranked]:
    found = []
    for record in records:
        value, reason = fit(record)
        if value:
            found.append(Ranked(-value, record.position, reason, timeless, record))
    return found


def _spoken(store: Store, query: Query, limit: int) -> list[Ranked]:
    """By sound: a wrong character (京东建康), syllables apart (ping an), half and half (jd健康)."""
    reason: Reason = "sound" if query.whole.isascii() else "homophone"
    found = []
    for way in sounded(query, store):
        heard = query._replace(words=(way,), whole=way)
        for item in _scored(with_all(store, heard, limit).records, by_all(heard)):
            found.append(item._replace(negative=item.negative * _HEARD, reason=reason))
    return found
