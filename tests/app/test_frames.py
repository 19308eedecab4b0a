"""What a key costs: no widget is made or placed anew to show another record."""

from __future__ import annotations

import gc
import subprocess
import sys
from collections.abc import Mapping

import pytest
from rich.console import RenderableType
from textual.screen import Screen

from tests.app.reading import opened
from tests.conftest import REAL_CONTENT
from tui.app.browse.location import Location
from tui.app.widgets.document_view import DocumentView
from tui.store import Store


async def test_another_record_rebuilds_no_widget_tree(real_store: Store) -> None:
    async with opened(real_store, (120, 40), place=Location("players")) as reading:
        await reading.press("down", "up")
        before = list(reading.app.screen.walk_children())
        await reading.press("down", "down", "pagedown", "end", "home", "enter", "escape", "l", "l")
        after = list(reading.app.screen.walk_children())
    assert [id(widget) for widget in after] == [id(widget) for widget in before]


async def test_another_record_is_shown_without_a_layout_of_the_screen(real_store: Store) -> None:
    async with opened(real_store, (80, 24), place=Location("players")) as reading:
        page = reading.app.screen.query_one(DocumentView)
        laid_out: list[bool] = []
        signal = reading.app.screen.screen_layout_refresh_signal
        signal.subscribe(reading.app.screen, lambda _: laid_out.append(True), immediate=True)
        texts, heights = {reading.text}, set()
        for _ in range(8):
            had_bar = page.show_vertical_scrollbar
            laid_out.clear()
            await reading.press("down")
            texts.add(reading.text)
            if had_bar and page.show_vertical_scrollbar:
                assert not laid_out
                heights.add(page.virtual_size.height)
                assert page.vertical_scrollbar.window_virtual_size == page.line_count()
    assert len(texts) == 9
    assert len(heights) > 2


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_a_key_is_drawn_in_one_go(
    real_store: Store, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    keys = ("left", "down", "down", "enter", "tab", "escape", "l", "f", "z", "z", "slash", "h", "i")
    async with opened(real_store, size, place=Location("players")) as reading:
        drawn: list[str] = []
        display = reading.app._display

        def counted(screen: Screen[object], update: RenderableType | None) -> None:
            drawn.extend([key] if update is not None else [])
            display(screen, update)

        monkeypatch.setattr(reading.app, "_display", counted)
        for key in (*keys, "down", "enter", "escape", "escape", "T", "o"):
            before = reading.text
            drawn.clear()
            await reading.press(key)
            assert drawn == [key] or (not drawn and reading.text == before)


async def test_a_page_of_other_length_scrolls_to_its_own_end(real_store: Store) -> None:
    async with opened(real_store, (80, 24), place=Location("players")) as reading:
        page = reading.app.screen.query_one(DocumentView)
        for _ in range(6):
            await reading.press("down", "enter", "end")
            assert page.top == max(0, page.line_count() - page.size.height)
            await reading.press("escape")


def test_what_textual_is_told_reaches_it(environment: Mapping[str, str]) -> None:
    code = "import tui.app; from textual import constants as c; print(c.MAX_FPS, c.ESCAPE_DELAY)"
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, check=True, text=True
    )
    assert done.stdout.split() == ["250", "0.01"]


async def test_garbage_is_looked_for_again_once_the_screen_is_drawn(sample_store: Store) -> None:
    gc.disable()
    try:
        async with opened(sample_store):
            assert gc.isenabled()
    finally:
        gc.unfreeze()
        gc.enable()


async def test_a_letter_lays_out_nothing_and_a_long_query_shows_its_end(real_store: Store) -> None:
    async with opened(real_store, (40, 12)) as reading:
        await reading.press("slash", *"yiliao")
        laid_out: list[bool] = []
        signal = reading.app.screen.screen_layout_refresh_signal
        signal.subscribe(reading.app.screen, lambda _: laid_out.append(True), immediate=True)
        await reading.press("x", "backspace")
        laid_out.clear()
        await reading.press("backspace", "o")
        assert not laid_out
        await reading.type("bcdefgh" * 8 + "END")
        assert "END" in reading.text
        await reading.press("home")
        assert "yiliao" in reading.text


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


def test_the_first_screen_imports_nothing_that_it_does_not_show(
    environment: Mapping[str, str], real_store: Store
) -> None:
    assert real_store.identities()  # compiled
    command = [sys.executable, "-c", _FIRST_SCREEN, str(REAL_CONTENT)]
    done = subprocess.run(command, env=environment, capture_output=True, check=True, text=True)
    imported = set(done.stdout.split())
    assert "tui.app.browse.screen" in imported
    later = {
        "tui.search",
        "tui.views",
        "tui.app.dialogs.help",
        "tui.app.dialogs.command_palette",
        "tui.app.browse.citation_view",
    }
    assert imported & (later | {"rapidfuzz"}) == set()
