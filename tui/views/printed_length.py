"""The length of a page on paper, as the print style of the HTML export lays it out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tui.document import Block, Cell, Figures, Heading, Paragraph, Quotes, Spans, Table, plain_text
from tui.text.width import cell_width

PAGE = 45
"""Lines of text on a page: US Letter, which has fewer than A4, at 10.5 points."""
_LINE = 92
"""Cells of a line of text; words wrap before its end."""
_SMALL_LINE = 104
"""Cells of a line of the evidence and the sources, which are set in smaller type."""
_SMALL = 0.9
"""Height of such a line."""
_HEADING = 2.2
_TABLE_HEAD = 1.8
_ROW_GAP = 0.3
_ITEM_GAP = 0.15
_SOURCE = 2.6
"""A source in the list of references: title in two languages, publisher, license."""
_WRAPPING = 1.15
"""Lines of a narrow column by those that its cells would fill: words wrap before their ends."""
_PADDING = 2
"""Cells between columns."""
_LEAST_COLUMN = 10
"""Cells of a column of texts of more than a few words at least."""
_TABLE_GAPS = 20
"""Cells of a table of figures beside label, period, value and status; its label is bold."""


def printed_lines(blocks: Iterable[Block]) -> float:
    """Return about how many lines the blocks take, with the list of the sources they cite."""
    return sum(map(_height, blocks))


def _height(block: Block) -> float:
    if isinstance(block, Heading):
        return _HEADING
    if isinstance(block, Paragraph):
        return _lines(block.spans, _LINE) + _ITEM_GAP
    if isinstance(block, Figures):
        rest = sum(max(map(cell_width, column)) for column in _columns(block))
        label = max(_LINE - _TABLE_GAPS - rest, 1)
        rows = sum(-(-cell_width(row.label) // label) + _ROW_GAP for row in block.rows)
        remarks = [remark for row in block.rows for remark in row.remarks]
        return _TABLE_HEAD + rows + sum(_lines(remark, _SMALL_LINE) * _SMALL for remark in remarks)
    if isinstance(block, Table):
        return _table_height(block) * (_SMALL if block.prose else 1)
    if isinstance(block, Quotes):
        texts = (
            f"[00]  {q.quoted_words} {q.quoted_gloss} {q.title} {q.remark}" for q in block.items
        )
        quotes = sum(-(-cell_width(text) // _SMALL_LINE) * _SMALL + _ITEM_GAP for text in texts)
        sources = {quote.source for quote in block.items}
        return quotes + _HEADING + len(sources) * (_SOURCE + _ITEM_GAP)
    return 0


def _table_height(block: Table) -> float:
    columns = [*zip(*([(row.label,), *row.cells] for row in block.rows), strict=True)]
    if block.prose:  # its text takes half of the line
        half = _SMALL_LINE // 2
        widths = [*_column_widths(columns[:-1], half), half]
    else:
        widths = _column_widths(columns, _LINE)
    heights = [
        max(
            sum(_lines(text, width - _PADDING) for text in cell)
            for cell, width in zip(row, widths, strict=True)
        )
        for row in zip(*columns, strict=True)
    ]
    heads = max(map(_lines, block.heads, widths[1:]))
    rows = sum(height * _WRAPPING + _ROW_GAP for height in heights)
    return heads + 1 + rows + max(heights) / 2  # no page break within a row: blank lines before one


def _column_widths(columns: Sequence[Sequence[Cell]], room: int) -> list[int]:
    """Return the cells of each column of a table, as CSS does without given widths: what it needs
    where that is little, else a share of the rest in proportion to that."""
    needed = [
        max((cell_width(plain_text(text)) for cell in column for text in cell), default=1)
        + _PADDING
        for column in columns
    ]
    narrow = [size for size in needed if size <= room // len(needed)]
    rest, wide = room - sum(narrow), max(sum(needed) - sum(narrow), 1)
    return [size if size in narrow else max(rest * size // wide, _LEAST_COLUMN) for size in needed]


def _columns(block: Figures) -> Iterable[tuple[str, ...]]:
    return zip(*((row.period, row.value, row.status_words) for row in block.rows), strict=True)


def _lines(spans: Spans, width: int) -> int:
    return -(-cell_width(plain_text(spans)) // width)
