"""The evidence of a page in a column beside its text, where the window is wide."""

from __future__ import annotations

import itertools

from tui.document import Document, Heading, Quotes, Span, Table
from tui.fast_namedtuple import NamedTuple
from tui.render.glyphs import Glyphs
from tui.render.line_wrap import BLANK, Line, line_width
from tui.render.page_layout import READING_WIDTH, TWO_COLUMNS, lay_out

_ALWAYS = 112
"""Cells from which it stands beside any text."""
_MAX_EVIDENCE = 80
_GAP = 3
_FIGURE_COLUMNS = 3
"""Columns, beside the first, from which a table is one of short cells."""


class TextAndEvidence(NamedTuple):
    """The lines of the two columns, and the cells of the text."""

    text: list[Line]
    evidence: list[Line]
    width: int


def lay_out_beside(
    document: Document, width: int, glyphs: Glyphs, height: int, *, titled: bool
) -> TextAndEvidence | None:
    """Return a page whose evidence stands beside its text; None where there is no room or where it
    does not end with evidence that is shown. Parameters: as of ``lay_out``."""
    *text, heading, quotes = (None, None, *document.blocks)
    if width < TWO_COLUMNS or not isinstance(quotes, Quotes) or not isinstance(heading, Heading):
        return None
    body = document._replace(blocks=tuple(block for block in text if block is not None))
    room = width - _GAP
    is_wide = any(isinstance(block, Table) and block.on_grid for block in body.blocks)
    text_width = min(READING_WIDTH, max(room * 3 // 5, room - _MAX_EVIDENCE))
    if not is_wide and _narrows_a_table(body, text_width, width, glyphs):
        whole = lay_out(document, width, glyphs, height, titled=titled)
        if len(whole) <= height:  # the evidence is still in sight
            return None
    lines = lay_out(body, room * 2 // 3 if is_wide else text_width, glyphs, height, titled=titled)
    if is_wide:  # as wide as its tables are
        text_width = max(map(line_width, lines))
    rest = min(_MAX_EVIDENCE, room - text_width)
    if width < _ALWAYS and len(lines) > height:
        return None
    evidence = document._replace(blocks=(heading, quotes))
    return TextAndEvidence(lines, lay_out(evidence, rest, glyphs, titled=False), text_width)


def _narrows_a_table(body: Document, text_width: int, width: int, glyphs: Glyphs) -> bool:
    """Return whether a table of figures has fewer lines in the whole width."""
    tables = [
        block
        for block in body.blocks
        if isinstance(block, Table) and len(block.heads) >= _FIGURE_COLUMNS
    ]
    whole = body._replace(blocks=tuple(tables))
    beside, alone = (
        len(lay_out(whole, each, glyphs, titled=False)) for each in (text_width, width)
    )
    return alone < beside


def side_by_side_lines(columns: TextAndEvidence, glyphs: Glyphs) -> list[Line]:
    """Return the lines of both columns as lines of the page. A line of the evidence begins
    ``first_span`` spans after the beginning of its line."""
    gutter = Span(f" {glyphs.edge} ", "rule")
    lines: list[Line] = []
    for text, evidence in itertools.zip_longest(columns.text, columns.evidence, fillvalue=BLANK):
        lines.append((*text, Span(" " * (columns.width - line_width(text))), gutter, *evidence))
    return lines


def first_span(columns: TextAndEvidence, line: int) -> int:
    """Return the number of the first span of the evidence in a line of the page."""
    return 2 + (len(columns.text[line]) if line < len(columns.text) else 0)
