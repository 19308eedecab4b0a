"""Blocks of a comparison of players: identity, shared measures, then those of only one player."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeAlias

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
from tui.views.measure_figures import (
    Figure,
    figure_cell,
    figure_spans,
    figures_of,
    period_label,
)
from tui.views.metric_matching import (
    MetricMatch,
    match_by_alias,
    match_by_title,
    metrics_of,
)
from tui.views.player_texts import (
    gaps_of,
    gaps_row,
    in_common,
    offerings_row,
    positioning_row,
    statements_row,
)
from tui.views.quote_numbering import QuoteNumbering

_Field: TypeAlias = tuple[str, str, list[tuple[str, str]]]
_OF_ONE_ALONE = ("ticker", "legal_name")
"""Fields that differ between any two players."""


def player_blocks(
    store: Store, subjects: Sequence[Subject], evidence: QuoteNumbering, language: Language
) -> Iterator[Block]:
    """Yield the blocks of the page without its evidence: tables on one grid."""
    heads = heads_of(subjects, language)
    figure_heads = ((Span(messages.PERIOD.of(language)),), *heads)
    players = [metrics_of(store, subject.record) for subject in subjects]
    figures = [figures_of(store, subject.record) for subject in subjects]
    fields = _fields(store, subjects, language)
    plain = [
        (label, [value for value, _ in values])
        for field, label, values in fields
        if field not in _OF_ONE_ALONE
    ]
    yield from in_common(store, subjects, plain, figures, language)
    yield Table(heads, tuple(_identity(store, subjects, fields, evidence, language)), lead=0)
    same, rest = match_by_title(players)
    similar, rest = match_by_alias(rest)
    if same:
        yield Heading(messages.SHARED.of(language))
        rows = [row for match in same for row in _rows(match, figures, evidence, language)]
        yield Table(figure_heads, tuple(rows), lead=1)
    if similar:
        yield Heading(messages.SIMILAR.of(language))
        yield Paragraph((Span(messages.SIMILAR_WARNING.of(language), "warning"),))
        rows = [_similar_measures_row(match, figures, evidence, language) for match in similar]
        yield Table(heads, tuple(rows), lead=0)
    yield Heading(messages.ONE_SIDE_ONLY.of(language))
    for head, subject, own in zip(heads, subjects, figures, strict=True):
        if not own:
            yield _without_figures(store, head, subject, language)
    alone = [
        MetricMatch(tuple((metric,) if at == place else () for at in range(len(rest))), ())
        for place, metrics in enumerate(rest)
        for metric in metrics
    ]
    rows = [row for match in alone for row in _rows(match, figures, evidence, language)]
    if rows:
        yield Table(figure_heads, tuple(rows), lead=1)
    yield Heading(messages.IN_WORDS.of(language))
    texts = (
        positioning_row(store, subjects, evidence, language),
        offerings_row(store, subjects, evidence, language),
        statements_row(store, subjects, language),
        gaps_row(store, subjects, language),
    )
    if found := tuple(row for row in texts if any(row.cells)):
        yield Table(heads, found, lead=0)


def _without_figures(store: Store, head: Spans, subject: Subject, language: Language) -> Paragraph:
    """Return that nothing is known of a player in figures, with the gap that says so."""
    colon = "：" if language == "zh" else ": "
    spans = [*head, Span(colon + messages.NO_FIGURES.of(language), "muted")]
    for identity, title in list(gaps_of(store, subject.record).items())[:1]:
        spans.append(Span(messages.SEE_GAP.of(language), "muted"))
        spans.append(Span(title.of(language), "link", record_target(identity)))
        spans.append(Span(messages.SEE_GAP_END.of(language), "muted"))
    return Paragraph((*spans, Span("。" if language == "zh" else ".", "muted")))


def heads_of(subjects: Sequence[Subject], language: Language) -> tuple[Spans, ...]:
    """Return the column headings, each a link to its record."""
    return tuple(
        (Span(subject.title.of(language), "link", record_target(subject.record)),)
        for subject in subjects
    )


def _fields(store: Store, subjects: Sequence[Subject], language: Language) -> list[_Field]:
    """Return the fields of the identity: id, label, and the value of each player with its
    target."""
    labels: dict[str, str] = {}
    values: dict[tuple[str, str], tuple[str, str]] = {}
    for subject in subjects:
        rows = store.query(
            f"SELECT field, label_{language}, value_{language}, target FROM compared_fields "
            "WHERE id = ? ORDER BY position",
            (subject.record,),
        )
        for field, label, value, target in rows:
            labels[field] = label
            values[subject.record, field] = (value, target)
    return [
        (field, label, [values.get((subject.record, field), ("", "")) for subject in subjects])
        for field, label in labels.items()
    ]


def _identity(
    store: Store,
    subjects: Sequence[Subject],
    fields: Sequence[_Field],
    evidence: QuoteNumbering,
    language: Language,
) -> Iterator[TableRow]:
    for _, label, values in fields:
        cells: list[Cell] = []
        for value, target in values:
            link = Span(value, "link", record_target(target)) if target else Span(value)
            cells.append(((link,),) if value else ())
        if any(cells):
            yield TableRow((Span(label, "label"),), tuple(cells))
    mains = [store.answers(subject.record)[0] for subject in subjects]
    marks = tuple((evidence.mark_spans(entry),) for entry in mains)
    yield TableRow((Span(messages.IDENTITY_EVIDENCE.of(language), "label"),), marks)


def _rows(
    match: MetricMatch,
    figures: Sequence[list[Figure]],
    evidence: QuoteNumbering,
    language: Language,
) -> Iterator[TableRow]:
    """Yield a row per period of a measure, then one per period of each rate stated for it."""
    columns = [
        [figure for figure in own if figure.measure in {metric.reference for metric in metrics}]
        for metrics, own in zip(match.sides, figures, strict=True)
    ]
    main = match.main(language)
    name = main.title.of(language)
    labels = {"": name}
    for form in dict.fromkeys(figure.form for own in columns for figure in own if figure.is_rate):
        of_form = [_names(own, form, language) for own in columns]
        names = {name: measure for own in of_form for name, measure in own.items()}
        if max(map(len, of_form)) == 1:  # of one kind for each player: in one row
            chosen = next((each for each in names if names[each] == main.reference), "")
            labels |= dict.fromkeys(names, chosen or next(iter(names)))
        else:
            labels |= {each: each for each in names}
    keys = {
        (labels[_rate_name(figure, language)], figure.period) for own in columns for figure in own
    }
    order = list(dict.fromkeys(labels.values()))
    for label, period in sorted(keys, key=lambda k: (order.index(k[0]), sort_key(k[1] or None))):
        cells = tuple(
            tuple(
                spans
                for figure in own
                if (labels[_rate_name(figure, language)], figure.period) == (label, period)
                for spans in figure_cell(figure, evidence, language, name)
            )
            for own in columns
        )
        when = ((Span(period_label(period, language), "label"),),)
        yield TableRow((Span(label, "title"),), (when, *cells))


def _rate_name(figure: Figure, language: Language) -> str:
    return figure.name.of(language) if figure.is_rate else ""


def _names(figures: Sequence[Figure], form: str, language: Language) -> dict[str, str]:
    """Return the names of the rates of a form, each with its measure."""
    return {figure.name.of(language): figure.measure for figure in figures if figure.form == form}


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
