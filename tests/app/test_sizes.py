"""Sizes of the terminal: one to three panels, or a notice; a resize keeps the reading position."""

from __future__ import annotations

import re

import pytest

from tests.app.reading import opened
from tui.app.browse.location import Location
from tui.store import Store
from tui.store.section_counts import section_counts
from tui.text.language import LANGUAGES, Language

_PLAYER = Location("players", "changle-health", panel="page")
_PAGE_COLUMN = 32
"""The first column of the page beside the list."""


async def test_a_terminal_that_is_too_small_shows_a_notice(sample_store: Store) -> None:
    async with opened(sample_store, location=_PLAYER) as reading:
        before = reading.text
        await reading.resize(20, 5)
        assert "太小" in reading.text
        assert "长乐" not in reading.text
        await reading.resize(80, 24)
        assert reading.text == before


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("zh", ["窗口太小", "至少需要40×12"]),
        ("en", ["Window too small:", "needs at least 40x12"]),
    ],
)
async def test_the_notice_fits_into_twenty_cells(
    sample_store: Store, language: Language, words: list[str]
) -> None:
    async with opened(sample_store, (20, 5), language) as reading:
        assert [line.strip() for line in reading.lines if line.strip()] == words


async def test_the_smallest_size_shows_the_overview(sample_store: Store) -> None:
    async with opened(sample_store, (40, 12)) as reading:
        assert "太小" not in reading.text
        assert "概览" in reading.text


@pytest.mark.parametrize(
    ("width", "page_beside"), [(99, False), (100, True), (120, True), (200, True)]
)
async def test_panels_are_side_by_side_if_there_is_room(
    sample_store: Store, width: int, page_beside: bool
) -> None:
    async with opened(sample_store, (width, 24), location=Location("players")) as reading:
        assert ("全天候接诊的问诊平台" in reading.text) is page_beside
        assert reading.lines[1].lstrip(" 1").startswith("概览")


@pytest.mark.parametrize("size", [(60, 20), (100, 24), (120, 40), (80, 12)])
async def test_a_resize_keeps_the_top_of_the_page(
    sample_store: Store, size: tuple[int, int]
) -> None:
    async with opened(sample_store, location=_PLAYER) as reading:
        await reading.press("space", "space")
        page = ("".join(line[_PAGE_COLUMN:].split()) for line in reading.lines[2:])
        top = next(filter(None, page))[:8]
        assert top
        await reading.resize(*size)
        assert top in "".join("".join(line.split()) for line in reading.lines[1:6])


async def test_a_reverted_resize_shows_the_same_lines(sample_store: Store) -> None:
    async with opened(sample_store, location=_PLAYER) as reading:
        await reading.press("space", "space")
        before = reading.text
        await reading.resize(120, 40)
        await reading.resize(80, 24)
        assert reading.text == before


async def test_a_hidden_page_keeps_its_position(sample_store: Store) -> None:
    async with opened(sample_store, (60, 20), location=_PLAYER) as reading:
        await reading.press("space", "space")
        before = reading.text
        await reading.press("slash")
        await reading.type("医保")
        assert reading.text != before
        await reading.press("escape")
        assert reading.text == before


async def test_a_resize_keeps_the_cursor_of_the_list_visible(sample_store: Store) -> None:
    async with opened(sample_store, (80, 40), location=Location("players")) as reading:
        await reading.press(*["down"] * 15)
        chosen = reading.chosen
        assert chosen
        await reading.resize(80, 12)
        assert reading.chosen == chosen


async def test_the_page_looks_the_same_after_following_a_link_and_going_back(
    sample_store: Store,
) -> None:
    async with opened(sample_store) as reading:
        before = reading.text
        await reading.press("tab", "enter")
        assert reading.text != before
        await reading.press("escape", "shift+tab")
        assert reading.text == before


@pytest.mark.parametrize("size", [(1, 1), (2, 22), (3, 2)])
async def test_the_overview_opens_in_a_window_without_room(
    sample_store: Store, size: tuple[int, int]
) -> None:
    async with opened(sample_store, size) as reading:
        await reading.press("down", "enter", "escape")
        await reading.resize(80, 24)
        assert "概览" in reading.text


@pytest.mark.parametrize("language", LANGUAGES)
async def test_all_sections_fit_with_their_numbers_at_120_columns_and_with_counts_at_200(
    sample_store: Store, language: Language
) -> None:
    names = [each.tab.of(language) for each in sample_store.sections()]
    counts = section_counts(sample_store)
    shown = [str(counts[each.id]) for each in sample_store.sections() if each.id in counts]
    async with opened(sample_store, (120, 40), language) as reading:
        for number, name in enumerate(names, 1):
            assert f"{number} {name}" in reading.lines[1]
        assert "…" not in reading.lines[1]
        await reading.resize(200, 40)
        assert re.findall(r"\((\d+)\)", reading.lines[1]) == shown  # in brackets: not keys


@pytest.mark.parametrize("width", [40, 60, 80, 100, 120, 200])
@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_tab_that_is_shown_has_its_number_everywhere(
    sample_store: Store, width: int, language: Language
) -> None:
    names = [each.tab.of(language) for each in sample_store.sections()]
    async with opened(sample_store, (width, 24), language) as reading:
        for keys in (("4",), ("enter",), ("g", "1")):
            await reading.press(*keys)
            shown = [name for name in names if name in reading.lines[1]]
            assert shown
            for name in shown:
                number = names.index(name) + 1
                assert re.search(rf"(^|[› ]){number} ?{re.escape(name)}", reading.lines[1])


async def test_in_chinese_all_sections_fit_at_80_columns(sample_store: Store) -> None:
    async with opened(sample_store, (80, 24), "zh") as reading:
        tabs = [each.tab.zh for each in sample_store.sections()]
        assert all(f"{number}{tab}" in reading.lines[1] for number, tab in enumerate(tabs, 1))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [40, 60, 80])
async def test_each_section_has_its_name_or_is_counted_among_the_others(
    sample_store: Store, language: Language, width: int
) -> None:
    async with opened(sample_store, (width, 24), language) as reading:
        tabs = [each.tab.of(language) for each in sample_store.sections()]
        await reading.press("8")
        row = reading.lines[1]
        named = {n for n, tab in enumerate(tabs, 1) if re.search(rf"{n} ?{re.escape(tab)}", row)}
        assert 8 in named
        counted: set[int] = set()
        for numbers in re.findall(r"([\d–]+)…|…([\d–]+)", row):
            first, *last = map(int, "".join(numbers).split("–"))
            counted |= set(range(first, (last or [first])[0] + 1))
        assert named | counted >= set(range(1, len(tabs) + 1))
        assert not named & counted
