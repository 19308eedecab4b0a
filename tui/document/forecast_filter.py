"""A page without its forecasts, for readers who want only what has happened."""

from __future__ import annotations

from tui.document.blocks import Block, Document, Figures, Series, Table, TableRow


def without_forecasts(document: Document) -> Document:
    """The same page with no figure and no bar that is a forecast; a table of nothing else goes."""
    blocks = (_without(block) for block in document.blocks)
    return document._replace(blocks=tuple(block for block in blocks if block is not None))


def _without(block: Block) -> Block | None:
    match block:
        case Figures(rows):
            kept = tuple(row for row in rows if row.status != "forecast")
            return Figures(kept) if kept else None
        case Series():
            known = tuple(point for point in block.points if point.status != "forecast")
            return block._replace(points=known) if known else None
        case Table(heads, rows):
            cleared = tuple(row for row in map(_row, rows) if any(row.cells))
            return Table(heads, cleared) if cleared else None
    return block


def _row(row: TableRow) -> TableRow:
    cells = (
        tuple(spans for spans in cell if all(span.role != "forecast" for span in spans))
        for cell in row.cells
    )
    return row._replace(cells=tuple(cells))
