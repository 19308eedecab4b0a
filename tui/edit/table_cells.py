"""Cells of tables in Markdown: the figure's row, its period, and the unit that the table prints."""

from __future__ import annotations

import re
from typing import NamedTuple

from tui.edit.resolved_mention import period_text
from tui.edit.source_text import SourceText
from tui.text.period_mentions import find_periods
from tui.text.printed_quantity import PrintedQuantity, UnitLabel, find_unit_labels

_YEAR = re.compile(r"\s*(?P<year>(?:19|20)\d\d)(?:年|E|A)?\s*")
_MOST_ROWS = 200


class TableCell(NamedTuple):
    """A figure in a table. ``measure``: the headings of its row and column that name no period;
    ``period``: the one that they name, or empty; ``unit``: that of the table or its column."""

    measure: str
    period: str
    unit: UnitLabel | None


def table_cell(document: SourceText, at: int) -> TableCell | None:
    """Return what a table says about the figure at a position; None outside of tables."""
    text = document.text
    start = document.paragraph_start(at)
    if not text.startswith("|", start):
        return None
    column = text.count("|", start, at)
    rows = [_cells(text[start : document.paragraph_end(at)])]
    above = _lines_above(document, start)
    rows += [_cells(line) for line in above if line.startswith("|")]
    heads = [row[column] for row in rows[1:] if column < len(row)]
    head = next((cell for cell in heads if _period(cell) or re.search(r"[^\W\d_]", cell)), "")
    label = rows[0][1] if column > 1 and len(rows[0]) > 1 else ""
    names = [each for each in (label, head) if each and not _period(each)]
    return TableCell(" ".join(names), _period(head) or _period(label), _unit([label, head, *above]))


def with_table_unit(document: SourceText, item: PrintedQuantity) -> PrintedQuantity:
    """Return a quantity with the power and unit that its table prints for all of its cells."""
    cell = table_cell(document, item.start) if item.bare else None
    if cell is None or cell.unit is None:
        return item
    return item._replace(value=item.value * cell.unit.scale, unit=cell.unit.unit)


def _lines_above(document: SourceText, start: int) -> list[str]:
    """Return the lines of the table above a row, the nearest first, and the one before it."""
    lines = document.text[:start].rstrip("\n").rsplit("\n", _MOST_ROWS)[-_MOST_ROWS:][::-1]
    count = next((at for at, line in enumerate(lines) if not line.startswith("|")), len(lines))
    caption = next((line for line in lines[count : count + 2] if line.strip()), "")
    return [*lines[:count], caption]


def _cells(line: str) -> list[str]:
    """Return what stands before each sign, and between: the first cell has the index 1."""
    return [cell.strip() for cell in line.split("|")]


def _period(cell: str) -> str:
    if year := _YEAR.fullmatch(cell):
        return year["year"]
    periods = find_periods(cell)
    if len(periods) != 1:
        return ""
    first, last = (year * 100 + month for year, month in periods[0].period)
    return period_text(first, last)


def _unit(texts: list[str]) -> UnitLabel | None:
    """Return the unit of the first text that prints exactly one."""
    for text in texts:
        labels = {label for label in find_unit_labels(text) if label.unit}
        labels = {one for one in labels if one.scale > 1} or labels
        if len(labels) == 1:
            return labels.pop()
    return None
