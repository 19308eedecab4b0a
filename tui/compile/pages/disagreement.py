"""The page of a disagreement: all sides next to each other, which is adopted, and why."""

from __future__ import annotations

from tui.compile import labels
from tui.compile.facts.disagreements import Disagreement, size
from tui.compile.facts.fact_text import observation_text
from tui.compile.measure_blocks import ratio_in_words
from tui.compile.page_builder import PageBuilder
from tui.compile.pages.statement import disputes
from tui.document import FigureRow, Figures, Span, Spans
from tui.document.shared_labels import RANK_WORDS, STATUS_WORDS
from tui.model import Measure, Observation, Statement, Statistic
from tui.text.periods import format_period


def disagreement_page(page: PageBuilder, item: Disagreement) -> None:
    """Rival values with their sources, or a statement and what speaks against it."""
    page.paragraph((Span(page.of(labels.ABOUT), "label"), Span(" "), page.link(item.record.id)))
    if item.measure is not None:
        _measure(page, item.measure, item)
    elif isinstance(item.record, Statement):
        page.heading(labels.CLAIMED)
        page.paragraph(page.cited(item.record.text, item.record.citations))
        if item.record.said_by:
            page.fields([(labels.SAID_BY, item.record.said_by)])
        disputes(page, item.record)


def _measure(page: PageBuilder, measure: Measure, item: Disagreement) -> None:
    for group in item.rivals:
        first = group[0]
        page.add(Figures(tuple(_row(page, measure, each, first) for each in group)))
    if measure.scope:
        page.heading(labels.SCOPE)
        page.paragraph(page.of(measure.scope))
    if isinstance(item.record, Statistic):
        page.notes(item.record.notes)


def _row(page: PageBuilder, measure: Measure, item: Observation, first: Observation) -> FigureRow:
    sources = dict.fromkeys(citation.source for citation in item.citations)
    names = [page.catalogue.source_line(source, page.language) for source in sources]
    remarks: list[Spans] = []
    if item is not first and size(first):
        remarks.append((Span(page.of(ratio_in_words(size(item), size(first))), "warning"),))
    for text in (item.reason_for_rank, item.note):
        if text:
            remarks.append(page.spans(page.of(text)))
    period = format_period(item.period, page.language) if item.period else ""
    return FigureRow(
        ("、" if page.language == "zh" else ", ").join(names),
        period,
        observation_text(item, measure).of(page.language),
        item.status,
        STATUS_WORDS[item.status].of(page.language),
        page.cite(item.citations),
        tuple(remarks),
        RANK_WORDS[item.rank].of(page.language),
    )
