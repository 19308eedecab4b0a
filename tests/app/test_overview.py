"""The overview: a card is selected from the start, arrow keys walk the cards, a click anywhere on a
card opens it; and the title bar above it."""

from __future__ import annotations

import re

import pytest

from tests.app.reading import opened
from tui.app.browse.user_session import UserSession
from tui.state import StateFile
from tui.store import Store
from tui.text.language import LANGUAGES, Language

_SIZES = [(40, 12), (60, 20), (80, 24), (90, 30), (100, 30), (112, 30), (120, 40), (200, 60)]


@pytest.mark.parametrize("size", _SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
async def test_enter_opens_the_first_card_at_the_first_start(
    sample_store: Store, tmp_path: object, size: tuple[int, int], language: Language
) -> None:
    session = UserSession(StateFile(f"{tmp_path}/state.json"))
    async with opened(sample_store, size, language, session=session) as reading:
        assert "▌" in reading.text
        assert ("CNY 10 billion" if language == "en" else "100亿元") in reading.chosen
        assert reading.message.startswith("Enter open" if language == "en" else "回车 打开")
        await reading.press("enter")
        assert reading.app.controller.location.record == "consultation-market"
        await reading.press("escape")
        assert ("CNY 10 billion" if language == "en" else "100亿元") in reading.chosen


async def test_arrow_keys_walk_the_cards_in_two_dimensions(sample_store: Store) -> None:
    async with opened(sample_store, (120, 40), "en") as reading:
        for key, words in (
            ("right", "22.5 million"),
            ("right", "CNY 80 million"),
            ("right", "1,850"),
            ("left", "CNY 80 million"),
            ("left", "22.5 million"),
            ("left", "CNY 10 billion"),
        ):
            await reading.press(key)
            assert words in reading.chosen
        while "Key takeaways" not in reading.chosen:
            before = reading.chosen
            await reading.press("down")
            assert reading.chosen != before
        await reading.press("down", "right")
        assert "Service standard" in reading.chosen
        await reading.press("left")
        assert "Market: CNY 10 billion" in reading.chosen
        await reading.press("left")
        assert "Overview" in reading.chosen  # the sections


async def test_the_right_edge_says_so(sample_store: Store) -> None:
    async with opened(sample_store, (120, 40), "en") as reading:
        await reading.press("right", "right", "right", "right")
        assert "1,850" in reading.text
        assert "no panel on the right" in reading.message


async def test_the_selected_card_stays_selected_in_another_layout(sample_store: Store) -> None:
    async with opened(sample_store, (120, 40), "en") as reading:
        await reading.press("right", "right")
        assert "CNY 80 million" in reading.chosen
        await reading.press("L")
        assert "8,000万元" in reading.chosen
        await reading.press("f")
        assert "8,000万元" in reading.chosen
        await reading.resize(80, 30)
        assert "8,000万元" in reading.chosen
        await reading.press("enter")
        await reading.resize(200, 60)
        await reading.press("escape")
        assert "8,000万元" in reading.chosen


@pytest.mark.parametrize("keys", [["space"], ["end"], ["end", "home"], ["down"] * 9])
async def test_something_is_selected_wherever_the_page_is_scrolled(
    sample_store: Store, keys: list[str]
) -> None:
    async with opened(sample_store, (80, 24), "en") as reading:
        await reading.press(*keys)
        assert reading.chosen
        await reading.press("enter")
        assert reading.position != "Overview"


async def test_any_cell_of_a_card_opens_its_record(sample_store: Store) -> None:
    async with opened(sample_store, (120, 40), "en") as reading:
        for lines in (0, 1, 2, 4, 7, 11):
            for cell in (0, 1, 12, 28):
                await reading.click("Patients", cell - 3, lines)
                assert reading.app.controller.location.record == "online-patients"
                await reading.press("escape")
                assert "22.5 million" in reading.chosen
        await reading.click("Patients", -2, 10)
        assert reading.app.controller.location.record == "gap-patients-2024"


async def test_the_chart_without_a_frame_opens_its_record(sample_store: Store) -> None:
    async with opened(sample_store, (80, 24), "en") as reading:
        await reading.click("█", 3)
        assert reading.app.controller.location.record == "consultation-market"


@pytest.mark.parametrize("cell", [0, 8, 25])
async def test_a_row_of_a_card_opens_its_own_record(sample_store: Store, cell: int) -> None:
    async with opened(sample_store, (120, 40), "en") as reading:
        await reading.click("On insurance", cell if cell < 20 else 20)
        assert reading.app.controller.location.record == "insured-hospital-share"
        await reading.press("escape")
        await reading.click("Jun 2023  Service standard", cell)
        assert reading.position.startswith("Policies")
        assert reading.app.controller.location.panel == "page"


async def test_the_latest_events_lead_to_the_timeline(sample_store: Store) -> None:
    async with opened(sample_store, (200, 60), "en") as reading:
        await reading.click("Latest events")
        assert reading.position == "Timeline"


@pytest.mark.parametrize("width", [90, 100, 111, 112, 119])
async def test_cards_are_framed_from_90_columns_on(sample_store: Store, width: int) -> None:
    async with opened(sample_store, (width, 40), "en") as reading:
        top = next(line for line in reading.lines if re.search("╭─.Market size", line))
        assert top.count("╭") == (4 if width >= 112 else 3)
        lists = next(line for line in reading.lines if "╭─ Key takeaways" in line)
        assert "╭─ Latest policies" in lists


async def test_issuers_stand_at_the_right_at_80_columns(sample_store: Store) -> None:
    async with opened(sample_store, (80, 60), "en") as reading:
        x, y = reading.find("City health bureau")
        assert x + len("City health bureau") == 78
        assert "Service standard" in reading.lines[y]


@pytest.mark.parametrize(
    ("width", "shown"),
    [
        (120, "data to Jun 2023 · 6 sources · ed. 样1"),
        (100, "data to Jun 2023 · 6 sources"),
        (85, "data to Jun 2023"),
    ],
)
async def test_the_facts_in_the_title_bar_are_left_out_one_by_one(
    sample_store: Store, width: int, shown: str
) -> None:
    async with opened(sample_store, (width, 30), "en") as reading:
        assert reading.lines[0].rstrip().endswith(shown)


async def test_a_title_without_room_ends_with_an_ellipsis(sample_store: Store) -> None:
    async with opened(sample_store, (40, 12), "en") as reading:
        assert reading.lines[0].rstrip() == " Online consultation: a samp… › Overview"


async def test_before_the_first_link_and_after_the_last_one_the_key_bar_says_so(
    sample_store: Store,
) -> None:
    async with opened(sample_store, (120, 40), "en") as reading:
        await reading.press("N")
        assert reading.message == "this is the beginning"
        await reading.press("n")
        assert reading.message != "this is the beginning"
        await reading.press(*["n"] * 120)
        assert reading.message == "this is the end"
