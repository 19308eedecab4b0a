"""Cursor keys at the edge of a panel, and keys without a function, say so."""

from __future__ import annotations

from tests.app.reading import opened
from tui.app.browse.location import Location
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
