"""Lay out a document as lines of a width, block by block."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from tui.document import (
    Cards,
    Document,
    Fields,
    Figures,
    Heading,
    Links,
    Paragraph,
    Quotes,
    Series,
    Span,
    Spans,
    Table,
)
from tui.document.link_target import FOLD, citation_target
from tui.fast_namedtuple import TYPE_CHECKING
from tui.render.chart import chart
from tui.render.column_chart import chart_over_time
from tui.render.dashboard import dashboard
from tui.render.figure_table import figure_lines
from tui.render.glyphs import UNICODE, Glyphs
from tui.render.line_wrap import (
    BLANK,
    PART_GAP,
    Line,
    line_width,
    padded,
    wrap,
    wrap_parts,
    wrap_title,
)
from tui.render.side_by_side import table_lines
from tui.text.width import cell_width, truncate

if TYPE_CHECKING:
    from tui.render.table_grid import TableGrid

CHART_HEIGHT = 20
"""Lines of a window from which charts have columns on an axis of time."""
_CHART_WIDTH = 56
READING_WIDTH = 100
"""Maximum line length in cells; longer lines are hard to read."""
TWO_COLUMNS = 104
"""Cells from which evidence stands beside a text that then fits into the window."""
_SHORTEST_RANGE = 3
"""Citation marks from which consecutive ones become a range."""
GUTTERS = (" │ ", " | ")
"""What is between text and evidence."""


def lay_out_text(document: Document, width: int, glyphs: Glyphs = UNICODE) -> list[Line]:
    """Lay out a document for text output: the marks of three or more citations in a row whose
    numbers follow one another are one, ``[4–8]``. The app shows each, because each is a link."""
    blocks = tuple(
        block._replace(spans=_with_ranges(block.spans)) if isinstance(block, Paragraph) else block
        for block in document.blocks
    )
    return lay_out(document._replace(blocks=blocks), width, glyphs)


def _with_ranges(spans: Spans) -> Spans:
    runs: list[list[Span]] = []
    for span in spans:
        last = runs[-1][-1] if runs else None
        if last and last.role == span.role == "cite" and _number(span) == _number(last) + 1 > 1:
            runs[-1].append(span)
        else:
            runs.append([span])
    found: list[Span] = []
    for run in runs:
        text = f"[{_number(run[0])}–{_number(run[-1])}]"
        found += [run[0]._replace(text=text)] if len(run) >= _SHORTEST_RANGE else run
    return tuple(found)


def _number(mark: Span) -> int:
    """Return the number of a citation mark, -1 for another text."""
    number = mark.text[1:-1]
    return int(number) if number.isdecimal() else -1


def lay_out(
    document: Document,
    width: int,
    glyphs: Glyphs = UNICODE,
    height: int = 0,
    *,
    titled: bool = True,
) -> list[Line]:
    """Return a page as lines of at most ``width`` cells; texts have at most ``READING_WIDTH``, the
    tables of a comparison use all of them.

    ``height``: of the window, 0 for none. A dashboard takes the whole window; a chart has an axis
    proportional to time where there is room. ``titled``: whether the page begins with its title.
    """
    cards = cards_of(document)
    width = max(1, width)
    if cards:
        return dashboard(cards, width, height, glyphs)
    grid: TableGrid | None = None
    if any(isinstance(block, Table) and block.on_grid for block in document.blocks):
        from tui.render.table_grid import TableGrid  # lazy: not in the first frame

        grid = TableGrid(document, width)
    width = min(width, READING_WIDTH)
    lines = title_lines(document, width) if titled else []
    previous: object = None
    for block in document.blocks:
        block_lines: list[Line] = []
        if isinstance(block, Series) and height >= CHART_HEIGHT and width >= _CHART_WIDTH:
            block_lines = chart_over_time(block, width, height, glyphs)
        if grid and isinstance(block, Table):
            block_lines = grid.lines(block, glyphs)
        if grid and not block_lines and isinstance(block, Heading | Table):
            block_lines = _LAYOUTS[type(block)](block, max(width, grid.width), glyphs)
        block_lines = block_lines or _LAYOUTS[type(block)](block, width, glyphs)
        if not block_lines:
            continue
        if lines and lines[-1] != BLANK and _needs_blank_line(previous, block):
            lines.append(BLANK)
        lines += block_lines
        previous = block
    return lines


def cards_of(document: Document) -> Cards | None:
    """Return the dashboard of a page, if it has one."""
    return next((block for block in document.blocks if isinstance(block, Cards)), None)


def title_lines(document: Document, width: int) -> list[Line]:
    """Return the title of a page, followed by its kind."""
    *lines, last = wrap_title((Span(document.title, "title"),), width) or [()]
    kind: Line = (Span(document.kind, "muted"),)
    return [*lines, *wrap_parts((*last, Span(PART_GAP), *kind), width), BLANK]


def _needs_blank_line(previous: object, block: object) -> bool:
    """Return whether a blank line separates two blocks."""
    if isinstance(previous, Heading):
        return previous.hidden >= 0 and not (isinstance(block, Heading) and block.hidden >= 0)
    if isinstance(previous, Figures) and isinstance(block, Paragraph) and block.indent:
        return False
    if isinstance(block, Paragraph) and isinstance(previous, Paragraph):
        return not (block.bullet or block.indent or (previous.bullet and block.indent))
    return True


def _heading(block: Heading, width: int, glyphs: Glyphs) -> list[Line]:
    text = block.text
    if block.level > 1:
        return wrap_title((Span(text, "title" if block.level == 2 else "label"),), width)
    target = f"{FOLD}:{text}"
    if block.hidden >= 0:  # folded away: a link that shows it
        count = (Span(f" {block.hidden}", "muted"),) if block.hidden else ()
        room = width - line_width(count) - 2
        if cell_width(text) > room:  # one line: without the remark in brackets
            text = truncate(re.split(r" \(|（", text)[0], room)
        return [(Span(f"{glyphs.closed} {text}", "heading", target), *count)]
    lines = wrap((Span(text, "fold", target),), width)
    room = width - cell_width(text) - 1
    if len(lines) == 1 and room > 2:
        lines = [(*lines[0], Span(" "), Span(glyphs.rule * room, "rule"))]
    return lines


def _paragraph(block: Paragraph, width: int, glyphs: Glyphs) -> list[Line]:
    if not block.bullet:
        lead: Line = (Span(" " * block.indent),) if block.indent else ()
        if not lead and any(PART_GAP in span.text for span in block.spans):
            return wrap_parts(block.spans, width)
        if not lead and all(span.role == "title" for span in block.spans):
            return wrap_title(block.spans, width)
        return wrap(block.spans, width, block.indent, lead)
    sign = glyphs.bullet if block.bullet == "-" else block.bullet
    lead = (Span(" " * block.indent), Span(f"{sign} ", "mark"))
    return wrap(block.spans, width, block.indent + cell_width(sign) + 1, lead)


def _fields(block: Fields, width: int, _: Glyphs) -> list[Line]:
    column = max(cell_width(label) for label, _ in block.rows) + 2
    lines: list[Line] = []
    if column > width // 2:  # no room for two columns: put each value below its name
        for label, spans in block.rows:
            lines += wrap((Span(label, "label"),), width)
            lines += wrap(spans, width, 2, (Span("  "),))
        return lines
    for label, spans in block.rows:
        lines += wrap(spans, width, column, (padded(label, column, "label"),))
    return lines


def _quotes(block: Quotes, width: int, _: Glyphs) -> list[Line]:
    lines: list[Line] = []
    digits = len(str(block.items[-1].number))
    for quote in block.items:
        target = citation_target(quote.number)
        mark = f"[{quote.number}]"
        indent = " " * (digits + 2 - len(mark))
        lead: Line = (Span(indent), Span(mark, "cite", target), Span(" "))
        hang = digits + 3
        words: Spans = (
            Span(quote.quoted_words, "quote", target),
            Span(f"{quote.quoted_gloss} "),
            Span(quote.title, "link", target),
        )
        if quote.remark:
            words = (*words, Span(quote.remark_after_source, "muted"))
        lines += wrap(words, width, hang, lead if indent else lead[1:])
    return lines


def _links(block: Links, width: int, glyphs: Glyphs) -> list[Line]:
    lines: list[Line] = []
    for link in block.items:
        spans: Spans = (Span(link.title, "link", link.target),)
        if link.why:
            spans = (*spans, Span("  "), Span(link.why, "muted"))
        lines += wrap(spans, width, 2, (Span(f"{glyphs.bullet} ", "mark"),))
    return lines


def _figures(block: Figures, width: int, _: Glyphs) -> list[Line]:
    return figure_lines(block, width)


def _series(block: Series, width: int, glyphs: Glyphs) -> list[Line]:
    return chart(block, width, glyphs)


def _table(block: Table, width: int, glyphs: Glyphs) -> list[Line]:
    return table_lines(block, width, glyphs)


_LAYOUTS: dict[type, Callable[[Any, int, Glyphs], list[Line]]] = {
    Heading: _heading,
    Paragraph: _paragraph,
    Fields: _fields,
    Figures: _figures,
    Series: _series,
    Table: _table,
    Quotes: _quotes,
    Links: _links,
}
