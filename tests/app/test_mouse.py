"""The mouse: a click opens exactly what stands under it, the wheel turns the page."""

from __future__ import annotations

import pytest

from tests.app.reading import opened
from tui.app.browse.location import Location
from tui.store import Store

_PAGE = Location("players", "jd-health", panel="page")


async def test_a_click_on_a_row_opens_its_record(real_store: Store) -> None:
    async with opened(real_store, place=Location("players")) as reading:
        await reading.click("丁香园")
        assert "丁香园  参与者" in reading.text
        await reading.press("escape")
        assert "丁香园" in reading.chosen


@pytest.mark.parametrize("cell", [0, 1, 2])
async def test_a_click_on_any_cell_of_a_citation_opens_it(real_store: Store, cell: int) -> None:
    async with opened(real_store, place=_PAGE) as reading:
        await reading.click("[2]", cell)
        assert "引文 [2]" in reading.text


@pytest.mark.parametrize("cell", [-1, 12])
async def test_a_click_beside_the_citations_opens_nothing(real_store: Store, cell: int) -> None:
    async with opened(real_store, place=_PAGE) as reading:
        before = reading.text
        assert "[1][2][3][4]" in before
        await reading.click("[1][2][3][4]", cell)
        assert reading.text == before


async def test_a_click_on_a_link_of_wide_characters_follows_it(real_store: Store) -> None:
    gap = Location("gaps", "gap-market-size-definition", panel="page")
    for cell in (2, 3, 10):
        async with opened(real_store, (80, 40), place=gap) as reading:
            await reading.click("• 互联网医疗用户规模", cell)
            assert reading.place.startswith("统计 ")
            assert "互联网医疗用户规模  统计指标" in reading.text


@pytest.mark.parametrize("width", [60, 80, 120])
async def test_a_click_on_a_section_shows_it(real_store: Store, width: int) -> None:
    async with opened(real_store, (width, 24)) as reading:
        await reading.click("政策", 1)
        assert reading.place.startswith("政策 1/")
        await reading.click("概览", 3)
        assert reading.place == "概览"


async def test_a_click_where_nothing_is_changes_nothing(real_store: Store) -> None:
    async with opened(real_store, (120, 40), place=Location("sources", panel="list")) as reading:
        before = reading.text
        await reading.click(reading.lines[0][:8])
        await reading.click("来源", lines=10)
        await reading.click("OFweek", lines=20)
        assert reading.text == before


async def test_the_wheel_turns_the_page_under_it(real_store: Store) -> None:
    async with opened(real_store, place=_PAGE) as reading:
        top = reading.lines[4]
        await reading.wheel("京东旗下")
        assert reading.lines[4] != top
        assert reading.place.startswith("参与者 1/")
        await reading.press("home")
        assert reading.lines[4] == top


async def test_the_wheel_turns_the_list_under_it_and_leaves_the_cursor(real_store: Store) -> None:
    async with opened(real_store, place=Location("players")) as reading:
        await reading.wheel("丁香园", 2)
        assert "› 京东健康" not in reading.text
        assert reading.place.startswith("参与者 1/")
        await reading.press("down")
        assert reading.place.startswith("参与者 2/")
        assert "阿里健康" in reading.chosen
