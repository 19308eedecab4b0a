"""What a search answers, before the page of the record in which it found it."""

from __future__ import annotations

from tui.app import messages
from tui.document import Document, Paragraph, Span, Spans
from tui.document.link_target import citation_target
from tui.render.fact_lines import IN_CHINESE, OTHERWISE
from tui.store import Entry, Fact, Store
from tui.text.language import Language

_SHOWN = 2
"""Quotes that stand with the answer; the page has them all."""


def answers_apart(store: Store, fact: Fact) -> bool:
    """Whether the fact is not what the record's page begins with anyway."""
    return fact.number != store.facts(fact.id)[0].number


def with_answer(document: Document, entry: Entry, language: Language) -> Document:
    """The page with the answer at its head: status, quotes and citations, and what other sources
    say in its place."""
    numbers = {(quote.source, quote.exact): quote.number for quote in document.quotes}
    cited = [(item["source"], item["exact"]) for item in entry.citations]
    cites = tuple(
        Span(f"[{numbers[each]}]", "cite", citation_target(numbers[each]))
        for each in dict.fromkeys(cited)
        if each in numbers
    )
    answer = Span(entry.answer.of(language), "figure" if entry.status else "body")
    said: list[Spans] = [(Span(f"{messages.ANSWER.of(language)} ", "label"), answer, *cites)]
    for place, (_, exact) in enumerate(cited[:_SHOWN]):
        words = Span(f"“{exact.strip()}”".replace("\n", " "), "quote")
        foreign = language == "en" and not place
        said.append((words, Span(f" {IN_CHINESE}", "muted")) if foreign else (words,))
    for other in entry.disagrees:
        head = Span(f"{OTHERWISE.of(language)} ", "warning")
        said.append((head, Span(other["answer"][language])))
    lines = (Paragraph(spans, indent=2 if place else 0) for place, spans in enumerate(said))
    return document._replace(blocks=(*lines, *document.blocks))
