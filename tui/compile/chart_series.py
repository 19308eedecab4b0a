"""A measure over time: the bars of its chart, and the sparkline that a list shows."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from decimal import Decimal

from tui.compile.chart_legend import (
    APART,
    BROKEN,
    ONLY,
    REJECTED,
    legend,
    listed,
    period_words,
)
from tui.compile.chart_periods import later_parts, of_usual_length, years_between
from tui.compile.facts.fact_text import observation_text
from tui.compile.page_builder import PageBuilder
from tui.document import Point, Series
from tui.document.shared_labels import NO_FIGURE, STATUS_WORDS
from tui.model import Measure, Observation, Statistic
from tui.text.language import LANGUAGES, Language, Wording
from tui.text.number_format import format_quantity
from tui.text.periods import format_period, parse_period, sort_key
from tui.text.units import UNITS

_STEPS = (Decimal(1), Decimal("1.5"), Decimal(2), Decimal(3), Decimal(4), Decimal(5), Decimal(6),
          Decimal(8), Decimal(10))  # fmt: skip
"""The numbers at which an axis may end, times a power of ten."""
_WHOLE = Decimal(100)
_LEVELS = 7
_DWARFED = 3
"""How many times the largest reported value a forecast is at most, where there is little room."""
_BREAK = 2
"""How many times the largest other value a forecast is at most to be drawn to scale."""
_ALIKE = Decimal("0.05")
"""Share of the largest value by which the values of a chart differ at least."""
_MAX_DIGITS = 7
"""Digits of a number that a chart states as its table does."""
_NUMBER = re.compile(r"\d[\d,]*(\.\d+)?")
_FORECAST_MARK = ":"
"""In a sparkline, before the first forecast."""

_MIN_PERIODS = 3
"""Periods below which a chart shows nothing that the figures do not say."""
_MIN_OF_ONE_LENGTH = 2
_OTHER_LENGTH = Wording(
    "另有{count}个数字时期长短不同，未画出。", "Not drawn: {count} (periods of another length)."
)
_OTHER_UNIT = Wording("另有{count}个数字单位不同，未画出。", "Not drawn: {count} (another unit).")
_WHOLE_IS = Wording("100%为{whole}。", "100% = {whole}.")


def charted(measure: Measure) -> list[Observation]:
    """Return the observations that share an axis, by period: dated, adopted, of one base unit."""
    base = UNITS[measure.unit].base
    return sorted(
        (item for item in _adopted(measure) if UNITS[item.unit].base == base),
        key=lambda item: sort_key(item.period),
    )


def _adopted(measure: Measure) -> Iterator[Observation]:
    return (item for item in measure.observations if item.period and item.rank != "deprecated")


def series_of(page: PageBuilder, measure: Measure) -> list[Series]:
    """Return the chart of a measure with three periods, two of them of one length, or of a share of
    a known whole; else an empty list."""
    one_unit = charted(measure)
    share = _is_share(measure)
    observations = one_unit if share else of_usual_length(one_unit)
    later = [] if share else later_parts(observations, one_unit)
    periods = len({item.period for item in observations})
    if share:
        return [chart_of(page, measure, observations, [])] if periods else []
    if periods < _MIN_OF_ONE_LENGTH or periods + len(later) < _MIN_PERIODS:
        return []
    if are_alike((*observations, *later)):
        return []
    return [chart_of(page, measure, observations, later)]


def are_alike(observations: Collection[Observation]) -> bool:
    """Return whether columns of the values could hardly be told apart."""
    sizes = [size(item) for item in observations]
    return max(sizes) - min(sizes) < max(map(abs, sizes)) * _ALIKE


def chart_of(
    page: PageBuilder,
    measure: Measure,
    observations: Sequence[Observation],
    later: Sequence[Observation],
) -> Series:
    """Return a chart of at least one observation; ``later``: of shorter periods after them."""
    one_unit = charted(measure)
    share = _is_share(measure)
    broken = [] if share else _beyond_scale(observations)
    to_scale = [*(item for item in observations if item not in broken), *later]
    largest = max(abs(size(item)) for item in to_scale)
    top = max(_WHOLE, largest) if share else round_maximum(largest)

    def point(item: Observation) -> Point:
        return Point(
            period_words(page, item),
            float(size(item)),
            observation_text(item, measure).of(page.language),
            item.status,
            STATUS_WORDS[item.status].of(page.language),
            _middle(item.period or ""),
            _short(item, measure, to_scale, page.language),
        )

    notes = list(_notes(measure, one_unit, [*observations, *later]))
    if later:
        notes.insert(0, APART.format(periods=_periods(later)))
    unit = Wording(measure.unit, measure.english_noun or _english_unit(measure.unit))
    axis = _in_words(top, measure, to_scale)
    return Series(
        page.of(unit),
        tuple(map(point, observations)),
        float(top),
        page.of(axis),
        share,
        tuple(page.of(note) for note in notes),
        tuple(legend(page, observations)),
        page.of(BROKEN.format(values=listed(broken, measure))) if broken else "",
        tuple(
            point(item)._replace(period=page.of(ONLY.format(period=period_words(page, item))))
            for item in later
        ),
        () if share else tuple(_unknown(page, year) for year in years_between(observations)),
    )


def _unknown(page: PageBuilder, year: int) -> Point:
    period, no_figure = format_period(str(year), page.language), page.of(NO_FIGURE)
    return Point(period, 0.0, no_figure, "unknown", "", _middle(str(year)), "?")


def _periods(observations: Sequence[Observation]) -> Wording:
    words = [
        [format_period(item.period or "", language) for item in observations]
        for language in LANGUAGES
    ]
    return Wording("、".join(words[0]), ", ".join(words[1]))


def comparable(measure: Measure) -> tuple[list[Observation], list[Observation]]:
    """Return the observations that a small chart has columns for: first those of the usual length,
    without forecasts that would dwarf what is reported; then those of later, shorter periods."""
    one_unit = charted(measure)
    kept = of_usual_length(one_unit)
    past = [item for item in kept if item.status != "forecast"]
    if not past:
        return kept, []
    most = max(map(size, past)) * _DWARFED
    kept = [item for item in kept if item.status != "forecast" or size(item) <= most]
    return kept, later_parts(kept, one_unit)


def _beyond_scale(observations: Sequence[Observation]) -> list[Observation]:
    """Return the forecasts so large that the other columns could not be told apart beside them."""
    others = [abs(size(item)) for item in observations if item.status != "forecast"]
    if not others:
        return []
    ahead = (item for item in observations if item.status == "forecast")
    for item in sorted(ahead, key=lambda item: abs(size(item))):
        if abs(size(item)) > max(others) * _BREAK:
            return [each for each in observations if abs(size(each)) >= abs(size(item))]
        others.append(abs(size(item)))
    return []


def round_maximum(largest: Decimal) -> Decimal:
    """Return the round number at which an axis for values up to ``largest`` ends."""
    if not largest:
        return Decimal(0)
    power = Decimal(1).scaleb(largest.adjusted())
    return next(step * power for step in _STEPS if step * power >= largest)


def sparkline(measure: Measure) -> str:
    """Return a level from 0 to 7 for each period that can be compared with the others.

    These are periods of one unit and one length, each with its preferred value; ``:`` precedes
    the first forecast. Forecasts far beyond the other values are left out. Fewer than three periods
    give an empty text.
    """
    every = _comparable(charted(measure))
    beyond = _beyond_scale(every)
    chosen = [item for item in every if item not in beyond]
    if len(chosen) < _MIN_PERIODS:
        return ""
    largest = max(abs(size(item)) for item in chosen)
    if not largest:
        return ""
    text = ""
    for item in chosen:
        if item.status == "forecast" and text and _FORECAST_MARK not in text:
            text += _FORECAST_MARK
        text += str(max(0, round(size(item) / largest * _LEVELS)))
    return text


def _comparable(observations: Sequence[Observation]) -> list[Observation]:
    best: dict[str | None, Observation] = {}
    for item in of_usual_length(observations):
        other = best.get(item.period)
        if other is None or _precedence(item) > _precedence(other):
            best[item.period] = item
    past = [item for item in best.values() if item.status != "forecast"]
    forecasts = [item for item in best.values() if item.status == "forecast"]
    if not past:
        return forecasts
    last = sort_key(past[-1].period)
    return [*past, *(item for item in forecasts if sort_key(item.period) > last)]


def _precedence(item: Observation) -> tuple[bool, bool]:
    return (item.rank == "preferred", item.status != "forecast")


def _is_share(measure: Measure) -> bool:
    has_whole = isinstance(measure, Statistic) and measure.denominator is not None
    return has_whole and measure.unit == "%"


def size(item: Observation) -> Decimal:
    """Return a value in units without a power of ten."""
    return item.value.scaleb(UNITS[item.unit].scale)


def _notes(
    measure: Measure, one_unit: Sequence[Observation], drawn: Sequence[Observation]
) -> Iterator[Wording]:
    """Yield what the chart leaves out, and what its whole is."""
    if rejected := [item for item in measure.observations if item.rank == "deprecated"]:
        yield REJECTED.format(values=listed(rejected, measure))
    other_unit = sum(1 for _ in _adopted(measure)) - len(one_unit)
    for label, count in (
        (_OTHER_LENGTH, len(one_unit) - len(drawn)),
        (_OTHER_UNIT, other_unit),
    ):
        if count:
            yield label.format(count=count)
    if _is_share(measure) and measure.denominator:
        yield _WHOLE_IS.format(whole=measure.denominator.wording())


def _middle(period: str) -> float:
    """Return the middle of a period in years."""
    (year, month), (last_year, last_month) = parse_period(period)
    return (year + (month - 1) / 12 + last_year + last_month / 12) / 2


def _short(
    item: Observation, measure: Measure, observations: Sequence[Observation], language: Language
) -> str:
    """Return the number alone, with the digits of the table, in the unit in which the largest of
    ``observations`` is written."""
    largest = max(observations, key=lambda each: abs(size(each)))
    match = _NUMBER.search(observation_text(largest, measure).of(language))
    if not match or not size(largest):
        return ""
    factor = Decimal(match[0].replace(",", "")) / size(largest)
    number = Decimal(f"{(size(item) * factor).normalize():f}")
    if len(number.as_tuple().digits) > _MAX_DIGITS:
        number = Decimal(f"{number:.{1 if abs(number) < _WHOLE * 10 else 0}f}")
    hedge = (item.comparator or "")[:1] if item.comparator != ">=" else ""
    return f"{hedge}{number:,f}"


def _in_words(top: Decimal, measure: Measure, observations: Sequence[Observation]) -> Wording:
    """Return the end of the axis in the unit of the largest value."""
    unit = max(observations, key=size).unit
    value = Decimal(f"{top.scaleb(-UNITS[unit].scale).normalize():f}")
    return Wording(
        format_quantity(value, unit, "zh"),
        format_quantity(value, unit, "en", noun=measure.english_noun),
    )


def _english_unit(unit: str) -> str:
    known = UNITS[unit]
    return known.currency or known.many
