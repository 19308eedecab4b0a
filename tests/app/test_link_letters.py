"""Link hints: letters at the visible links of a page."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.app.reading import opened
from tui.app.browse.location import OVERVIEW, Location
from tui.app.widgets.link_hints import hint_labels
from tui.store import Store
from tui.text.language import Language

_PAGE = Location("statistics", "waiting-time", panel="page")


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
    async with opened(sample_store, location=_PAGE) as reading:
        before = reading.text
        await reading.press("g")
        assert "键入字母" in reading.lines[0]
        letter = re.search(r"([a-z])\[1\]", reading.text)
        assert letter
        await reading.press(letter[1])
        assert "引文 [1]" in reading.text
        await reading.press("escape")
        assert reading.text == before


async def test_many_links_have_two_letters(sample_store: Store) -> None:
    location = Location("timeline", panel="page")
    async with opened(sample_store, (120, 50), location=location) as reading:
        await reading.press("g")
        assert "ma" in reading.text
        await reading.press("m")
        assert reading.position == "大事记"
        await reading.press("a")
        assert reading.position != "大事记"


@pytest.mark.parametrize("key", ["escape", "1", "down", "z"])
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
        await reading.press("g", "a")
        assert not reading.position.startswith("企业与机构 1/")


async def test_a_page_without_visible_links_shows_a_note(sample_store: Store) -> None:
    location = Location("pins", panel="page")
    async with opened(sample_store, location=location) as reading:
        await reading.press("g")
        assert "没有链接" in reading.lines[0]


async def test_letters_stay_at_their_links_after_a_resize(sample_store: Store) -> None:
    async with opened(sample_store, location=_PAGE) as reading:
        await reading.press("g")
        await reading.resize(100, 30)
        letter = re.search(r"([a-z])\[1\]", reading.text)
        assert letter
        await reading.press(letter[1])
        assert "引文 [1]" in reading.text


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
        assert "type the letters" not in reading.lines[0]


async def test_gg_scrolls_a_page_to_its_beginning(sample_store: Store) -> None:
    async with opened(sample_store, location=_PAGE) as reading:
        before = reading.text
        await reading.press("G")
        assert reading.text != before
        await reading.press("g", "g")
        assert reading.text == before
        await reading.press("G", "g", "down", "g")  # any other key begins again
        assert "键入字母" in reading.lines[0]
