"""The figures of a short brief: the newest of each measure, and the main one by period."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tui.document import (
    Block,
    FigureRow,
    Figures,
    Heading,
    Span,
    Spans,
    Table,
    TableRow,
    shared_labels,
)
from tui.document.shared_labels import CORRECTION, NO_FIGURE, STATUS_WORDS
from tui.store import AnswerWithEvidence
from tui.text.language import Language
from tui.text.periods import format_period, sort_key
from tui.views import messages
from tui.views.brief_paragraphs import BriefParagraphs
from tui.views.measure_figures import Figure, figures_of, missing_years, status_words

_MEASURES = 3
"""Columns of the table of figures."""
_LEAST_PERIODS = 2


def latest_figures(
    paragraphs: BriefParagraphs, entries: Sequence[AnswerWithEvidence]
) -> Iterator[Block]:
    """Yield a heading and a row for the figure of each statistic."""
    rows = [_figure_row(paragraphs, entry) for entry in entries if entry.value]
    if rows:
        yield Heading(messages.LATEST_FIGURES.of(paragraphs.language))
        yield Figures(tuple(rows))


def _figure_row(paragraphs: BriefParagraphs, entry: AnswerWithEvidence) -> FigureRow:
    language = paragraphs.language
    figure = next(
        each for each in figures_of(paragraphs.store, entry.id) if each.entry.number == entry.number
    )
    remarks: list[Spans] = []
    for side in entry.disagrees:
        by = side["by"].of(language)
        said = messages.OTHERWISE.format(by=by, text=side["answer"][language])
        remarks.append((Span(said.of(language), "warning"),))
    if entry.correction.en:
        label = Span(CORRECTION.of(language), "warning")
        remarks.append((label, Span(entry.correction.of(language))))
    return FigureRow(
        entry.title.of(language),
        _period(figure.period, language),
        figure.amount.of(language),
        entry.status,
        status_words(entry, language),
        paragraphs.evidence.citation_numbers(entry),
        tuple(remarks),
    )


def _period(period: str, language: Language) -> str:
    return format_period(period, language) if period else shared_labels.UNDATED.of(language)


def figures_by_period(paragraphs: BriefParagraphs, statistics: Sequence[str]) -> Iterator[Block]:
    """Yield the figures of the main measure by period, beside those of measures with the same
    periods."""
    columns: list[tuple[str, dict[str, list[Figure]]]] = []
    for identity in statistics:
        periods: dict[str, list[Figure]] = {}
        for figure in figures_of(paragraphs.store, identity):
            if not figure.is_rate and figure.period and figure.entry.rank != "deprecated":
                periods.setdefault(figure.period, []).append(figure)
        shared = len(periods) >= _LEAST_PERIODS and (not columns or [*periods] == [*columns[0][1]])
        if shared and len(columns) < _MEASURES:
            columns.append((identity, periods))
    if not columns:
        return
    entries = [paragraphs.store.answers(identity)[0] for identity, _ in columns]
    yield Heading(messages.COURSE.of(paragraphs.language))
    known = columns[0][1]
    rows = [
        TableRow(
            (Span(_period(period, paragraphs.language)),),
            tuple(_cell(paragraphs, periods.get(period, [])) for _, periods in columns),
        )
        for period in sorted(
            [*known, *missing_years(paragraphs.store, columns[0][0], known)], key=sort_key
        )
    ]
    heads = tuple((paragraphs.name(entry)._replace(role="body"),) for entry in entries)
    yield Table(heads, tuple(rows), shared_labels.PERIOD.of(paragraphs.language))


def _cell(paragraphs: BriefParagraphs, figures: Sequence[Figure]) -> tuple[Spans, ...]:
    texts: list[Spans] = [] if figures else [(Span(NO_FIGURE.of(paragraphs.language), "muted"),)]
    for figure in figures:
        spans = [Span(figure.amount.of(paragraphs.language), "figure")]
        status = status_words(figure.entry, paragraphs.language)
        if status != STATUS_WORDS["reported"].of(paragraphs.language):
            spans += [Span(f" {status}", "muted")]
        texts.append((*spans, *paragraphs.evidence.mark_spans(figure.entry)))
    return tuple(texts)
