"""The goldens of the screens, read back: what is on each line, and in each panel."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from tests.app.screens import SCREENS, Size
from tui.text.language import LANGUAGES, Language
from tui.text.width import cell_width

FOLDER = Path(__file__).parent / "golden"
_PANEL = re.compile(r"([\w-]+) (\d+),(\d+) (\d+)x(\d+)")
_SCROLL_BAR = "│"


class GoldenPanel(NamedTuple):
    """A rectangle of the screen, ``lines`` without the scroll bar and the spaces at their ends;
    None for a line that has half of a wide character at an edge."""

    name: str
    lines: list[str | None]


class Golden(NamedTuple):
    """A golden: ``lines`` of the screen without the spaces at their ends."""

    screen: str
    size: Size
    language: Language
    lines: list[str]
    panels: list[GoldenPanel]
    outside: str
    """What stands neither in a panel nor in the bars."""


NAMES = [
    (name, size, language)
    for name, screen in SCREENS.items()
    for size in screen.sizes
    for language in LANGUAGES
]


def read(name: str, size: Size, language: Language) -> Golden:
    """The golden of a screen."""
    text = (FOLDER / f"{name}-{size[0]}x{size[1]}-{language}.txt").read_text(encoding="utf-8")
    screen, _, footer = text.rpartition("\n--- chosen: ")
    lines = screen.split("\n")
    panels = []
    inside: set[tuple[int, int]] = set()
    for match in _PANEL.finditer(footer.rpartition("--- panels: ")[2]):
        x, y, width, height = map(int, match.groups()[1:])
        rows = [_cells(line, x, x + width) for line in lines[y : y + height]]
        panels.append(GoldenPanel(match[1], rows))
        inside |= {(a, b) for a in range(x, x + width) for b in range(y, y + height)}
    return Golden(name, size, language, lines, panels, _outside(lines, inside))


def _cells(line: str, start: int, end: int) -> str | None:
    """The cells from ``start`` to ``end``."""
    at, text = 0, ""
    for character in line:
        width = cell_width(character)
        if at < start < at + width or at < end < at + width:
            return None
        if start <= at < end:
            text += character
        at += width
    if at >= end and text.endswith(_SCROLL_BAR):
        text = text.removesuffix(_SCROLL_BAR)
    return text.rstrip()


def _outside(lines: list[str], inside: set[tuple[int, int]]) -> str:
    rest = ""
    for y, line in enumerate(lines[1:-2], 1):  # without the title, a query or notice, the keys
        at = 0
        for character in line:
            if (at, y) not in inside:
                rest += character
            at += cell_width(character)
    return rest.strip()
