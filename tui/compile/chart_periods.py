"""Which observations of a measure share an axis of time, and which periods it has no value for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from tui.model import Gap, Observation
from tui.model.gap import MissingFigure
from tui.text.periods import is_fiscal, parse_period, sort_key


def months(item: Observation) -> int:
    """Return the number of months of a period."""
    (year, month), (last_year, last_month) = parse_period(item.period or "")
    return (last_year - year) * 12 + last_month - month + 1


def of_usual_length(observations: Sequence[Observation]) -> list[Observation]:
    """Return the observations whose period is as long as most are; of equally many the longer."""
    lengths = Counter(map(months, observations))
    usual = max(lengths, key=lambda length: (lengths[length], length), default=0)
    return [item for item in observations if months(item) == usual]


def later_parts(
    drawn: Sequence[Observation], observations: Sequence[Observation]
) -> list[Observation]:
    """Return the values of shorter periods that begin after the last one ``drawn`` has ended, such
    as the quarter after the last year: of one length, without forecasts."""
    past = [item for item in drawn if item.status != "forecast"]
    if not past:
        return []
    last = max(past, key=lambda item: sort_key(item.period))
    ended, length = parse_period(last.period or "").last, months(last)
    later = [
        item
        for item in observations
        if item.status != "forecast"
        and months(item) < length
        and parse_period(item.period or "").first > ended
    ]
    return of_usual_length(later)


def years_between(observations: Sequence[Observation]) -> list[int]:
    """Return the years without a value between the first and the last, if each value is of a
    year."""
    if any(not (item.period or "").isdecimal() for item in observations):
        return []
    years = {int(item.period or 0) for item in observations if item.status != "forecast"}
    return [
        year for year in range(min(years, default=0), max(years, default=0)) if year not in years
    ]


def years_of(periods: Iterable[str]) -> set[int]:
    """Return all years that calendar periods touch."""
    calendar = (parse_period(period) for period in periods if not is_fiscal(period))
    return {year for first, last in calendar for year in range(first[0], last[0] + 1)}


def missing_figures(records: Iterable[object], measure: str) -> Iterator[tuple[Gap, MissingFigure]]:
    """Yield the figures of a measure that gaps say are missing."""
    for gap in records:
        if isinstance(gap, Gap):
            yield from ((gap, each) for each in gap.missing if each.measure == measure)


def missing_periods(
    observations: Sequence[Observation], missing: Iterable[MissingFigure]
) -> list[str]:
    """Return the periods between the first and the last value that have none: those that gaps say
    are missing, and years between yearly values in which there is no other value."""
    dated = [item.period for item in observations if item.period]
    if not dated:
        return []
    said = [each.period for each in missing if each.period]
    annual = [item for item in observations if (item.period or "").isdecimal()]
    silent = set(years_between(annual)) - years_of([*dated, *said])
    runs = groupby(enumerate(sorted(silent)), key=lambda pair: pair[1] - pair[0])
    spans = [[year for _, year in run] for _, run in runs]
    periods = {
        *said,
        *(str(years[0]) if len(years) < 2 else f"{years[0]}/{years[-1]}" for years in spans),
    }
    first, last = min(map(sort_key, dated)), max(map(sort_key, dated))
    inside = (period for period in periods if first < sort_key(period) < last)
    return sorted(inside, key=sort_key)
