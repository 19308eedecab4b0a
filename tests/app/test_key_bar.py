"""The key bar: what a page needs, and the dispute about it first."""

from __future__ import annotations

from tests.app.reading import opened
from tui.app.browse.location import OVERVIEW, Location
from tui.store import Store

_DISPUTED = Location("statistics", "consultation-market", panel="page")
_UNDISPUTED = Location("statistics", "waiting-time", panel="page")


async def test_the_dispute_comes_first_and_can_be_clicked(sample_store: Store) -> None:
    for size in ((80, 24), (120, 40)):
        async with opened(sample_store, size, "en", location=_DISPUTED) as reading:
            assert reading.lines[-1].startswith(" d 2 sides disagree ")
            await reading.click("sides disagree")
            assert reading.position.startswith("Disputes")
            assert "sides disagree" not in reading.lines[-1]  # its own page says so


async def test_without_a_dispute_there_is_no_key_for_it(sample_store: Store) -> None:
    async with opened(sample_store, (120, 40), "en", location=_UNDISPUTED) as reading:
        assert reading.lines[-1].startswith(" Enter open ")


async def test_a_page_shows_copy_and_links_a_list_its_filter_and_order(
    sample_store: Store,
) -> None:
    async with opened(sample_store, (80, 24), "en", location=_UNDISPUTED) as reading:
        page = reading.lines[-1]
        assert "y copy" in page
        assert "Tab links" in page
        assert "filter" not in page
        assert "s sort" not in page
        await reading.press("left")
        assert "F filter" in reading.lines[-1]
        assert "s sort" in reading.lines[-1]


async def test_the_answer_takes_the_lines_it_needs(sample_store: Store) -> None:
    async with opened(
        sample_store, (120, 40), location=Location(OVERVIEW, panel="page")
    ) as reading:
        await reading.press("slash", *"zzzzzz")
        low = reading.app.screen.query_one("#answer").size.height
        await reading.press(*["backspace"] * 6, *"chufang 2023")
        card = reading.app.screen.query_one("#answer")
        assert low < card.size.height <= 11
        last = reading.lines[card.region.bottom - 2]
        assert last.strip("│ ")  # no empty line above the frame


async def test_the_smallest_window_shows_the_answer(sample_store: Store) -> None:
    async with opened(sample_store, (40, 12), "en", location=Location("search")) as reading:
        await reading.press("slash", *"consultation market 2022")
        assert "CNY 10 billion" in reading.text
