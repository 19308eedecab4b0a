"""The mouse: clicks on rows, links and sections, and the wheel."""

from __future__ import annotations

import pytest

from tests.app.reading import opened
from tui.app.browse.location import COMPARISON, Location
from tui.app.browse.user_session import UserSession
from tui.store import Store
from tui.text.language import LANGUAGES, Language
from tui.text.width import cell_width

_PAGE = Location("players", "changle-health", panel="page")


async def test_a_click_on_a_row_opens_its_record(sample_store: Store) -> None:
    async with opened(sample_store, location=Location("players")) as reading:
        await reading.click("白泽资本")
        assert " 白泽资本 ─" in reading.text
        await reading.press("escape")
        assert "白泽资本" in reading.chosen


@pytest.mark.parametrize("cell", [0, 1, 2])
async def test_a_click_on_any_cell_of_a_citation_opens_it(sample_store: Store, cell: int) -> None:
    async with opened(sample_store, location=_PAGE) as reading:
        await reading.click("[2]", cell)
        assert "引文 [2]" in reading.text


async def test_a_click_beside_a_citation_opens_nothing(sample_store: Store) -> None:
    async with opened(sample_store, location=_PAGE) as reading:
        before = reading.text
        await reading.click("[1]", -1)
        assert reading.text == before


@pytest.mark.parametrize("cell", [2, 3, 10])
async def test_a_click_on_a_link_of_wide_characters_follows_it(
    sample_store: Store, cell: int
) -> None:
    location = Location("statistics", "consultation-market", panel="page")
    async with opened(sample_store, (80, 60), location=location) as reading:
        await reading.click("• 全国医疗支出", cell)
        assert " 全国医疗支出 ─" in reading.text


@pytest.mark.parametrize("width", [60, 80, 120])
async def test_a_click_on_a_section_shows_it(sample_store: Store, width: int) -> None:
    async with opened(sample_store, (width, 24)) as reading:
        await reading.click("政策", 1)
        assert reading.position.startswith("政策 1/")
        await reading.click("概览", 3)
        assert reading.position == "概览"


async def test_a_click_on_empty_space_is_ignored(sample_store: Store) -> None:
    async with opened(sample_store, (120, 40), location=Location("sources")) as reading:
        before = reading.text
        await reading.click(reading.lines[0][:4])
        await reading.click("来源", lines=10)
        assert reading.text == before


async def test_the_wheel_scrolls_the_page_under_it(sample_store: Store) -> None:
    async with opened(sample_store, (80, 14), location=_PAGE) as reading:
        top, position = reading.lines[4], reading.position
        await reading.wheel("长乐健康 ─")
        assert reading.lines[4] != top
        assert reading.position == position
        await reading.press("home")
        assert reading.lines[4] == top


async def test_the_wheel_scrolls_the_list_without_moving_the_cursor(sample_store: Store) -> None:
    async with opened(sample_store, (80, 14), location=Location("players")) as reading:
        await reading.wheel("白泽资本", 2)
        assert "› 青禾健康" not in reading.text
        assert reading.position.startswith("企业与机构 1/")
        await reading.press("down")
        assert reading.position.startswith("企业与机构 2/")
        assert "白泽资本" in reading.chosen


async def test_a_click_on_a_heading_sorts_by_it_and_another_reverses_it(
    sample_store: Store,
) -> None:
    async with opened(sample_store, (160, 40), "en", location=Location("policies")) as reading:
        await reading.press("z")
        assert "Date ↓" in reading.text
        assert "by date ↓" in reading.text
        await reading.click("Title", 1)
        assert "Title ↑" in reading.text
        assert "↓" not in reading.text
        await reading.click("Title ↑", 1)
        assert "Title ↓" in reading.text
        await reading.click("Date", 1)
        assert "Date ↓" in reading.text
        await reading.click("Date ↓", 1)
        assert "Date ↑" in reading.text
        assert "by date, oldest first ↑" in reading.text
        await reading.click("Date ↑", 1)
        assert "Date ↓" in reading.text
        await reading.click("Title", 1)
        await reading.click("Date")
        assert "Date ↓" in reading.text
        await reading.click("Level")
        assert "cannot be sorted by this column" in reading.message


async def test_a_click_on_a_filter_removes_it(sample_store: Store) -> None:
    async with opened(sample_store, language="en", location=Location("policies")) as reading:
        await reading.press("F", "space", "enter", "t", *"canglan", "enter")
        assert "“canglan” ✕  National ✕  x clears all" in reading.text
        await reading.click("“canglan” ✕", 3)
        assert "“canglan”" not in reading.text
        assert "National ✕" in reading.text
        await reading.press("x")
        assert "National ✕" not in reading.text


