"""What ``y`` copies: the answer or quote that the cursor stands on, with its citation."""

from __future__ import annotations

from tui.app.browse.generated_pages import page_named
from tui.app.browse.location import PAGES, Location, generated_location
from tui.app.browse.page_source import PageSource
from tui.document.link_target import parse_target
from tui.export.clipboard import figure_clip, quote_clip
from tui.store import Entry, Row


def row_text(reader: PageSource, row: Row) -> str:
    """Of a row: the answer that it shows, where it shows one, else the record's own."""
    entries = reader.store.answers(row.id)
    shown = [entry for entry in entries if entry.answer.of(reader.language) in row.cells[1:]]
    return _figure(reader, [*shown, *entries][:1])


def page_text(reader: PageSource, place: Location, target: str) -> str:
    """Of a page: what the chosen link (``target``) leads to, else what the page answers."""
    link = parse_target(target)
    if link.record:
        return _figure(reader, reader.store.answers(link.record)[:1])
    if link.citation and not place.cited_by:
        return _cited(reader, place.page, link.citation)
    if place.cited_by:
        return _quote(reader, place.cited_by, place.citation)
    if place.section in PAGES:
        return ""
    return _figure(reader, reader.store.answers(place.record)[:1])


def _cited(reader: PageSource, page: str, number: int) -> str:
    """Of a citation on a page: the one figure that rests on it, else the quoted words."""
    document = page_named(reader.store, page, reader.language)
    for quote in document.quotes if document else ():
        if quote.number != number:
            continue
        cited = (quote.source, quote.exact)
        entries = [
            entry
            for entry in reader.store.answers(page)
            if entry.fact and cited in [(item["source"], item["exact"]) for item in entry.citations]
        ]
        if len(entries) == 1:
            return _figure(reader, entries)
    return _quote(reader, page, number)


def _quote(reader: PageSource, page: str, number: int) -> str:
    document = page_named(reader.store, page, reader.language)
    for quote in document.quotes if document else ():
        if quote.number == number:
            named = quote.source if generated_location(page) else page
            return quote_clip(reader.store, quote, named, reader.language)
    return ""


def _figure(reader: PageSource, entries: list[Entry]) -> str:
    return figure_clip(reader.store, entries[0], reader.language) if entries else ""
