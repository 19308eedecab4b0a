"""The page of a narrative briefing."""

from __future__ import annotations

from tui.compile.page_builder import PageBuilder
from tui.model import Brief


def brief_page(page: PageBuilder, brief: Brief) -> None:
    """Summary and passages, every figure with the mark of its citation."""
    page.paragraph(page.with_evidence(page.of(brief.summary)))
    for passage in brief.passages:
        page.heading(passage.heading)
        for paragraph in passage.paragraphs:
            page.paragraph(page.with_evidence(page.of(paragraph)))
