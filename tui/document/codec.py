"""Documents as JSON and back: how they travel in briefing.db."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from tui.document.blocks import (
    Block,
    Document,
    Fields,
    FigureRow,
    Figures,
    Heading,
    Link,
    Links,
    Paragraph,
    Point,
    Quote,
    Quotes,
    Series,
    Table,
    TableRow,
)
from tui.document.spans import Span, Spans


def encode(document: Document) -> str:
    """The document as compact JSON: a list per tuple, each block under its name."""
    blocks = [[type(block).__name__, *block] for block in document.blocks]
    return json.dumps(
        [document.title, document.kind, blocks], ensure_ascii=False, separators=(",", ":")
    )


def decode(text: str) -> Document:
    """The document that ``encode`` wrote.

    Raises:
        ValueError, KeyError, TypeError: something else.
    """
    title, kind, blocks = json.loads(text)
    return Document(title, kind, tuple(_BLOCKS[name](fields) for name, *fields in blocks))


def _spans(items: list[Any]) -> Spans:
    return tuple(Span(*item) for item in items)


def _paragraph(fields: list[Any]) -> Paragraph:
    spans, indent, bullet = fields
    return Paragraph(_spans(spans), indent, bullet)


def _fields(fields: list[Any]) -> Fields:
    return Fields(tuple((label, _spans(spans)) for label, spans in fields[0]))


def _figures(fields: list[Any]) -> Figures:
    return Figures(tuple(_figure_row(*row) for row in fields[0]))


def _figure_row(
    label: str,
    period: str,
    value: str,
    status: str,
    words: str,
    cites: list[int],
    remarks: list[Any],
    rank: str,
) -> FigureRow:
    said = tuple(_spans(spans) for spans in remarks)
    return FigureRow(label, period, value, status, words, tuple(cites), said, rank)


def _series(fields: list[Any]) -> Series:
    unit, points, top, axis, whole, notes = fields
    drawn = tuple(Point(*point) for point in points)
    return Series(unit, drawn, top, axis, whole, tuple(notes))


def _table(fields: list[Any]) -> Table:
    heads, rows = fields
    return Table(
        tuple(_spans(head) for head in heads),
        tuple(
            TableRow(_spans(label), tuple(tuple(map(_spans, cell)) for cell in cells))
            for label, cells in rows
        ),
    )


_BLOCKS: dict[str, Callable[[list[Any]], Block]] = {
    "Heading": lambda fields: Heading(*fields),
    "Paragraph": _paragraph,
    "Fields": _fields,
    "Figures": _figures,
    "Series": _series,
    "Table": _table,
    "Quotes": lambda fields: Quotes(tuple(Quote(*item) for item in fields[0])),
    "Links": lambda fields: Links(tuple(Link(*item) for item in fields[0])),
}
