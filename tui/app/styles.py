"""The palette of ``render`` as Rich styles, which Textual draws with."""

from __future__ import annotations

from collections.abc import Container, Iterable

from rich.color import Color
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tui.document import Role, Span
from tui.render.palette import PALETTE, Look


def _style(look: Look) -> Style:
    return Style(
        color=None if look.colour is None else Color.from_ansi(look.colour),
        bold=look.bold or None,
        dim=look.dim or None,
        italic=look.italic or None,
        underline=look.underline or None,
        reverse=look.reverse or None,
    )


STYLES: dict[Role, Style] = {role: _style(look) for role, look in PALETTE.items()}
CHOSEN = STYLES["chosen"]


def strip(line: Iterable[Span], width: int, chosen: Container[int] = ()) -> Strip:
    """A line as Textual draws it, filled to ``width`` cells. ``chosen``: the numbers of the spans
    that the cursor stands on."""
    segments = [
        Segment(span.text, STYLES[span.role] + CHOSEN if number in chosen else STYLES[span.role])
        for number, span in enumerate(line)
    ]
    return Strip(segments).adjust_cell_length(width)
