"""Disagreements and forecasts: a key leads to the one, a key hides the other."""

from __future__ import annotations

from tests.app.reading import opened
from tui.app.browse.location import Location
from tui.store import Store

_MARKET = Location("statistics", "market-size", panel="page")


async def test_d_leads_to_how_the_sources_disagree_and_escape_back(real_store: Store) -> None:
    async with opened(real_store, (80, 40), place=_MARKET) as reading:
        before = reading.text
        await reading.press("d")
        assert reading.place.startswith("分歧 ")
        assert "3,099亿元" in reading.text
        assert "1,630亿元" in reading.text or "3,537亿元" in reading.text
        await reading.press("escape")
        assert reading.text == before


async def test_where_nothing_is_disputed_d_leads_nowhere(real_store: Store) -> None:
    async with opened(
        real_store, place=Location("sources", "ofweek-2021", panel="page")
    ) as reading:
        before = reading.text
        await reading.press("d")
        assert reading.text == before


async def test_a_disputed_record_bears_a_mark_in_its_list(real_store: Store) -> None:
    async with opened(real_store, place=Location("statistics")) as reading:
        marked = [line for line in reading.lines if "!" in line[:3]]
        assert any("互联网医疗市场规模" in line for line in marked)
        assert len(marked) < len(reading.lines) - 3


async def test_f_hides_forecasts_says_so_and_shows_them_again(real_store: Store) -> None:
    async with opened(real_store, (80, 40), place=_MARKET) as reading:
        before = reading.text
        assert "3,537亿元 预测" in before
        await reading.press("f")
        assert "3,537亿元 预测" not in reading.text
        assert "░" not in reading.text
        assert "3,099亿元" in reading.text
        assert "预测" in reading.lines[0]
        await reading.press("f")
        assert reading.text == before
