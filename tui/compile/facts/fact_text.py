"""Figures in words, and the references by which texts name them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tui.document import shared_labels
from tui.document.fact_ref import observation_ref, pinned_ref, rate_ref
from tui.document.shared_labels import RANK_WORDS, STATUS_WORDS
from tui.model import Amount, Citation, Measure, Metric, Observation, Rate, Record, value_pin
from tui.text.direction_words import direction_of
from tui.text.language import NO_TEXT, Wording
from tui.text.number_format import change_in_words, format_quantity
from tui.text.periods import format_period
from tui.text.unit_names import base_unit_code
from tui.text.units import UNITS

RATE_TYPES = {
    "growth": Wording("增长率", "growth"),
    "cagr": Wording("年复合增长率", "compound annual growth"),
    "share": Wording("占比", "share"),
    "change": Wording("增减", "change"),
    "growth_change": Wording("增速变化", "change of growth"),
}
QUALIFIERS = {
    ">": "over",
    ">=": "at_least",
    "~": "about",
    "~~": "order_of_magnitude",
    "<": "nearly",
}
"""Comparators of the records, as SQL and JSON name them."""
_SAYS = Wording("{by}称{when}为{value}（{status}）", "{by} says {value} for {when} ({status})")
_SAYS_UNDATED = Wording(
    "{by}称{value}（未注明日期，{status}）", "{by} says {value} (undated, {status})"
)
_WITH_REMARK = Wording("{status}，{remark}", "{status}, {remark}")


class ReferencedFact(NamedTuple):
    """A fact that a text refers to: the id of its record, its text, its evidence; of a figure also
    the reference of its measure, the measure and the figure."""

    id: str
    text: Wording
    citations: tuple[Citation, ...] = ()
    base: str = ""
    measure: Measure | None = None
    figure: Observation | Rate | None = None

    @property
    def name(self) -> Wording:
        """The name of a rate or metric; empty for a record and for an observation of a statistic,
        which its record names."""
        if isinstance(self.figure, Rate):
            title = self.figure.title
            return title.wording() if title else RATE_TYPES[self.figure.type]
        return (measure_title(self.measure) if self.measure else None) or NO_TEXT

    @property
    def value_after_name(self) -> Wording:
        """The text where ``name`` stands before it."""
        if isinstance(self.figure, Rate) and self.measure:
            return rate_after_name(self.figure, self.measure)
        return self.text


def observation_text(observation: Observation, measure: Measure) -> Wording:
    """Return the value of an observation with its unit and hedge."""
    value, unit, hedge = observation.value, observation.unit, observation.comparator
    upper = observation.upper
    return Wording(
        format_quantity(value, unit, "zh", hedge, upper=upper),
        format_quantity(value, unit, "en", hedge, noun=measure.english_noun, upper=upper),
    )


def observation_key(base: str, observation: Observation, measure: Measure) -> str:
    """Return ``BASE@PERIOD``; where values of one period compete, all but the preferred one add
    their status."""
    rivals = sum(item.period == observation.period for item in measure.observations) > 1
    if rivals and observation.period and observation.rank != "preferred":
        return observation_ref(base, observation.period, observation.status)
    return observation_ref(base, observation.period)


def rate_text(rate: Rate, measure: Measure, *, signed: bool = True) -> Wording:
    """Return the value of a rate in a table; growth and change with their sign."""
    signed = signed and rate.type in ("growth", "cagr", "change")
    value, unit, hedge = rate.value, rate.unit, rate.comparator
    noun = measure.english_noun if rate.type == "change" else None
    return Wording(
        format_quantity(value, unit, "zh", hedge, signed=signed, upper=rate.upper),
        format_quantity(value, unit, "en", hedge, signed=signed, noun=noun, upper=rate.upper),
    )


def rate_in_words(rate: Rate, measure: Measure) -> Wording:
    """Return the value of a rate in a sentence: growth and change with a verb, ``增长31.79%``."""
    if rate.type not in ("growth", "cagr", "change"):
        return rate_text(rate, measure)
    kind, noun = "growth", None
    if rate.type == "change":
        kind = "points" if rate.unit in ("%", "‰", "百分点") else "change"
        noun = measure.english_noun
    value, unit, hedge, upper = rate.value, rate.unit, rate.comparator, rate.upper
    return Wording(
        change_in_words(value, unit, "zh", hedge, kind=kind, upper=upper),
        change_in_words(value, unit, "en", hedge, kind=kind, noun=noun, upper=upper),
    )


def rate_after_name(rate: Rate, measure: Measure) -> Wording:
    """Return the value of a rate behind its name; without the plus where the name says that it
    rose: ``年均复合增长率：31.79%``."""
    name = rate.title.wording() if rate.title else RATE_TYPES[rate.type]
    rises = all(_says_that_it_rose(text) for text in name)
    return rate_text(rate, measure, signed=not rises)


def _says_that_it_rose(name: str) -> bool:
    """Return whether a name (``Revenue growth, year on year``) says that something rose."""
    clause = name.replace(",", "").replace("，", "")
    return direction_of(clause, len(clause), len(clause)) > 0


def qualifier(figure: Observation | Rate | Amount | None) -> str | None:
    """Return how the source qualifies a value, ``over`` for 超; None for an exact value."""
    return QUALIFIERS[figure.comparator] if figure and figure.comparator else None


def measured_unit(measure: Measure, unit: str) -> str:
    """Return the base unit of a value of a measure: what the measure says that it counts, or else
    what the unit counts, as also for a rate in another unit (%)."""
    if measure.counted and UNITS[unit].base == UNITS[measure.unit].base:
        return measure.counted
    return base_unit_code(unit)


def measure_title(measure: Measure) -> Wording | None:
    """Return the name of a metric; None for a statistic, which is named by its page."""
    return measure.title.wording() if isinstance(measure, Metric) else None


def facts_of(records: tuple[Record, ...]) -> Iterator[tuple[str, ReferencedFact]]:
    """Yield every figure and rate by its reference; of several values of one key the preferred one
    comes last, so that a dict keeps it."""
    order = {"deprecated": 0, "normal": 1, "preferred": 2}
    for record in records:
        for base, measure in record.measures():
            for observation in sorted(measure.observations, key=lambda item: order[item.rank]):
                text = observation_text(observation, measure)
                fact = ReferencedFact(
                    record.id, text, observation.citations, base, measure, observation
                )
                for status in ("", observation.status):
                    reference = observation_ref(base, observation.period, status)
                    yield reference, fact
                    yield pinned_ref(reference, value_pin(observation)), fact
            for rate in measure.rates:
                text = rate_in_words(rate, measure)
                fact = ReferencedFact(record.id, text, rate.citations, base, measure, rate)
                for status in ("", rate.status):
                    reference = rate_ref(base, rate.id, status)
                    yield reference, fact
                    yield pinned_ref(reference, value_pin(rate)), fact


def status_in_words(figure: Observation | Rate) -> Wording:
    """Return the status of a figure, and whether its value is not what its quotation prints: it is
    corrected, or derived from the words."""
    status = STATUS_WORDS[figure.status]
    if figure.correction:
        return _WITH_REMARK.format(status=status, remark=shared_labels.CORRECTED)
    if figure.citations and all(each.relation == "derived" for each in figure.citations):
        return _WITH_REMARK.format(status=status, remark=shared_labels.DERIVED_VALUE)
    return status


def fact_in_words(
    period: str | None,
    value: Wording,
    status_words: Wording,
    rank: str = "normal",
    *,
    disputed: bool = False,
) -> Wording:
    """Return a figure as an answer: ``2022年：3,099亿元（已公布）``.

    A value that is rejected or disputed says so everywhere that it is shown.
    """
    when = period_in_words(period)
    status = _with_rank(status_words, rank, disputed=disputed)
    said = with_status(value, status)
    return Wording(f"{when.zh}：{said.zh}", f"{when.en}: {said.en}")


def figure_in_sentence(by: Wording, measure: Measure, figure: Observation | Rate) -> Wording:
    """Return who says a figure, and of which period, as a sentence without its full stop."""
    status, text = status_in_words(figure), NO_TEXT
    if isinstance(figure, Observation):
        text, status = observation_text(figure, measure), _with_rank(status, figure.rank)
    else:
        text, status = (
            rate_text(figure, measure),
            _with_rank(status, disputed=bool(figure.disputed)),
        )
    if not figure.period:
        return _SAYS_UNDATED.format(by=by, value=text, status=status)
    when = period_in_words(figure.period)
    return _SAYS.format(by=by, value=text, when=when, status=status)


def with_status(text: Wording, status: Wording) -> Wording:
    """Return a text with its status in brackets."""
    return Wording(f"{text.zh}（{status.zh}）", f"{text.en} ({status.en})")


def period_in_words(period: str | None) -> Wording:
    """Return a period in words; that it is unknown for none."""
    if not period:
        return shared_labels.UNDATED
    return Wording(format_period(period, "zh"), format_period(period, "en"))


def _with_rank(status_words: Wording, rank: str = "normal", *, disputed: bool = False) -> Wording:
    if rank == "deprecated":
        return _WITH_REMARK.format(status=status_words, remark=RANK_WORDS[rank])
    if disputed:
        return _WITH_REMARK.format(status=status_words, remark=shared_labels.DISPUTED)
    return status_words


def joined(*parts: Wording) -> Wording:
    """Return the parts that are not empty, separated by commas."""
    return Wording(
        "，".join(part.zh for part in parts if part.zh),
        ", ".join(part.en for part in parts if part.en),
    )
