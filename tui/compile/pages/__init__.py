"""The page of each kind of record: which blocks, in which order."""

from __future__ import annotations

from tui.compile import labels
from tui.compile.catalogue import Catalogue
from tui.compile.entries import Entry, kind_of, title_of
from tui.compile.facts.disagreements import Disagreement
from tui.compile.page_builder import PageBuilder
from tui.compile.pages.brief import brief_page
from tui.compile.pages.disagreement import disagreement_page
from tui.compile.pages.gap import gap_page
from tui.compile.pages.overview import overview_page
from tui.compile.pages.player import player_page
from tui.compile.pages.policy import policy_page
from tui.compile.pages.source import source_page
from tui.compile.pages.statement import statement_page
from tui.compile.pages.statistic import statistic_page
from tui.compile.pages.term import term_page
from tui.document import Document
from tui.model import Brief, Gap, Player, Policy, Source, Statement, Statistic, Term
from tui.text.language import Language

__all__ = ["overview_page", "record_page", "source_page"]


def record_page(record: Entry, catalogue: Catalogue, language: Language) -> Document:
    """The page of an entry in one language."""
    page = PageBuilder(catalogue, language)
    match record:
        case Brief():
            brief_page(page, record)
        case Disagreement():
            disagreement_page(page, record)
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
    kind = labels.KINDS[kind_of(record)]
    return page.document(title_of(record).of(language), kind.of(language))
