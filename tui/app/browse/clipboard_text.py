"""The text that the copy command copies: a figure or quote with its citation."""

from __future__ import annotations

from tui.app.browse.location import PAGES, Location, generated_location
from tui.app.browse.sources.generated_pages import page_document
from tui.app.browse.sources.localized_briefing import LocalizedBriefing
from tui.document.link_target import parse_target
from tui.export.clipboard import figure_clip, quote_clip
from tui.store import AnswerWithEvidence, Row


def row_text(briefing: LocalizedBriefing, row: Row) -> str:
    """Return the answer that a row shows, else the main answer of its record."""
    entries = briefing.store.answers(row.id)
    shown = [entry for entry in entries if entry.answer.of(briefing.language) in row.cells[1:]]
    return _figure(briefing, [*shown, *entries][:1])


def page_text(briefing: LocalizedBriefing, location: Location, target: str) -> str:
    """Return what the selected link (``target``) of a page leads to, else the page's main answer;
    empty where there is neither."""
    link = parse_target(target)
    if link.record:
        return _figure(briefing, briefing.store.answers(link.record)[:1])
    if link.citation and not location.cited_by:
        return _citation(briefing, location.page, link.citation)
    if location.cited_by:
        return _quote(briefing, location.cited_by, location.citation)
    if location.section in PAGES:
        return ""
    return _figure(briefing, briefing.store.answers(location.record)[:1])


def _citation(briefing: LocalizedBriefing, page: str, number: int) -> str:
    """The figure that a citation supports, if it is only one; else the quoted words."""
    document = page_document(briefing.store, page, briefing.language)
    for quote in document.quotes if document else ():
        if quote.number != number:
            continue
        cited = (quote.source, quote.exact)
        entries = [
            entry
            for entry in briefing.store.answers(page)
            if entry.fact and cited in [(item["source"], item["exact"]) for item in entry.citations]
        ]
        if len(entries) == 1:
            return _figure(briefing, entries)
    return _quote(briefing, page, number)


def _quote(briefing: LocalizedBriefing, page: str, number: int) -> str:
    document = page_document(briefing.store, page, briefing.language)
    for quote in document.quotes if document else ():
        if quote.number == number:
            cited_as = quote.source if generated_location(page) else page
            return quote_clip(briefing.store, quote, cited_as, briefing.language)
    return ""


def _figure(briefing: LocalizedBriefing, entries: list[AnswerWithEvidence]) -> str:
    return figure_clip(briefing.store, entries[0], briefing.language) if entries else ""
