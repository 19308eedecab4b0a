"""The page of a source opened at a citation: quoted words, their passage, the source itself."""

from __future__ import annotations

from tui.app import messages
from tui.app.browse.location import Location
from tui.app.browse.sources.generated_pages import link_target, page_document
from tui.document import Block, Document, Fields, Heading, Paragraph, Quote, Span, Spans
from tui.document.gloss import EDITORS_TRANSLATION, has_chinese
from tui.export.whole_quote import whole_quote
from tui.store import Store
from tui.store.originals import NO_FOLDER, Originals
from tui.text.language import Language


def citation_view(
    store: Store, originals: Originals, language: Language, location: Location, source: Document
) -> Document:
    """Put the citation of ``location`` above the page of its source.

    The passage around the quoted words is shown where the original is available.
    """
    citing_page = page_document(store, location.cited_by, language)
    quote = (
        next((item for item in citing_page.quotes if item.number == location.citation), None)
        if citing_page
        else None
    )
    if citing_page is None or quote is None:
        return source
    quoted = messages.QUOTED_WORDS if has_chinese(quote.exact) else messages.QUOTED_IN_LANGUAGE
    quote = whole_quote(store, quote, language)
    link = Span(citing_page.title, "link", link_target(location.cited_by))
    remark: Spans = (Span(f"  {quote.remark}", "muted"),) if quote.remark else ()
    label = EDITORS_TRANSLATION.capitalize()
    gloss: list[tuple[str, Spans]] = [(label, (Span(quote.gloss),))] if quote.gloss else []
    blocks: list[Block] = [
        Heading(f"{messages.CITATION.of(language)} [{quote.number}]"),
        Fields(
            (
                (
                    quoted.of(language),
                    (Span(f"“{_one_line(quote.exact)}”", "quote"), *remark),
                ),
                *gloss,
                (messages.CITED_BY.of(language), (link,)),
            )
        ),
        *_passage(store, originals, language, quote),
        Heading(messages.ABOUT_SOURCE.of(language)),
    ]
    return source._replace(blocks=(*blocks, *source.blocks))


def _passage(
    store: Store, originals: Originals, language: Language, quote: Quote
) -> tuple[Block, ...]:
    """Return the passage under its heading; without the originals, one line that it is missing."""
    file = store.source(quote.source)
    if file is None:
        return ()
    passage, lack = originals.find_passage(file, quote.exact, quote.prefix, quote.suffix)
    around = messages.PASSAGE if has_chinese(quote.exact) else messages.PASSAGE_IN_LANGUAGE
    heading = Heading(around.of(language))
    if passage is None:
        reason = messages.PASSAGE_MISSING[lack or "not found"].format(file=file.file)
        line = Paragraph((Span(reason.of(language), "muted"),))
        return (line,) if lack == NO_FOLDER else (heading, line)
    # Brackets mark the quote where the terminal shows no colors.
    opening, closing = "【】" if has_chinese(passage.exact) else "[]"
    marked = Span(f"{opening}{passage.exact}{closing}", "match")
    return (heading, Paragraph((Span(passage.before), marked, Span(passage.after))))


def _one_line(text: str) -> str:
    return " ".join(text.split())
