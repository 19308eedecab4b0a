"""The dialog that asks which dispute is meant."""

from __future__ import annotations

import pytest

from tests.app.reading import opened
from tui.app.browse.location import Location
from tui.store import Store

_SEVERAL = Location("statistics", "online-patients", panel="page")


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (120, 40), (200, 60)])
async def test_it_shows_the_questions_and_what_the_sides_say(
    sample_store: Store, size: tuple[int, int]
) -> None:
    async with opened(sample_store, size, "en", location=_SEVERAL) as reading:
        await reading.press("d")
        assert "2 disputes: open which?" in reading.text
        assert "Online patients" in reading.text
        assert "Patients still increase" in reading.text
        assert "Enter open · Esc close" in reading.text
        await reading.press("escape")
        assert reading.has_panels
        assert "disputes: open which?" not in reading.text
        await reading.press("d", "home", "down", "enter")
        record = reading.app.controller.location.record
        assert record == "disagreement-trend-slower-growth"


async def test_a_click_opens_a_dispute(sample_store: Store) -> None:
    async with opened(sample_store, (80, 24), "en", location=_SEVERAL) as reading:
        await reading.click("d dispute", 2)
        await reading.click("▌  Online patients", 4)
        assert reading.app.controller.location.record == "disagreement-online-patients"


@pytest.mark.parametrize(("width", "height"), [(40, 12), (80, 24)])
async def test_the_keys_of_the_filter_are_whole_in_small_windows(
    sample_store: Store, width: int, height: int
) -> None:
    location = Location("statistics")
    async with opened(sample_store, (width, height), "en", location=location) as reading:
        await reading.press("F")
        assert "Space tick · Enter apply · Esc back" in reading.text
