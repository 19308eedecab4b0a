"""Documents as JSON, as briefing.db stores them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import Any

from tui.document.blocks import (
    Block,
    Card,
    CardRow,
    Cards,
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
    """Return a document as compact JSON: tuples as lists, blocks preceded by their type name."""
    blocks = [[type(block).__name__, *block] for block in document.blocks]
    return json.dumps(
        [document.title, document.kind, blocks], ensure_ascii=False, separators=(",", ":")
    )


def decode(text: str) -> Document:
    """Return the document that ``encode`` wrote.

    Raises:
        ValueError, KeyError, TypeError: ``text`` is not a document.
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
    texts = tuple(_spans(spans) for spans in remarks)
    return FigureRow(label, period, value, status, words, tuple(cites), texts, rank)


def _series(fields: list[Any]) -> Series:
    unit, points, top, axis, shares, notes, legend, break_note, apart, unknown = fields
    return Series(
        unit,
        _points(points),
        top,
        axis,
        shares,
        tuple(notes),
        tuple((status, words) for status, words in legend),
        break_note,
        _points(apart),
        _points(unknown),
    )


def _points(items: list[Any]) -> tuple[Point, ...]:
    return tuple(Point(*point) for point in items)


def _table(fields: list[Any]) -> Table:
    heads, rows, label_head, prose, lead = fields
    return Table(
        tuple(_spans(head) for head in heads),
        tuple(
            TableRow(_spans(label), tuple(tuple(map(_spans, cell)) for cell in cells))
            for label, cells in rows
        ),
        label_head,
        prose,
        lead,
    )


def _cards(fields: list[Any]) -> Cards:
    figures, lists, head = fields
    return Cards(tuple(map(_card, figures)), tuple(map(_card, lists)), head)


def _card(fields: list[Any]) -> Card:
    card = Card(*fields)
    return card._replace(
        rows=_card_rows(card.rows),
        series=_series(fields[8]) if fields[8] else None,
        facts=_card_rows(card.facts),
        notes=tuple(card.notes),
    )


def _card_rows(rows: Iterable[Any]) -> tuple[CardRow, ...]:
    return tuple(CardRow(lead, _spans(spans), *rest) for lead, spans, *rest in rows)


_BLOCKS: dict[str, Callable[[list[Any]], Block]] = {
    "Heading": lambda fields: Heading(*fields),
    "Paragraph": _paragraph,
    "Fields": _fields,
    "Figures": _figures,
    "Series": _series,
    "Table": _table,
    "Quotes": lambda fields: Quotes(tuple(Quote(*item) for item in fields[0])),
    "Cards": _cards,
    "Links": lambda fields: Links(tuple(Link(*item) for item in fields[0])),
}
