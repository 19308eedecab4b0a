"""The timeline and comparisons as places: evidence, links, the way back and forth."""

from __future__ import annotations

import pytest

from tests.app.reading import opened
from tui.app.browse.location import COMPARISON, TIMELINE, Location
from tui.store import Store

_TIMELINE = Location(TIMELINE, panel="page")
_TWO = Location(COMPARISON, "jd-health,ali-health", panel="page")


@pytest.mark.parametrize("place", [_TIMELINE, _TWO])
async def test_a_digit_opens_the_citation_and_escape_returns(
    real_store: Store, place: Location
) -> None:
    async with opened(real_store, (100, 40), place=place) as reading:
        before = reading.text
        await reading.press("2")
        assert "引文 [2]" in reading.text
        assert reading.place.startswith("来源 ")
        await reading.press("tab", "enter")  # where it is cited
        assert reading.place == before.split("\n")[0].split()[-1]
        await reading.press("escape", "escape")
        assert reading.text == before
        await reading.press("w")
        assert "引文 [2]" in reading.text


async def test_two_digits_open_one_citation(real_store: Store) -> None:
    async with opened(real_store, (100, 40), place=_TIMELINE) as reading:
        before = reading.text
        await reading.press("1", "2")
        assert "引文 [12]" in reading.text
        await reading.press("escape")
        assert reading.text == before


async def test_the_timeline_is_filtered_by_type_and_year(real_store: Store) -> None:
    async with opened(real_store, (100, 40), place=_TIMELINE) as reading:
        assert "2014年11月12日" in reading.text
        await reading.press("F")
        await reading.click("融资")
        await reading.click("2021年")
        await reading.press("escape")
        assert "融资；2021年" in reading.lines[0]
        kinds = {line.split()[2] for line in reading.lines if line.strip().startswith("•")}
        assert kinds == {"融资"}
        assert "2014年" not in reading.text
        await reading.press("2")
        assert "引文 [2]" in reading.text
        await reading.press("tab", "enter")
        assert "融资；2021年" in reading.lines[0]
        await reading.press("x")
        assert "2014年11月12日" in reading.text


async def test_the_timeline_leads_to_its_records(real_store: Store) -> None:
    async with opened(real_store, (100, 40)) as reading:
        await reading.press("T", "tab", "enter")
        assert reading.place.startswith("参与者 ")
        await reading.press("escape")
        assert reading.place == "大事记"


async def test_marked_rows_are_set_side_by_side(real_store: Store) -> None:
    async with opened(real_store, (120, 40), place=Location("players")) as reading:
        await reading.press("v")
        assert "标记两条或更多" in reading.lines[0]
        await reading.press("c", "c", "v")
        assert reading.place == "对比"
        assert "京东健康与阿里健康" in reading.text
        await reading.press("escape")
        assert reading.text.count("+") >= 2
        await reading.press("x", "v")
        assert "标记两条或更多" in reading.lines[0]


async def test_only_like_is_compared_with_like(real_store: Store) -> None:
    async with opened(real_store, (120, 40), place=Location("policies")) as reading:
        await reading.press("c")
        assert "只有参与者和统计可以对比" in reading.lines[0]
    async with opened(real_store, (120, 40), place=Location("players")) as reading:
        await reading.press("c", "slash", *"shichangguimo", "enter", "c")
        assert "只能对比同类" in reading.lines[0]


async def test_a_measure_links_to_the_comparison_with_what_it_is_not(real_store: Store) -> None:
    place = Location("statistics", "financing-deals", panel="page")
    async with opened(real_store, (120, 60), place=place) as reading:
        await reading.click("并列对比")
        assert reading.place == "对比"
        await reading.press("escape", "v")
        assert reading.place == "对比"
        await reading.press("l")
        assert reading.place == "Comparison"


async def test_what_cannot_be_compared_is_said(real_store: Store) -> None:
    place = Location(COMPARISON, "jd-health,market-size", panel="page")
    async with opened(real_store, place=place) as reading:
        assert "只能对比同类" in reading.text
    async with opened(real_store, place=Location(COMPARISON, "no-such,nor-this")) as reading:
        assert "还没有可以对比的" in reading.text
