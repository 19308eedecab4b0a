"""The evidence of a page: quoted words, their source, and the way back to every figure."""

from __future__ import annotations

from tui.document import Quote, Quotes
from tui.document.link_target import record_target
from tui.export import messages
from tui.export.html.escaping import LANGUAGE_TAGS, element, escaped, linked_address
from tui.export.html.page_anchors import PageAnchors
from tui.export.references import for_readers
from tui.store.bibliography import Reference


def evidence(place: PageAnchors, block: Quotes) -> str:
    """The numbered quotations."""
    items = "\n".join(_quote(place, quote) for quote in block.items)
    return element("ol", items, class_="evidence")


def _quote(place: PageAnchors, quote: Quote) -> str:
    # The sources are Chinese, whatever the language of the page.
    words = element("q", escaped(f"“{quote.exact.strip()}”"), lang=LANGUAGE_TAGS["zh"])
    parts = [element("span", f"[{quote.number}]", class_="number"), words, _source(place, quote)]
    if quote.remark:
        parts.append(element("span", place.said(quote.remark), class_="muted"))
    parts += _backs(place, quote.number)
    return element("li", " ".join(parts), id=place.evidence_id(quote.number))


def _source(place: PageAnchors, quote: Quote) -> str:
    name = place.said(quote.title)
    known = place.collection.reference(quote.source)
    return element("a", name, href=f"#{reference_id(known)}") if known else name


def _backs(place: PageAnchors, number: int) -> list[str]:
    ids = place.back_ids(number)
    return [
        element(
            "a",
            "↩" if len(ids) == 1 else f"↩{time}",
            class_="back",
            href=f"#{identity}",
            aria_label=place.collection.of(messages.BACK.format(number=time)),
        )
        for time, identity in enumerate(ids, start=1)
    ]


def reference_id(reference: Reference) -> str:
    """The id of a source's entry in the list of references."""
    return f"source--{reference.id}"


def reference_item(place: PageAnchors, reference: Reference) -> str:
    """An entry of the list of references, leading to the page of the source if it is there."""
    text = for_readers(reference, place.collection.language)
    before, found, after = text.partition(reference.url) if reference.url else (text, "", "")
    inner = place.said(before) + (linked_address(found) or escaped(found)) + place.said(after)
    short = place.said(reference.short.of(place.collection.language))
    name = place.link(record_target(reference.id), short)
    licence = element("span", place.said(reference.license.of(place.collection.language)))
    return element(
        "li",
        element("span", name, class_="label") + " " + inner + element("p", licence, class_="muted"),
        id=reference_id(reference),
    )
