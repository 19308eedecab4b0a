"""The way back: the panel, the line and the link that a reader left."""

from __future__ import annotations

import pytest

from tests.app.reading import opened
from tui.app.browse.location import History, Location
from tui.store import Store

_PAGE = Location("statistics", "market-size", panel="page")


async def test_back_restores_the_line_and_the_link(real_store: Store) -> None:
    async with opened(real_store, place=_PAGE) as reading:
        await reading.press("space", "space", "tab")
        before = (reading.text, reading.chosen)
        assert reading.chosen
        await reading.press("enter")
        assert reading.text != before[0]
        await reading.press("escape")
        assert (reading.text, reading.chosen) == before


async def test_back_restores_the_panel(real_store: Store) -> None:
    async with opened(real_store, place=Location("players")) as reading:
        await reading.press("down", "down", "down", "enter")
        assert reading.chosen == ""
        await reading.press("backspace")
        assert reading.place.startswith("参与者 4/")
        assert reading.chosen.startswith("›")


async def test_back_from_the_first_place_leads_to_the_overview(real_store: Store) -> None:
    async with opened(real_store, place=_PAGE) as reading:
        await reading.press("escape")
        assert reading.place == "概览"
        await reading.press("escape")
        assert reading.place == "概览"


async def test_o_leads_to_the_overview_and_escape_back(real_store: Store) -> None:
    async with opened(real_store, place=_PAGE) as reading:
        before = reading.text
        await reading.press("o")
        assert reading.place == "概览"
        await reading.press("escape")
        assert reading.text == before


async def test_going_along_the_sections_leaves_no_trail(real_store: Store) -> None:
    async with opened(real_store) as reading:
        await reading.press("left", "right", "right", "right", "down", "enter")
        assert reading.place != "概览"
        await reading.press("escape", "escape")
        assert reading.place == "概览"


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
async def test_another_language_shows_the_same_place(
    real_store: Store, size: tuple[int, int]
) -> None:
    async with opened(real_store, size, place=Location("players", "ali-health")) as reading:
        place = reading.place.removeprefix("参与者")
        assert "阿里健康" in reading.chosen
        await reading.press("l")
        assert reading.place == f"Players{place}"
        assert "Ali Health" in reading.chosen
        await reading.press("enter")
        assert "Alibaba's platform" in reading.text
        await reading.press("l")
        assert "阿里健康" in reading.text
        assert reading.place == f"参与者{place}"


def test_the_way_back_is_long_but_not_endless() -> None:
    history = History(Location("overview"))
    for number in range(1000):
        history.go(Location("players", str(number)))
    steps = 0
    while history.back():
        steps += 1
    assert 100 <= steps < 1000


def test_going_where_one_is_leaves_no_trail() -> None:
    history = History(Location("overview"))
    history.go(Location("overview"))
    assert history.back() is None


async def test_forward_leads_again_where_back_came_from(real_store: Store) -> None:
    async with opened(real_store, place=_PAGE) as reading:
        trail = [reading.text]
        for _ in range(3):
            await reading.press("tab", "enter")
            trail.append(reading.text)
        await reading.press("escape", "escape", "escape")
        for text in trail[1:]:
            await reading.press("w")
            assert reading.text == text
        await reading.press("w")
        assert reading.text == trail[-1]


async def test_from_the_overview_forward_leads_nowhere_new(real_store: Store) -> None:
    async with opened(real_store, place=_PAGE) as reading:
        await reading.press("tab", "enter", "escape", "o", "w")
        assert reading.place == "概览"


def test_going_elsewhere_forgets_what_lay_ahead() -> None:
    history = History(Location("overview"))
    history.go(Location("players"))
    history.back()
    history.go(Location("policies"))
    assert history.forward() is None
    assert history.back() == Location("overview")
    assert history.forward() == Location("policies")
