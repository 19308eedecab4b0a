"""A measure as a reader sees it: its chart, its observations, the rates stated of it."""

from __future__ import annotations

from collections.abc import Iterable

from tui.compile import labels
from tui.compile.chart_series import series_of
from tui.compile.facts.disagreements import size
from tui.compile.facts.fact_text import observation_text, rate_text
from tui.compile.page_builder import PageBuilder
from tui.document import FigureRow, Figures, Span, Spans
from tui.document.shared_labels import RANK_WORDS, STATUS_WORDS
from tui.model import Measure, Observation, Rate
from tui.text.language import Wording
from tui.text.periods import format_period, sort_key


def add_measure(page: PageBuilder, measure: Measure, reference: str) -> None:
    """Chart (where there is a series), observations, where they disagree, forecasts beside their
    outcomes, rates."""
    page.add(*series_of(page, measure))
    observations = sorted(measure.observations, key=lambda item: sort_key(item.period))
    if observations:
        page.add(Figures(tuple(_row(page, measure, item) for item in observations)))
    if disagreement := page.catalogue.disagreement(reference):
        mark = Span(page.of(labels.DISAGREE), "warning")
        page.paragraph((mark, page.link(disagreement)), indent=2)
    for outcome in _outcomes(measure):
        head = Span(page.of(labels.OUTCOMES) + " ", "label")
        page.paragraph((head, Span(page.of(outcome))), indent=2)
    if measure.rates:
        page.heading(labels.RATES_STATED, 3)
        page.add(Figures(tuple(_rate_row(page, measure, rate) for rate in measure.rates)))


def _outcomes(measure: Measure) -> Iterable[Wording]:
    """Forecasts for periods of which the outcome is known, and by how much they were off."""
    known = {
        item.period: item
        for item in measure.observations
        if item.status == "reported" and item.rank != "deprecated"
    }
    for item in measure.observations:
        outcome = known.get(item.period)
        if item.status != "forecast" or outcome is None or item.period is None:
            continue
        off = size(item) / size(outcome) - 1
        label = labels.OUTCOME_HIGHER if off >= 0 else labels.OUTCOME_LOWER
        yield label.format(
            period=Wording(format_period(item.period, "zh"), format_period(item.period, "en")),
            forecast=observation_text(item, measure),
            outcome=observation_text(outcome, measure),
            percent=f"{abs(off) * 100:.1f}",
        )


def ratio_in_words(value: float, first: float) -> Wording:
    """How far a value lies from the first one."""
    off = value / first - 1
    label = labels.HIGHER if off >= 0 else labels.LOWER
    return label.format(percent=f"{abs(off) * 100:.1f}", ratio=f"{value / first:.2f}")


def _row(page: PageBuilder, measure: Measure, observation: Observation) -> FigureRow:
    rank = RANK_WORDS[observation.rank].of(page.language) if observation.rank != "normal" else ""
    return FigureRow(
        "",
        _period(page, observation.period),
        observation_text(observation, measure).of(page.language),
        observation.status,
        STATUS_WORDS[observation.status].of(page.language),
        page.cite(observation.citations),
        tuple(_remarks(page, observation)),
        rank,
    )


def _remarks(page: PageBuilder, observation: Observation) -> Iterable[Spans]:
    if observation.undated:
        yield page.spans(page.of(observation.undated))
    if observation.reason_for_rank:
        yield page.spans(page.of(observation.reason_for_rank))
    if observation.correction:
        printed = f"{page.of(labels.AS_PRINTED)} {observation.as_printed}"
        stop = "。" if page.language == "zh" else ". "
        name = Span(printed + stop, "warning")
        yield (name, *page.spans(page.of(observation.correction.reason)))
        proof = Span(page.of(labels.PROOF) + ("：" if page.language == "zh" else ": "), "label")
        yield (proof, *page.spans(page.of(observation.correction.proof)))
    if observation.note:
        yield page.spans(page.of(observation.note))


def _rate_row(page: PageBuilder, measure: Measure, rate: Rate) -> FigureRow:
    name = rate.title.wording() if rate.title else labels.RATES[rate.type]
    remarks: list[Spans] = []
    if rate.called:
        remarks.append((Span(f"{page.of(labels.CALLED)} {rate.called}", "warning"),))
    if rate.note:
        remarks.append(page.spans(page.of(rate.note)))
    return FigureRow(
        page.of(name),
        _period(page, rate.period),
        rate_text(rate, measure).of(page.language),
        rate.status,
        STATUS_WORDS[rate.status].of(page.language),
        page.cite(rate.citations),
        tuple(remarks),
    )


def _period(page: PageBuilder, period: str | None) -> str:
    return format_period(period, page.language) if period else page.of(labels.UNDATED)
