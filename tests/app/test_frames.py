"""The cost of a key: no new widgets, no layout of the screen, one frame; the cost of the start."""

from __future__ import annotations

import gc
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest
from rich.console import RenderableType
from textual.screen import Screen

from tests.app.reading import Reading, opened
from tui.app.browse.location import Location
from tui.app.widgets.document_view import DocumentView
from tui.store import Store

_PLAYERS = Location("players")


@contextmanager
def _counted_layouts(reading: Reading) -> Iterator[list[bool]]:
    """Collect an item for each layout of the screen."""
    screen, layouts = reading.app.screen, list[bool]()
    signal = screen.screen_layout_refresh_signal
    signal.subscribe(screen, lambda _: layouts.append(True), immediate=True)
    yield layouts
    signal.unsubscribe(screen)


async def test_moving_between_records_creates_no_widgets(sample_store: Store) -> None:
    async with opened(sample_store, (120, 40), location=_PLAYERS) as reading:
        await reading.press("down", "up")
        before = list(reading.app.screen.walk_children())
        await reading.press("down", "down", "pagedown", "end", "home", "enter", "escape", "L", "L")
        after = list(reading.app.screen.walk_children())
    assert [id(widget) for widget in after] == [id(widget) for widget in before]


async def test_another_record_is_shown_without_a_layout_of_the_screen(sample_store: Store) -> None:
    async with opened(sample_store, (120, 24), location=_PLAYERS) as reading:
        page = reading.app.screen.query_one(DocumentView)
        texts, heights = {reading.text}, {page.virtual_size.height}
        with _counted_layouts(reading) as layouts:
            for _ in range(8):
                await reading.press("down")
                texts.add(reading.text)
                heights.add(page.virtual_size.height)
                assert page.show_vertical_scrollbar
                assert page.vertical_scrollbar.window_virtual_size == page.line_count()
        assert layouts == []
    assert len(texts) == 9
    assert len(heights) > 2


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_a_key_is_drawn_in_one_frame(
    sample_store: Store, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    keys = ("left", "down", "down", "enter", "tab", "escape", "L", "f", "z", "z", "slash", "h", "i")
    async with opened(sample_store, size, location=_PLAYERS) as reading:
        frames: list[str] = []
        display = reading.app._display

        def count(screen: Screen[object], update: RenderableType | None) -> None:
            frames.extend([key] if update is not None else [])
            display(screen, update)

        monkeypatch.setattr(reading.app, "_display", count)
        for key in (*keys, "down", "enter", "escape", "escape", "T", "o"):
            before = reading.text
            frames.clear()
            await reading.press(key)
            assert frames == [key] or (frames == [] and reading.text == before)


async def test_every_page_scrolls_to_its_own_end(sample_store: Store) -> None:
    async with opened(sample_store, (80, 24), location=_PLAYERS) as reading:
        page = reading.app.screen.query_one(DocumentView)
        lengths = set()
        for _ in range(6):
            await reading.press("down", "enter", "end")
            lengths.add(page.line_count())
            assert page.top == max(0, page.line_count() - page.size.height)
            await reading.press("escape")
        assert len(lengths) > 2
        assert max(lengths) > page.size.height


async def test_a_letter_lays_out_nothing_and_a_long_query_shows_its_end(
    sample_store: Store,
) -> None:
    async with opened(sample_store, (40, 12)) as reading:
        await reading.press("slash", *"yiliao")
        await reading.press("x", "backspace")
        with _counted_layouts(reading) as layouts:
            await reading.press("backspace", "o")
        assert layouts == []
        await reading.type("bcdefgh" * 8 + "END")
        assert "END" in reading.text
        await reading.press("home")
        assert "yiliao" in reading.text


async def test_garbage_collection_is_enabled_after_the_first_frame(sample_store: Store) -> None:
    gc.disable()
    try:
        async with opened(sample_store):
            assert gc.isenabled()
    finally:
        gc.unfreeze()
        gc.enable()


def test_textual_reads_the_frame_rate_and_the_escape_delay(
    environment: Mapping[str, str],
) -> None:
    code = "import tui.app; from textual import constants as c; print(c.MAX_FPS, c.ESCAPE_DELAY)"
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, check=True, text=True
    )
    assert done.stdout.split() == ["250", "0.01"]


_FIRST_SCREEN = """
import os, sys
import tui.app
from tui.app.app import BriefingApp
from tui.app.browse.controller import BrowseController
from tui.render.glyphs import UNICODE
from tui.store import open_store
from tui.store.originals import Originals

with open_store(sys.argv[1], os.environ) as store:
    app = BriefingApp(BrowseController(store, Originals(None), "zh"), UNICODE)
    app.call_later(app.call_after_refresh, app.exit)
    app.run(headless=True)
print(*sys.modules)
"""


@pytest.mark.usefixtures("sample_store")  # compiles the sample: the app only opens it
def test_the_first_screen_imports_only_what_it_shows(
    environment: Mapping[str, str], sample: Path
) -> None:
    command = [sys.executable, "-c", _FIRST_SCREEN, str(sample)]
    done = subprocess.run(command, env=environment, capture_output=True, check=True, text=True)
    imported = set(done.stdout.split())
    assert "tui.app.browse.screen" in imported
    later = {
        "tui.search",
        "tui.views",
        "tui.app.dialogs.help",
        "tui.app.dialogs.command_palette",
    }
    assert imported & later == set()
