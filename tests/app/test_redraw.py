"""Incremental drawing: after every key the terminal shows what a complete redraw would show."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import NamedTuple

import pyte
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from rich.style import Style
from textual.drivers.headless_driver import HeadlessDriver
from textual.strip import Strip
from textual.widget import Widget

from tests.app.idle import run_app
from tests.app.reading import Reading
from tui.app.app import BriefingApp
from tui.app.browse.controller import BrowseController
from tui.app.browse.location import OVERVIEW, Location
from tui.app.widgets.document_view import DocumentView
from tui.app.widgets.layout_cache import LayoutCache
from tui.document import Document, Heading
from tui.render.glyphs import UNICODE
from tui.store import Store
from tui.store.originals import Originals

_SIZES = ((80, 24), (120, 40), (60, 20))
_KEYS = (
    *("down", "up", "left", "right", "enter", "escape", "tab", "shift+tab", "space"),
    *("home", "end", "pagedown", "pageup", "slash", "question_mark", *"abcdefghlmopstvwxzCFHMT1"),
)
_RESIZES = ("80x24", "120x40", "60x20", "100x15")
_WALK = (
    *("left", "right", "right", "down", "down", "down", "L", "c", "m", "enter", "space", "tab"),
    *(
        "f",
        "C",
        "down",
        "enter",
        "C",
        "down",
        "escape",
        "L",
        "escape",
        "up",
        "end",
        "home",
        "pagedown",
        "z",
        "z",
    ),
    *("slash", "h", "e", "down", "backspace", "enter", "escape", "escape"),
    *("t", "y", "escape", "s", "F", "space", "escape", "x", "g", "escape", "T", "d"),
    *("p", "escape", "question_mark", "escape", "120x40", "60x20", "enter", "escape", "80x24", "o"),
)
"""Keys and sizes that show every screen."""
_QUIT_BY_PALETTE = ("down", "down", "p", *"tuichu", "enter")
"""The best match for "tuichu" in the Chinese palette is 退出: quit."""


class Cell(NamedTuple):
    """What a terminal shows in a cell; bold and color do not show on a space."""

    text: str
    bold: bool
    reverse: bool
    colored: bool


def _cell(text: str, bold: bool | None, reverse: bool | None, colored: bool) -> Cell:
    visible = bool(text.strip())
    return Cell(text, visible and bool(bold), bool(reverse), visible and colored)


class _EmulatedTerminal(HeadlessDriver):
    """A driver that writes to a terminal emulator."""

    @property
    def is_headless(self) -> bool:
        return False

    def write(self, data: str) -> None:
        if not hasattr(self, "screen"):
            self.screen = pyte.Screen(*(self._size or (80, 24)))
            self.stream = pyte.Stream(self.screen)
        self.stream.feed(data)

    def cells(self) -> list[list[Cell]]:
        return [
            [
                _cell(cell.data, cell.bold, cell.reverse, cell.fg != "default")
                for column in range(self.screen.columns)
                if (cell := self.screen.buffer[line][column]).data
            ]
            for line in range(self.screen.lines)
        ]


def _cells_of(strip: Strip) -> list[Cell]:
    """Return what a terminal shows for a strip."""
    return [
        _cell(text, style.bold, style.reverse, bool(style.color and not style.color.is_default))
        for segment in strip
        for text in segment.text
        for style in [segment.style or Style.null()]
    ]


@asynccontextmanager
async def _opened(
    store: Store, size: tuple[int, int], location: Location | None = None
) -> AsyncIterator[Reading]:
    app = BriefingApp(BrowseController(store, Originals(None), "zh", location=location), UNICODE)
    app.driver_class = _EmulatedTerminal
    async with run_app(app, size, headless=False) as pilot:
        yield Reading(app, pilot)


async def _press(reading: Reading, key: str) -> None:
    """Press a key, or resize the terminal to a size like 80x24."""
    if key[0].isdigit() and "x" in key:
        columns, lines = map(int, key.split("x"))
        _terminal(reading).screen.resize(lines, columns)
        await reading.resize(columns, lines)
    else:
        await reading.press(key)


def _terminal(reading: Reading) -> _EmulatedTerminal:
    terminal = reading.app._driver
    assert isinstance(terminal, _EmulatedTerminal)
    return terminal


def _clear_caches(reading: Reading) -> None:
    for widget in reading.app.screen.walk_children(Widget):
        widget._styles_cache.clear()
        if isinstance(widget, DocumentView) and widget._document and widget.display:
            widget._layouts.clear()
            assert widget.laid_out(widget._document).lines == widget.lines


def _check(reading: Reading, keys: Sequence[str]) -> None:
    cached = [list(strip) for strip in reading.strips]
    _clear_caches(reading)
    redrawn = reading.strips
    assert cached == [list(strip) for strip in redrawn], keys
    for number, (shown, strip) in enumerate(zip(_terminal(reading).cells(), redrawn, strict=True)):
        assert shown == _cells_of(strip), (number, keys)


@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    size=st.sampled_from(_SIZES),
    keys=st.lists(st.sampled_from([*_KEYS, *_RESIZES]), max_size=12),
)
@example(size=(80, 24), keys=[*_QUIT_BY_PALETTE, "down", "100x15"])
def test_after_any_keys_the_terminal_shows_a_complete_redraw(
    sample_store: Store, size: tuple[int, int], keys: list[str]
) -> None:
    async def press() -> None:
        async with _opened(sample_store, size) as reading:
            for number, key in enumerate(keys, 1):
                await _press(reading, key)
                if not reading.app.is_running:
                    return  # quit by the command palette: the app draws no more
                _check(reading, keys[:number])

    asyncio.run(press())


async def test_the_walk_ends_when_the_palette_quits_the_app(sample_store: Store) -> None:
    async with _opened(sample_store, (80, 24)) as reading:
        for key in _QUIT_BY_PALETTE:
            assert reading.app.is_running
            await _press(reading, key)
        assert not reading.app.is_running


@pytest.mark.parametrize("size", _SIZES)
async def test_on_every_screen_the_terminal_shows_a_complete_redraw(
    sample_store: Store, size: tuple[int, int]
) -> None:
    async with _opened(sample_store, size, Location(OVERVIEW, panel="page")) as reading:
        for number, key in enumerate(_WALK, 1):
            await _press(reading, key)
            _check(reading, _WALK[:number])


def test_layouts_are_cached_by_document_and_width() -> None:
    cache = LayoutCache(UNICODE)
    one, other = (Document(f"题{n}", "", (Heading("甲" * 30),)) for n in (1, 2))
    wide, narrow = cache.layout(one, 80), cache.layout(one, 40)
    assert len(wide.lines) < len(narrow.lines)
    assert cache.layout(one._replace(), 80) is wide
    assert cache.layout(other, 80) is not wide


def test_the_layout_cache_drops_the_least_recently_used_page() -> None:
    cache = LayoutCache(UNICODE)
    pages = [Document(str(number), "", (Heading("甲"),)) for number in range(200)]
    first = cache.layout(pages[0], 80)
    second = cache.layout(pages[1], 80)
    for page in pages[2:]:
        cache.layout(page, 80)
        assert cache.layout(pages[0], 80) is first
    assert len(cache) < len(pages)
    assert cache.layout(pages[1], 80) is not second
