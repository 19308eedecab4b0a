"""Digits open the citation of that number, wherever the page is seen."""

from __future__ import annotations

import pytest

from tests.app.reading import opened
from tui.app.browse.location import Location
from tui.store import Store


@pytest.mark.parametrize(("number", "panel"), [(1, "page"), (1, "list"), (4, "page"), (8, "list")])
async def test_a_digit_opens_the_citation_of_that_number(
    real_store: Store, number: int, panel: str
) -> None:
    page = real_store.document("market-size", "zh")
    assert page
    quote = next(quote for quote in page.quotes if quote.number == number)
    source = real_store.row(quote.source, "zh")
    assert source
    place = Location("statistics", "market-size", panel=panel)
    async with opened(real_store, (120, 40), place=place) as reading:
        await reading.press(str(number))
        assert f"引文 [{number}]" in reading.text
        assert quote.exact[:12] in reading.text
        await reading.press("left")
        assert source.cells[0] in reading.chosen


async def test_a_digit_without_a_citation_changes_nothing(real_store: Store) -> None:
    place = Location("gaps", "gap-market-size-definition", panel="page")
    async with opened(real_store, place=place) as reading:
        before = reading.text
        await reading.press("9")
        assert reading.text == before


async def test_where_no_page_is_seen_a_digit_opens_nothing(real_store: Store) -> None:
    async with opened(real_store, (60, 20), place=Location("players")) as reading:
        before = reading.text
        await reading.press("1")
        assert reading.text == before


async def test_the_cursor_goes_through_links_and_citations_in_reading_order(
    real_store: Store,
) -> None:
    place = Location("statistics", "market-size", panel="page")
    async with opened(real_store, (120, 40), place=place) as reading:
        marks = []
        for _ in range(4):
            await reading.press("tab")
            marks.append(reading.chosen)
        assert marks == ["[1]", "[2]", "[3]", "[4]"]
        await reading.press("shift+tab")
        assert reading.chosen == "[3]"
        await reading.press("enter")
        assert "引文 [3]" in reading.text


async def test_a_stop_is_one_run_of_words(real_store: Store) -> None:
    async with opened(real_store) as reading:
        for _ in range(5):
            await reading.press("tab")
            assert reading.chosen
            assert "".join(reading.chosen.split()) in "".join(reading.text.replace("│", "").split())
