"""The app opened at a record or a section: there one is, and from there everything can be
reached."""

from __future__ import annotations

import pytest

from tests.app.reading import opened
from tui.app.browse.location import first_location
from tui.store import Store


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
async def test_at_a_record_its_page_is_seen_and_read(
    real_store: Store, size: tuple[int, int]
) -> None:
    async with opened(real_store, size, place=first_location("players", "jd-health")) as reading:
        assert reading.place.startswith("参与者 1/")
        assert "线上药房" in reading.text
        before = reading.text
        await reading.press("space")
        assert reading.text != before
        await reading.press("home", "left")
        assert reading.chosen.startswith("› 京东健康")
        await reading.press("down")
        assert reading.place.startswith("参与者 2/")


async def test_the_way_back_leads_to_the_overview(real_store: Store) -> None:
    async with opened(real_store, place=first_location("players", "jd-health")) as reading:
        await reading.press("escape")
        assert reading.place == "概览"


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
async def test_at_a_section_its_list_is_walked(real_store: Store, size: tuple[int, int]) -> None:
    async with opened(real_store, size, place=first_location("policies")) as reading:
        rows = real_store.rows("policies", "zh")
        assert reading.place == f"政策 1/{len(rows)}"
        await reading.press("down")
        assert reading.place == f"政策 2/{len(rows)}"
