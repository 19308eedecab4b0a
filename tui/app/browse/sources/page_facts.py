"""Facts on a record page: the answer to a search above it, and the citation behind a figure."""

from __future__ import annotations

from collections.abc import Collection

from tui.app.browse.sources.generated_pages import page_document
from tui.app.widgets.link_hints import links_of
from tui.document import Document, Paragraph, Quotes, Span
from tui.document.folding import folded
from tui.document.link_target import citation_target
from tui.render.glyphs import UNICODE
from tui.render.line_wrap import Line, plain
from tui.render.page_layout import lay_out
from tui.store import AnswerRow, Store
from tui.text.language import Language

_ANY_WIDTH = 100
"""Links have the same order at every width."""


def is_main_fact(store: Store, fact: AnswerRow) -> bool:
    """Return whether the record's page begins with the fact."""
    return fact.number == store.facts(fact.id)[0].number


def with_remark(document: Document, search: str, remark: str) -> Document:
    """Put a remark above a page, if there is one. ``search``: what it is about, so that nobody
    reads it as part of the record."""
    if not remark:
        return document
    paragraph = Paragraph((Span("? ", "warning"), Span(search, "muted"), Span(remark, "warning")))
    return document._replace(blocks=(paragraph, *document.blocks))


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
    page = folded(document, closed)
    text = page._replace(blocks=tuple(b for b in page.blocks if not isinstance(b, Quotes)))
    for part in (text, page):  # the quotations come last: what precedes them has the same links
        lines = lay_out(part, _ANY_WIDTH, UNICODE)
        links = links_of(lines)
        citing = [number for number, link in enumerate(links) if link.target in targets]
        fit = [_fit(lines[links[number].line], amount) for number in citing]
        if best := max(fit, default=0):  # the headline and the summary come before the table
            return citing[len(fit) - 1 - fit[::-1].index(best)]
        if citing:
            return citing[0]
    return -1


def _fit(line: Line, amount: str) -> int:
    """Return 2 for the row of a figure, 1 for another line with its amount, else 0."""
    # A table leaves out what is counted.
    if any(span.role == "figure" and amount.startswith(span.text.strip()) for span in line):
        return 2
    return int(amount in plain(line))
