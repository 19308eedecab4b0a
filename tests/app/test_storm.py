"""A storm of sizes, down to one cell and back: the reader stands where he stood."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.app.reading import opened
from tui.app.browse.location import Location
from tui.store import Store

_STORM = [(60, 20), (1, 1), (200, 60), (39, 11), (2, 50), (120, 40), (300, 5), (40, 12)]


@pytest.mark.parametrize("panel", ["page", "list"])
@pytest.mark.parametrize("start", [(80, 24), (120, 40), (60, 20)])
async def test_a_storm_leaves_record_line_and_link(
    real_store: Store, start: tuple[int, int], panel: str
) -> None:
    place = Location("players", "jd-health", panel=panel)
    async with opened(real_store, start, place=place) as reading:
        await reading.press(*(["space", "tab", "tab"] if panel == "page" else ["down"] * 9))
        before = (reading.text, reading.chosen, reading.place)
        for size in _STORM * 2:
            await reading.resize(*size)
        await reading.resize(*start)
        assert (reading.text, reading.chosen, reading.place) == before


@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(sizes=st.lists(st.tuples(st.integers(1, 220), st.integers(1, 70)), max_size=6))
def test_any_sizes_lead_back_to_the_same_screen(
    real_store: Store, sizes: list[tuple[int, int]]
) -> None:
    import asyncio

    async def walk() -> None:
        place = Location("statistics", "market-size", panel="page")
        async with opened(real_store, place=place) as reading:
            await reading.press("space", "space", "tab")
            before = (reading.text, reading.chosen)
            for size in sizes:
                await reading.resize(*size)
                width = {len(line) > 0 for line in reading.lines}
                assert width == {True}
            await reading.resize(80, 24)
            assert (reading.text, reading.chosen) == before

    asyncio.run(walk())


async def test_a_resize_keeps_the_chosen_link_in_sight(real_store: Store) -> None:
    place = Location("statistics", "market-size", panel="page")
    async with opened(real_store, (200, 60), place=place) as reading:
        await reading.press(*["tab"] * 6)
        chosen = reading.chosen
        assert chosen
        await reading.resize(60, 14)
        assert reading.chosen == chosen
        await reading.resize(80, 12)
        assert reading.chosen == chosen
