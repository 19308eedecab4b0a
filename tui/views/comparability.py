"""Which figures of several players can be compared: measure by measure, and why not."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
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
    measure, which may say what its numbers count; ``similar``: metrics of another definition of
    players that do not have it, ``others``: their figures."""

    name: Wording
    title: Wording
    kind: Comparability
    columns: tuple[tuple[Figure, ...], ...]
    match: MetricMatch
    similar: tuple[tuple[ComparedMetric, ...], ...]
    others: tuple[tuple[Figure, ...], ...]

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
        found = self.common_periods
        known = [period for period in found if not _are_forecasts(self.compared_in(period))]
        return max(known or found, key=sort_key, default="")

    @property
    def common_periods(self) -> list[str]:
        """The periods in which figures of several players can be compared, in order."""
        return [period for period in filter(None, self.periods) if any(self.compared_in(period))]

    @property
    def periods(self) -> list[str]:
        """The periods of all figures, in order; an empty one for those without a date."""
        found = {figure.period for own in self.columns for figure in own}
        return sorted(found, key=lambda period: sort_key(period or None))

    @property
    def compared(self) -> list[list[Figure]]:
        """The figures of the latest common period, player by player."""
        return self.compared_in(self.period)

    @property
    def holders(self) -> list[int]:
        """The places of the players that have such a figure."""
        return [place for place, own in enumerate(self.compared) if own]

    def compared_in(self, period: str) -> list[list[Figure]]:
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
    rows: list[ComparedMeasure] = []
    for match in (*same, *similar):
        taken = {each.reference for row in rows for own in row.similar for each in own}
        others = _similar(match, rest, taken)
        if match in same:
            rows += _rows(match, figures, others)
        else:
            name = Wording(match.word("zh"), match.word("en"))
            columns, beside = _columns(match.sides, figures), _observations(others, figures)
            row = ComparedMeasure(name, match.title, "definition", columns, match, others, beside)
            rows.append(row)
    shown = {each.entry.fact for row in rows for own in row.others for each in own}
    left = [[each for each in own if each.entry.fact not in shown] for own in figures]
    for place, metrics in enumerate(rest):
        for metric in metrics:
            sides = tuple((metric,) if at == place else () for at in range(len(rest)))
            rows += _rows(MetricMatch(sides, ()), left)
    return sorted(rows, key=_order)


def _order(row: ComparedMeasure) -> tuple[int, int]:
    kinds = ("comparable", "period", "definition", "single")
    first = next(place for place, own in enumerate(row.columns) if own)
    return kinds.index(row.kind), first if row.kind == "single" else 0


def _similar(
    match: MetricMatch, rest: MetricsByPlayer, taken: Container[str]
) -> tuple[tuple[ComparedMetric, ...], ...]:
    """Return the similar metrics of the players that are not in a row, without those ``taken``."""
    return tuple(
        ()
        if side
        else tuple(each for each in similar_metrics(match, own) if each.reference not in taken)
        for side, own in zip(match.sides, rest, strict=True)
    )


def _columns(
    sides: Sequence[Sequence[ComparedMetric]], figures: Sequence[Sequence[Figure]]
) -> tuple[tuple[Figure, ...], ...]:
    return tuple(
        tuple(figure for figure in own if figure.measure in {each.reference for each in metrics})
        for metrics, own in zip(sides, figures, strict=True)
    )


def _observations(
    sides: Sequence[Sequence[ComparedMetric]], figures: Sequence[Sequence[Figure]]
) -> tuple[tuple[Figure, ...], ...]:
    """Return the figures of metrics, player by player, without their rates."""
    columns = _columns(sides, figures)
    return tuple(tuple(each for each in own if not each.is_rate) for own in columns)


def _rows(
    match: MetricMatch,
    figures: Sequence[Sequence[Figure]],
    similar: tuple[tuple[ComparedMetric, ...], ...] = (),
) -> Iterator[ComparedMeasure]:
    """Yield the measure itself, then each rate that is stated for it."""
    columns = _columns(match.sides, figures)
    groups: list[list[Figure]] = []
    for figure in (figure for own in columns for figure in own):
        group = next((each for each in groups if _is_same_rate(match, each[0], figure)), None)
        if group is None:
            groups.append(group := [])
        group.append(figure)
    for group in sorted(groups, key=lambda group: group[0].is_rate):
        kept = tuple(tuple(figure for figure in own if figure in group) for own in columns)
        name = _name(match, group) if group[0].is_rate else match.title
        others: tuple[tuple[ComparedMetric, ...], ...] = ((),) * len(kept)
        if similar and sum(map(bool, kept)) > 1 and not group[0].is_rate:
            others = similar
        beside = _observations(others, figures)
        row = ComparedMeasure(name, match.title, "comparable", kept, match, others, beside)
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
