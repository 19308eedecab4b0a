"""Many resizes in a row, down to one cell, end with the same screen as before."""

from __future__ import annotations

import asyncio

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.app.reading import opened
from tui.app.browse.location import Location
from tui.app.widgets.document_view import DocumentView
from tui.store import Store

_SIZES = [(60, 20), (1, 1), (200, 60), (39, 11), (2, 50), (120, 40), (300, 5), (40, 12)]
_STATISTIC = Location("statistics", "online-patients", panel="page")


@pytest.mark.parametrize(("panel", "keys"), [("page", ["space", "tab", "tab"]),
                                             ("list", ["down"] * 9)])  # fmt: skip
@pytest.mark.parametrize("start", [(80, 24), (120, 40), (60, 20)])
async def test_many_resizes_keep_record_line_and_link(
    sample_store: Store, start: tuple[int, int], panel: str, keys: list[str]
) -> None:
    location = Location("players", "qinghe-health", panel=panel)
    async with opened(sample_store, start, location=location) as reading:
        await reading.press(*keys)
        before = (reading.text, reading.chosen, reading.position)
        assert reading.chosen
        for size in _SIZES:
            await reading.resize(*size)
        await reading.resize(*start)
        assert (reading.text, reading.chosen, reading.position) == before


@example(sizes=[(1, 1), (1, 50)])
@example(sizes=[(1, 58)])
@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(sizes=st.lists(st.tuples(st.integers(1, 220), st.integers(1, 70)), max_size=6))
def test_any_resizes_fill_the_terminal_and_restore_the_screen(
    sample_store: Store, sizes: list[tuple[int, int]]
) -> None:
    async def resize() -> None:
        async with opened(sample_store, location=_STATISTIC) as reading:
            await reading.press("space", "space", "tab")
            before = (reading.text, reading.chosen)
            for width, height in sizes:
                await reading.resize(width, height)
                assert [cell_len(line) for line in reading.lines] == [width] * height
            await reading.resize(80, 24)
            assert (reading.text, reading.chosen) == before

    asyncio.run(resize())


async def test_a_page_at_its_start_is_there_again_in_a_larger_window(sample_store: Store) -> None:
    async with opened(sample_store, (120, 40), location=_STATISTIC) as reading:
        await reading.press(*["tab"] * 6)
        page = reading.app.screen.query_one("#page", DocumentView)
        assert page.top == 0
        await reading.resize(40, 12)
        assert page.top > 0  # to show the link
        await reading.resize(200, 60)
        assert page.top == 0


async def test_a_resize_keeps_the_selected_link_visible(sample_store: Store) -> None:
    async with opened(sample_store, (200, 60), location=_STATISTIC) as reading:
        await reading.press(*["tab"] * 6)
        chosen = reading.chosen
        assert chosen
        await reading.resize(60, 14)
        assert reading.chosen == chosen
        await reading.resize(80, 12)
        assert reading.chosen == chosen
