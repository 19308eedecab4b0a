"""The search box: typing, keys typed ahead, pasted lines, highlighted matches."""

from __future__ import annotations

import pytest

from tests.app.reading import opened
from tui.app.browse.location import SEARCH, Location
from tui.store import Store


async def test_results_are_listed_while_typing(sample_store: Store) -> None:
    async with opened(sample_store, (120, 40)) as reading:
        await reading.press("slash")
        await reading.type("青禾健康")
        assert "青禾健康" in reading.lines[2]
        assert reading.position.startswith("搜索结果 1/")
        assert "▌  青禾健康" in reading.text
        assert "╭─ 青禾健康 ─" in reading.text
        await reading.press("down")
        assert "▌!" in reading.text  # disputed


async def test_enter_opens_the_result_and_escape_returns_to_the_results(
    sample_store: Store,
) -> None:
    async with opened(sample_store) as reading:
        await reading.press("slash")
        await reading.type("青禾健康")
        await reading.press("down")
        results = reading.lines[:-1]
        await reading.press("enter", "escape")
        assert reading.lines[:-1] == results
        await reading.press("up")
        assert reading.position.startswith("搜索结果 1/")
        await reading.press("escape")
        assert reading.position == "概览"


@pytest.mark.parametrize("keys", [("escape",), ("escape", "escape", "w")])
async def test_keys_are_commands_in_results_that_are_shown_again(
    sample_store: Store, keys: tuple[str, ...]
) -> None:
    async with opened(sample_store) as reading:
        await reading.press("slash")
        await reading.type("青禾健康")
        await reading.press("enter", *keys)
        assert reading.lines[2].split() == ["/", "青禾健康"]
        await reading.press("2")
        assert reading.position.startswith("简报 ")


async def test_a_query_without_results_is_typed_on_when_it_is_shown_again(
    sample_store: Store,
) -> None:
    async with opened(sample_store) as reading:
        await reading.press("slash")
        await reading.type("zzzz")
        await reading.press("escape", "w")
        assert reading.lines[2].split() == ["/", "zzzz"]
        await reading.type("青禾")
        assert reading.lines[2].split() == ["/", "青禾"]


async def test_a_slash_replaces_an_earlier_query_but_not_one_being_typed(
    sample_store: Store,
) -> None:
    async with opened(sample_store) as reading:
        await reading.press("slash")
        await reading.type("青禾健康")
        await reading.press("enter", "escape", "slash")
        await reading.type("医保")
        assert reading.lines[2].split() == ["/", "医保"]
        await reading.press("slash")
        assert reading.lines[2].split() == ["/", "医保/"]


async def test_letters_replace_the_query_of_the_session_before(sample_store: Store) -> None:
    location = Location(SEARCH, query="青禾健康", panel="search")
    async with opened(sample_store, location=location) as reading:
        assert reading.lines[2].split() == ["/", "青禾健康"]
        await reading.type("医保")
        assert reading.lines[2].split() == ["/", "医保"]


async def test_an_earlier_query_can_be_continued(sample_store: Store) -> None:
    async with opened(sample_store) as reading:
        await reading.press("slash")
        await reading.type("青禾")
        await reading.press("enter", "escape", "slash", "end")
        await reading.type("健康")
        assert reading.lines[2].split() == ["/", "青禾健康"]


async def test_words_that_narrow_a_list_are_replaced_when_the_box_is_opened_again(
    sample_store: Store,
) -> None:
    async with opened(sample_store, location=Location("players")) as reading:
        await reading.press("t")
        await reading.type("青禾")
        await reading.press("enter", "t")
        await reading.type("长乐")
        assert "青禾" not in reading.lines[2]
        assert "长乐" in reading.lines[2]


async def test_a_colon_opens_the_palette_unless_a_query_is_being_typed(
    sample_store: Store,
) -> None:
    async with opened(sample_store) as reading:
        await reading.press("slash", "colon")
        assert not reading.has_panels
        await reading.press("escape")
        await reading.type("青禾")
        await reading.press("colon")
        assert reading.lines[2].split() == ["/", "青禾:"]
        await reading.press("backspace", "enter", "escape", "colon")
        assert not reading.has_panels


async def test_keys_of_commands_are_text_in_a_query(sample_store: Store) -> None:
    async with opened(sample_store, language="en") as reading:
        await reading.press("slash")
        await reading.type("jklqon?1")
        assert reading.lines[2].strip() == "/ jklqon?1"
        assert reading.has_panels


