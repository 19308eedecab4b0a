"""Cursor keys at the edge of a panel, and keys without a function, say so."""

from __future__ import annotations

import pytest

from tests.app.reading import opened
from tui.app.browse.location import Location
from tui.app.widgets.document_view import DocumentView
from tui.store import Store


async def test_a_panel_that_cannot_move_says_so(sample_store: Store) -> None:
    async with opened(sample_store, language="en", location=Location("players")) as reading:
        await reading.press("up")
        assert reading.message == "this is the beginning"
        await reading.press("down")
        assert reading.message != "this is the beginning"
        await reading.press("end", "down")
        assert reading.message == "this is the end"


async def test_a_key_without_a_function_says_so(sample_store: Store) -> None:
    async with opened(sample_store, language="en", location=Location("players")) as reading:
        await reading.press("Q")
        assert reading.message == "Q has no function; ? lists the keys"
        await reading.press("slash", "Q")  # typed into the search box
        assert "no function" not in reading.message


async def test_half_a_page_down_and_up(sample_store: Store) -> None:
    location = Location("statistics", "consultation-market", panel="page")
    async with opened(sample_store, (80, 16), "en", location=location) as reading:
        page = reading.app.screen.query_one("#page", DocumentView)
        await reading.press("ctrl+d")
        assert page.top == round((page.size.height - 1) / 2) > 1
        await reading.press("ctrl+u")
        assert page.top == 0
        await reading.press("ctrl+u")
        assert reading.message == "this is the beginning"


async def test_keys_of_other_programs_have_their_function(sample_store: Store) -> None:
    async with opened(sample_store, language="en", location=Location("players")) as reading:
        for key in ("f1", "ctrl+p"):
            await reading.press(key)
            assert not reading.has_panels
            await reading.press("escape")
            assert reading.has_panels
        await reading.press("enter", "left_square_bracket")
        assert reading.position.split()[-1].startswith("1/")
        await reading.press("right_square_bracket")
        assert reading.app.controller.location.panel == "page"


@pytest.mark.parametrize(
    ("key", "name"),
    [("f5", "F5"), ("ctrl+g", "Ctrl+G"), ("delete", "Delete"), ("ctrl+right", "Ctrl+Right"),
     ("ctrl+backslash", "Ctrl+\\")],
)  # fmt: skip
async def test_function_keys_and_ctrl_combinations_say_that_they_do_nothing(
    sample_store: Store, key: str, name: str
) -> None:
    async with opened(sample_store, language="en", location=Location("players")) as reading:
        before = reading.lines[:-1]
        await reading.press(key)
        assert reading.message == f"{name} has no function; ? lists the keys"
        assert reading.lines[:-1] == before
