"""Where in a page one is, whatever its width: counted in characters."""

from __future__ import annotations

from tui.render.line_wrap import Line


def characters(lines: list[Line]) -> int:
    """Characters that lines have at any width: no rule, no bar, no space."""
    return sum(
        len(span.text.replace(" ", ""))
        for line in lines
        for span in line
        if span.role != "rule" and not span.role.startswith("bar")
    )


def line_of(lines: list[Line], before: int) -> int:
    """The line before which that many characters stand."""
    for number, line in enumerate(lines):
        before -= characters([line])
        if before < 0:
            return number
    return len(lines)
