"""The page of a glossary term."""

from __future__ import annotations

from tui.compile import labels
from tui.compile.page_builder import PageBuilder
from tui.model import Term


def term_page(page: PageBuilder, record: Term) -> None:
    """The definition, other names, notes, neighbours."""
    page.paragraph(page.cited(record.definition, record.citations))
    comma = "、" if page.language == "zh" else ", "
    page.fields([(labels.ALSO_CALLED, comma.join(record.aliases))])
    page.notes(record.notes)
    page.neighbours(record)
