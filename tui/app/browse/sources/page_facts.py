"""Facts on a record page: the answer to a search above it, and the citation behind a figure."""

from __future__ import annotations

import re
from collections.abc import Collection

from tui.app.browse.sources.generated_pages import page_document
from tui.app.widgets.link_hints import links_of
from tui.document import Document, Paragraph, Span
from tui.document.folding import folded
from tui.document.link_target import citation_target
from tui.render.glyphs import UNICODE
from tui.render.line_wrap import plain
from tui.render.page_layout import lay_out
from tui.store import AnswerRow, Store
from tui.text.language import Language

_NUMBER = re.compile(r"\d[\d,.]*")
_MAX_QUOTES = 2
"""Quotes shown with the answer; the page has all of them."""
_ANY_WIDTH = 100
"""Links have the same order at every width."""


def is_main_fact(store: Store, fact: AnswerRow) -> bool:
    """Return whether the record's page begins with the fact."""
    return fact.number == store.facts(fact.id)[0].number


def with_remark(document: Document, remark: str) -> Document:
    """Put a remark on a search above a page, if there is one."""
    if not remark:
        return document
    return document._replace(blocks=(Paragraph((Span(remark, "title"),)), *document.blocks))


def link_of_fact(
    store: Store,
    record: str,
    fact: str,
    language: Language,
    closed: Collection[str] = (),
) -> int:
    """Return the number of the link on the record's page that cites the fact; -1 for none.
    ``closed``: the sections that are folded away."""
    entries = [entry for entry in store.answers(record) if entry.fact == fact]
    document = page_document(store, record, language)
    if not (fact and entries and document):
        return -1
    cited = {(item["source"], item["exact"]) for item in entries[0].citations}
    targets = {
        citation_target(quote.number)
        for quote in document.quotes
        if (quote.source, quote.exact) in cited
    }
    rows = store.query(f"SELECT amount_{language} FROM answers WHERE fact = ?", (fact,))
    amount = next((row[0] for row in rows), "")
    lines = lay_out(folded(document, closed), _ANY_WIDTH, UNICODE)
    links = links_of(lines)
    citing = [number for number, link in enumerate(links) if link.target in targets]
    with_amount = [number for number in citing if amount in plain(lines[links[number].line])]
    if not with_amount and (number := _NUMBER.search(amount)):  # a table without what is counted
        with_amount = [each for each in citing if number[0] in plain(lines[links[each].line])]
    # The summary above mentions a figure before its table states it: take the last line.
    return next(iter([*with_amount[-1:], *citing]), -1)
