"""The page of a search without results: near words, and what can be browsed instead."""

from __future__ import annotations

from tui.app import messages
from tui.app.browse.location import PAGES
from tui.app.browse.sources.localized_briefing import LocalizedBriefing
from tui.document import Block, Document, Heading, Paragraph, Span
from tui.document.link_target import TIMELINE, record_target, section_target, timeline_target
from tui.search.name_match import records_named
from tui.search.suggestions import suggest
from tui.text.width import truncate


def nothing_found(briefing: LocalizedBriefing, query: str) -> Document:
    """Return the page for a query that found nothing; for an empty one, what can be asked."""
    language = briefing.language
    words = query.strip()
    blocks: list[Block] = []
    if words:
        title = messages.NOTHING_FOUND_FOR.format(words=truncate(words, messages.LONGEST_QUERY)).of(
            language
        )
        advice = messages.OTHER_WORDS.of(language)
        blocks.append(Paragraph((Span(advice, "muted"),)))
        blocks += _near(briefing, words)
    else:
        title = messages.RESULTS.of(language)
        blocks.append(Paragraph((Span(messages.SEARCH_EXAMPLES.of(language), "muted"),)))
    blocks.append(Heading(messages.BROWSE_SECTIONS.of(language)))
    for section, name in briefing.section_names():
        if section in PAGES and section != TIMELINE:
            continue
        target = timeline_target(()) if section == TIMELINE else section_target(section)
        count = briefing.counts.get(section)
        link = Span(briefing.section_title(section) or name, "link", target)
        tail = (Span(f"  {count}", "muted"),) if count else ()
        blocks.append(Paragraph((link, *tail), bullet="-"))
    return Document(title, "", tuple(blocks))


def _near(briefing: LocalizedBriefing, words: str) -> list[Block]:
    """Return links to the records that have most of the query."""
    store, language = briefing.store, briefing.language
    blocks: list[Block] = []
    for title in suggest(store, words, language):
        for record in records_named(store, title)[:1]:
            row = store.row(record, language)
            name = row.title.of(language) if row else title
            link = Span(name, "link", record_target(record))
            blocks.append(Paragraph((link,), bullet="-"))
    if blocks:
        blocks.insert(0, Heading(messages.NEAR_WORDS.of(language)))
    return blocks
