"""Sizes: three panels, two, one, or a notice; a resize keeps what is read in sight."""

from __future__ import annotations

import pytest

from tests.app.reading import opened
from tui.app.browse.location import Location
from tui.store import Store
from tui.text.language import Language

_PAGE = Location("players", "jd-health", panel="page")


async def test_too_small_a_window_says_so_and_comes_back(real_store: Store) -> None:
    async with opened(real_store, place=_PAGE) as reading:
        before = reading.text
        await reading.resize(20, 5)
        assert "太小" in reading.text
        assert "京东" not in reading.text
        await reading.resize(80, 24)
        assert reading.text == before


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("zh", ["窗口太小", "至少要40×12"]),
        ("en", ["Window too small:", "40x12 at least"]),
    ],
)
async def test_the_notice_fits_into_twenty_cells(
    real_store: Store, language: Language, words: list[str]
) -> None:
    async with opened(real_store, (20, 5), language) as reading:
        assert [line.strip() for line in reading.lines if line.strip()] == words


async def test_the_smallest_size_shows_the_overview(real_store: Store) -> None:
    async with opened(real_store, (40, 12)) as reading:
        assert "太小" not in reading.text
        assert "概览" in reading.text


@pytest.mark.parametrize(
    ("width", "beside", "column"), [(60, False, False), (80, True, False), (120, True, True)]
)
async def test_panels_stand_side_by_side_where_there_is_room(
    real_store: Store, width: int, beside: bool, column: bool
) -> None:
    async with opened(real_store, (width, 24), place=Location("players")) as reading:
        assert ("线上药房" in reading.text) is beside
        sections = [line.split()[0] for line in reading.lines[1:12] if line.strip()]
        assert ({"政策", "统计", "主题"} <= set(sections)) is column


@pytest.mark.parametrize("size", [(60, 20), (100, 24), (120, 40), (80, 12)])
async def test_a_resize_keeps_the_top_of_the_page(real_store: Store, size: tuple[int, int]) -> None:
    async with opened(real_store, place=_PAGE) as reading:
        await reading.press("space", "space", "space")
        page_from = 32
        top = reading.lines[2][page_from:].strip()[:8]
        assert top
        await reading.resize(*size)
        flat = "".join("".join(line.split()) for line in reading.lines[1:6])
        assert "".join(top.split()) in flat


async def test_a_resize_there_and_back_shows_the_same_lines(real_store: Store) -> None:
    async with opened(real_store, place=_PAGE) as reading:
        await reading.press("space", "space")
        before = reading.text
        await reading.resize(120, 40)
        await reading.resize(80, 24)
        assert reading.text == before


async def test_a_page_that_was_hidden_comes_back_where_it_was(real_store: Store) -> None:
    async with opened(real_store, (60, 20), place=_PAGE) as reading:
        await reading.press("space", "space")
        before = reading.text
        await reading.press("slash")
        await reading.type("医保")
        await reading.press("escape")
        assert reading.text == before


async def test_a_resize_keeps_the_cursor_of_the_list_in_sight(real_store: Store) -> None:
    async with opened(real_store, (80, 40), place=Location("players")) as reading:
        await reading.press(*["down"] * 30)
        chosen = reading.chosen
        await reading.resize(80, 12)
        assert reading.chosen == chosen


async def test_the_page_is_laid_out_alike_however_one_comes_to_it(real_store: Store) -> None:
    async with opened(real_store) as reading:
        before = reading.text
        await reading.press("tab", "enter", "escape", "shift+tab")
        assert reading.text == before