async def test_a_click_on_the_answer_opens_its_record(sample_store: Store) -> None:
    search = Location("search", panel="search", query="consultation market 2022")
    async with opened(sample_store, (120, 40), "en", location=search) as reading:
        await reading.click("CNY 10 billion")
        assert reading.app.controller.location.record == "consultation-market"
        assert reading.app.controller.location.section == "statistics"


_DIALOGS = ("question_mark", "S", "F", "p", "e")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", [(60, 20), (120, 40)])
@pytest.mark.parametrize("key", _DIALOGS)
async def test_a_click_on_escape_or_outside_closes_each_dialog(
    sample_store: Store, key: str, size: tuple[int, int], language: Language
) -> None:
    policies = Location("policies")
    async with opened(
        sample_store, size, language, location=policies, session=UserSession()
    ) as reading:
        before = reading.text
        await reading.press(key)
        await reading.click("Esc", 1)
        assert reading.has_panels
        assert reading.text == before
        await reading.press(key)
        assert not reading.has_panels
        await reading.click_cell(0, size[1] - 1)
        assert reading.has_panels
        assert reading.text == before


async def test_a_click_on_enter_applies_the_filter(sample_store: Store) -> None:
    async with opened(sample_store, language="en", location=Location("policies")) as reading:
        await reading.press("F")
        await reading.click("Space tick", 7)
        await reading.click("Enter apply", 3)
        assert reading.has_panels
        assert "National ✕" in reading.text


async def test_enter_takes_the_option_that_the_cursor_was_moved_to(sample_store: Store) -> None:
    async with opened(sample_store, (120, 40), "en", location=Location("policies")) as reading:
        await reading.press("F", "enter")
        assert "✕" not in reading.text
        await reading.press("F", "down", "enter")
        assert reading.text.count("✕") == 1
        await reading.press("F", "down", "down", "enter")  # one is ticked: no other is taken
        assert reading.text.count("✕") == 1


async def test_the_frame_and_the_text_of_a_dialog_are_no_keys(sample_store: Store) -> None:
    async with opened(sample_store, (120, 40), "en", location=Location("policies")) as reading:
        await reading.press("F")
        before = reading.text
        await reading.click(" Filter:", -1)
        await reading.click("OR within a group", 4)
        assert reading.text == before


async def test_a_double_click_on_a_key_leaves_its_dialog_open(sample_store: Store) -> None:
    async with opened(sample_store, (120, 40), "en", location=Location("policies")) as reading:
        await reading.double_click(*reading.find("F filter"))
        assert not reading.has_panels


async def test_what_a_click_outside_closes_keeps_the_note(sample_store: Store) -> None:
    async with opened(
        sample_store, (120, 40), "en", location=Location("policies"), session=UserSession()
    ) as reading:
        await reading.press("e", *"draft")
        await reading.click_cell(0, 39)
        await reading.press("e")
        assert "Unfinished last time" in reading.text


async def test_the_help_finds_the_mouse(sample_store: Store) -> None:
    async with opened(sample_store, (80, 24), "en") as reading:
        await reading.press("question_mark", *"mouse")
        assert "select text" in reading.text
        assert "Esc clears the text" in reading.text
        await reading.click("Esc clears", 1)
        assert "Esc or ? closes" in reading.text


@pytest.mark.parametrize("size", [(120, 40), (80, 24)])
@pytest.mark.parametrize("section", ["statistics", "policies", "players", "disagreements"])
async def test_each_heading_sorts_by_its_own_column(
    sample_store: Store, section: str, size: tuple[int, int]
) -> None:
    orders = {"Title": "name", "Measure": "name", "Name": "name"}
    async with opened(sample_store, size, "en", location=Location(section)) as reading:
        listed = reading.app.controller.lists.briefing.store.section(section)
        for (head, _), column in zip(listed.columns("en"), listed.column_ids, strict=True):
            line = next((line for line in reading.lines[2:5] if f" {head} " in line), None)
            if line is None:
                continue
            before = (reading.app.controller.location.list_query.order or listed.order).lstrip("-")
            await reading.click_cell(line.index(f" {head} ") + 1, reading.lines.index(line))
            shown = reading.app.controller.location.list_query.order or listed.order
            refused = "cannot be sorted by this column" in reading.message
            assert shown == (before if refused else orders.get(head, column))
            assert refused is (orders.get(head, column) not in ("name", "date", "value"))


