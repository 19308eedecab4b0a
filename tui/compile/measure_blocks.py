"""The blocks of a measure: chart, observations, disagreement, forecasts and outcomes, rates."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tui.compile import labels
from tui.compile.chart_periods import missing_figures, missing_periods
from tui.compile.chart_series import series_of
from tui.compile.facts.disagreements import size
from tui.compile.facts.edition_dates import is_past_forecast
from tui.compile.facts.fact_text import RATE_TYPES, observation_text, rate_text, status_in_words
from tui.compile.page_builder import PageBuilder
from tui.document import FigureRow, Figures, Span, Spans, shared_labels
from tui.document.fact_ref import part_ref
from tui.document.shared_labels import RANK_WORDS, with_colon
from tui.model import Measure, Metric, Observation, Player, Rate
from tui.text.language import NO_TEXT, Wording
from tui.text.number_format import without_counted
from tui.text.periods import format_period, sort_key

_OUTCOMES = Wording("预测与公布值", "Forecast and reported value")
_OUTCOME_HIGHER = Wording(
    "{period}预测值{forecast}，公布值{outcome}，预测偏高{percent}%{caveat}。",
    "{period}: forecast {forecast}, reported {outcome}; the forecast is {percent}% higher{caveat}.",
)
_OUTCOME_LOWER = Wording(
    "{period}预测值{forecast}，公布值{outcome}，预测偏低{percent}%{caveat}。",
    "{period}: forecast {forecast}, reported {outcome}; the forecast is {percent}% lower{caveat}.",
)
_IF_SCOPES_MATCH = Wording("（若两份资料口径相同）", " (if both sources count alike)")
_AS_PRINTED = Wording("原文印作", "printed as")
_PROOF = Wording("依据", "Evidence")
_CALLED = Wording("来源称之为", "the source calls it")


def add_metrics(page: PageBuilder, player: Player) -> None:
    """Add one table of all figures of a player, the scopes, then for each metric its chart, links
    to disagreements, and forecasts with outcomes."""
    rows = [row for metric in player.metrics for row in _metric_rows(page, metric)]
    page.add(Figures(tuple(rows)))
    scopes = [(metric.title.wording(), metric.scope) for metric in player.metrics if metric.scope]
    if scopes:
        page.heading(shared_labels.SCOPE, 3)
        page.fields((name, page.spans(page.of(scope))) for name, scope in scopes)
    for metric in player.metrics:
        if series := series_of(page, metric):
            page.heading(metric.title, 2)
            page.add(*series)
        _add_remarks(page, metric, part_ref(player.id, metric.id), metric.title.wording())


def _metric_rows(page: PageBuilder, metric: Metric) -> list[FigureRow]:
    """Return the observations of a metric by period, then its rates."""
    name = page.of(metric.title)
    observations = sorted(metric.observations, key=lambda item: sort_key(item.period))
    rows = []
    for item in observations:
        row = _row(page, metric, item)
        rows.append(row._replace(label=name, value=without_counted(row.value, name)))
    return rows + [_rate_row(page, metric, rate) for rate in metric.rates]


def add_figures(page: PageBuilder, measure: Measure, reference: str) -> None:
    """Add chart, observations, a link to their disagreement, and forecasts with outcomes."""
    page.add(*series_of(page, measure))
    rows = [(item.period, _row(page, measure, item)) for item in measure.observations]
    missing = [each for _, each in missing_figures(page.catalogue.content.records, reference)]
    for period in missing_periods(measure.observations, missing):
        no_figure = page.of(shared_labels.NO_FIGURE)
        rows.append((period, FigureRow("", _period(page, period), no_figure, "unknown", "", ())))
    rows.sort(key=lambda row: sort_key(row[0]))
    if rows:
        page.add(Figures(tuple(row for _, row in rows)))
    _add_remarks(page, measure, reference)


def _add_remarks(
    page: PageBuilder, measure: Measure, reference: str, name: Wording = NO_TEXT
) -> None:
    """Add links to disagreements, and forecasts with outcomes; ``name``: of the measure, where the
    table above has several."""
    page.disagreement_link(reference, name)
    for outcome in _outcomes(measure):
        head = Span(with_colon(page.of(_OUTCOMES)), "label")
        page.paragraph((head, Span(page.of(outcome))), indent=2)


def add_rates(page: PageBuilder, measure: Measure, rates: Sequence[Rate], level: int = 3) -> None:
    """Add rates of a measure with what is to be known about each; nothing for no rate."""
    if rates:
        page.heading(shared_labels.RATES_STATED, level)
        page.add(Figures(tuple(_rate_row(page, measure, rate) for rate in rates)))


def _outcomes(measure: Measure) -> Iterable[Wording]:
    """Yield each forecast whose outcome is known, and by how much it was off."""
    known = {
        item.period: item
        for item in measure.observations
        if item.status == "reported" and item.rank != "deprecated"
    }
    for item in measure.observations:
        outcome = known.get(item.period)
        if item.status != "forecast" or outcome is None or item.period is None:
            continue
        if size(outcome) <= 0:  # no percentage of nothing, nor of a loss
            continue
        off = size(item) / size(outcome) - 1
        same_source = _sources(item) == _sources(outcome)
        label = _OUTCOME_HIGHER if off >= 0 else _OUTCOME_LOWER
        yield label.format(
            period=Wording(format_period(item.period, "zh"), format_period(item.period, "en")),
            forecast=observation_text(item, measure),
            outcome=observation_text(outcome, measure),
            percent=f"{abs(off) * 100:.1f}",
            caveat=NO_TEXT if same_source else _IF_SCOPES_MATCH,
        )


def _sources(observation: Observation) -> set[str]:
    return {citation.source for citation in observation.citations}


def _row(page: PageBuilder, measure: Measure, observation: Observation) -> FigureRow:
    rank = RANK_WORDS[observation.rank].of(page.language) if observation.rank != "normal" else ""
    return FigureRow(
        "",
        _period(page, observation.period),
        observation_text(observation, measure).of(page.language),
        observation.status,
        status_in_words(observation).of(page.language),
        page.citation_numbers(observation.citations),
        tuple(_remarks(page, measure, observation)),
        rank,
    )


def _remarks(page: PageBuilder, measure: Measure, observation: Observation) -> Iterable[Spans]:
    if is_past_forecast(measure, observation, page.catalogue.edition_year):
        yield (Span(page.of(labels.YEAR_PASSED), "warning"),)
    if observation.undated:
        yield page.spans(page.of(observation.undated))
    if observation.reason_for_rank:
        yield page.spans(page.of(observation.reason_for_rank))
    yield from _correction(page, observation)
    if observation.note:
        yield page.spans(page.of(observation.note))


def _correction(page: PageBuilder, figure: Observation | Rate) -> Iterable[Spans]:
    if figure.correction:
        printed = f"{page.of(_AS_PRINTED)} {figure.as_printed}"
        stop = "。" if page.language == "zh" else ". "
        name = Span(printed + stop, "warning")
        yield (name, *page.spans(page.of(figure.correction.reason)))
        proof = Span(with_colon(page.of(_PROOF)), "label")
        yield (proof, *page.spans(page.of(figure.correction.proof)))


def _rate_row(page: PageBuilder, measure: Measure, rate: Rate) -> FigureRow:
    name = rate.title.wording() if rate.title else RATE_TYPES[rate.type]
    remarks = list(_correction(page, rate))
    if rate.disputed:
        doubt = Span(with_colon(page.of(shared_labels.DISPUTED)), "warning")
        remarks.append((doubt, *page.spans(page.of(rate.disputed))))
    if rate.source_term:
        gap = "" if page.language == "zh" else " "
        remarks.append((Span(f"{page.of(_CALLED)}{gap}{page.of(rate.source_term)}", "warning"),))
    if rate.note:
        remarks.append(page.spans(page.of(rate.note)))
    return FigureRow(
        page.of(name),
        _period(page, rate.period),
        rate_text(rate, measure).of(page.language),
        rate.status,
        status_in_words(rate).of(page.language),
        page.citation_numbers(rate.citations),
        tuple(remarks),
    )


def _period(page: PageBuilder, period: str | None) -> str:
    return format_period(period, page.language) if period else page.of(shared_labels.UNDATED)
