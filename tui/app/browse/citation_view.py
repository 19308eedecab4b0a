"""A source seen at a citation: the quoted words first, in their passage where the reader has it."""

from __future__ import annotations

from tui.app import messages
from tui.app.browse.generated_pages import page_named, target_of
from tui.app.browse.location import Location
from tui.document import Block, Document, Fields, Heading, Paragraph, Quote, Span, Spans
from tui.store import Store
from tui.store.originals import Originals
from tui.text.language import Language


def citation_view(
    store: Store, originals: Originals, language: Language, place: Location, source: Document
) -> Document:
    """The page of a source with the citation that led there at its head."""
    citing = page_named(store, place.cited_by, language)
    quote = (
        next((item for item in citing.quotes if item.number == place.citation), None)
        if citing
        else None
    )
    if citing is None or quote is None:
        return source
    link = Span(citing.title, "link", target_of(place.cited_by))
    remark: Spans = (Span(f"  {quote.remark}", "muted"),) if quote.remark else ()
    blocks: list[Block] = [
        Heading(f"{messages.CITATION.of(language)} [{quote.number}]"),
        Fields(
            (
                (
                    messages.QUOTED_WORDS.of(language),
                    (Span(f"“{_one_line(quote.exact)}”", "quote"), *remark),
                ),
                (messages.CITED_BY.of(language), (link,)),
            )
        ),
        Heading(messages.PASSAGE.of(language)),
        Paragraph(_passage(store, originals, language, quote)),
        Heading(messages.ABOUT_SOURCE.of(language)),
    ]
    return source._replace(blocks=(*blocks, *source.blocks))


def _passage(store: Store, originals: Originals, language: Language, quote: Quote) -> Spans:
    file = store.source(quote.source)
    if file is None:
        return ()
    passage, lack = originals.find_passage(file, quote.exact, quote.prefix, quote.suffix)
    if passage is None:
        text = messages.LACKS[lack or "not found"].format(file=file.file)
        return (Span(text.of(language), "muted"),)
    # The quote is marked by signs too, not by its look alone.
    marked = Span(f"【{passage.exact}】", "warning")
    return (Span(passage.before), marked, Span(passage.after))


def _one_line(text: str) -> str:
    return " ".join(text.split())