async def test_a_click_on_the_heading_of_periods_sorts_by_date(sample_store: Store) -> None:
    for size in ((120, 40), (80, 24), (40, 12)):
        async with opened(sample_store, size, "en", location=Location("statistics")) as reading:
            await reading.click("Period", 2)
            assert reading.app.controller.location.list_query.order == "date"
            await reading.click("Latest value", 2)
            assert reading.app.controller.location.list_query.order == "value"


async def test_a_click_on_a_row_beside_its_page_selects_it_and_a_click_on_the_page_focuses_it(
    sample_store: Store,
) -> None:
    async with opened(sample_store, (120, 40), location=Location("players")) as reading:
        await reading.click("白泽资本")
        assert "白泽资本" in reading.chosen
        assert reading.app.controller.location.panel == "list"
        assert reading.app.focused is not None
        assert reading.app.focused.id == "list"
        await reading.press("down")
        assert reading.position.startswith("企业与机构 3/")
        await reading.click_cell(100, 30)
        assert reading.app.focused.id == "page"
        await reading.click("青禾健康")
        assert reading.app.focused.id == "list"
        assert reading.position.startswith("企业与机构 1/")


async def test_what_can_be_done_with_marked_records_is_clicked(sample_store: Store) -> None:
    async with opened(sample_store, (120, 40), "en", location=Location("players")) as reading:
        await reading.press("c", "down")
        assert "─ 1 marked · x clear ─╯" in reading.text
        assert "v compare" not in reading.text
        await reading.press("c", "up")
        assert "─ 2 marked · v compare · x clear ─╯" in reading.text
        position = reading.position
        for cell in (0, 8, 9):  # how many are marked, and what separates the parts
            await reading.click("2 marked ·", cell)
            assert reading.position == position
        await reading.click("v compare · x", 8)
        assert reading.app.controller.location.section == COMPARISON
        await reading.press("escape")
        await reading.click("x clear ─╯", 6)
        assert reading.message == "2 marks cleared"
        assert reading.app.controller.state.list.marked == ()


async def test_what_can_be_done_in_chinese_is_clicked(sample_store: Store) -> None:
    async with opened(sample_store, (120, 40), location=Location("glossary")) as reading:
        await reading.press("c", "down")
        assert "不能对比 · S导出 · x清除 ─╯" in reading.text
        await reading.click("x清除 ─╯", 4)
        assert "已清除1个标记" in reading.message


@pytest.mark.parametrize("width", [60, 80, 120])
async def test_a_click_on_a_section_focuses_its_list(sample_store: Store, width: int) -> None:
    async with opened(sample_store, (width, 24)) as reading:
        assert reading.app.focused is not None
        for section, panel in (("政策", "list"), ("概览", "page"), ("概览", "page")):
            await reading.click_cell(cell_width(reading.lines[1].partition(section)[0]), 1)
            assert reading.position.startswith(section)
            assert reading.app.focused.id == panel
        await reading.press("escape")
        assert reading.position.startswith("政策 1/")


@pytest.mark.parametrize("panel", ["list", "page", "sections"])
async def test_a_click_above_a_list_focuses_it(sample_store: Store, panel: str) -> None:
    location = Location("policies", panel=panel)
    async with opened(sample_store, (160, 40), "en", location=location) as reading:
        assert reading.app.focused is not None
        before = reading.position
        assert reading.app.focused.id == panel
        await reading.click("Date")
        assert reading.app.focused.id == "list"
        await reading.press("down")
        assert reading.position != before


async def test_a_click_on_a_filter_beside_a_page_focuses_the_list(sample_store: Store) -> None:
    async with opened(sample_store, (120, 40), "en", location=Location("policies")) as reading:
        await reading.press("F", "space", "enter", "right")
        assert reading.app.focused is not None
        assert reading.app.focused.id == "page"
        await reading.click("National ✕", 3)
        assert "National ✕" not in reading.text
        assert reading.app.focused.id == "list"


async def test_a_click_on_the_numbers_of_hidden_sections_goes_to_the_nearest_one(
    sample_store: Store,
) -> None:
    async with opened(sample_store, (80, 24), "en") as reading:
        sections = sample_store.sections()
        tabs = [f"{number} {each.tab.en}" for number, each in enumerate(sections, 1)]

        def shown() -> list[int]:
            return [number for number, tab in enumerate(tabs) if tab in reading.lines[1]]

        last = shown()[-1]
        assert f"…{last + 2}–" in reading.lines[1]
        await reading.click("…")
        assert reading.app.controller.location.section == sections[last + 1].id
        first = shown()[0]
        assert first
        await reading.click("…")
        assert reading.app.controller.location.section == sections[first - 1].id
