"""What a record answers when asked: one row per figure, or one for the record as a whole."""

from __future__ import annotations

from collections.abc import Iterator

from tui.compile import labels
from tui.compile.catalogue import Catalogue
from tui.compile.entries import Entry
from tui.compile.facts.answer import Answer
from tui.compile.facts.disagreements import Disagreement
from tui.compile.facts.fact_text import (
    measure_title,
    measures,
    observation_key,
    observation_text,
    rate_text,
    said,
)
from tui.compile.facts.player_answers import parts_of_player
from tui.compile.facts.summary import whole_text
from tui.document.fact_ref import is_rate, rate_ref
from tui.load.record_references import FACT_IN_TEXT
from tui.model import Brief, Citation, Measure, Metric, Observation, Player, Rate, Record
from tui.text.language import NO_TEXT, Wording
from tui.text.periods import sort_key


def answers_of(record: Entry, catalogue: Catalogue) -> list[Answer]:
    """Every answer of a record, the main one first."""
    whole = Answer(whole_text(record, catalogue), _own(record, catalogue))
    figures: list[Answer] = []
    if isinstance(record, Record):
        for base, measure in measures(record):
            aliases = measure.aliases if isinstance(measure, Metric) else ()
            figures += [answer._replace(words=aliases) for answer in _figures(base, measure)]
    if isinstance(record, Player):
        figures += parts_of_player(record, catalogue)
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
        not is_rate(answer.fact),
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
    name = measure_title(measure) or NO_TEXT
    for observation in measure.observations:
        same = [item for item in measure.observations if item.period == observation.period]
        others = tuple(
            (
                said(item.period, observation_text(item, measure), item.status, item.rank),
                item.citations,
            )
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
    text = said(observation.period, amount, observation.status, observation.rank)
    return Answer(
        _named(name, text),
        observation.citations,
        fact=observation_key(base, observation, measure),
        measure=name,
        period=observation.period or "",
        value=format(observation.value, "f"),
        unit=observation.unit,
        status=observation.status,
        rank=observation.rank,
        amount=amount,
        form="observation",
        base=base,
        as_printed=observation.as_printed or "",
        others=others,
    )


def _of_rate(base: str, name: Wording, measure: Measure, rate: Rate) -> Answer:
    title = rate.title.wording() if rate.title else _named(name, labels.RATES[rate.type])
    amount = rate_text(rate, measure)
    text = said(rate.period, amount, rate.status)
    return Answer(
        _named(title, text),
        rate.citations,
        fact=rate_ref(base, rate.id),
        measure=title,
        period=rate.period,
        value=format(rate.value, "f"),
        unit=rate.unit,
        status=rate.status,
        amount=amount,
        form=rate.type,
        base=base,
    )


def _named(name: Wording, text: Wording) -> Wording:
    if not name.zh:
        return text
    return Wording(f"{name.zh}，{text.zh}", f"{name.en}, {text.en}")
