"""A measure in time: the bars of its chart, and the small line of it that a list shows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal

from tui.compile import labels
from tui.compile.facts.fact_text import observation_text
from tui.compile.page_builder import PageBuilder
from tui.document import Point, Series
from tui.document.shared_labels import STATUS_WORDS
from tui.model import Measure, Observation, Statistic
from tui.text.language import Wording
from tui.text.number_format import format_quantity
from tui.text.periods import format_period, parse_period, sort_key
from tui.text.units import UNITS

_STEPS = (Decimal(1), Decimal("1.5"), Decimal(2), Decimal(3), Decimal(4), Decimal(5), Decimal(6),
          Decimal(8), Decimal(10))  # fmt: skip
"""What an axis may end at, in powers of ten."""
_WHOLE = Decimal(100)
_LEVELS = 7
_AHEAD = ":"
"""In a small line, before the first forecast."""


def charted(measure: Measure) -> list[Observation]:
    """The observations that stand side by side on one axis: dated, adopted, of one base."""
    base = UNITS[measure.unit].base
    return sorted(
        (item for item in _adopted(measure) if UNITS[item.unit].base == base),
        key=lambda item: sort_key(item.period),
    )


def _adopted(measure: Measure) -> Iterator[Observation]:
    return (item for item in measure.observations if item.period and item.rank != "deprecated")


def series_of(page: PageBuilder, measure: Measure) -> list[Series]:
    """The chart of a measure: of two periods or more, or of a single share of a known whole."""
    observations = charted(measure)
    share = _is_share(measure)
    if len({item.period for item in observations}) < (1 if share else 2):
        return []
    largest = max(abs(_size(item)) for item in observations)
    top = max(_WHOLE, largest) if share else round_maximum(largest)
    points = tuple(
        Point(
            _period(page, item),
            float(_size(item)),
            observation_text(item, measure).of(page.language),
            item.status,
            STATUS_WORDS[item.status].of(page.language),
            page.of(labels.OTHER_LENGTH) if _breaks(observations, place) else "",
        )
        for place, item in enumerate(observations)
    )
    unit = Wording(measure.unit, measure.english_noun or _english_unit(measure.unit))
    axis = _in_words(top, measure, observations)
    return [
        Series(
            page.of(unit),
            points,
            float(top),
            page.of(axis),
            share,
            tuple(page.of(note) for note in _notes(measure, observations)),
        )
    ]


def round_maximum(largest: Decimal) -> Decimal:
    """The round number at which an axis ends that has room for ``largest``; 0 for nothing."""
    if not largest:
        return Decimal(0)
    power = Decimal(1).scaleb(largest.adjusted())
    return next(step * power for step in _STEPS if step * power >= largest)


def small_line(measure: Measure) -> str:
    """A level from 0 to 7 for each period that can be compared with the others: of one unit and
    one length, the preferred value of each; ``:`` stands before forecasts. Empty for fewer than
    two."""
    chosen = _comparable(charted(measure))
    if len(chosen) < 2:
        return ""
    largest = max(abs(_size(item)) for item in chosen)
    if not largest:
        return ""
    text = ""
    for item in chosen:
        if item.status == "forecast" and text and _AHEAD not in text:
            text += _AHEAD
        text += str(max(0, round(_size(item) / largest * _LEVELS)))
    return text


def _comparable(observations: Sequence[Observation]) -> list[Observation]:
    lengths = Counter(_months(item) for item in observations)
    best: dict[str | None, Observation] = {}
    for item in observations:
        known = best.get(item.period)
        if _months(item) == lengths.most_common(1)[0][0] and (
            known is None or _before(item, known)
        ):
            best[item.period] = item
    known_so_far = [item for item in best.values() if item.status != "forecast"]
    ahead = [item for item in best.values() if item.status == "forecast"]
    if not known_so_far:
        return ahead
    last = sort_key(known_so_far[-1].period)
    return [*known_so_far, *(item for item in ahead if sort_key(item.period) > last)]


def _before(item: Observation, other: Observation) -> bool:
    """Whether an observation stands for its period rather than another one."""
    return _weight(item) > _weight(other)


def _weight(item: Observation) -> tuple[bool, bool]:
    return (item.rank == "preferred", item.status != "forecast")


def _is_share(measure: Measure) -> bool:
    known = isinstance(measure, Statistic) and measure.denominator is not None
    return known and measure.unit == "%"


def _size(item: Observation) -> Decimal:
    return item.value.scaleb(UNITS[item.unit].scale)


def _months(item: Observation) -> int:
    period = parse_period(item.period or "")
    (year, month), (last_year, last_month) = period
    return (last_year - year) * 12 + last_month - month + 1


def _breaks(observations: Sequence[Observation], place: int) -> bool:
    """Whether a period is of another length than the one before it."""
    return place > 0 and _months(observations[place]) != _months(observations[place - 1])


def _notes(measure: Measure, drawn: Sequence[Observation]) -> Iterator[Wording]:
    """What the chart leaves out, and what its whole is."""
    left_out = sum(1 for _ in _adopted(measure)) - len(drawn)
    if left_out:
        yield labels.OTHER_UNIT.format(count=left_out)
    if _is_share(measure) and measure.denominator:
        yield labels.WHOLE_IS.format(whole=measure.denominator.wording())


def _in_words(top: Decimal, measure: Measure, observations: Sequence[Observation]) -> Wording:
    """The end of the axis, in the unit of the largest value."""
    unit = max(observations, key=_size).unit
    value = Decimal(f"{top.scaleb(-UNITS[unit].scale).normalize():f}")
    return Wording(
        format_quantity(value, unit, "zh"),
        format_quantity(value, unit, "en", noun=measure.english_noun),
    )


def _period(page: PageBuilder, item: Observation) -> str:
    return format_period(item.period or "", page.language)


def _english_unit(unit: str) -> str:
    known = UNITS[unit]
    return known.currency or known.many
