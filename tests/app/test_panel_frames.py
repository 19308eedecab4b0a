"""Frames of panels: the focus is visible in them, and their texts follow the content."""

from __future__ import annotations

import pytest
from rich.color import Color

from tests.app.reading import Reading, opened
from tui.app.browse.location import Location
from tui.store import Store


def _border_colors(reading: Reading) -> list[Color | None]:
    """The colors of the upper left corners of list and page."""
    colors = []
    for panel in ("list", "page"):
        region = reading.app.screen.query_one(f"#{panel}").region
        line = reading.strips[region.y].crop(region.x, region.x + 1)
        style = next(iter(line)).style
        colors.append(style.color if style else None)
    return colors


async def test_the_frame_of_the_focused_panel_has_another_color(sample_store: Store) -> None:
    async with opened(
        sample_store, (120, 40), location=Location("players"), theme="dark"
    ) as reading:
        accent, border = _border_colors(reading)
        assert accent != border
        await reading.press("right")
        assert _border_colors(reading) == [border, accent]
        await reading.press("left")
        assert _border_colors(reading) == [accent, border]


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_every_move_of_the_focus_changes_the_screen(
    sample_store: Store, size: tuple[int, int]
) -> None:
    async with opened(sample_store, size, location=Location("players"), theme="dark") as reading:
        seen = [reading.strips]
        for key in ("right", "left", "left", "down", "right"):
            await reading.press(key)
            assert reading.strips != seen[-1], key
            seen.append(reading.strips)


async def test_the_frame_names_list_and_page(sample_store: Store) -> None:
    async with opened(
        sample_store, (120, 40), location=Location("players"), language="en"
    ) as reading:
        assert "╭─ Companies & institutions ─" in reading.text
        assert " 1/20 ─╮╭─ Qinghe Health ─" in reading.text
        await reading.press("down")
        assert " 2/20 ─╮╭─ Baize Capital ─" in reading.text
        await reading.press("s")
        assert " by name ↑ · " in reading.text
        await reading.press("c")
        assert " 1 marked · x clear ─╯" in reading.text


async def test_a_small_window_has_one_panel_below_a_rule(sample_store: Store) -> None:
    async with opened(sample_store, (80, 24), "en", location=Location("players")) as reading:
        assert "╭" not in reading.text
        assert " Companies & institutions ─" in reading.lines[2]
        assert reading.lines[2].endswith(" 1/20 ")
        await reading.press("enter")
        assert reading.lines[2].startswith(" Qinghe Health ─")
        assert "Qinghe Health" not in reading.lines[3]


async def test_a_title_without_room_begins_the_page(sample_store: Store) -> None:
    async with opened(sample_store, (40, 20), "en", location=Location("policies")) as reading:
        await reading.press("enter")
        assert reading.lines[2].startswith(" Policy ─")
        title = reading.app.controller.state.page.document.title
        assert title.split()[0] in reading.lines[3]


async def test_the_thumb_of_the_scroll_bar_moves_with_the_page(sample_store: Store) -> None:
    page = Location("players", "changle-health", panel="page")
    async with opened(sample_store, (120, 20), location=page) as reading:
        before = [line[-1] for line in reading.lines]
        assert {"┃", "│"} <= set(before)
        await reading.press("end")
        after = [line[-1] for line in reading.lines]
        assert after != before
        assert after.count("┃") == before.count("┃")


async def test_the_row_that_enter_opens_is_shown_while_a_query_is_typed(
    sample_store: Store,
) -> None:
    async with opened(sample_store, (120, 40), "en") as reading:
        await reading.press("slash", *"qinghe")
        assert "Qinghe Health" in reading.chosen
        await reading.press("down")
        assert not reading.chosen.startswith("▌ Qinghe Health ")
