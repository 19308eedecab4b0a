"""Column widths of the tables of a Word document by pandoc, which makes all columns equal."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence

from tui.text.width import cell_width

_CELL = 110
"""Twips of half a Chinese character at 10.5 points, with some room."""
_MARGINS = 240
"""Twips of the margins of a cell."""
_FOOTNOTE = 3
"""Cells of a footnote mark."""
_TABLE = re.compile(r"<w:tbl>.*?</w:tbl>", re.DOTALL)
_GRID = re.compile(r"<w:tblGrid>.*?</w:tblGrid>", re.DOTALL)
_WIDTH = re.compile(r"<w:tblW [^>]*/>")
_ROW = re.compile(r"<w:tr>.*?</w:tr>", re.DOTALL)
_CELLS = re.compile(r"<w:tc>.*?</w:tc>", re.DOTALL)
_PARAGRAPH = re.compile(r"<w:p>.*?</w:p>", re.DOTALL)
_TEXT = re.compile(r"<w:t(?: [^>]*)?>([^<]*)</w:t>")
_PROPERTIES = re.compile(r"<w:tcPr\s*/>|<w:tcPr>")


def fit_tables(document: str, width: int) -> str:
    """Return the main part of a document (ISO/IEC 29500-1, 17.4) with the columns of each table as
    wide as their contents, as far as ``width`` twips allow; the wide ones share the rest."""
    return _TABLE.sub(lambda found: _fitted(found[0], width), document)


def column_widths(needed: Sequence[int], width: int) -> list[int]:
    """Return the widths of columns in twips: what each needs, or where that is more than ``width``
    the same limit for all that need more."""
    if sum(needed) <= width:
        return list(needed)
    left, limits = width, {}
    for rank, column in enumerate(sorted(range(len(needed)), key=lambda each: needed[each])):
        limits[column] = min(needed[column], left // (len(needed) - rank))
        left -= limits[column]
    return [limits[column] for column in range(len(needed))]


def _fitted(table: str, width: int) -> str:
    rows = [_CELLS.findall(row) for row in _ROW.findall(table)]
    count = max(map(len, rows), default=0)
    if not count or any(len(row) != count for row in rows):
        return table
    needed = [
        max(_cells(row[column]) for row in rows) * _CELL + _MARGINS for column in range(count)
    ]
    widths = column_widths(needed, width)
    columns = "".join(f'<w:gridCol w:w="{each}"/>' for each in widths)
    table = _GRID.sub(f"<w:tblGrid>{columns}</w:tblGrid>", table, count=1)
    table = _WIDTH.sub(f'<w:tblW w:type="dxa" w:w="{sum(widths)}"/>', table, count=1)
    return _ROW.sub(lambda row: _row(row[0], widths), table)


def _row(row: str, widths: Sequence[int]) -> str:
    numbers = iter(widths)

    def cell(found: re.Match[str]) -> str:
        own = f'<w:tcW w:w="{next(numbers)}" w:type="dxa"/>'

        def properties(tag: re.Match[str]) -> str:
            end = "</w:tcPr>" if tag[0].endswith("/>") else ""
            return f"<w:tcPr>{own}{end}"

        return _PROPERTIES.sub(properties, found[0], count=1)

    return _CELLS.sub(cell, row)


def _cells(cell: str) -> int:
    """Return the width of the widest paragraph of a cell."""
    return max(
        (
            cell_width(html.unescape("".join(_TEXT.findall(paragraph))))
            + _FOOTNOTE * paragraph.count("<w:footnoteReference")
            for paragraph in _PARAGRAPH.findall(cell)
        ),
        default=0,
    )
