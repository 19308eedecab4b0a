"""A series one line high, for lists and for places too narrow for bars."""

from __future__ import annotations

from collections.abc import Sequence

from tui.render.glyphs import Glyphs

FORECAST_MARK = ":"
"""Precedes the first forecast."""
_MAX_LEVEL = 7


def sparkline(levels: str, glyphs: Glyphs) -> str:
    """Draw levels such as ``025:7`` (0 to 7, with the forecast mark) as block characters. None
    fills its cell: sparklines below each other stay apart."""
    most = len(glyphs.levels) - 2
    return "".join(
        glyphs.levels[min(int(sign), most)] if sign.isdecimal() else sign for sign in levels
    )


def levels_of(sizes: Sequence[float], forecasts: Sequence[bool]) -> str:
    """Return sizes as levels from 0 to 7; ``forecasts``: which of them are forecasts."""
    largest = max(sizes, default=0.0)
    text = ""
    for size, forecast in zip(sizes, forecasts, strict=True):
        if forecast and text and FORECAST_MARK not in text:
            text += FORECAST_MARK
        text += str(max(0, round(size / largest * _MAX_LEVEL))) if largest > 0 else "0"
    return text
