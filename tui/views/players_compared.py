"""Blocks of a comparison of players: what can be compared, the figures, identity."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from tui.document import Block, Cell, Heading, Paragraph, Span, Spans, Table, TableRow
from tui.document.link_target import record_target
from tui.store import Store
from tui.text.language import Language
from tui.views import messages
from tui.views.comparability import ComparedMeasure, compared_measures
from tui.views.comparison_matrix import by_period, matrix_blocks
from tui.views.comparison_overview import overview_blocks
from tui.views.comparison_subjects import Subject
from tui.views.measure_figures import Figure, figure_cell, period_label
from tui.views.metric_matching import ComparedMetric
from tui.views.quote_numbering import QuoteNumbering

_STOPS = ("。", "？", ".", "?")
_CLOSING = "”）)"


def player_blocks(
    store: Store, subjects: Sequence[Subject], evidence: QuoteNumbering, language: Language
) -> Iterator[Block]:
    """Yield the tables of the page, on one grid, and the notes on them."""
    heads = heads_of(subjects, language)
    measures = compared_measures(store, subjects)
    yield from overview_blocks(store, subjects, measures, language)
    yield from matrix_blocks(measures, heads, evidence, language)
    yield from _single_blocks(subjects, measures, evidence, language)
    if notes := list(_notes(subjects, measures, language)):
        yield Heading(messages.SCOPE_AND_NOTES.of(language))
        yield from notes
    yield Heading(messages.PROFILE.of(language))
    yield Table(
        heads, tuple(identity_rows(store, subjects, measures, evidence, language)), on_grid=True
    )


def heads_of(subjects: Sequence[Subject], language: Language) -> tuple[Spans, ...]:
    """Return the column headings, each a link to its record."""
    return tuple(
        (Span(subject.title.of(language), "link", record_target(subject.record)),)
        for subject in subjects
    )


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
    heads = tuple((Span(text.of(language)),) for text in (messages.FIGURE, messages.PERIOD))
    for place, subject in enumerate(subjects):
        rows = [
            TableRow(
                (Span(measure.name.of(language)),),
                (
                    tuple(figure_cell(figure, evidence, language, measure.title.of(language))),
                    ((Span(period_label(figure.period, language)),),),
                ),
            )
            for measure in single
            for figure in by_period(measure.columns[place])
        ]
        if rows:
            yield Heading(messages.ONLY.format(name=subject.title).of(language), 2)
            yield Table(heads, tuple(rows), messages.MEASURE_HEAD.of(language))


def _notes(
    subjects: Sequence[Subject], measures: Sequence[ComparedMeasure], language: Language
) -> Iterator[Block]:
    """Yield under the name of each player what the measures count that differ or that it alone has,
    and the notes on rates, which may say that points are meant, and on figures that are not
    exact: a paragraph for each measure."""
    colon, space, stop = ("：", "", "。") if language == "zh" else (": ", " ", ".")
    for place, subject in enumerate(subjects):
        noted: dict[str, list[str]] = {}
        for measure in measures:
            for metric in (*measure.match.sides[place], *measure.similar[place]):
                name = measure.name if measure.is_rate else metric.title
                texts = _note_texts(measure, metric, place, language)
                noted.setdefault(name.of(language), []).extend(texts)
        if any(noted.values()):
            yield Heading(subject.title.of(language), 2)
        for label, texts in noted.items():
            ended = [
                text if text.rstrip(_CLOSING).endswith(_STOPS) else text + stop for text in texts
            ]
            if ended:
                said = (Span(label + colon, "label"), Span(space.join(dict.fromkeys(ended))))
                yield Paragraph(said, bullet="-")


def _note_texts(
    measure: ComparedMeasure, metric: ComparedMetric, place: int, language: Language
) -> list[str]:
    if measure.is_rate:
        if measure.kind != "single":
            return []
        return _figure_notes(measure.columns[place], language)
    scope = metric.scope.of(language)
    own = [each for each in measure.columns[place] if each.measure == metric.reference]
    notes = _figure_notes([each for each in own if each.base_value is None], language)
    if measure.kind == "definition" or any(measure.similar):
        return [scope or messages.NO_SCOPE.of(language), *notes]
    return [*([scope] if scope and measure.kind == "single" else []), *notes]


def _figure_notes(figures: Iterable[Figure], language: Language) -> list[str]:
    """Return the notes on figures, without that on a missing date: the period says so."""
    texts: list[str] = []
    for figure in figures:
        texts += figure.note.of(language).split("\n")[not figure.period :]
    return [text[0].upper() + text[1:] for text in dict.fromkeys(texts) if text]


def identity_rows(
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
    if measures:
        counts = tuple(((Span(str(_measure_count(measures, at))),),) for at in range(len(subjects)))
        yield TableRow((Span(messages.MEASURES_KNOWN.of(language), "label"),), counts)
    mains = [store.answers(subject.record)[0] for subject in subjects]
    marks = tuple((evidence.mark_spans(entry),) for entry in mains)
    yield TableRow((Span(messages.IDENTITY_EVIDENCE.of(language), "label"),), marks)


def _measure_count(measures: Sequence[ComparedMeasure], place: int) -> int:
    """Return the number of rows in which a player has a figure, rates included."""
    return sum(bool(each.columns[place] or each.others[place]) for each in measures)
