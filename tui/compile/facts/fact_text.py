"""Figures as texts refer to them and as they read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tui.compile import labels
from tui.document.fact_ref import observation_ref, part_ref, rate_ref
from tui.document.shared_labels import RANK_WORDS, STATUS_WORDS
from tui.model import Citation, Measure, Metric, Observation, Player, Rate, Record, Statistic
from tui.text.language import Wording
from tui.text.number_format import format_quantity
from tui.text.periods import format_period


class ReferencedFact(NamedTuple):
    """A figure that a text refers to: the record it stands in, how it reads, its evidence."""

    id: str
    text: Wording
    citations: tuple[Citation, ...] = ()


def observation_text(observation: Observation, measure: Measure) -> Wording:
    """The value of an observation with its unit and hedge."""
    value, unit, hedge = observation.value, observation.unit, observation.comparator
    return Wording(
        format_quantity(value, unit, "zh", hedge),
        format_quantity(value, unit, "en", hedge, noun=measure.english_noun),
    )


def observation_key(base: str, observation: Observation, measure: Measure) -> str:
    """``ID@PERIOD``; of several values of one period all but the preferred name their status."""
    rivals = sum(item.period == observation.period for item in measure.observations) > 1
    if rivals and observation.period and observation.rank != "preferred":
        return observation_ref(base, observation.period, observation.status)
    return observation_ref(base, observation.period)


def rate_text(rate: Rate, measure: Measure) -> Wording:
    """The value of a rate; growth and change with their sign."""
    signed = rate.type in ("growth", "cagr", "change")
    value, unit, hedge = rate.value, rate.unit, rate.comparator
    noun = measure.english_noun if rate.type == "change" else None
    return Wording(
        format_quantity(value, unit, "zh", hedge, signed=signed),
        format_quantity(value, unit, "en", hedge, signed=signed, noun=noun),
    )


def measures(record: Record) -> Iterator[tuple[str, Measure]]:
    """The measures of a record, each with the reference under which its figures stand."""
    if isinstance(record, Statistic):
        yield record.id, record
    elif isinstance(record, Player):
        for metric in record.metrics:
            yield part_ref(record.id, metric.id), metric


def measure_title(measure: Measure) -> Wording | None:
    """The name of a player's metric; nothing for a statistic, whose page bears the name."""
    return measure.title.wording() if isinstance(measure, Metric) else None


def facts_of(records: tuple[Record, ...]) -> Iterator[tuple[str, ReferencedFact]]:
    """Every figure and rate by its reference; of several values of one key the preferred one."""
    order = {"deprecated": 0, "normal": 1, "preferred": 2}
    for record in records:
        for base, measure in measures(record):
            # Later entries win: the preferred value of a key comes last.
            for observation in sorted(measure.observations, key=lambda item: order[item.rank]):
                text = observation_text(observation, measure)
                fact = ReferencedFact(record.id, text, observation.citations)
                yield observation_ref(base, observation.period), fact
                yield observation_ref(base, observation.period, observation.status), fact
            for rate in measure.rates:
                yield (
                    rate_ref(base, rate.id),
                    ReferencedFact(record.id, rate_text(rate, measure), rate.citations),
                )


def said(period: str | None, value: Wording, status: str, rank: str = "normal") -> Wording:
    """``2022年：3,099亿元（已报告）``: a figure as an answer. One that is not adopted says so
    wherever it goes."""
    when = labels.UNDATED
    if period:
        when = Wording(format_period(period, "zh"), format_period(period, "en"))
    sure = STATUS_WORDS[status]
    if rank == "deprecated":
        sure = labels.SET_ASIDE.format(status=sure, rank=RANK_WORDS[rank])
    return Wording(f"{when.zh}：{value.zh}（{sure.zh}）", f"{when.en}: {value.en} ({sure.en})")
