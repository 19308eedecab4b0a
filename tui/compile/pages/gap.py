"""The page of a gap."""

from __future__ import annotations

from tui.compile import labels
from tui.compile.page_builder import PageBuilder
from tui.document import Span
from tui.model import Gap


def gap_page(page: PageBuilder, record: Gap) -> None:
    """What is not known, what is known instead, where it was looked for."""
    page.fields([(labels.KIND, page.of(labels.GAPS[record.kind]))])
    page.heading(labels.WHAT_THERE_IS)
    page.paragraph(page.cited(record.finding, record.citations))
    looked = [page.link(source) for source in record.looked_in]
    page.heading(labels.LOOKED_IN)
    for link in looked:
        page.paragraph((Span(""), link), bullet="-")
    page.notes(record.notes)
    page.neighbours(record)
