"""A series as a line one cell high, for lists and for where bars have no room."""

from __future__ import annotations

from collections.abc import Sequence

from tui.render.glyphs import Glyphs

AHEAD = ":"
"""Before the first forecast: what stands behind it has not happened."""
_HIGHEST = 7


def sparkline(levels: str, glyphs: Glyphs) -> str:
    """``025:7`` (levels from 0 to 7) as signs that rise and fall."""
    return "".join(glyphs.levels[int(sign)] if sign.isdecimal() else sign for sign in levels)


def levels_of(sizes: Sequence[float], ahead: Sequence[bool]) -> str:
    """The levels of sizes, from zero to the largest; ``ahead``: which of them are forecasts."""
    largest = max(sizes, default=0.0)
    text = ""
    for size, forecast in zip(sizes, ahead, strict=True):
        if forecast and text and AHEAD not in text:
            text += AHEAD
        text += str(max(0, round(size / largest * _HIGHEST))) if largest > 0 else "0"
    return text
