"""The length of a page on paper, as the print style of the HTML export lays it out."""

from __future__ import annotations

from collections.abc import Iterable

from tui.document import Block, Figures, Heading, Paragraph, Quotes, Spans, Table, plain_text
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
        width = _LINE // (len(block.heads) + 1)
        cells = ([*row.cells, (row.label,)] for row in block.rows)
        heights = (max(sum(_lines(text, width) for text in cell) for cell in row) for row in cells)
        heads = max(_lines(head, width) for head in block.heads)
        return heads + 1 + sum(height + _ROW_GAP for height in heights)
    if isinstance(block, Quotes):
        texts = (
            f"[00]  {q.quoted_words} {q.quoted_gloss} {q.title} {q.remark}" for q in block.items
        )
        quotes = sum(-(-cell_width(text) // _SMALL_LINE) * _SMALL + _ITEM_GAP for text in texts)
        sources = {quote.source for quote in block.items}
        return quotes + _HEADING + len(sources) * (_SOURCE + _ITEM_GAP)
    return 0


def _columns(block: Figures) -> Iterable[tuple[str, ...]]:
    return zip(*((row.period, row.value, row.status_words) for row in block.rows), strict=True)


def _lines(spans: Spans, width: int) -> int:
    return -(-cell_width(plain_text(spans)) // width)
