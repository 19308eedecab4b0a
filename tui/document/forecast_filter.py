"""Removal of forecasts from a document, for readers who want to see only what has happened."""

from __future__ import annotations

from tui.document.blocks import Block, Card, Cards, Document, Figures, Series, Table, TableRow


def without_forecasts(document: Document) -> Document:
    """Return the document without figures and bars that are forecasts, and without the blocks that
    have nothing else."""
    blocks = (_filter_block(block) for block in document.blocks)
    return document._replace(blocks=tuple(block for block in blocks if block is not None))


def _filter_block(block: Block) -> Block | None:
    match block:
        case Figures(rows):
            remaining = tuple(row for row in rows if row.status != "forecast")
            return Figures(remaining) if remaining else None
        case Series():
            points = tuple(point for point in block.points if point.status != "forecast")
            return block._replace(points=points) if points else None
        case Table():
            filtered = map(_filter_row, block.rows)
            remaining_rows = tuple(row for row in filtered if any(row.cells))
            if block.label_head:  # an item per row
                remaining_rows = tuple(row for row in block.rows if not _is_forecast(row))
            return block._replace(rows=remaining_rows) if remaining_rows else None
        case Cards():
            return block._replace(figures=tuple(map(_filter_card, block.figures)))
    return block


def _filter_card(card: Card) -> Card:
    series = _filter_block(card.series) if card.series else None
    return card._replace(series=series if isinstance(series, Series) else None)


def _is_forecast(row: TableRow) -> bool:
    return any(span.role == "forecast" for cell in row.cells for spans in cell for span in spans)


def _filter_row(row: TableRow) -> TableRow:
    cells = (
        tuple(spans for spans in cell if all(span.role != "forecast" for span in spans))
        for cell in row.cells
    )
    return row._replace(cells=tuple(cells))
