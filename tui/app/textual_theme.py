"""The palettes of ``render`` as Rich styles and Textual themes.

A Textual theme is named as its palette: ``nord`` for 256 colors, ``nord_true`` and ``nord_16`` for
the other depths.
"""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import replace
from functools import cache
from typing import cast

from rich.color import Color
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.theme import BUILTIN_THEMES, Theme

from tui.config import Theme as ThemeName
from tui.document import Role, Span
from tui.render.palette import Color as PaletteColor
from tui.render.palette import Depth, Look, Shade, own_background, palette
from tui.text.width import cell_width

_LIGHT = ("light", "light-painted", "solarized-light")
_PAINTED: dict[ThemeName, Shade] = {"dark": "dark-painted", "light": "light-painted"}
"""A chosen theme paints its background: the terminal's own may be of the other kind."""
_UNREVERSED = Style(color="default", bgcolor="default", dim=False, reverse=True)
"""A chosen text where the palette has no background for it: one block, whatever the roles."""


def theme_name(shade: Shade, depth: Depth) -> str:
    """Return the name of the Textual theme of a palette."""
    return shade if depth == "256" or shade == "mono" else f"{shade}_{depth}"


def chosen_shade(theme: ThemeName, terminal: Shade, depth: Depth) -> Shade:
    """Return the palette of a theme. ``auto``: ``terminal``, the one for its background; where
    that is unknown, the dark palette with its background, which takes more than 16 colors."""
    if theme == "auto":
        return "dark-painted" if terminal == "any" and depth != "16" else terminal
    return _PAINTED.get(theme) or cast("Shade", theme)


def _palette_of(theme: str) -> tuple[Shade, Depth]:
    shade, _, depth = theme.partition("_")
    return cast("Shade", shade), cast("Depth", depth or "256")


def _color(color: PaletteColor) -> Color | None:
    if isinstance(color, str):
        return Color.parse(f"#{color}")
    return None if color is None else Color.from_ansi(color)


def _style(look: Look) -> Style:
    return Style(
        color=_color(look.color),
        bgcolor=_color(look.background),
        bold=look.bold or None,
        dim=look.dim or None,
        italic=look.italic or None,
        underline=look.underline or None,
        reverse=look.reverse or None,
    )


@cache
def styles(theme: str) -> dict[Role, Style]:
    """Return the style of each role in a theme."""
    return {role: _style(look) for role, look in palette(*_palette_of(theme)).items()}


@cache
def chosen_styles(theme: str) -> dict[Role, Style]:
    """Return the style of each role under the cursor. Muted text is drawn as other text there: its
    contrast with the background of the row would be too low."""
    plain = styles(theme)
    chosen = plain["chosen"]
    if chosen.bgcolor is None:
        return {role: style + _UNREVERSED for role, style in plain.items()}
    quiet: tuple[Role, ...] = ("muted", "label", "rule", "frame")
    under = {role: plain["body"] if role in quiet else style for role, style in plain.items()}
    match = plain["match"]
    return {role: style + chosen for role, style in under.items()} | {"match": match}


@cache
def _block_styles(theme: str) -> dict[Role, Style]:
    plain = styles(theme)
    block = Style(bold=True, dim=False, italic=False, underline=False) + plain["selected"]
    return dict.fromkeys(plain, block)


def screen_style(theme: str) -> Style | None:
    """Return the text and background of the whole screen; None for the terminal's own."""
    color, background = own_background(*_palette_of(theme))
    return None if background is None else Style(color=_color(color), bgcolor=_color(background))


def textual_theme(shade: Shade, depth: Depth) -> Theme:
    """Return a Textual theme for a palette. It uses the terminal's own colors only: what Textual
    draws itself has no other."""
    base = BUILTIN_THEMES["ansi-light" if shade in _LIGHT else "ansi-dark"]
    return replace(base, name=theme_name(shade, depth))


def strip(
    line: Iterable[Span],
    width: int,
    theme: str,
    selected: Container[int] = (),
    *,
    as_block: bool = False,
    in_row: bool = False,
) -> Strip:
    """Return a line as a strip of ``width`` cells. ``selected``: the numbers of the spans under the
    cursor; ``as_block``: they are a link, a section or an option, not a row; ``in_row``: in a row
    that has the background of a chosen one, where the theme has such a background."""
    plain = styles(theme)
    if in_row and plain["chosen"].bgcolor:
        plain = chosen_styles(theme)
    if selected:
        chosen = _block_styles(theme) if as_block else chosen_styles(theme)
        segments = [
            Segment(span.text, (chosen if number in selected else plain)[span.role])
            for number, span in enumerate(line)
        ]
    else:
        segments = [Segment(span.text, plain[span.role]) for span in line]
    rest = width - sum(cell_width(segment.text) for segment in segments)
    if rest < 0:
        return Strip(segments).crop(0, width)
    if rest:
        segments.append(Segment(" " * rest, plain["body"] if in_row else None))
    return Strip(segments, width)
