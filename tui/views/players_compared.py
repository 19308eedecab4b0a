"""Blocks of a comparison of players: what can be compared, the figures, identity, then words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tui.document import Block, Cell, Heading, Paragraph, Span, Spans, Table, TableRow
from tui.document.link_target import record_target
from tui.store import Store
from tui.text.language import Language
from tui.text.periods import sort_key
from tui.views import messages
from tui.views.comparability import ComparedMeasure, compared_measures
from tui.views.comparison_overview import overview_blocks
from tui.views.comparison_subjects import Subject
from tui.views.measure_figures import (
    Figure,
    figure_cell,
    figure_spans,
    period_label,
)
from tui.views.player_texts import text_blocks
from tui.views.quote_numbering import QuoteNumbering


def player_blocks(
    store: Store, subjects: Sequence[Subject], evidence: QuoteNumbering, language: Language
) -> Iterator[Block]:
    """Yield the blocks of the page without its evidence: tables on one grid, texts below them."""
    heads = heads_of(subjects, language)
    measures = compared_measures(store, subjects)
    yield from overview_blocks(store, subjects, measures, heads, evidence, language)
    if several := [measure for measure in measures if _has_more_periods(measure)]:
        yield Heading(messages.BY_PERIOD.of(language))
        rows = [row for measure in several for row in _period_rows(measure, evidence, language)]
        period = (Span(messages.PERIOD.of(language)),)
        yield Table((period, *heads), tuple(rows), lead=1)
    if similar := [measure for measure in measures if measure.kind == "definition"]:
        yield Heading(messages.SIMILAR.of(language))
        yield Paragraph((Span(messages.SIMILAR_WARNING.of(language), "warning"),))
        rows = [_similar_measures_row(measure, evidence, language) for measure in similar]
        yield Table(heads, tuple(rows), lead=0)
        yield from _scopes(subjects, similar, language)
    yield from _single_blocks(subjects, measures, evidence, language)
    yield Heading(messages.PROFILE.of(language))
    yield Table(heads, tuple(_identity(store, subjects, measures, evidence, language)), lead=0)
    yield from text_blocks(store, subjects, evidence, language)


def heads_of(subjects: Sequence[Subject], language: Language) -> tuple[Spans, ...]:
    """Return the column headings, each a link to its record."""
    return tuple(
        (Span(subject.title.of(language), "link", record_target(subject.record)),)
        for subject in subjects
    )


def _has_more_periods(measure: ComparedMeasure) -> bool:
    """Return whether a measure of one definition has figures that the first table lacks."""
    shown = [figure for own in measure.compared for figure in own]
    return measure.kind in ("comparable", "period") and len(shown) < sum(map(len, measure.columns))


def _period_rows(
    measure: ComparedMeasure, evidence: QuoteNumbering, language: Language
) -> Iterator[TableRow]:
    """Yield a row per period of a measure."""
    title = measure.title.of(language)
    for period in measure.periods:
        cells = [
            tuple(
                spans
                for figure in own
                if figure.period == period
                for spans in figure_cell(figure, evidence, language, title)
            )
            for own in measure.columns
        ]
        when = ((Span(period_label(period, language), "label"),),)
        yield TableRow((Span(measure.name.of(language), "title"),), (when, *cells))


def _similar_measures_row(
    measure: ComparedMeasure, evidence: QuoteNumbering, language: Language
) -> TableRow:
    """Return one row: in each cell the measure under its own name, with all its figures."""
    cells = []
    for metrics, own in zip(measure.match.sides, measure.columns, strict=True):
        cell: list[Spans] = []
        for metric in metrics:
            title = metric.title.of(language)
            cell.append((Span(title, "title"),))
            for figure in own:
                if figure.measure == metric.reference:
                    label = Span(period_label(figure.period, language), "label")
                    spans = figure_spans(figure, evidence, language, title)
                    cell.append((label, Span(" "), *spans))
        cells.append(tuple(cell))
    return TableRow((Span(measure.name.of(language), "title"),), tuple(cells))


def _scopes(
    subjects: Sequence[Subject], measures: Sequence[ComparedMeasure], language: Language
) -> Iterator[Paragraph]:
    """Yield what each of the similar measures counts."""
    colon = "：" if language == "zh" else ": "
    for measure in measures:
        for subject, metrics in zip(subjects, measure.match.sides, strict=True):
            for metric in metrics:
                name = messages.MEASURE_OF.format(measure=metric.title, name=subject.title)
                scope = metric.scope.of(language) or messages.NO_SCOPE.of(language)
                spans = (Span(name.of(language) + colon, "label"), Span(scope))
                yield Paragraph(spans, bullet="-")


def _single_blocks(
    subjects: Sequence[Subject],
    measures: Sequence[ComparedMeasure],
    evidence: QuoteNumbering,
    language: Language,
) -> Iterator[Block]:
    """Yield, for each player, a table of the figures that no other one has."""
    single = [measure for measure in measures if measure.kind == "single"]
    if single:
        yield Heading(messages.SINGLE.of(language))
    heads = tuple(
        (Span(text.of(language)),)
        for text in (messages.PERIOD, messages.FIGURE, messages.SCOPE_AND_NOTES)
    )
    for place, subject in enumerate(subjects):
        rows = [
            TableRow(
                (Span(measure.name.of(language)),),
                _single_cells(measure, figure, number == 0, evidence, language),
            )
            for measure in single
            for number, figure in enumerate(_by_period(measure.columns[place]))
        ]
        if rows:
            only = messages.ONLY.format(name=subject.title)
            yield Heading(only.of(language), 2)
            count = 3 if any(row.cells[2] for row in rows) else 2
            rows = [row._replace(cells=row.cells[:count]) for row in rows]
            label = messages.MEASURE_HEAD.of(language)
            yield Table(heads[:count], tuple(rows), label, prose=count > 2)


def _by_period(figures: Sequence[Figure]) -> list[Figure]:
    return sorted(figures, key=lambda figure: sort_key(figure.period or None))


def _single_cells(
    measure: ComparedMeasure,
    figure: Figure,
    is_first: bool,
    evidence: QuoteNumbering,
    language: Language,
) -> tuple[Cell, ...]:
    """Return period, figure, and what it counts: the scope of the measure beside its first figure,
    the notes on a rate, which may say that points are meant."""
    metric = measure.match.metrics[0]
    texts = [metric.scope.of(language)] if is_first and not measure.is_rate else []
    texts += figure.note.of(language).split("\n") if figure.is_rate else []
    notes = tuple((Span(text[0].upper() + text[1:]),) for text in texts if text)
    value = tuple(figure_cell(figure, evidence, language, measure.title.of(language)))
    return (((Span(period_label(figure.period, language)),),), value, notes)


def _identity(
    store: Store,
    subjects: Sequence[Subject],
    measures: Sequence[ComparedMeasure],
    evidence: QuoteNumbering,
    language: Language,
) -> Iterator[TableRow]:
    """Yield the fields of the records, the number of measures with figures, and the evidence."""
    labels: dict[str, Span] = {}
    values: dict[tuple[str, str], Cell] = {}
    for subject in subjects:
        for field, label, value, target in store.query(
            f"SELECT field, label_{language}, value_{language}, target FROM compared_fields "
            "WHERE id = ? ORDER BY position",
            (subject.record,),
        ):
            link = Span(value, "link", record_target(target)) if target else Span(value)
            labels[field] = Span(label, "label")
            values[subject.record, field] = ((link,),) if value else ()
    rows = (
        TableRow((label,), tuple(values.get((each.record, field), ()) for each in subjects))
        for field, label in labels.items()
    )
    yield from (row for row in dict.fromkeys(rows) if any(row.cells))
    counts = tuple(((Span(str(_measure_count(measures, at))),),) for at in range(len(subjects)))
    yield TableRow((Span(messages.MEASURES_KNOWN.of(language), "label"),), counts)
    mains = [store.answers(subject.record)[0] for subject in subjects]
    marks = tuple((evidence.mark_spans(entry),) for entry in mains)
    yield TableRow((Span(messages.IDENTITY_EVIDENCE.of(language), "label"),), marks)


def _measure_count(measures: Sequence[ComparedMeasure], place: int) -> int:
    return len({figure.measure for measure in measures for figure in measure.columns[place]})
