"""Which figures of several players can be compared: measure by measure, and why not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple, TypeAlias

from tui.store import Store
from tui.text.fold import fold
from tui.text.language import Language, Wording
from tui.text.periods import sort_key
from tui.views.comparison_subjects import Subject
from tui.views.measure_figures import Figure, figures_of
from tui.views.metric_matching import (
    ComparedMetric,
    MetricMatch,
    MetricsByPlayer,
    match_by_alias,
    match_by_title,
    metrics_of,
    similar_metrics,
)

Comparability: TypeAlias = Literal["comparable", "period", "definition", "single"]
"""Comparable in at least one period; one definition, but no common period; similar measures of
different definitions; a measure that only one player has."""


class ComparedMeasure(NamedTuple):
    """A measure, or a rate stated for it, with the figures of each player. ``title``: of the
    measure, which may say what its numbers count; ``similar``: what players that do not have it
    have of another definition."""

    name: Wording
    title: Wording
    kind: Comparability
    columns: tuple[tuple[Figure, ...], ...]
    match: MetricMatch
    similar: tuple[tuple[ComparedMetric, ...], ...] = ()

    @property
    def is_rate(self) -> bool:
        """Whether it is a growth rate, share or change of a measure."""
        return all(figure.is_rate for own in self.columns for figure in own)

    @property
    def period(self) -> str:
        """The latest period in which figures of several players can be compared, one of forecasts
        only where there is no other; empty for none, and for different definitions."""
        if self.kind == "definition":
            return ""
        found = [period for period in filter(None, self.periods) if any(self._compared(period))]
        known = [period for period in found if not _are_forecasts(self._compared(period))]
        return max(known or found, key=sort_key, default="")

    @property
    def periods(self) -> list[str]:
        """The periods of all figures, in order; an empty one for those without a date."""
        found = {figure.period for own in self.columns for figure in own}
        return sorted(found, key=lambda period: sort_key(period or None))

    @property
    def compared(self) -> list[list[Figure]]:
        """The figures of the latest common period, player by player."""
        return self._compared(self.period)

    @property
    def holders(self) -> list[int]:
        """The places of the players that have such a figure."""
        return [place for place, own in enumerate(self.compared) if own]

    def _compared(self, period: str) -> list[list[Figure]]:
        """Return the figures of a period that can be compared: all reported or estimated, or all
        forecasts, and none that is rejected; empty lists where several players do not have them."""
        usable = [
            [each for each in own if each.period == period and each.entry.rank != "deprecated"]
            for own in self.columns
        ]
        for is_forecast in (False, True):
            found = [
                [each for each in own if (each.entry.status == "forecast") == is_forecast]
                for own in usable
            ]
            if sum(map(bool, found)) > 1:
                return found
        return [[] for _ in usable]


def _are_forecasts(columns: Sequence[Sequence[Figure]]) -> bool:
    return any(figure.entry.status == "forecast" for own in columns for figure in own)


def compared_measures(store: Store, subjects: Sequence[Subject]) -> list[ComparedMeasure]:
    """Return the measures of players, or the one that a subject is: comparable ones, then those of
    different periods, of different definitions, of one player alone, player by player."""
    players = [
        [
            metric
            for metric in metrics_of(store, subject.record)
            if subject.measure in ("", metric.reference)
        ]
        for subject in subjects
    ]
    figures = [figures_of(store, subject.record, subject.measure or None) for subject in subjects]
    same, rest = match_by_title(players)
    similar, rest = match_by_alias(rest)
    alone = [
        MetricMatch(tuple((metric,) if at == place else () for at in range(len(rest))), ())
        for place, metrics in enumerate(rest)
        for metric in metrics
    ]
    rows = [row for match in alone for row in _rows(match, figures)]
    rows += (row for match in same for row in _rows(match, figures, rest))
    rows += (_similar(match, figures, rest) for match in similar)
    return sorted(rows, key=_order)


def _order(row: ComparedMeasure) -> tuple[int, int]:
    kinds = ("comparable", "period", "definition", "single")
    first = next(place for place, own in enumerate(row.columns) if own)
    return kinds.index(row.kind), first if row.kind == "single" else 0


def _similar(
    match: MetricMatch, figures: Sequence[list[Figure]], rest: MetricsByPlayer
) -> ComparedMeasure:
    name = Wording(match.word("zh"), match.word("en"))
    columns = _columns(match, figures)
    others = _others(match, rest)
    return ComparedMeasure(name, match.title, "definition", columns, match, others)


def _others(match: MetricMatch, rest: MetricsByPlayer) -> tuple[tuple[ComparedMetric, ...], ...]:
    """Return the similar metrics of the players that are not in a row."""
    sides = zip(match.sides, rest, strict=True)
    return tuple(() if side else similar_metrics(match, own) for side, own in sides)


def _columns(match: MetricMatch, figures: Sequence[list[Figure]]) -> tuple[tuple[Figure, ...], ...]:
    return tuple(
        tuple(figure for figure in own if figure.measure in {each.reference for each in metrics})
        for metrics, own in zip(match.sides, figures, strict=True)
    )


def _rows(
    match: MetricMatch, figures: Sequence[list[Figure]], rest: MetricsByPlayer = ()
) -> Iterator[ComparedMeasure]:
    """Yield the measure itself, then each rate that is stated for it."""
    columns = _columns(match, figures)
    groups: list[list[Figure]] = []
    for figure in (figure for own in columns for figure in own):
        group = next((each for each in groups if _is_same_rate(match, each[0], figure)), None)
        if group is None:
            groups.append(group := [])
        group.append(figure)
    for group in sorted(groups, key=lambda group: group[0].is_rate):
        kept = tuple(tuple(figure for figure in own if figure in group) for own in columns)
        name = _name(match, group) if group[0].is_rate else match.title
        others = _others(match, rest) if rest and not group[0].is_rate else ()
        row = ComparedMeasure(name, match.title, "comparable", kept, match, others)
        if sum(map(bool, kept)) < 2:
            row = row._replace(kind="single")
        elif not row.period:
            row = row._replace(kind="period")
        yield row


def _is_same_rate(match: MetricMatch, one: Figure, other: Figure) -> bool:
    """Return whether two figures are of one measure or of one rate: of one form, with names that
    differ only in the name of the measure."""
    if one.form != other.form:
        return False
    languages: tuple[Language, ...] = ("zh", "en")
    return not one.is_rate or any(
        _without_measure(match, one, language) == _without_measure(match, other, language)
        for language in languages
    )


def _without_measure(match: MetricMatch, figure: Figure, language: Language) -> str:
    metric = next(each for each in match.metrics if each.reference == figure.measure)
    name = fold(figure.name.of(language))
    for title in sorted((*metric.names, *metric.titles), key=len, reverse=True):
        if title and title in name:
            return " ".join(name.replace(title, " ", 1).split())
    return name


def _name(match: MetricMatch, group: Sequence[Figure]) -> Wording:
    """Return the name of a rate: that of the player whose measure names the row."""
    languages: tuple[Language, ...] = ("zh", "en")
    zh, en = (
        next(
            (each for each in group if each.measure == match.main(language).reference), group[0]
        ).name.of(language)
        for language in languages
    )
    return Wording(zh, en)
