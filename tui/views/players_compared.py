"""Blocks of a comparison of players: identity, shared measures, then those of only one player."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tui.document import (
    Block,
    Cell,
    Heading,
    Paragraph,
    Span,
    Spans,
    Table,
    TableRow,
)
from tui.document.link_target import record_target
from tui.store import Store
from tui.text.language import Language
from tui.text.periods import sort_key
from tui.views import messages
from tui.views.comparison_subjects import Subject
from tui.views.measure_figures import Figure, figure_spans, figures_of, period_label
from tui.views.metric_matching import (
    ComparedMetric,
    MetricMatch,
    match_by_alias,
    match_by_title,
    metrics_of,
)
from tui.views.quote_numbering import QuoteNumbering


def player_blocks(
    store: Store, subjects: Sequence[Subject], evidence: QuoteNumbering, language: Language
) -> Iterator[Block]:
    """Yield the blocks of the page without its evidence."""
    heads = heads_of(subjects, language)
    yield Table(heads, tuple(_identity(store, subjects, evidence, language)))
    players = [metrics_of(store, subject.record) for subject in subjects]
    figures = [figures_of(store, subject.record) for subject in subjects]
    same, rest = match_by_title(players)
    similar, rest = match_by_alias(rest)
    if same:
        yield Heading(messages.SHARED.of(language))
        rows = [row for match in same for row in _rows(match, figures, evidence, language)]
        yield Table(heads, tuple(rows))
    if similar:
        yield Heading(messages.SIMILAR.of(language))
        yield Paragraph((Span(messages.SIMILAR_WARNING.of(language), "warning"),))
        yield Table(
            heads,
            tuple(_similar_measures_row(match, figures, evidence, language) for match in similar),
        )
    yield Heading(messages.ONE_SIDE_ONLY.of(language))
    for head, metrics, own in zip(heads, rest, figures, strict=True):
        found = [
            row for metric in metrics for row in _rows_of_metric(metric, own, evidence, language)
        ]
        if found:
            yield Table((head,), tuple(found))
        elif not own:
            gap = "：" if language == "zh" else ": "
            nothing = Span(gap + messages.NO_FIGURES.of(language), "muted")
            yield Paragraph((*head, nothing))


def heads_of(subjects: Sequence[Subject], language: Language) -> tuple[Spans, ...]:
    """Return the column headings, each a link to its record."""
    return tuple(
        (Span(subject.title.of(language), "link", record_target(subject.record)),)
        for subject in subjects
    )


def _identity(
    store: Store, subjects: Sequence[Subject], evidence: QuoteNumbering, language: Language
) -> Iterator[TableRow]:
    labels: dict[str, str] = {}
    values: dict[tuple[str, str], Cell] = {}
    for subject in subjects:
        rows = store.query(
            f"SELECT field, label_{language}, value_{language}, target FROM compared_fields "
            "WHERE id = ? ORDER BY position",
            (subject.record,),
        )
        for field, label, value, target in rows:
            labels[field] = label
            link = Span(value, "link", record_target(target)) if target else Span(value)
            values[subject.record, field] = ((link,),) if value else ()
    for field, label in labels.items():
        cells = tuple(values.get((subject.record, field), ()) for subject in subjects)
        if any(cells):
            yield TableRow((Span(label, "label"),), cells)
    mains = [store.answers(subject.record)[0] for subject in subjects]
    marks = tuple((evidence.mark_spans(entry),) for entry in mains)
    yield TableRow((Span(messages.IDENTITY_EVIDENCE.of(language), "label"),), marks)


def _rows(
    match: MetricMatch,
    figures: Sequence[list[Figure]],
    evidence: QuoteNumbering,
    language: Language,
) -> Iterator[TableRow]:
    """Yield a row per period: values, and below them the rates stated for it."""
    columns = [
        [figure for figure in own if figure.measure in {metric.reference for metric in metrics}]
        for metrics, own in zip(match.sides, figures, strict=True)
    ]
    names = dict.fromkeys(
        metric.title.of(language) for metrics in match.sides for metric in metrics
    )
    name = (" / " if language == "en" else "／").join(names)
    periods = {figure.period for own in columns for figure in own}
    for period in sorted(periods, key=lambda period: sort_key(period or None)):
        cells = tuple(
            tuple(
                figure_spans(figure, evidence, language, name)
                for figure in own
                if figure.period == period
            )
            for own in columns
        )
        label = (Span(name, "title"), Span(" "), Span(period_label(period, language), "label"))
        yield TableRow(label, cells)


def _similar_measures_row(
    match: MetricMatch,
    figures: Sequence[list[Figure]],
    evidence: QuoteNumbering,
    language: Language,
) -> TableRow:
    """Return one row: in each cell the measure under its own name, with all its figures."""
    cells = []
    for metrics, own in zip(match.sides, figures, strict=True):
        cell: list[Spans] = []
        for metric in metrics:
            cell.append((Span(metric.title.of(language), "title"),))
            for figure in own:
                if figure.measure == metric.reference:
                    label = Span(period_label(figure.period, language), "label")
                    title = metric.title.of(language)
                    spans = figure_spans(figure, evidence, language, title)
                    cell.append((label, Span(" "), *spans))
        cells.append(tuple(cell))
    return TableRow((Span(match.word(language), "title"),), tuple(cells))


def _rows_of_metric(
    metric: ComparedMetric, figures: Sequence[Figure], evidence: QuoteNumbering, language: Language
) -> Iterator[TableRow]:
    own = [figure for figure in figures if figure.measure == metric.reference]
    for figure in sorted(own, key=lambda item: (item.is_rate, sort_key(item.period or None))):
        name = Span(metric.title.of(language), "title")
        label = (name, Span(" "), Span(period_label(figure.period, language), "label"))
        yield TableRow(label, ((figure_spans(figure, evidence, language, name.text),),))