async def test_matches_are_highlighted(sample_store: Store) -> None:
    async with opened(sample_store) as reading:
        await reading.press("slash")
        await reading.type("qhjk")
        marked = [
            segment.text
            for strip in reading.strips
            for segment in strip
            if segment.style and segment.style.underline and segment.style.bold
        ]
        assert "青禾健康" in marked


async def test_tab_moves_from_the_query_to_the_page(sample_store: Store) -> None:
    async with opened(sample_store) as reading:
        await reading.press("slash")
        await reading.type("线上问诊市场规模")
        await reading.press("tab")
        assert reading.chosen
        assert reading.lines[2].split() == ["/", "线上问诊市场规模"]


async def test_ctrl_c_exits_from_a_query(sample_store: Store) -> None:
    async with opened(sample_store) as reading:
        await reading.press("slash")
        await reading.type("青禾")
        await reading.press("ctrl+c")
        assert not reading.app.is_running


async def test_a_narrow_window_shows_either_results_or_page(sample_store: Store) -> None:
    async with opened(sample_store, (60, 20), location=Location("players")) as reading:
        await reading.press("slash")
        await reading.type("青禾健康")
        assert "▌  青禾健康" in reading.text
        await reading.press("enter")
        assert reading.lines[2].startswith(" 青禾健康 ─")
        assert "▌" not in reading.text


@pytest.mark.parametrize("before", [(), ("slash",)], ids=["from anywhere", "in the box"])
async def test_enter_typed_ahead_opens_the_result_of_the_whole_query(
    sample_store: Store, before: tuple[str, ...]
) -> None:
    async with opened(sample_store) as reading:
        await reading.press(*before)
        await reading.chunk(*(() if before else ("/",)), *"qhjk", "enter")
        assert reading.position.startswith("企业与机构 ")
        assert reading.lines[2].startswith(" 青禾健康 ─")
        await reading.press("escape")
        assert reading.lines[2].strip() == "/ qhjk"


async def test_arrows_typed_ahead_move_in_the_results(sample_store: Store) -> None:
    async with opened(sample_store) as reading:
        await reading.chunk("/", *"yibao", "down", "down")
        assert reading.position.startswith("搜索结果 3/")


async def test_a_pasted_line_with_its_end_is_entered(sample_store: Store) -> None:
    async with opened(sample_store) as reading:
        await reading.press("slash")
        await reading.paste("qhjk\r")
        assert reading.position.startswith("企业与机构 ")
        assert reading.lines[2].startswith(" 青禾健康 ─")
        await reading.press("escape", "escape", "slash")
        await reading.paste("qhjk")
        assert reading.position.startswith("搜索结果 1/")


async def test_up_puts_an_earlier_query_into_the_box_and_typing_replaces_it(
    sample_store: Store,
) -> None:
    async with opened(sample_store, (120, 40)) as reading:
        await reading.press("slash")
        await reading.type("青禾健康")
        await reading.press("escape", "slash", "up")
        assert reading.lines[2].split() == ["/", "青禾健康"]
        assert "▌  青禾健康" in reading.text
        await reading.press("down", "up")
        assert reading.lines[2].split() == ["/", "青禾健康"]
        await reading.type("zzzz")
        assert reading.lines[2].split() == ["/", "zzzz"]
        await reading.press("up")  # no results to choose from
        assert reading.lines[2].split() == ["/", "青禾健康"]
        await reading.press("up")
        assert reading.lines[2].split() == ["/", "zzzz"]


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (120, 40)])
@pytest.mark.parametrize("key", ["down", "enter"])
async def test_without_results_down_and_enter_lead_to_the_suggestions(
    sample_store: Store, size: tuple[int, int], key: str
) -> None:
    async with opened(sample_store, size, "en") as reading:
        await reading.press("slash")
        await reading.type("zzzz")
        assert reading.app.controller.state.list.content.rows == []
        await reading.press(key)
        page = reading.app.screen.panels.page
        assert (page.has_focus, page.link) == (True, 0)
        await reading.press("down")
        assert page.link == 1
        await reading.press("enter")
        assert reading.app.controller.location.section != SEARCH
        await reading.press("escape")
        assert reading.app.controller.location.query == "zzzz"


async def test_the_digits_of_the_sections_are_dim_while_they_are_text(sample_store: Store) -> None:
    def color() -> object:
        segments = [each for each in reading.strips[1] if "4" in each.text]
        assert segments[0].style is not None
        return segments[0].style.color

    async with opened(sample_store, (120, 40), "en") as reading:
        keys = color()
        await reading.press("slash")
        await reading.type("online")
        assert color() != keys
        await reading.press("tab")
        assert color() == keys
        await reading.press("slash")
        assert color() != keys
        await reading.press("escape")
        assert color() == keys
