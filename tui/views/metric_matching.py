"""Which metrics of several players measure the same, and which only go by the same word."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from tui.document.fact_ref import parse_fact_ref
from tui.store import Store
from tui.text.fold import fold, is_chinese
from tui.text.language import Language, Wording
from tui.text.units import UNITS


class ComparedMetric(NamedTuple):
    """A measure of one player. ``names``: folded, by which it is asked for, aliases included."""

    reference: str
    title: Wording
    unit: str
    names: tuple[str, ...]

    @property
    def titles(self) -> frozenset[str]:
        """What it is called: its own names, without the words by which it may be asked for."""
        own = parse_fact_ref(self.reference).part
        return frozenset((own, *(fold(title) for title in self.title)))


class Match(NamedTuple):
    """Metrics of a row, for each player those of its column. ``words``: what they share."""

    sides: tuple[tuple[ComparedMetric, ...], ...]
    words: tuple[str, ...]

    def word(self, language: Language) -> str:
        """A shared word in a language, else the names of all."""
        for word in self.words:
            if is_chinese(word[0]) == (language == "zh"):
                return word
        return " / ".join(metric.title.of(language) for side in self.sides for metric in side)


Sides = list[list[ComparedMetric]]


def metrics_of(store: Store, player: str) -> list[ComparedMetric]:
    """The measures of a player, in the record's order."""
    rows = store.query(
        "SELECT measure, title_zh, title_en, unit, names FROM measures WHERE id = ? ORDER BY rowid",
        (player,),
    )
    return [
        ComparedMetric(reference, Wording(zh, en), unit, tuple(names.split("\n")))
        for reference, zh, en, unit, names in rows
    ]


def same_by_name(players: Sequence[Sequence[ComparedMetric]]) -> tuple[list[Match], Sides]:
    """Metrics with one title or one id in a unit of one base; and what is left of each player."""
    return _matched(players, lambda metric: metric.titles)


def same_by_alias(players: Sequence[Sequence[ComparedMetric]]) -> tuple[list[Match], Sides]:
    """Metrics that are asked for by one word; and what is left of each player."""
    return _matched(players, lambda metric: frozenset(metric.names))


def _matched(
    players: Sequence[Sequence[ComparedMetric]], names: Callable[[ComparedMetric], frozenset[str]]
) -> tuple[list[Match], Sides]:
    groups: list[list[tuple[int, ComparedMetric]]] = []
    for place, metrics in enumerate(players):
        for metric in metrics:
            group = next((group for group in groups if _fits(metric, group, names)), None)
            if group is None:
                group = []
                groups.append(group)
            group.append((place, metric))
    shared = [group for group in groups if len({place for place, _ in group}) > 1]
    taken = {metric.reference for group in shared for _, metric in group}
    rest = [[metric for metric in own if metric.reference not in taken] for own in players]
    return [_match(group, len(players), names) for group in shared], rest


def _fits(
    metric: ComparedMetric,
    group: Sequence[tuple[int, ComparedMetric]],
    names: Callable[[ComparedMetric], frozenset[str]],
) -> bool:
    """Whether one word goes for the metric and all of a group, in units that can be converted."""
    base = UNITS[metric.unit].base
    if any(UNITS[other.unit].base != base for _, other in group):
        return False
    return bool(names(metric).intersection(*(names(other) for _, other in group)))


def _match(
    group: Sequence[tuple[int, ComparedMetric]],
    count: int,
    names: Callable[[ComparedMetric], frozenset[str]],
) -> Match:
    sides = tuple(tuple(metric for at, metric in group if at == place) for place in range(count))
    shared = frozenset.intersection(*(names(metric) for _, metric in group))
    first = group[0][1]
    return Match(sides, tuple(name for name in first.names if name in shared))
