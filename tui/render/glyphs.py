"""Characters drawn around text, for terminals with and without Unicode."""

from __future__ import annotations

from tui.fast_namedtuple import NamedTuple


class Glyphs(NamedTuple):
    """A set of characters, each one cell wide."""

    bullet: str
    bar: str
    bar_estimate: str
    bar_forecast: str
    rule: str
    edge: str
    cursor: str
    track: str = "╌"
    """Fills the rest of a bar that shows a share."""
    levels: str = "▁▂▃▄▅▆▇█"
    """Levels of a sparkline, lowest first."""
    corners: str = "╭╮╰╯"
    """Corners of a frame: top left, top right, bottom left, bottom right."""
    gauge: str = "━"
    """The filled part of a gauge, drawn on a rule."""
    closed: str = "▸"
    """Before the heading of a section that is folded away."""
    thumb: str = "┃"
    """The part of a scroll bar beside the visible lines."""
    remove: str = "✕"
    """Behind a filter: a click removes it."""
    selected: str = "▌"
    """At the left of the row under the cursor."""
    broken: str = "≈"
    """Across a column that is not drawn to scale."""
    column_forecast: str = "▒"
    """A forecast as a column, where the light shade of a long bar would be hard to see."""


UNICODE = Glyphs("•", "█", "▓", "░", "─", "│", "›")
ASCII = Glyphs(
    "-",
    "#",
    "=",
    ".",
    "-",
    "|",
    ">",
    "-",
    "_.-~=+*#",
    "++++",
    "=",
    ">",
    "#",
    "x",
    ">",
    "~",
    ".",
)
