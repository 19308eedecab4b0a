"""Links named by letters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.app.reading import opened
from tui.app.browse.location import OVERVIEW, TIMELINE, Location
from tui.app.widgets.link_hints import hint_labels
from tui.store import Store

_FEW = Location("statistics", "market-size", panel="page")


@given(st.integers(0, 400))
def test_no_label_is_the_beginning_of_another(count: int) -> None:
    names = hint_labels(count)
    assert len(set(names)) == count
    assert len({len(name) for name in names}) <= 1
    assert all(len(name) == (1 if count <= 20 else 2) for name in names)


async def test_a_letter_goes_where_its_link_leads(real_store: Store) -> None:
    async with opened(real_store, place=_FEW) as reading:
        before = reading.text
        await reading.press("g")
        assert "键入字母" in reading.lines[0]
        assert "a1]s2]" in reading.text
        await reading.press("s")
        assert "引文 [2]" in reading.text
        await reading.press("escape")
        assert reading.text == before


async def test_two_letters_where_there_are_many(real_store: Store) -> None:
    place = Location(TIMELINE, panel="page")
    async with opened(real_store, (120, 50), place=place) as reading:
        await reading.press("g")
        assert "aang An Good Doctor" in reading.text or "aa" in reading.text
        await reading.press("a")
        assert reading.place == "大事记"
        await reading.press("s")
        assert "引文 [1]" in reading.text


@pytest.mark.parametrize("key", ["escape", "1", "down", "z"])
async def test_any_other_key_takes_the_letters_away(real_store: Store, key: str) -> None:
    async with opened(real_store, place=_FEW) as reading:
        before = reading.text
        await reading.press("g", key)
        assert reading.text == before


async def test_letters_stand_where_the_links_are_in_sight(real_store: Store) -> None:
    async with opened(real_store, place=Location(OVERVIEW, panel="page")) as reading:
        await reading.press("end", "g", "a")
        assert reading.place != "概览"


async def test_in_a_narrow_window_letters_show_the_page_first(real_store: Store) -> None:
    async with opened(real_store, (60, 20), place=Location("players")) as reading:
        await reading.press("g", "a")
        assert reading.place.startswith("来源 ")


async def test_letters_follow_their_links_when_the_window_changes(real_store: Store) -> None:
    async with opened(real_store, place=_FEW) as reading:
        await reading.press("g")
        await reading.resize(100, 30)
        assert "a1]s2]" in reading.text
        await reading.press("s")
        assert "引文 [2]" in reading.text
