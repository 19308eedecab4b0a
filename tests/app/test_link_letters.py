"""Link hints: letters at the visible links of a page; citations have their numbers."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.app.reading import opened
from tui.app.browse.location import OVERVIEW, SEARCH, Location
from tui.app.widgets.link_hints import hint_labels
from tui.store import Store
from tui.text.language import Language
from tui.text.width import cell_width

_PAGE = Location("statistics", "waiting-time", panel="page")
_PLAYER = Location("players", "changle-health", panel="page")


@given(st.integers(0, 400))
def test_no_label_is_a_prefix_of_another(count: int) -> None:
    labels = hint_labels(count)
    assert len(set(labels)) == count
    assert all(len(label) <= 2 for label in labels)
    assert not any(one != other and other.startswith(one) for one in labels for other in labels)
    sizes = [len(label) for label in labels]
    assert sizes == sorted(sizes)  # the first links have one letter
    assert count > 20 or set(sizes) <= {1}


async def test_a_letter_follows_its_link(sample_store: Store) -> None:
    async with opened(sample_store, location=_PLAYER) as reading:
        before = reading.text
        await reading.press("g")
        assert "字母打开链接" in reading.lines[-1]
        letter = re.search(r"([a-z]) 长乐集团", reading.text)
        assert letter
        await reading.press(letter[1])
        assert reading.position.startswith("企业与机构")
        await reading.press("escape")
        assert reading.text == before


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
async def test_a_blank_stands_between_letter_and_link(
    sample_store: Store, size: tuple[int, int]
) -> None:
    location = Location(SEARCH, query="zzz", panel="page")
    async with opened(sample_store, size, "en", location=location) as reading:
        names = re.findall(r"• (\S+)", reading.text)
        assert len(names) > 3
        await reading.press("g")
        for name in names:
            assert re.search(rf"\b[a-z] {name}", reading.text)


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (120, 40), (200, 60)])
@pytest.mark.parametrize("panel", ["list", "page"])
async def test_a_number_opens_its_citation_and_a_digit_alone_never_does(
    sample_store: Store, size: tuple[int, int], panel: str
) -> None:
    location = Location("statistics", "consultation-market", panel=panel)
    async with opened(sample_store, size, "en", location=location) as reading:
        await reading.press("g", "3")
        assert reading.position.startswith("Sources ")
        assert "[3]" in reading.text
        await reading.press("escape", "3")
        assert reading.position.startswith("Companies & institutions 1/")
        assert "›3" in reading.lines[1]


async def test_many_links_have_two_letters(sample_store: Store) -> None:
    location = Location(OVERVIEW, panel="page")
    async with opened(sample_store, (200, 60), location=location) as reading:
        await reading.press("g")
        letters = re.search(r"[^a-z\d]([mnv][a-z])[^a-z]", reading.text)
        assert letters
        await reading.press(letters[1][0])
        assert reading.position == "概览"
        await reading.press(letters[1][1])
        assert reading.position != "概览"


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("size", [(120, 40), (200, 60)])
async def test_letters_move_no_border_and_cover_no_title(
    sample_store: Store, size: tuple[int, int], language: Language
) -> None:
    location = Location(OVERVIEW, panel="page")
    async with opened(sample_store, size, language, location=location) as reading:
        lines = reading.lines[2:-1]
        await reading.press("g")
        labels = {*hint_labels(20), *hint_labels(400)}
        for before, after in zip(lines, reading.lines[2:-1], strict=True):
            assert _borders(after) == _borders(before)
            assert cell_width(after) == cell_width(before)
            for title, shown in zip(_titles(before), _titles(after), strict=True):
                assert shown.endswith(title)
                assert shown.removesuffix(title) in {"", *labels}


def _borders(line: str) -> list[int]:
    """Return the cells of the corners and edges in a line."""
    return [cell_width(line[:at]) for at, each in enumerate(line) if each in "╭╮╰╯│"]


def _titles(line: str) -> list[str]:
    """Return the titles in the upper borders of cards, with what stands before them."""
    return [each.strip("─▌ ") for each in re.findall(r"╭(.*?)(?: ─| ! |╮)", line)]


@pytest.mark.parametrize("key", ["escape", "down", "z"])
async def test_any_other_key_removes_the_letters(sample_store: Store, key: str) -> None:
    async with opened(sample_store, location=_PAGE) as reading:
        before = reading.text
        await reading.press("g", key)
        assert reading.text == before


async def test_only_visible_links_have_letters(sample_store: Store) -> None:
    async with opened(sample_store, location=Location(OVERVIEW, panel="page")) as reading:
        await reading.press("end", "g", "a")
        assert reading.position != "概览"


async def test_in_a_narrow_window_the_page_is_shown_first(sample_store: Store) -> None:
    async with opened(sample_store, (60, 20), location=Location("players")) as reading:
        await reading.press("g", "1")
        assert reading.position.startswith("来源 ")


async def test_a_page_without_visible_links_shows_a_note(sample_store: Store) -> None:
    location = Location("pins", panel="page")
    async with opened(sample_store, location=location) as reading:
        await reading.press("g")
        assert "没有链接" in reading.lines[-1]


async def test_letters_stay_at_their_links_after_a_resize(sample_store: Store) -> None:
    async with opened(sample_store, location=_PLAYER) as reading:
        await reading.press("g")
        await reading.resize(100, 30)
        letter = re.search(r"([a-z]) 长乐集团", reading.text)
        assert letter
        await reading.press(letter[1])
        assert reading.position.startswith("企业与机构")


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("width", [40, 57, 80])
async def test_letters_cover_no_citation_mark(
    sample_store: Store, language: Language, width: int
) -> None:
    location = Location("statistics", "consultation-market", panel="page")
    async with opened(sample_store, (width, 30), language, location=location) as reading:
        marks = re.findall(r"\[\d+\]", reading.text)
        assert marks
        await reading.press("g")
        assert re.findall(r"\[\d+\]", reading.text) == marks


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_gg_goes_to_the_beginning_and_capital_g_to_the_end(
    sample_store: Store, size: tuple[int, int]
) -> None:
    async with opened(sample_store, size, "en", location=Location("players")) as reading:
        first = reading.position
        await reading.press("G")
        count = first.partition("/")[2]
        assert reading.position.endswith(f" {count}/{count}")
        await reading.press("g", "g")
        assert reading.position == first
        assert reading.app.screen.focused.id == "list"
        assert "letter: link" not in reading.lines[-1]


async def test_gg_scrolls_a_page_to_its_beginning(sample_store: Store) -> None:
    async with opened(sample_store, location=_PAGE) as reading:
        before = reading.text
        await reading.press("G")
        assert reading.text != before
        await reading.press("g", "g")
        assert reading.text == before
        await reading.press("G", "g", "down", "g")  # any other key begins again
        assert "字母打开链接" in reading.lines[-1]


async def test_enter_without_a_selected_link_selects_one_and_then_opens_it(
    sample_store: Store,
) -> None:
    location = Location("players", "qinghe-health", panel="page")
    async with opened(sample_store, (120, 40), location=location) as reading:
        assert reading.app.controller.location == location
        await reading.press("enter")
        assert reading.app.controller.location.record == "qinghe-health"
        assert not reading.message.startswith("没有")
        before = reading.text
        await reading.press("enter")
        assert reading.text != before
