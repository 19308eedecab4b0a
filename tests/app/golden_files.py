"""The golden files of the screens, parsed: the lines of the screen and of each panel."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from tests.app.screens import Size
from tui.text.language import Language
from tui.text.width import cell_width

FOLDER = Path(__file__).parent / "golden"
_PANEL = re.compile(r"([\w-]+) (\d+),(\d+) (\d+)x(\d+)")
_SCROLL_BAR = "│"


class PanelText(NamedTuple):
    """The text of a panel: ``lines`` without scroll bar and trailing spaces; None for a line with
    a wide character that the edge of the panel cuts in half."""

    name: str
    lines: list[str | None]


class ScreenText(NamedTuple):
    """The text of a screen: ``lines`` without trailing spaces."""

    lines: list[str]
    panels: list[PanelText]
    outside: str
    """The text outside the panels and the bars."""


def golden_path(name: str, size: Size, language: Language) -> Path:
    """Return the golden file of a screen."""
    return FOLDER / f"{name}-{size[0]}x{size[1]}-{language}.txt"


def read(name: str, size: Size, language: Language) -> ScreenText:
    """Read the golden file of a screen."""
    return parse(golden_path(name, size, language).read_text(encoding="utf-8"))


def parse(text: str) -> ScreenText:
    """Parse a golden file (see ``screens.render``)."""
    screen, _, footer = text.rpartition("\n--- chosen: ")
    lines = screen.split("\n")
    panels = []
    inside: set[tuple[int, int]] = set()
    for match in _PANEL.finditer(footer.rpartition("--- panels: ")[2]):
        x, y, width, height = map(int, match.groups()[1:])
        rows = [_columns(line, x, x + width) for line in lines[y : y + height]]
        panels.append(PanelText(match[1], rows))
        inside |= {(a, b) for a in range(x, x + width) for b in range(y, y + height)}
    return ScreenText(lines, panels, _outside(lines, inside))


def _columns(line: str, start: int, end: int) -> str | None:
    """Return the text from column ``start`` to column ``end``."""
    column, text = 0, ""
    for character in line:
        width = cell_width(character)
        if column < start < column + width or column < end < column + width:
            return None
        if start <= column < end:
            text += character
        column += width
    if column >= end and text.endswith(_SCROLL_BAR):
        text = text.removesuffix(_SCROLL_BAR)
    return text.rstrip()


def _outside(lines: list[str], inside: set[tuple[int, int]]) -> str:
    text = ""
    for y, line in enumerate(lines[1:-2], 1):  # without title bar, search line or notice, key bar
        column = 0
        for character in line:
            if (column, y) not in inside:
                text += character
            column += cell_width(character)
    return text.strip()
