"""The screen of the running app as a grid of cells with colors."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style
from rich.terminal_theme import TerminalTheme

from tui.text.width import cell_width

Rgb = tuple[int, int, int]


class Colors(NamedTuple):
    """The colors of a terminal: its own two, and the sixteen of ANSI."""

    background: Rgb
    foreground: Rgb
    ansi: TerminalTheme


def _colors(background: str, foreground: str, ansi: str) -> Colors:
    normal = [_rgb(each) for each in ansi.split()]
    pair = _rgb(background), _rgb(foreground)
    return Colors(*pair, TerminalTheme(*pair, normal[:8], normal[8:]))


def _rgb(text: str) -> Rgb:
    red, green, blue = bytes.fromhex(text)
    return red, green, blue


DARK = _colors(
    "14171c",
    "d7dce4",
    "14171c e5707a 8fd18a e8c65a 86abff c792ea 4fd1d9 d7dce4 "
    "586273 ff8b90 a8e0a3 f2d98a a9c4ff dab6f5 86e2e8 ffffff",
)
LIGHT = _colors(
    "fbfcfd",
    "24292f",
    "24292f b3212a 236b2a 7a5700 2a56c6 8250df 006a73 d0d7de "
    "5b6472 cf222e 2f8a38 9a6e00 3f6fe0 9a6ff0 00838f ffffff",
)


class Cell(NamedTuple):
    """A character with its colors. A Chinese one takes two cells: its ``width`` is 2."""

    text: str
    width: int
    foreground: Rgb
    background: Rgb
    bold: bool
    underline: bool


Grid = list[list[Cell]]
"""The lines of a screen."""


def cells_of(lines: Iterable[Iterable[Segment]], colors: Colors) -> Grid:
    """Return the cells of the lines of a screen."""
    return [
        [cell for segment in line if segment.text for cell in _cells(segment, colors)]
        for line in lines
    ]


def _cells(segment: Segment, colors: Colors) -> Iterable[Cell]:
    style = segment.style or Style.null()
    foreground, background = _pair(style, colors)
    for text in _characters(segment.text):
        yield Cell(
            text,
            cell_width(text),
            foreground,
            background,
            bool(style.bold),
            bool(style.underline),
        )


def _characters(text: str) -> list[str]:
    """Return the characters, each with the combining ones that follow it."""
    characters: list[str] = []
    for char in text:
        if characters and cell_width(char) == 0:
            characters[-1] += char
        else:
            characters.append(char)
    return characters


def _pair(style: Style, colors: Colors) -> tuple[Rgb, Rgb]:
    foreground, background = colors.foreground, colors.background
    if style.color and not style.color.is_default:
        foreground = Rgb(style.color.get_truecolor(colors.ansi))
    if style.bgcolor and not style.bgcolor.is_default:
        background = Rgb(style.bgcolor.get_truecolor(colors.ansi, foreground=False))
    if style.reverse:
        foreground, background = background, foreground
    if style.dim:
        foreground = blend(foreground, background, 0.6)
    return foreground, background


def blend(above: Rgb, below: Rgb, share: float) -> Rgb:
    """Return a mixture with ``share`` of the first color."""
    red, green, blue = (
        round(share * a + (1 - share) * b) for a, b in zip(above, below, strict=True)
    )
    return red, green, blue


def digest(grids: Iterable[Grid]) -> str:
    """Return a hash of the texts and the colors of screens."""
    hashed = sha256()
    for grid in grids:
        for line in grid:
            hashed.update(repr([tuple(cell) for cell in line]).encode())
    return hashed.hexdigest()[:16]
