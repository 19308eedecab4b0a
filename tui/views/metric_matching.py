"""Matching the metrics of several players: the same measure, or only a shared alias."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from tui.document.fact_ref import parse_fact_ref
from tui.store import Store
from tui.text.fold import fold, is_chinese
from tui.text.language import Language, Wording
from tui.text.units import UNITS


class ComparedMetric(NamedTuple):
    """A measure of one player. ``names``: folded titles and aliases."""

    reference: str
    title: Wording
    unit: str
    names: tuple[str, ...]

    @property
    def titles(self) -> frozenset[str]:
        """Its id and folded titles, without aliases."""
        own = parse_fact_ref(self.reference).part
        return frozenset((own, *(fold(title) for title in self.title)))


class MetricMatch(NamedTuple):
    """A row of metrics: for each player those of its column. ``words``: the names they share."""

    sides: tuple[tuple[ComparedMetric, ...], ...]
    words: tuple[str, ...]

    def word(self, language: Language) -> str:
        """Return a shared name in a language, else the titles of all."""
        for word in self.words:
            if is_chinese(word[0]) == (language == "zh"):
                return word[:1].upper() + word[1:]
        return " / ".join(metric.title.of(language) for side in self.sides for metric in side)

    def main(self, language: Language) -> ComparedMetric:
        """Return the metric whose title the row has: one by which all are called, else the
        shortest."""
        metrics = [metric for side in self.sides for metric in side]
        names = [frozenset((*metric.names, *metric.titles)) for metric in metrics]

        def order(metric: ComparedMetric) -> tuple[bool, int]:
            title = metric.title.of(language)
            return not all(fold(title) in of_one for of_one in names), len(title)

        return min(metrics, key=order)


MetricsByPlayer = list[list[ComparedMetric]]


def metrics_of(store: Store, player: str) -> list[ComparedMetric]:
    """Return the measures of a player, in the record's order."""
    rows = store.query(
        "SELECT measure, title_zh, title_en, unit, names FROM measures WHERE id = ? ORDER BY rowid",
        (player,),
    )
    return [
        ComparedMetric(reference, Wording(zh, en), unit, tuple(names.split("\n")))
        for reference, zh, en, unit, names in rows
    ]


def match_by_title(
    players: Sequence[Sequence[ComparedMetric]],
) -> tuple[list[MetricMatch], MetricsByPlayer]:
    """Return rows of metrics with the same title or id and convertible units, and the remaining
    metrics of each player."""
    return _matched(players, lambda metric: metric.titles)


def match_by_alias(
    players: Sequence[Sequence[ComparedMetric]],
) -> tuple[list[MetricMatch], MetricsByPlayer]:
    """Return rows of metrics that share an alias and have convertible units, and the remaining
    metrics of each player."""
    return _matched(players, lambda metric: frozenset(metric.names))


def _matched(
    players: Sequence[Sequence[ComparedMetric]], names: Callable[[ComparedMetric], frozenset[str]]
) -> tuple[list[MetricMatch], MetricsByPlayer]:
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
    """Return whether the metric and all of a group share a name and have convertible units."""
    base = UNITS[metric.unit].base
    if any(UNITS[other.unit].base != base for _, other in group):
        return False
    return bool(names(metric).intersection(*(names(other) for _, other in group)))


def _match(
    group: Sequence[tuple[int, ComparedMetric]],
    count: int,
    names: Callable[[ComparedMetric], frozenset[str]],
) -> MetricMatch:
    sides = tuple(tuple(metric for at, metric in group if at == place) for place in range(count))
    shared = frozenset.intersection(*(names(metric) for _, metric in group))
    first = group[0][1]
    return MetricMatch(sides, tuple(name for name in first.names if name in shared))
