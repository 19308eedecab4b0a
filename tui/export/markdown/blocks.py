"""A page in Markdown: each kind of block, and the footnotes with the quoted words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tui.document import (
    Fields,
    FigureRow,
    Figures,
    Heading,
    Links,
    Paragraph,
    Quote,
    Quotes,
    Series,
    Span,
    Spans,
    plain_text,
)
from tui.document.link_target import parse_target
from tui.export import messages
from tui.export.collection import Collection, ExportedPage
from tui.export.list_grouping import Items, grouped
from tui.export.markdown.anchors import Headings
from tui.export.markdown.escaping import address, escaped, line, link, strong
from tui.text.language import Wording


class PageContext:
    """One page on its way into a file. ``before``: footnotes of the pages before it."""

    def __init__(
        self, collection: Collection, page: ExportedPage, headings: Headings, before: int
    ) -> None:
        self.collection = collection
        self.page = page
        self.headings = headings
        self._before = before

    def of(self, wording: Wording) -> str:
        """The wording in the file's language."""
        return self.collection.of(wording)

    def mark(self, number: int) -> str:
        """A reference to a footnote."""
        return f"[^{self._before + number}]"

    def link(self, target: str, inner: str) -> str:
        """What leads to another page, where that is in the file; else what it says."""
        record = parse_target(target).record
        anchor = self.headings.known.get(record)
        return link(inner, f"#{anchor}") if anchor and record != self.page.id else inner

    def spans(self, spans: Spans) -> str:
        """Running text."""
        text = ""
        for span in spans:
            said = self._span(span, at_start=not text.strip(" "))
            if text.endswith("**") and said.startswith("**"):  # **a****b** is no emphasis
                text, said = text[:-2], said[2:]
            if text.endswith("!") and said.startswith("["):  # ![a](b) is a picture
                text = f"{text[:-1]}\\!"
            text += said
        return text.strip(" ")

    def _span(self, span: Span, *, at_start: bool) -> str:
        if number := parse_target(span.target).citation:
            return self.mark(number)
        if not span.target and span.text.startswith(("http://", "https://")):
            text = address(span.text)
        elif span.role in ("title", "warning", "label"):
            text = strong(span.text, at_start=at_start)
        else:
            text = escaped(span.text, at_start=at_start)
        return self.link(span.target, text) if span.target and span.text.strip() else text


def blocks(place: PageContext, level: int) -> list[str]:
    """The blocks of a page. ``level``: of its headings of level 1."""
    groups = grouped(place.page.document.blocks)
    # Every value of a chart stands in the table behind it.
    return [
        _WRITERS[type(group)](place, group, level)
        for group in groups
        if not isinstance(group, Series)
    ]


def _heading(place: PageContext, block: Heading, level: int) -> str:
    return place.headings.write(block.text, level + block.level - 1)


def _paragraph(place: PageContext, block: Paragraph, _: int) -> str:
    return place.spans(block.spans)


def _items(place: PageContext, block: Items, _: int) -> str:
    parts = []
    for number, item in enumerate(block.items, start=block.first):
        sign = f"{number}. " if block.first else "- "
        indent = " " * len(sign)
        under = "".join(f"\n\n{indent}{place.spans(spans)}" for spans in item.under)
        parts.append(f"{sign}{place.spans(item.spans)}{under}")
    return "\n".join(parts)


def _fields(place: PageContext, block: Fields, _: int) -> str:
    stop = place.of(messages.STOP)
    rows = ((strong(label), place.spans(spans)) for label, spans in block.rows)
    return "\n".join(f"- {label}{stop}{value}" for label, value in rows)


def _figures(place: PageContext, block: Figures, _: int) -> str:
    labelled = any(row.label for row in block.rows)
    heads = [
        "",
        *map(place.of, (messages.PERIOD, messages.VALUE, messages.STATUS, messages.EVIDENCE)),
    ]
    sides = [":--", ":--", "--:", ":--", ":--"]
    rows = [_cells(place, row) for row in block.rows]
    table = [heads, sides, *rows] if labelled else [row[1:] for row in (heads, sides, *rows)]
    lines = [f"| {' | '.join(cells)} |" for cells in table]
    remarks = [
        f"- {escaped(_named(place, row))}{place.spans(remark)}"
        for row in block.rows
        for remark in row.remarks
        if plain_text(remark).strip()
    ]
    return "\n".join(lines) + ("\n\n" + "\n".join(remarks) if remarks else "")


def _cells(place: PageContext, row: FigureRow) -> list[str]:
    status = f"{row.status_words} {row.rank_words}".strip()
    texts = [escaped(text) for text in (row.label, row.period, row.value, status)]
    return [*texts, "".join(place.mark(number) for number in row.cites)]


def _named(place: PageContext, row: FigureRow) -> str:
    """Which row a remark is about."""
    gap = "，" if place.collection.language == "zh" else ", "
    named = gap.join(part for part in (row.label or row.period, row.value) if part)
    return f"{named}{place.of(messages.STOP)}"


def _links(place: PageContext, block: Links, _: int) -> str:
    lines = []
    for item in block.items:
        why = f" ({escaped(item.why)})" if item.why else ""
        if item.why and place.collection.language == "zh":
            why = f"（{escaped(item.why)}）"
        lines.append(f"- {place.link(item.target, escaped(item.title))}{why}")
    return "\n".join(lines)


def _quotes(place: PageContext, block: Quotes, _: int) -> str:
    return "\n".join(_footnote(place, quote) for quote in block.items)


def _footnote(place: PageContext, quote: Quote) -> str:
    words = f"“{line(quote.exact).strip()}”"
    parts = [escaped(words), escaped(quote.title)]
    if quote.remark:
        parts.append(escaped(quote.remark))
    known = place.collection.reference(quote.source)
    if known and known.url:
        parts.append(address(known.url))
    gap = "，" if place.collection.language == "zh" else ", "
    return f"{place.mark(quote.number)}: {gap.join(parts)}"


_WRITERS: dict[type, Callable[[PageContext, Any, int], str]] = {
    Heading: _heading,
    Paragraph: _paragraph,
    Items: _items,
    Fields: _fields,
    Figures: _figures,
    Quotes: _quotes,
    Links: _links,
}
