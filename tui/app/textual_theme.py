"""The palettes of ``render`` as Rich styles and Textual themes."""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import replace

from rich.color import Color
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.theme import BUILTIN_THEMES, Theme

from tui.document import Role, Span
from tui.render.palette import PALETTES, Look, Shade
from tui.text.width import cell_width


def _style(look: Look) -> Style:
    return Style(
        color=None if look.color is None else Color.from_ansi(look.color),
        bgcolor=None if look.background is None else Color.from_ansi(look.background),
        bold=look.bold or None,
        dim=look.dim or None,
        italic=look.italic or None,
        underline=look.underline or None,
        reverse=look.reverse or None,
    )


STYLES: dict[str, dict[Role, Style]] = {
    shade: {role: _style(look) for role, look in palette.items()}
    for shade, palette in PALETTES.items()
}
"""Styles by shade and role."""


def textual_theme(shade: Shade) -> Theme:
    """Return a Textual theme for a palette. It uses the terminal's own colors only."""
    base = BUILTIN_THEMES["ansi-light" if shade == "light" else "ansi-dark"]
    return replace(base, name=shade)


def strip(line: Iterable[Span], width: int, theme: str, selected: Container[int] = ()) -> Strip:
    """Return a line as a strip of ``width`` cells. ``selected``: the numbers of the spans under the
    cursor, which are reversed."""
    styles = STYLES[theme]
    segments = [
        Segment(span.text, styles[span.role] + styles["chosen"])
        if number in selected
        else Segment(span.text, styles[span.role])
        for number, span in enumerate(line)
    ]
    rest = width - sum(cell_width(segment.text) for segment in segments)
    if rest < 0:
        return Strip(segments).crop(0, width)
    if rest:
        segments.append(Segment(" " * rest))
    return Strip(segments, width)
