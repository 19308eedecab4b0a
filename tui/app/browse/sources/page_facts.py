"""Facts on a record page: the answer to a search above it, and the citation behind a figure."""

from __future__ import annotations

import re
from collections.abc import Collection

from tui.app import messages
from tui.app.browse.sources.generated_pages import page_document
from tui.app.widgets.link_hints import links_of
from tui.document import Document, Paragraph, Span, Spans
from tui.document.folding import folded
from tui.document.gloss import quoted_gloss
from tui.document.link_target import citation_target
from tui.render.fact_lines import other_sides, quote_remarks
from tui.render.glyphs import UNICODE
from tui.render.line_wrap import plain
from tui.render.page_layout import lay_out
from tui.store import AnswerRow, AnswerWithEvidence, Store
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


def with_answer(document: Document, entry: AnswerWithEvidence, language: Language) -> Document:
    """Put an answer above a page: status, quotes, citations, and what other sources say."""
    numbers = {(quote.source, quote.exact): quote.number for quote in document.quotes}
    cited = [(item["source"], item["exact"]) for item in entry.citations]
    citations = tuple(
        Span(f"[{numbers[each]}]", "cite", citation_target(numbers[each]))
        for each in dict.fromkeys(cited)
        if each in numbers
    )
    answer = Span(entry.answer.of(language), "figure" if entry.status else "body")
    label = Span(f"{messages.ANSWER.of(language)} ", "label")
    lines: list[Spans] = [(label, answer, *citations)]
    quoted = entry.citations[:_MAX_QUOTES]
    for citation, remark in zip(quoted, quote_remarks(quoted, language), strict=True):
        words = Span(f"“{citation['exact'].strip()}”".replace("\n", " "), "quote")
        gloss = quoted_gloss(citation["gloss"]) if language == "en" else ""
        after = (Span(gloss), Span(f" {remark}", "muted")) if remark else (Span(gloss),)
        lines.append((words, *after) if gloss or remark else (words,))
    for other, text, _ in other_sides(entry, language):
        lines.append((Span(f"{other} ", "warning"), Span(text)))
    paragraphs = (Paragraph(spans, indent=2 if number else 0) for number, spans in enumerate(lines))
    return document._replace(blocks=(*paragraphs, *document.blocks))


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
