"""What a record answers when asked: one row per figure, or one for the record as a whole."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tui.compile import labels
from tui.compile.catalogue import Catalogue
from tui.compile.disagreements import Disagreement
from tui.compile.entries import Entry
from tui.compile.facts import measure_title, measures, observation_text, rate_text, said
from tui.compile.whole import whole_text
from tui.load.references import FACT_IN_TEXT
from tui.model import Brief, Citation, Measure, Observation, Player, Rate, Record
from tui.text.language import Wording
from tui.text.periods import parse_period, sort_key

_NOTHING = Wording("", "")


class Answer(NamedTuple):
    """One fact with its evidence. ``main`` marks what a record answers when no more is asked."""

    fact: str
    measure: Wording
    period: str
    value: str
    unit: str
    status: str
    rank: str
    main: bool
    amount: Wording
    """The value alone, in words; empty for an answer without a figure."""
    text: Wording
    citations: tuple[Citation, ...]
    others: tuple[tuple[Wording, tuple[Citation, ...]], ...] = ()
    """The same fact in other words of other sources."""

    def months(self) -> tuple[int, int]:
        """First and last month of the period as yyyymm; zeros for none."""
        if not self.period:
            return (0, 0)
        first, last = parse_period(self.period)
        return (first[0] * 100 + first[1], last[0] * 100 + last[1])


def answers_of(record: Entry, catalogue: Catalogue) -> list[Answer]:
    """Every answer of a record, the main one first."""
    whole = Answer(
        "",
        _NOTHING,
        "",
        "",
        "",
        "",
        "normal",
        False,
        _NOTHING,
        whole_text(record, catalogue),
        _own(record, catalogue),
    )
    figures: list[Answer] = []
    if isinstance(record, Record):
        for base, measure in measures(record):
            figures += _figures(base, measure)
    if figures and not isinstance(record, Player):
        main = max(figures, key=_weight)
        rest = [answer for answer in figures if answer is not main]
        return [main._replace(main=True), *rest]
    return [whole._replace(main=True), *figures]


def latest(record: Record) -> Answer | None:
    """The figure that stands for a record in a list: adopted, reported, of the latest period."""
    figures = [answer for base, measure in measures(record) for answer in _figures(base, measure)]
    return max(figures, key=_weight) if figures else None


def _weight(answer: Answer) -> tuple[bool, bool, bool, tuple[int, int, int, int]]:
    return (
        "#" not in answer.fact,
        answer.rank != "deprecated",
        answer.status != "forecast",
        sort_key(answer.period or None),
    )


def _own(record: Entry, catalogue: Catalogue) -> tuple[Citation, ...]:
    match record:
        case Record():
            return record.citations
        case Brief():
            facts = (catalogue.fact(reference) for reference in _references(record))
            cited = (citation for fact in facts for citation in fact.citations[:1])
            return tuple(dict.fromkeys(cited))
        case Disagreement():
            rivals = (item for group in record.rivals for item in group)
            cited = (citation for item in rivals for citation in item.citations)
            return tuple(dict.fromkeys(cited)) or record.record.citations
    return ()


def _references(brief: Brief) -> Iterator[str]:
    for passage in brief.passages:
        for paragraph in passage.paragraphs:
            yield from FACT_IN_TEXT.findall(paragraph.zh)


def _figures(base: str, measure: Measure) -> Iterator[Answer]:
    name = measure_title(measure) or _NOTHING
    for observation in measure.observations:
        same = [item for item in measure.observations if item.period == observation.period]
        others = tuple(
            (said(item.period, observation_text(item, measure), item.status), item.citations)
            for item in same
            if item is not observation and item.period
        )
        yield _of_observation(base, name, measure, observation, others)
    for rate in measure.rates:
        yield _of_rate(base, name, measure, rate)


def _of_observation(
    base: str,
    name: Wording,
    measure: Measure,
    observation: Observation,
    others: tuple[tuple[Wording, tuple[Citation, ...]], ...],
) -> Answer:
    amount = observation_text(observation, measure)
    text = said(observation.period, amount, observation.status)
    return Answer(
        f"{base}@{observation.period or 'undated'}",
        name,
        observation.period or "",
        format(observation.value, "f"),
        observation.unit,
        observation.status,
        observation.rank,
        False,
        amount,
        _named(name, text),
        observation.citations,
        others,
    )


def _of_rate(base: str, name: Wording, measure: Measure, rate: Rate) -> Answer:
    title = rate.title.wording() if rate.title else _named(name, labels.RATES[rate.type])
    amount = rate_text(rate, measure)
    text = said(rate.period, amount, rate.status)
    return Answer(
        f"{base}#{rate.id}",
        title,
        rate.period,
        format(rate.value, "f"),
        rate.unit,
        rate.status,
        "normal",
        False,
        amount,
        _named(title, text),
        rate.citations,
    )


def _named(name: Wording, text: Wording) -> Wording:
    if not name.zh:
        return text
    return Wording(f"{name.zh}，{text.zh}", f"{name.en}, {text.en}")
