"""Where on its page a figure stands: the citation behind it."""

from __future__ import annotations

from tui.app.widgets.link_hints import links_of
from tui.document.link_target import citation_target
from tui.render.glyphs import UNICODE
from tui.render.line_wrap import plain
from tui.render.page_layout import lay_out
from tui.store import Store
from tui.text.language import Language

_ANY_WIDTH = 100
"""Links come in the same order at any."""


def link_at(store: Store, record: str, fact: str, language: Language) -> int:
    """Which link of the record's page stands behind the figure; -1 where none does."""
    entries = [entry for entry in store.answers(record) if entry.fact == fact]
    document = store.document(record, language)
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
    lines = lay_out(document, _ANY_WIDTH, UNICODE)
    links = links_of(lines)
    behind = [number for number, link in enumerate(links) if link.target in targets]
    beside = [number for number in behind if amount in plain(lines[links[number].line])]
    # In running text, above its table, a figure is told of; in the last place it stands.
    return next(iter([*beside[-1:], *behind]), -1)
