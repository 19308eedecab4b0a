"""The page of each kind of record: which blocks, in which order."""

from __future__ import annotations

from tui.compile import labels
from tui.compile.catalogue import Catalogue
from tui.compile.page import Page
from tui.compile.pages.gap import gap_page
from tui.compile.pages.overview import overview_page
from tui.compile.pages.player import player_page
from tui.compile.pages.policy import policy_page
from tui.compile.pages.source import source_page
from tui.compile.pages.statement import statement_page
from tui.compile.pages.statistic import statistic_page
from tui.compile.pages.term import term_page
from tui.document import Document
from tui.model import Gap, Player, Policy, Record, Source, Statement, Statistic, Term
from tui.text.language import Language

__all__ = ["overview_page", "record_page", "source_page"]


def record_page(record: Record | Source, catalogue: Catalogue, language: Language) -> Document:
    """The page of a record or source in one language."""
    page = Page(catalogue, language)
    match record:
        case Statistic():
            statistic_page(page, record)
        case Player():
            player_page(page, record)
        case Policy():
            policy_page(page, record)
        case Statement():
            statement_page(page, record)
        case Term():
            term_page(page, record)
        case Gap():
            gap_page(page, record)
        case Source():
            source_page(page, record)
        case _:
            raise TypeError(f"no page for a {type(record).__name__}")
    kind = "source" if isinstance(record, Source) else record.record_kind
    title = record.title if isinstance(record, Source) else record.heading
    return page.document(title.of(language), labels.KINDS[kind].of(language))
