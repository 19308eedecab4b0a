"""The summary of a record on its page."""

from __future__ import annotations

from collections.abc import Sequence

from tui.compile.page_builder import PageBuilder
from tui.model import Bilingual, Citation
from tui.text.sentences import short_paragraphs


def add_summary(page: PageBuilder, text: Bilingual, citations: Sequence[Citation]) -> None:
    """Append a summary, in short paragraphs if it is long, with its citations at the end."""
    *before, last = short_paragraphs(page.of(text), page.language)
    for each in before:
        page.paragraph(each)
    page.paragraph((*page.spans(last), *page.mark_spans(page.citation_numbers(citations))))
