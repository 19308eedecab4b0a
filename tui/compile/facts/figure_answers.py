"""Answers made of the figures and rates of a record."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tui.compile.facts.answer import Answer, Side
from tui.compile.facts.edition_dates import is_past_forecast
from tui.compile.facts.fact_text import (
    RATE_TYPES,
    fact_in_words,
    measure_title,
    measured_unit,
    observation_key,
    observation_text,
    qualifier,
    rate_after_name,
    rate_text,
    status_in_words,
)
from tui.compile.facts.figure_notes import correction_note, figure_notes
from tui.document.fact_ref import is_rate, rate_ref, record_id_of
from tui.document.shared_labels import FORECAST_PASSED
from tui.model import Bilingual, Measure, Metric, Observation, Rate, Record
from tui.model.rivals import rates_conflict, rivals
from tui.text.language import NO_TEXT, Wording
from tui.text.number_format import without_counted
from tui.text.periods import format_period, sort_key

_MAIN_UNITS = ("元", "人")
"""Ends of the units of money and of people."""


def figure_answers(record: Record, year: int) -> Iterator[Answer]:
    """Yield an answer for each figure and rate of a record; a metric is found by its aliases.

    A forecast of a time before ``year``, that of the edition, says so if no value is reported.
    """
    for base, measure in record.measures():
        words = measure.aliases if isinstance(measure, Metric) else ()
        for answer in _answers(base, measure, year):
            yield answer._replace(words=words)


def latest(record: Record) -> Answer | None:
    """Return the figure that a list shows: used, not a forecast, printed rather than derived, of
    the latest period."""
    figures = [answer for base, measure in record.measures() for answer in _answers(base, measure)]
    return max(figures, key=_precedence) if figures else None


def latest_of_measures(record: Record) -> list[Answer]:
    """Return the latest figure of each measure that has any but rates: sums of money and numbers
    of people first, then the latest."""
    found: list[tuple[bool, Answer]] = []
    for base, measure in record.measures():
        answers = [each for each in _answers(base, measure) if not is_rate(each.fact)]
        if answers:
            found.append((measure.unit.endswith(_MAIN_UNITS), max(answers, key=_precedence)))
    found.sort(key=lambda pair: (pair[0], sort_key(pair[1].period or None)), reverse=True)
    return [answer for _, answer in found]


def main_figure(record: Record) -> Answer | None:
    """Return the figure that stands for a company: money or people before other counts, then the
    latest."""
    return next(iter(latest_of_measures(record)), latest(record))


def main_first(answers: Sequence[Answer]) -> list[Answer]:
    """Return answers with the figure that ``latest`` would choose in front, marked as main."""
    main = max(answers, key=_precedence)
    return [main._replace(main=True), *(answer for answer in answers if answer is not main)]


def _precedence(answer: Answer) -> tuple[bool, bool, bool, bool, tuple[int, int, int, int]]:
    return (
        not is_rate(answer.fact),
        answer.rank != "deprecated",
        answer.status != "forecast",
        any(each.relation == "quoted" for each in answer.citations),
        sort_key(answer.period or None),
    )


def _answers(base: str, measure: Measure, year: int = 0) -> Iterator[Answer]:
    name = measure_title(measure) or NO_TEXT
    for observation in measure.observations:
        others = tuple(
            figure_side(base, measure, item) for item in _alternatives(measure, observation)
        )
        answer = _observation_answer(base, name, measure, observation)
        if is_past_forecast(measure, observation, year):
            answer = answer._replace(caveat=FORECAST_PASSED)
        yield answer._replace(others=others)
    for rate in measure.rates:
        others = tuple(
            figure_side(base, measure, item)
            for item in measure.rates
            if item is not rate and rates_conflict(item, rate)
        )
        yield _rate_answer(base, name, measure, rate)._replace(others=others)


def _alternatives(measure: Measure, observation: Observation) -> list[Observation]:
    """Return the values that compete with one. A rejected one that competes with none has the
    newest used one that is not of a later time, or else the oldest."""
    observations = measure.observations
    same = [it for it in observations if it.period and rivals(measure, it, observation)]
    if observation.rank == "deprecated" and observation.period and len(same) < 2:
        used = [it for it in observations if it.status != "forecast" and is_used(measure, it)]
        used.sort(key=lambda it: sort_key(it.period))
        earlier = [it for it in used if sort_key(it.period) <= sort_key(observation.period)]
        return earlier[-1:] or used[:1]
    return [it for it in same if it is not observation]


def figure_side(base: str, measure: Measure, figure: Observation | Rate) -> Side:
    """Return a figure as a side of a disagreement."""
    if isinstance(figure, Observation):
        text = observation_text(figure, measure)
        words = fact_in_words(figure.period, text, status_in_words(figure), figure.rank)
        fact = observation_key(base, figure, measure)
        used, reason = is_used(measure, figure), figure.reason_for_rank or figure.note
    else:
        disputed, text = figure.disputed is not None, rate_text(figure, measure)
        words = fact_in_words(figure.period, text, status_in_words(figure), disputed=disputed)
        fact = rate_ref(base, figure.id)
        used, reason = not disputed, figure.disputed or figure.note
    return Side(
        words,
        figure.citations,
        record_id_of(base),
        fact,
        format(figure.value, "f"),
        used=used,
        reason=_wording(reason),
        figure=figure,
        base_unit=measured_unit(measure, figure.unit),
        correction=correction_note(figure),
    )


def _wording(text: Bilingual | None) -> Wording:
    return text.wording() if text else NO_TEXT


def _observation_answer(
    base: str, name: Wording, measure: Measure, observation: Observation
) -> Answer:
    amount = observation_text(observation, measure)
    status = status_in_words(observation)
    text = fact_in_words(
        observation.period, _without_counted(amount, name), status, observation.rank
    )
    return Answer(
        _with_name(name, text),
        observation.citations,
        fact=observation_key(base, observation, measure),
        measure=name,
        period=observation.period or "",
        value=format(observation.value, "f"),
        unit=observation.unit,
        base_unit=measured_unit(measure, observation.unit),
        status=observation.status,
        rank=observation.rank,
        amount=amount,
        form="observation",
        base=base,
        as_printed=observation.as_printed or "",
        status_words=status,
        correction=correction_note(observation),
        qualifier=qualifier(observation),
        used=is_used(measure, observation),
        reason=_wording(observation.reason_for_rank),
        note=figure_notes(observation),
    )


def _rate_answer(base: str, name: Wording, measure: Measure, rate: Rate) -> Answer:
    title = rate.title.wording() if rate.title else _with_name(name, RATE_TYPES[rate.type])
    amount = rate_text(rate, measure)
    disputed = rate.disputed is not None
    value = rate_after_name(rate, measure)
    text = fact_in_words(rate.period, value, status_in_words(rate), disputed=disputed)
    return Answer(
        _without_repeated_words(_with_name(title, text), rate.period, status_in_words(rate)),
        rate.citations,
        fact=rate_ref(base, rate.id),
        measure=title,
        period=rate.period,
        value=format(rate.value, "f"),
        unit=rate.unit,
        base_unit=measured_unit(measure, rate.unit),
        status=rate.status,
        amount=amount,
        form=rate.type,
        base=base,
        as_printed=rate.as_printed or "",
        status_words=status_in_words(rate),
        correction=correction_note(rate),
        qualifier=qualifier(rate),
        used=not rate.disputed,
        reason=_wording(rate.disputed),
        note=figure_notes(rate),
    )


def _without_repeated_words(text: Wording, period: str, status: Wording) -> Wording:
    """Return the text with its period and its status once, where the title of a rate has them."""
    zh, en = format_period(period, "zh"), format_period(period, "en")
    if text.zh.count(zh) > 1:
        text = text._replace(zh=text.zh.replace(f"，{zh}：", "：", 1))
    if text.en.count(en) > 1:
        text = text._replace(en=text.en.replace(f", {en}: ", ": ", 1))
    if text.zh.count(f"（{status.zh}）") > 1:
        text = text._replace(zh=text.zh.replace(f"（{status.zh}）", "", 1))
    if text.en.count(f" ({status.en})") > 1:
        text = text._replace(en=text.en.replace(f" ({status.en})", "", 1))
    return text


def is_used(measure: Measure, observation: Observation) -> bool:
    """Return whether the briefing uses a value: the preferred one of those that compete, and never
    a rejected one; a forecast only where no value is preferred or reported."""
    if observation.rank != "normal":
        return observation.rank == "preferred"
    others = [item for item in measure.observations if rivals(measure, item, observation)]
    return not any(
        item.rank == "preferred"
        or (
            observation.status == "forecast" and item.status != "forecast" and item.rank == "normal"
        )
        for item in others
        if item is not observation
    )


def _without_counted(amount: Wording, name: Wording) -> Wording:
    return Wording(without_counted(amount.zh, name.zh), without_counted(amount.en, name.en))


def _with_name(name: Wording, text: Wording) -> Wording:
    if not name.zh:
        return text
    return Wording(f"{name.zh}，{text.zh}", f"{name.en}, {text.en}")
