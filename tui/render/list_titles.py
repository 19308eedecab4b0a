"""Titles of the rows of a list, in several lines where they are wide."""

from __future__ import annotations

from tui.document import Role, Span
from tui.render.line_wrap import Line, plain, wrap
from tui.render.list_widths import GAP
from tui.text.width import cell_width, truncate


def wrapped_title(title: str, width: int, role: Role, more: int = 0) -> list[Line]:
    """Return a title in as many lines as it needs. ``more``: cells that only its second line has,
    which it takes if it would need a third one and then does not."""
    whole = (Span(title, role),)
    if cell_width(title) <= width:
        return [whole]
    lines = wrap(whole, width, 1)
    if more and len(lines) > 2:
        rest = title[len(plain(lines[0])) :].strip()
        if cell_width(rest) < width + more:
            return [lines[0], (Span(" "), Span(rest, role))]
    return lines


def title_lines(title: str, width: int, role: Role) -> list[Line]:
    """Return a title that has the list for itself in at most two lines of ``width`` cells."""
    lines = wrap((Span(title, role),), width, GAP)
    if len(lines) > 2:
        rest = title[len(lines[0][0].text) :].strip()
        lines[1:] = [(Span(" " * GAP), Span(truncate(rest, width - GAP), role))]
    return lines
