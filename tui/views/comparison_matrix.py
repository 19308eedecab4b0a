"""The table of a comparison of players: the measures that several have, each value in its cell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from tui.document import Block, Cell, Paragraph, Span, Spans, Table, TableRow
from tui.text.language import Language
from tui.text.periods import sort_key
from tui.views import messages
from tui.views.comparability import ComparedMeasure
from tui.views.measure_figures import Figure, figure_cell, period_label
from tui.views.quote_numbering import QuoteNumbering


def matrix_blocks(
    measures: Sequence[ComparedMeasure],
    heads: tuple[Spans, ...],
    evidence: QuoteNumbering,
    language: Language,
) -> Iterator[Block]:
    """Yield the table, and what its mark means where it has one. Measures that one player alone has
    are not in it."""
    rows = [
        row
        for measure in measures
        if measure.kind != "single"
        for row in _rows(measure, evidence, language)
    ]
    if rows:
        yield Table(heads, tuple(rows), on_grid=True)
    if any(measure.kind == "definition" or any(measure.similar) for measure in measures):
        yield Paragraph((Span(messages.SIMILAR_WARNING.of(language), "warning"),))


def by_period(figures: Iterable[Figure]) -> list[Figure]:
    """Return figures in the order of their periods."""
    return sorted(figures, key=lambda figure: sort_key(figure.period or None))


def _rows(
    measure: ComparedMeasure, evidence: QuoteNumbering, language: Language
) -> Iterator[TableRow]:
    """Yield a row per period in which figures can be compared, the latest first; in the first one
    also the figures that cannot be compared."""
    periods = [] if measure.kind == "definition" else measure.common_periods
    periods.sort(key=lambda period: (period == measure.period, sort_key(period)), reverse=True)
    compared = {
        id(figure) for each in periods for own in measure.compared_in(each) for figure in own
    }
    for number, period in enumerate(periods or [""]):
        label = [Span(measure.name.of(language), "title")]
        if period:
            comma = "，" if language == "zh" else ", "
            label.append(Span(comma + period_label(period, language), "label"))
        cells: list[Cell] = []
        for place, own in enumerate(measure.columns):
            shown = measure.compared_in(period)[place] if period else []
            left = [] if number else [figure for figure in own if id(figure) not in compared]
            cell = [
                spans
                for figure in shown
                for spans in figure_cell(figure, evidence, language, measure.title.of(language))
            ]
            for figure in by_period((*left, *([] if number else measure.others[place]))):
                cell += _other_value(measure, figure, evidence, language)
            missing = (Span(messages.NOT_IN_DOCUMENTS.of(language), "muted"),)
            cells.append(tuple(cell) or (() if own else (missing,)))
        yield TableRow(tuple(label), tuple(cells))


def _other_value(
    measure: ComparedMeasure, figure: Figure, evidence: QuoteNumbering, language: Language
) -> Iterator[Spans]:
    """Yield the texts of a figure that cannot be compared: one of another definition with a
    mark and the name of its own measure, any other with its period."""
    metrics = (*measure.match.metrics, *(each for own in measure.similar for each in own))
    titles = {each.reference: each.title for each in metrics}
    title = figure.name if figure.is_rate else titles[figure.measure]
    (value, *rest), *below = figure_cell(figure, evidence, language, title.of(language))
    period = period_label(figure.period, language)
    is_forecast = figure.entry.status == "forecast"  # hidden together with its value
    if measure.kind == "definition" or any(figure in own for own in measure.others):
        name = messages.NAME_AND_PERIOD.format(name=title, period=period).of(language)
        yield (value._replace(text=f"≠ {value.text}"), *rest)
        yield (Span(name, "forecast" if is_forecast else "label"),)
    else:
        same = [own for own in measure.columns if any(it.period == figure.period for it in own)]
        form = messages.OTHER_STATUS if figure.period and len(same) > 1 else messages.OTHER_PERIOD
        yield (value, *rest)
        words = form.format(periods=period).of(language)
        yield (Span(words, "forecast" if is_forecast else "warning"),)
    yield from below
