"""From the overview to the words in the original, and back, by keys and on the screen."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.app.reading import Reading, opened
from tui.app.browse.location import Location
from tui.store import Store

_SIZES = [(60, 20), (80, 24), (120, 40)]


async def _to_players(reading: Reading) -> None:
    """Move in the row of section tabs."""
    along, inward = "right", "down"
    await reading.press("left")
    assert reading.chosen.endswith("概览")
    while not reading.chosen.endswith("企业"):
        before = reading.chosen
        await reading.press(along)
        assert reading.chosen != before
    await reading.press(inward)


@pytest.mark.parametrize("size", _SIZES)
async def test_from_the_overview_to_the_original_and_back(
    sample_store: Store, sample_originals: Path, size: tuple[int, int]
) -> None:
    async with opened(sample_store, size, originals=sample_originals) as reading:
        assert reading.position == "概览"
        await _to_players(reading)
        assert reading.chosen.startswith("▌  青禾健康")
        assert reading.position.startswith("企业与机构 1/")
        await reading.press("enter")
        assert "全天候接诊" in reading.text
        await reading.press("g", "1")
        assert reading.position.startswith("来源 ")
        assert "引文 [1]" in reading.text
        assert "【" in reading.text
        assert "】" in reading.text
        await reading.press("escape")
        assert "全天候接诊" in reading.text
        await reading.press("escape")
        assert reading.chosen.startswith("▌  青禾健康")
        await reading.press("escape")
        assert reading.position == "概览"


async def test_a_followed_link_can_be_undone_with_back(sample_store: Store) -> None:
    async with opened(sample_store, (80, 24)) as reading:
        screens = []
        for _ in range(3):
            await reading.press("tab", "tab", "tab")
            screens.append(reading.text)
            await reading.press("enter")
            assert reading.text != screens[-1]
        for text in reversed(screens):
            await reading.press("escape")
            assert reading.text == text
        assert reading.position == "概览"


async def test_the_line_and_the_link_are_restored(sample_store: Store) -> None:
    location = Location("statistics", "online-patients", panel="page")
    async with opened(sample_store, location=location) as reading:
        await reading.press("space", "tab")
        before = (reading.text, reading.chosen)
        assert reading.chosen
        await reading.press("enter")
        assert reading.text != before[0]
        await reading.press("escape")
        assert (reading.text, reading.chosen) == before


async def test_each_card_of_the_overview_leads_to_its_page(sample_store: Store) -> None:
    async with opened(sample_store, (120, 40), "en") as reading:
        for title, position in (
            ("Market size", "Statistics"),
            ("Latest policies", "Policies"),
            ("Disputes", "Disputes"),
            ("Data gaps", "Data gaps"),
        ):
            await reading.click(title)
            assert reading.position.startswith(position)
            await reading.press("escape")
            assert reading.position == "Overview"


async def test_down_stays_in_the_column_of_cards(sample_store: Store) -> None:
    async with opened(sample_store, (120, 40), "en") as reading:
        while reading.chosen != "Latest policies":
            await reading.press("tab")
        before = reading.chosen
        await reading.press("down")
        assert reading.chosen != before
        await reading.press("enter")
        assert reading.position.startswith("Policies")


async def test_sections_are_folded_and_stay_so_on_other_pages(sample_store: Store) -> None:
    location = Location("statistics", "consultation-market", panel="page")
    async with opened(sample_store, (120, 60), location=location) as reading:
        before = reading.text
        await reading.press("Z")
        assert "▸ 口径" in reading.text
        assert "▸ 相关" in reading.text
        await reading.press("left", "down")
        assert "▸ 口径" in reading.text
        await reading.press("up", "right")
        await reading.click("▸ 口径")
        assert "▸ 口径" not in reading.text
        assert "报道没有说明口径" in reading.text
        assert "▸ 相关" in reading.text
        await reading.press("Z")
        assert "▸" not in reading.text
        assert reading.text == before
        await reading.click("口径 ──")
        assert "▸ 口径" in reading.text


async def test_a_link_to_the_page_itself_says_so(sample_store: Store) -> None:
    location = Location("statistics", "online-patients", panel="page")
    async with opened(sample_store, location=location) as reading:
        await reading.press("tab", "tab")
        assert reading.chosen == "2,100万人"
        await reading.press("enter")
        assert "就是这一页" in reading.lines[-1]
