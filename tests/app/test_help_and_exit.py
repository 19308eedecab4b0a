"""The help dialog, the exit keys, and the key bar."""

from __future__ import annotations

import re

import pytest

from tests.app.reading import opened
from tui.app.browse.location import Location
from tui.app.commands import COMMANDS
from tui.store import Store
from tui.text.language import LANGUAGES, Language


@pytest.mark.parametrize("key", ["escape", "question_mark", "q", "backspace"])
async def test_help_closes_with_each_of_its_keys(sample_store: Store, key: str) -> None:
    async with opened(sample_store, location=Location("players")) as reading:
        before = reading.text
        await reading.press("question_mark")
        assert "按键" in reading.text
        assert not reading.has_panels
        await reading.press(key)
        assert reading.has_panels
        assert reading.text == before


@pytest.mark.parametrize("language", LANGUAGES)
async def test_help_lists_every_key(sample_store: Store, language: Language) -> None:
    async with opened(sample_store, (120, 60), language) as reading:
        await reading.press("question_mark")
        for command in COMMANDS:
            assert command.shown.of(language) in reading.text
            assert command.title.of(language) in reading.text


async def test_help_scrolls_to_its_end_in_a_small_window(sample_store: Store) -> None:
    async with opened(sample_store, (40, 12)) as reading:
        await reading.press("question_mark")
        assert "按Esc或?关闭" not in reading.text
        await reading.press("end")
        assert "按Esc或?关闭" in reading.text


@pytest.mark.parametrize("key", ["q", "ctrl+c"])
@pytest.mark.parametrize("panel", ["sections", "list", "page"])
async def test_q_and_ctrl_c_exit_from_every_panel(
    sample_store: Store, key: str, panel: str
) -> None:
    async with opened(sample_store, location=Location("players", panel=panel)) as reading:
        await reading.press(key)
        assert not reading.app.is_running


@pytest.mark.parametrize("width", [40, 60, 80, 120])
@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_key_bar_cuts_no_key(sample_store: Store, language: Language, width: int) -> None:
    items = {
        f"{command.shown.of(language)} {command.bar.of(language)}"
        for command in COMMANDS
        if command.bar
    }
    async with opened(sample_store, (width, 20), language) as reading:
        named = re.split(r" {2,}", reading.lines[-1].strip())
        assert len(named) >= 3
        assert set(named) <= items


async def test_where_the_app_cannot_be_suspended_it_says_so_also_below_a_dialog(
    sample_store: Store,
) -> None:
    async with opened(sample_store, language="en") as reading:
        await reading.press("ctrl+z")
        assert "cannot suspend" in reading.message
        await reading.press("down")
        assert "cannot suspend" not in reading.message
        await reading.press("question_mark", "ctrl+z", "down", "escape")
        assert "cannot suspend" in reading.message
