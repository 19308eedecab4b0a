"""What the terminal shows: drawn piece by piece, key by key, it is what would be drawn anew."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pyte
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rich.style import Style
from textual.drivers.headless_driver import HeadlessDriver
from textual.strip import Strip
from textual.widget import Widget

from tests.app.reading import Reading
from tui.app.app import BriefingApp
from tui.app.browse.controller import BrowseController
from tui.app.browse.location import Location
from tui.app.widgets.document_view import DocumentView
from tui.document import Document, Heading
from tui.render.glyphs import UNICODE
from tui.store import Store
from tui.store.originals import Originals

_SIZES = ((80, 24), (120, 40), (60, 20))
_KEYS = (
    *("down", "up", "left", "right", "enter", "escape", "tab", "shift+tab", "space", "b"),
    *("home", "end", "pagedown", "pageup", "w", "slash", "h", "e", "o", "s", "t", "F", "x", "c"),
    *("v", "T", "z", "p", "l", "d", "f", "m", "M", "C", "H", "g", "a", "1", "question_mark"),
    *("resize 80 24", "resize 120 40", "resize 60 20", "resize 100 15"),
)


class _Terminal(HeadlessDriver):
    """A terminal that shows what is written to it."""

    @property
    def is_headless(self) -> bool:
        return False

    def write(self, data: str) -> None:
        if not hasattr(self, "screen"):
            self.screen = pyte.Screen(*(self._size or (80, 24)))
            self.stream = pyte.Stream(self.screen)
        self.stream.feed(data)

    def cells(self) -> list[list[tuple[str, bool, bool, bool]]]:
        """Of each line its cells: the text, and whether it is bold, turned around, coloured."""
        return [
            [
                _looks(cell.data, cell.bold, cell.reverse, cell.fg != "default")
                for column in range(self.screen.columns)
                if (cell := self.screen.buffer[number][column]).data
            ]
            for number in range(self.screen.lines)
        ]


def _looks(
    text: str, bold: bool | None, reverse: bool | None, coloured: bool
) -> tuple[str, bool, bool, bool]:
    seen = bool(text.strip())
    return text, seen and bool(bold), bool(reverse), seen and coloured


def _cells(strip: Strip) -> list[tuple[str, bool, bool, bool]]:
    """What a terminal makes of a line."""
    return [
        _looks(text, style.bold, style.reverse, bool(style.color and not style.color.is_default))
        for segment in strip
        for text in segment.text
        for style in [segment.style or Style.null()]
    ]


@asynccontextmanager
async def _opened(
    store: Store, size: tuple[int, int], place: Location | None = None
) -> AsyncIterator[Reading]:
    app = BriefingApp(BrowseController(store, Originals(None), "zh", location=place), UNICODE)
    app.driver_class = _Terminal
    async with app.run_test(headless=False, size=size) as pilot:
        await pilot.pause()
        yield Reading(app, pilot)


async def _press(reading: Reading, key: str) -> None:
    name, *size = key.split()
    if size:
        terminal = reading.app._driver
        assert isinstance(terminal, _Terminal)
        columns, lines = map(int, size)
        terminal.screen.resize(lines, columns)
        await reading.resize(columns, lines)
    else:
        await reading.press(name)


def _anew(reading: Reading) -> list[Strip]:
    """The screen with nothing kept of what was drawn or laid out before."""
    for widget in reading.app.screen.walk_children(Widget):
        widget._styles_cache.clear()
        if isinstance(widget, DocumentView) and widget._document and widget.display:
            widget._layouts.clear()
            assert (
                widget._layouts.layout(widget._document, widget.line_width - 1).lines
                == widget.lines
            )
    return reading.strips


def _check(reading: Reading, keys: list[str]) -> None:
    kept = [list(strip) for strip in reading.strips]
    anew = [list(strip) for strip in _anew(reading)]
    assert kept == anew, keys
    terminal = reading.app._driver
    assert isinstance(terminal, _Terminal)
    for number, (seen, strip) in enumerate(zip(terminal.cells(), reading.strips, strict=True)):
        assert seen == _cells(strip), (number, keys)


@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(size=st.sampled_from(_SIZES), keys=st.lists(st.sampled_from(_KEYS), max_size=12))
def test_whatever_is_pressed_the_terminal_shows_what_would_be_drawn_anew(
    real_store: Store, size: tuple[int, int], keys: list[str]
) -> None:
    async def walk() -> None:
        async with _opened(real_store, size) as reading:
            for number, key in enumerate(keys):
                await _press(reading, key)
                _check(reading, keys[: number + 1])

    asyncio.run(walk())


@pytest.mark.parametrize("size", _SIZES)
async def test_so_it_does_on_a_walk_through_everything(
    real_store: Store, size: tuple[int, int]
) -> None:
    walk = (
        *("left", "right", "right", "down", "down", "down", "l", "c", "m", "enter", "space", "tab"),
        *(
            "f",
            "C",
            "C",
            "C",
            "C",
            "l",
            "escape",
            "up",
            "end",
            "home",
            "pagedown",
            "z",
            "z",
            "slash",
        ),
        *("h", "e", "down", "backspace", "enter", "escape", "escape", "t", "y", "escape", "s", "F"),
        *(
            "space",
            "escape",
            "x",
            "g",
            "escape",
            "T",
            "d",
            "p",
            "escape",
            "question_mark",
            "escape",
        ),
        *("resize 120 40", "resize 60 20", "enter", "escape", "resize 80 24", "o"),
    )
    async with _opened(real_store, size, Location("overview", panel="page")) as reading:
        for number, key in enumerate(walk):
            await _press(reading, key)
            _check(reading, list(walk[: number + 1]))


async def test_a_page_is_kept_by_all_that_it_says_and_by_its_width(real_store: Store) -> None:
    pages = DocumentView(UNICODE, "page")._layouts
    one, other = (Document(f"题{n}", "", (Heading("甲" * 30),)) for n in (1, 2))
    wide, narrow = pages.layout(one, 80), pages.layout(one, 40)
    assert len(wide.lines) < len(narrow.lines)
    assert pages.layout(one._replace(), 80) is wide
    assert pages.layout(other, 80) is not wide
    for number in range(100):
        pages.layout(one._replace(title=str(number)), 80)
    assert len(pages) < 100
