"""The blocks of a page as Markdown, with quoted words as footnotes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
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
    Table,
    plain_text,
)
from tui.document.link_target import OVERVIEW, parse_target
from tui.export import messages
from tui.export.collection import Collection, ExportedPage
from tui.export.list_grouping import Items, grouped
from tui.export.markdown.anchors import anchor, heading
from tui.export.markdown.markdown_text import address, code, escaped, link, strong
from tui.text.language import Wording

_NOTHING = "–"
"""An empty cell of a comparison, as readers of tables expect it."""


class MarkdownPage:
    """A page while it is written. ``before``: number of footnotes on the pages before it."""

    def __init__(self, collection: Collection, page: ExportedPage, before: int) -> None:
        self.collection = collection
        self.page = page
        self._before = before

    def of(self, wording: Wording) -> str:
        """Return ``wording`` in the language of the file."""
        return self.collection.of(wording)

    def mark(self, number: int) -> str:
        """Return a reference to a footnote."""
        return f"[^{self._before + number}]"

    def link(self, target: str, inner: str) -> str:
        """Return ``inner`` as a link if the page it leads to is another one of this file."""
        record = parse_target(target).record
        elsewhere = record != self.page.id and record != OVERVIEW
        if record and elsewhere and self.collection.contains(record):
            return link(inner, f"#{anchor(record)}")
        return inner

    def spans(self, spans: Spans) -> str:
        """Return running text with its emphasis, links and footnote references."""
        text = ""
        for number, span in enumerate(spans):
            following = plain_text(spans[number + 1 :])[:1]
            part = self._span(span, (text[-1:], following), at_start=not text.strip(" "))
            if text.endswith("**") and part.startswith("**"):  # **a****b** is not emphasis
                text, part = text[:-2], part[2:]
            if text.endswith("!") and part.startswith("["):  # ![a](b) is an image
                text = f"{text[:-1]}\\!"
            if text.endswith("`") and part.startswith("`"):
                text += " "
            if text.endswith("]") and part.startswith("[^"):  # two numbers read as one
                text += " "
            text += part
        return text.strip(" ")

    def _span(self, span: Span, around: tuple[str, str], *, at_start: bool) -> str:
        if number := parse_target(span.target).citation:
            return self.mark(number)
        if not span.target and span.text.startswith(("http://", "https://")):
            text = address(span.text)
        elif span.role == "code":
            text = code(span.text)
        elif span.role in ("title", "warning", "label"):
            text = strong(span.text, at_start=at_start, before=around[0], after=around[1])
        else:
            text = escaped(span.text, at_start=at_start)
        return self.link(span.target, text) if span.target and span.text.strip() else text


def blocks(context: MarkdownPage, level: int) -> list[str]:
    """Return each block of a page as Markdown. ``level``: heading level of its top headings."""
    groups = grouped(context.page.document.blocks)
    # Charts are left out: the table after each one has all of its values.
    return [
        _WRITERS[type(group)](context, group, level)
        for group in groups
        if not isinstance(group, Series)
    ]


def _heading(_: MarkdownPage, block: Heading, level: int) -> str:
    return heading(block.text, level + block.level - 1)


def _paragraph(context: MarkdownPage, block: Paragraph, _: int) -> str:
    return context.spans(block.spans)


def _items(context: MarkdownPage, block: Items, _: int) -> str:
    parts = []
    for number, item in enumerate(block.items, start=block.first):
        sign = f"{number}. " if block.first else "- "
        indent = " " * len(sign)
        under = "".join(f"\n\n{indent}{context.spans(spans)}" for spans in item.under)
        parts.append(f"{sign}{context.spans(item.spans)}{under}")
    return "\n".join(parts)


def _fields(context: MarkdownPage, block: Fields, _: int) -> str:
    stop = context.of(messages.STOP)
    rows = (
        (strong(label, before="", after=stop[0]), context.spans(spans))
        for label, spans in block.rows
    )
    return "\n".join(f"- {label}{stop}{value}" for label, value in rows)


def _figures(context: MarkdownPage, block: Figures, _: int) -> str:
    labelled = any(row.label for row in block.rows)
    heads = [
        "",
        *map(context.of, (messages.PERIOD, messages.VALUE, messages.STATUS, messages.EVIDENCE)),
    ]
    sides = [":--", ":--", "--:", ":--", ":--"]
    rows = [_cells(context, row) for row in block.rows]
    table = [heads, sides, *rows] if labelled else [row[1:] for row in (heads, sides, *rows)]
    remarks = [
        f"- {escaped(_row_name(context, row))}{context.spans(remark)}"
        for row in block.rows
        for remark in row.remarks
        if plain_text(remark).strip()
    ]
    return _table_lines(table) + ("\n\n" + "\n".join(remarks) if remarks else "")


def _table_lines(rows: Iterable[Sequence[str]]) -> str:
    return "\n".join(f"| {' | '.join(cells)} |" for cells in rows)


def _table(context: MarkdownPage, block: Table, _: int) -> str:
    """Return a table. A cell is one line in Markdown, so its texts are joined."""
    heads = [escaped(block.label_head), *(context.spans(_plain(head)) for head in block.heads)]
    rows = [
        [
            context.spans(row.label),
            *(_joined(map(context.spans, cell), context) or _NOTHING for cell in row.cells),
        ]
        for row in block.rows
    ]
    return _table_lines([heads, [":--"] * len(heads), *rows])


def _plain(head: Spans) -> Spans:
    """Return a head without emphasis of its own: renderers print heads in bold."""
    return tuple(span._replace(role="body") for span in head)


def _joined(texts: Iterable[str], context: MarkdownPage) -> str:
    """Return texts after one another: sentences as they are, others with a semicolon between."""
    joined = ""
    for text in texts:
        if joined.endswith("。"):
            joined += text
        elif joined.endswith("."):
            joined += f" {text}"
        elif joined:
            joined += ("；" if context.collection.language == "zh" else "; ") + text
        else:
            joined = text
    return joined


def _cells(context: MarkdownPage, row: FigureRow) -> list[str]:
    comma = "，" if context.collection.language == "zh" else ", "
    status = comma.join(filter(None, (row.status_words, row.rank_words)))
    texts = [escaped(text) for text in (row.label, row.period, row.value, status)]
    return [*texts, " ".join(context.mark(number) for number in row.cites)]


def _row_name(context: MarkdownPage, row: FigureRow) -> str:
    """Return the name of the row that a remark belongs to."""
    gap = "，" if context.collection.language == "zh" else ", "
    named = gap.join(part for part in (row.label or row.period, row.value) if part)
    return f"{named}{context.of(messages.STOP)}"


def _links(context: MarkdownPage, block: Links, _: int) -> str:
    lines = []
    for item in block.items:
        why = f" ({escaped(item.why)})" if item.why else ""
        if item.why and context.collection.language == "zh":
            why = f"（{escaped(item.why)}）"
        lines.append(f"- {context.link(item.target, escaped(item.title))}{why}")
    return "\n".join(lines)


def _quotes(context: MarkdownPage, block: Quotes, _: int) -> str:
    return "\n".join(_footnote(context, quote) for quote in block.items)


def _footnote(context: MarkdownPage, quote: Quote) -> str:
    words = quote.quoted_words + quote.quoted_gloss
    parts = [escaped(words), escaped(quote.title)]
    if quote.remark:
        parts.append(escaped(quote.remark))
    known = context.collection.reference(quote.source)
    if known and known.url:
        parts.append(address(known.url))
    gap = "，" if context.collection.language == "zh" else ", "
    return f"{context.mark(quote.number)}: {gap.join(parts)}"


_WRITERS: dict[type, Callable[[MarkdownPage, Any, int], str]] = {
    Heading: _heading,
    Paragraph: _paragraph,
    Items: _items,
    Fields: _fields,
    Figures: _figures,
    Table: _table,
    Quotes: _quotes,
    Links: _links,
}
