"""Matching the metrics of several players: the same measure, or only a shared alias."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeAlias

from tui.document.fact_ref import parse_fact_ref
from tui.store import Store
from tui.text.fold import fold, is_chinese
from tui.text.language import NO_TEXT, Language, Wording
from tui.text.units import UNITS


class ComparedMetric(NamedTuple):
    """A measure of one player. ``names``: folded titles and aliases; ``scope``: what it counts;
    ``basis``: scope, area and base, empty where no source states one."""

    reference: str
    title: Wording
    unit: str
    names: tuple[str, ...]
    scope: Wording = NO_TEXT
    basis: tuple[str, ...] = ()

    @property
    def titles(self) -> frozenset[str]:
        """Its id and folded titles, without aliases."""
        own = parse_fact_ref(self.reference).part
        return frozenset((own, *(fold(title) for title in self.title)))


class MetricMatch(NamedTuple):
    """A row of metrics: for each player those of its column. ``words``: the names they share."""

    sides: tuple[tuple[ComparedMetric, ...], ...]
    words: tuple[str, ...]

    @property
    def metrics(self) -> tuple[ComparedMetric, ...]:
        """All metrics, player by player."""
        return tuple(metric for side in self.sides for metric in side)

    @property
    def title(self) -> Wording:
        """The title of the row in both languages."""
        return Wording(self.main("zh").title.zh, self.main("en").title.en)

    @property
    def has_one_definition(self) -> bool:
        """Whether the records state the same scope, area and base for all, or for none."""
        return len({metric.basis for metric in self.metrics}) == 1

    def word(self, language: Language) -> str:
        """Return a shared name in a language, else the titles of all."""
        for word in self.words:
            if is_chinese(word[0]) == (language == "zh"):
                return word[:1].upper() + word[1:]
        titles = dict.fromkeys(metric.title.of(language) for metric in self.metrics)
        return " / ".join(titles)

    def main(self, language: Language) -> ComparedMetric:
        """Return the metric whose title the row has: one by which all are called, else the
        shortest."""
        metrics = self.metrics
        names = [frozenset((*metric.names, *metric.titles)) for metric in metrics]

        def order(metric: ComparedMetric) -> tuple[bool, int]:
            title = metric.title.of(language)
            return not all(fold(title) in of_one for of_one in names), len(title)

        return min(metrics, key=order)


MetricsByPlayer: TypeAlias = Sequence[Sequence[ComparedMetric]]


def metrics_of(store: Store, player: str) -> list[ComparedMetric]:
    """Return the measures of a player, in the record's order."""
    rows = store.query(
        "SELECT measure, title_zh, title_en, unit, names, scope_zh, scope_en, "
        "area_zh || area_en, denominator_zh || denominator_en "
        "FROM measures WHERE id = ? ORDER BY rowid",
        (player,),
    )
    return [
        ComparedMetric(
            reference,
            Wording(zh, en),
            unit,
            tuple(names.split("\n")),
            Wording(scope_zh, scope_en),
            (scope_zh + scope_en, area, denominator),
        )
        for reference, zh, en, unit, names, scope_zh, scope_en, area, denominator in rows
    ]


def match_by_title(
    players: Sequence[Sequence[ComparedMetric]],
) -> tuple[list[MetricMatch], MetricsByPlayer]:
    """Return rows of metrics with the same title or id, one definition and convertible units, and
    the remaining metrics of each player."""
    found, _ = _matched(players, lambda metric: metric.titles)
    kept = [match for match in found if match.has_one_definition]
    taken = {metric.reference for match in kept for metric in match.metrics}
    return kept, [[each for each in own if each.reference not in taken] for own in players]


def match_by_alias(
    players: Sequence[Sequence[ComparedMetric]],
) -> tuple[list[MetricMatch], MetricsByPlayer]:
    """Return rows of metrics that share a name, if only an alias, and have convertible units, and
    the remaining metrics of each player."""
    return _matched(players, _all_names)


def similar_metrics(
    match: MetricMatch, metrics: Sequence[ComparedMetric]
) -> tuple[ComparedMetric, ...]:
    """Return the metrics that share a name with one of a row and have a convertible unit."""
    return tuple(
        metric
        for metric in metrics
        if any(_fits(metric, [(0, other)], _all_names) for other in match.metrics)
    )


def _all_names(metric: ComparedMetric) -> frozenset[str]:
    return metric.titles.union(metric.names)


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
