"""The page of a statistic."""

from __future__ import annotations

from tui.compile import labels
from tui.compile.measure_blocks import add_measure
from tui.compile.page_builder import PageBuilder
from tui.document import Span
from tui.model import Statistic


def statistic_page(page: PageBuilder, record: Statistic) -> None:
    """Summary, chart and figures, scope, what it is not, notes, neighbours."""
    page.paragraph(page.cited(record.summary, record.citations))
    page.heading(labels.FIGURES)
    add_measure(page, record, record.id)
    page.heading(labels.SCOPE)
    page.paragraph(page.of(record.scope))
    page.fields(
        [
            (labels.AREA, record.area),
            (labels.DENOMINATOR, record.denominator),
        ]
    )
    if record.compare_with:
        page.heading(labels.NOT_THE_SAME)
        for comparison in record.compare_with:
            stop = "：" if page.language == "zh" else ": "
            why = page.spans(page.of(comparison.why))
            page.paragraph((page.link(comparison.id), Span(stop), *why), bullet="-")
    page.notes(record.notes)
    page.neighbours(record)
