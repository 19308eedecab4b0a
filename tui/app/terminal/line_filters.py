"""Filters applied to every strip before it is drawn: no control characters, no colors, the
background of a theme, or only characters that the terminal can draw."""

from __future__ import annotations

from collections.abc import Callable

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter

from tui.text.control_characters import without_controls
from tui.text.encoding import replace_ambiguous, replace_unencodable


class SegmentFilter(LineFilter):
    """Apply a function to each segment. The function must not change the width of a segment."""

    def __init__(self, convert: Callable[[Segment], Segment]) -> None:
        super().__init__()
        self._convert = convert

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002
        """Return the converted segments."""
        return [self._convert(segment) for segment in segments]


def color_filter() -> SegmentFilter:
    """Return a filter that drops all colors, those of Textual too, and keeps other attributes."""
    return SegmentFilter(_without_color)


def background_filter(screen: Style) -> SegmentFilter:
    """Return a filter that gives everything without a background that of ``screen``, and text
    without a color its color."""
    painted: dict[Style | None, Style] = {None: screen}

    def paint(segment: Segment) -> Segment:
        text, style, control = segment
        if style not in painted:
            painted[style] = _on_screen(style, screen)
        return Segment(text, painted[style], control)

    return SegmentFilter(paint)


def _on_screen(style: Style | None, screen: Style) -> Style:
    if style is None:
        return screen
    color = None if style.color is None or style.color.is_default else style.color
    background = None if style.bgcolor is None or style.bgcolor.is_default else style.bgcolor
    return style + Style(color=color or screen.color, bgcolor=background or screen.bgcolor)


def control_filter() -> SegmentFilter:
    """Return a filter that removes control characters from text of any origin: the terminal would
    execute them."""
    return SegmentFilter(_without_controls)


def encoding_filter(encoding: str) -> SegmentFilter:
    """Return a filter that replaces characters that ``encoding`` lacks by others as wide."""
    return SegmentFilter(
        lambda segment: Segment(
            replace_unencodable(segment.text, encoding), segment.style, segment.control
        )
    )


def ambiguous_width_filter() -> SegmentFilter:
    """Return a filter that replaces characters of ambiguous width (UAX #11), which the terminal
    draws in two cells where Textual counts one."""
    return SegmentFilter(
        lambda segment: Segment(replace_ambiguous(segment.text), segment.style, segment.control)
    )


def _without_controls(segment: Segment) -> Segment:
    text, style, control = segment
    if text.isprintable() or control:
        return segment
    return Segment(without_controls(text), style)


def _without_color(segment: Segment) -> Segment:
    text, style, control = segment
    if style is None:
        return segment
    # Style.without_color also drops the metadata, in which Textual has the mouse actions.
    colorless = style.without_color
    return Segment(text, colorless + Style(meta=style.meta) if style.meta else colorless, control)
