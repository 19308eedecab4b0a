"""The help dialog, the exit keys, and the key bar."""

from __future__ import annotations

import re

import pytest

from tests.app.reading import opened
from tui.app.browse.location import Location
from tui.app.browse.view_state import TWO_PANELS_WIDTH
from tui.app.commands import COMMANDS, DIGITS, SUSPEND
from tui.app.help_groups import HELP_GROUPS
from tui.app.key_bar_commands import BAR_GROUPS
from tui.store import Store
from tui.text.language import LANGUAGES, Language
from tui.text.width import cell_width


@pytest.mark.parametrize("key", ["escape", "question_mark", "q", "backspace"])
async def test_help_closes_with_each_of_its_keys(sample_store: Store, key: str) -> None:
    async with opened(sample_store, location=Location("players")) as reading:
        before = reading.text
        await reading.press("question_mark")
        assert "此处可用的按键 ──" in reading.text
        assert not reading.has_panels
        await reading.press(key)
        assert reading.has_panels
        assert reading.text == before


@pytest.mark.parametrize("size", [(80, 24), (84, 100), (120, 40), (200, 60)])
@pytest.mark.parametrize("language", LANGUAGES)
async def test_help_lists_every_key(
    sample_store: Store, language: Language, size: tuple[int, int]
) -> None:
    async with opened(sample_store, size, language) as reading:
        await reading.press("question_mark")
        text = reading.text
        for _ in range(6):
            await reading.press("space")
            text += reading.text
        for command in COMMANDS:
            assert command.shown.of(language) in text
            assert command.title.of(language) in text


@pytest.mark.parametrize(
    ("location", "first"),
    [
        (Location("policies"), "open the record, link or citation"),
        (Location("policies", "policy-payment-2021", panel="page"), "page down"),
    ],
)
async def test_help_begins_with_the_keys_of_its_panel_then_ten_to_begin(
    sample_store: Store, location: Location, first: str
) -> None:
    async with opened(sample_store, (120, 40), "en", location=location) as reading:
        await reading.press("question_mark")
        here, begin = (
            reading.find("Keys that work here")[1],
            reading.find("Ten keys to start with")[1],
        )
        assert here < reading.find(first)[1] < begin
        on_list = location.panel == "list"
        keys = "\n".join(line[:64] for line in reading.lines[here:begin])
        assert ("filter the list by text" in keys) == on_list
        assert ("next link or citation" in keys) != on_list


async def test_typing_in_the_help_lists_the_keys_that_match(sample_store: Store) -> None:
    async with opened(sample_store, (80, 24), "en") as reading:
        await reading.press("question_mark", *"copy")
        assert "Keys for “copy”" in reading.text
        assert "copy the figure or quote with its source" in reading.text
        assert "page down" not in reading.text
        await reading.press("escape")
        assert "Keys that work here" in reading.text
        await reading.press("slash", *"quit", "escape", "q")
        assert reading.has_panels


async def test_help_scrolls_to_its_end_in_a_small_window(sample_store: Store) -> None:
    async with opened(sample_store, (40, 12)) as reading:
        await reading.press("question_mark")
        assert "列出但未采用" not in reading.text
        await reading.press("end")
        assert "如“纳入”“实现”" in reading.text
        await reading.press("pageup")
        assert "列出但未采用" in reading.text


@pytest.mark.parametrize("key", ["q", "ctrl+c"])
@pytest.mark.parametrize("panel", ["sections", "list", "page"])
async def test_q_and_ctrl_c_exit_from_every_panel(
    sample_store: Store, key: str, panel: str
) -> None:
    async with opened(sample_store, location=Location("players", panel=panel)) as reading:
        await reading.press(key)
        assert not reading.app.is_running


def test_every_command_is_in_one_group_of_the_help() -> None:
    grouped = [action for _, actions in HELP_GROUPS for action in actions]
    assert sorted(grouped) == sorted(command.action for command in (*COMMANDS, DIGITS, SUSPEND))


async def test_help_follows_the_size_of_the_window(sample_store: Store) -> None:
    async with opened(sample_store, (80, 24)) as reading:
        await reading.press("question_mark")
        assert "浏览 ─" not in reading.text
        await reading.resize(120, 40)
        assert reading.find("浏览 ─")[0] > 50
        assert reading.find("此处可用的按键 ─")[0] < 20
        await reading.resize(80, 24)
        assert reading.find("此处可用的按键 ─")[0] < 8
        assert "浏览 ─" not in reading.text


@pytest.mark.parametrize("width", [40, 60, 80, 120, 200])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("section", ["overview", "players", "search"])
async def test_the_key_bar_cuts_no_key_and_always_leads_to_the_help(
    sample_store: Store, language: Language, width: int, section: str
) -> None:
    items = {
        f"{command.shown.of(language).split()[0]} {command.bar.of(language)}": command.action
        for command in COMMANDS
        if command.bar
    }
    items |= {item.split()[0]: action for item, action in items.items()}  # where there is no room
    async with opened(sample_store, (width, 20), language, location=Location(section)) as reading:
        groups = reading.lines[-1].split("│")
        named = [item for group in groups for item in re.split(r" {2,}", group.strip())]
        assert len(named) >= 3
        assert set(named) <= set(items)
        assert "open_help" in {items[item] for item in named}
        order = [action for group in BAR_GROUPS for action in group]
        places = [order.index(items[item]) for item in named]
        assert places == sorted(places)
        has_two_panels = section != "overview" and width >= TWO_PANELS_WIDTH
        assert ("zoom" in {items[item] for item in named}) <= has_two_panels


async def test_every_key_of_the_key_bar_can_be_clicked(sample_store: Store) -> None:
    location = Location("players")
    async with opened(sample_store, (160, 30), "en", location=location) as reading:
        page = reading.app.screen.query_one("#page")
        await reading.click("z zoom", 2)
        assert not page.display
        await reading.click("z restore")
        assert page.display
        await reading.click("L 中文", 1)
        assert "L English" in reading.lines[-1]
        await reading.click("? 帮助")
        assert not reading.has_panels
        await reading.press("escape")
        await reading.click("q 退出")
        assert not reading.app.is_running


async def test_a_click_on_a_message_in_the_key_bar_runs_no_command(sample_store: Store) -> None:
    async with opened(sample_store, location=Location("players")) as reading:
        await reading.press("H")
        assert "没有要关闭的提示" in reading.message
        await reading.click(reading.message[:4])  # the message leaves
        await reading.press("H")
        await reading.click(reading.message[:4], cell_width(reading.message) - 1)
        assert reading.app.is_running
        assert "q 退出" in reading.lines[-1]


async def test_where_the_app_cannot_be_suspended_it_says_so_also_below_a_dialog(
    sample_store: Store,
) -> None:
    async with opened(sample_store, language="en") as reading:
        await reading.press("ctrl+z")
        assert "cannot suspend" in reading.message
        await reading.press("down")
        assert "cannot suspend" not in reading.message
        await reading.press("question_mark", "ctrl+z", "down", "escape")
        assert "cannot suspend" in reading.message
