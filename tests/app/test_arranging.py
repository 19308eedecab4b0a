"""Lists in the order that a reader wants, and no more of them than is wanted."""

from __future__ import annotations

import pytest

from tests.app.reading import Reading, opened
from tui.app.browse.location import Location
from tui.store import Store

_POLICIES = Location("policies")
_STATISTICS = Location("statistics", "market-size")


def _above(reading: Reading) -> str:
    return reading.lines[0]


async def test_s_goes_through_the_orders_and_back_to_the_first(real_store: Store) -> None:
    async with opened(real_store, place=_STATISTICS) as reading:
        first = reading.text
        seen = []
        for _ in range(3):
            await reading.press("s")
            seen.append(_above(reading).split()[0])
            assert "互联网医疗市" in reading.chosen  # the cursor stays on its record
        assert seen == ["按日期", "按数值", "按拼音"]
        await reading.press("s", "down", "up")
        assert reading.text == first


async def test_the_order_stays_said_and_is_found_again(real_store: Store) -> None:
    async with opened(real_store, place=_POLICIES) as reading:
        await reading.press("s", "home")
        newest = reading.chosen
        assert "2023年12月" in reading.text
        await reading.press("down", "up")
        assert "按日期" in _above(reading)
        await reading.press("left", "right", "left", "down")
        assert "按日期" in _above(reading)
        await reading.press("o", "escape")
        assert "按日期" in _above(reading)
        assert reading.chosen == newest


@pytest.mark.parametrize(
    ("letters", "count"), [("jiangsu", 0), ("海南", 1), ("hainan", 1), ("hn", 1)]
)
async def test_letters_narrow_the_list_at_once(real_store: Store, letters: str, count: int) -> None:
    async with opened(real_store, place=_POLICIES) as reading:
        await reading.press("t", *letters)
        assert reading.place.split()[-1].endswith(f"/{count}")
        assert "共18条" in _above(reading)
        if count:
            assert "海南" in reading.lines[2]
        else:
            assert "按x取消" in reading.text


async def test_escape_gives_the_whole_list_back(real_store: Store) -> None:
    async with opened(real_store, place=_POLICIES) as reading:
        before = reading.text
        await reading.press("t", *"hainan", "escape")
        assert reading.place.endswith("/18")
        await reading.press("t", *"hainan", "enter")
        assert "“hainan”" in _above(reading)
        assert reading.chosen
        await reading.press("enter")
        assert "海南" in reading.text
        await reading.press("escape")
        assert "“hainan”" in _above(reading)
        await reading.press("escape", "home")
        assert reading.text == before


async def test_facets_combine_and_the_title_says_them(real_store: Store) -> None:
    async with opened(real_store, place=_POLICIES) as reading:
        await reading.press("F")
        national = reading.lines[reading.find("国家级")[1]].strip(" │").split()[-1]
        provincial = reading.lines[reading.find(" 省级")[1]].strip(" │").split()[-1]
        await reading.press("space", "escape")
        assert reading.place.endswith(f"/{national}")
        assert "国家级" in _above(reading)
        await reading.press("F")
        await reading.click("省级")
        await reading.press("escape")
        assert reading.place.endswith(f"/{int(national) + int(provincial)}")  # or
        await reading.press("F")
        await reading.click("医保支付")
        both = int(reading.lines[1].split("有")[1].split("条")[0])
        await reading.press("F")
        assert reading.place.endswith(f"/{both}")  # and
        assert 0 < both < int(national)
        assert "国家级/省级；医保支付" in _above(reading)
        await reading.press("x")
        assert reading.place.endswith("/18")
        assert "国家级" not in _above(reading)


async def test_filters_belong_to_the_place(real_store: Store) -> None:
    async with opened(real_store, place=_POLICIES) as reading:
        await reading.press("F", "space", "escape", "enter")
        filtered = reading.place
        await reading.press("o")
        assert "国家级" not in _above(reading)
        await reading.press("escape")
        assert reading.place == filtered
        await reading.press("w", "escape")
        assert reading.place == filtered


async def test_a_link_leads_to_a_record_that_the_filter_leaves_out(real_store: Store) -> None:
    async with opened(real_store, (120, 40), place=_POLICIES) as reading:
        await reading.press("t", *"hainan", "enter", "slash", *"jiankang zhongguo 2030", "enter")
        assert "健康中国2030" in reading.text
        assert reading.place.endswith("/18")


async def test_the_list_keeps_its_scroll(real_store: Store) -> None:
    async with opened(real_store, place=Location("themes")) as reading:
        await reading.press("space", "space", *["up"] * 5)
        before = reading.text
        await reading.press("enter", "escape")
        assert reading.text == before


async def test_z_shows_a_list_with_all_its_columns(real_store: Store) -> None:
    async with opened(real_store, place=_STATISTICS) as reading:
        assert "最新值" not in reading.text
        await reading.press("z")
        assert "最新值" in reading.lines[2]
        assert "▁▂▃:█" in reading.text
        await reading.press("end")
        assert "最新值" in reading.lines[2]  # the heads stay where they are
        await reading.press("home")
        await reading.click("互联网医疗用户规模")
        assert "3.64亿人" in reading.text
        assert "最新值" not in reading.text
        await reading.press("z", "escape")
        assert "最新值" not in reading.text


@pytest.mark.parametrize("section", ["overview", "pins"])
@pytest.mark.parametrize("key", ["s", "t", "F"])
async def test_where_there_is_nothing_to_sort_the_key_says_so_and_is_not_offered(
    real_store: Store, section: str, key: str
) -> None:
    place = Location(section, panel="page" if section == "overview" else "list")
    async with opened(real_store, (120, 40), place=place) as reading:
        assert "排序" not in reading.lines[-1]
        assert "筛选" not in reading.lines[-1]
        await reading.press(key)
        assert "没有可以排序或筛选的列表" in reading.lines[-1]
