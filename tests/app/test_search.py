"""Search in the app: typed, listed at once, opened, left again."""

from __future__ import annotations

import pytest

from tests.app.reading import opened
from tui.app.browse.location import Location
from tui.store import Store
from tui.text.language import Language


async def test_what_is_typed_is_found_at_once(real_store: Store) -> None:
    async with opened(real_store) as reading:
        await reading.press("slash")
        await reading.type("阿里健康")
        assert "阿里健康" in reading.lines[-2]
        assert reading.place.startswith("搜索结果 1/")
        assert reading.lines[2].startswith("› 阿里健康")
        assert "阿里健康  参与者" in reading.text


async def test_each_letter_narrows_the_results(real_store: Store) -> None:
    async with opened(real_store) as reading:
        await reading.press("slash")
        counts = []
        for letter in "ali health":
            await reading.type(letter)
            counts.append(int(reading.place.rpartition("/")[2]))
        assert counts[-1] < counts[0]
        await reading.press(*["backspace"] * len("li health"))
        assert reading.place.endswith(f"/{counts[0]}")


async def test_down_goes_through_the_results_while_typing(real_store: Store) -> None:
    async with opened(real_store) as reading:
        await reading.press("slash")
        await reading.type("医保")
        await reading.press("down")
        assert reading.place.startswith("搜索结果 2/")
        assert reading.lines[3].startswith("› ")
        await reading.press("up")
        assert reading.place.startswith("搜索结果 1/")
        await reading.type("支付")
        assert reading.place.startswith("搜索结果 1/")
        assert "医保支付" in reading.lines[-2]


async def test_enter_opens_the_result_and_escape_leads_back_to_the_query(
    real_store: Store,
) -> None:
    async with opened(real_store) as reading:
        await reading.press("slash")
        await reading.type("阿里健康")
        results = reading.text
        await reading.press("enter")
        assert reading.place.startswith("参与者 ")
        assert "阿里健康  参与者" in reading.text
        await reading.press("escape")
        assert reading.text == results
        await reading.type("x")
        assert "阿里健康x" in reading.lines[-2]
        await reading.press("escape")
        assert reading.place == "概览"


async def test_a_slash_in_an_earlier_query_begins_another(real_store: Store) -> None:
    async with opened(real_store) as reading:
        await reading.press("slash")
        await reading.type("阿里健康")
        await reading.press("enter", "escape", "slash")
        await reading.type("医保")
        assert reading.lines[-2].split() == ["医保"]
        await reading.press("slash")  # what is being typed is not thrown away
        assert reading.lines[-2].split() == ["医保/"]


@pytest.mark.parametrize(
    ("language", "query", "said"),
    [
        ("zh", "京东健康 2021上半年 收入", "答 总收入，2021年上半年：136亿元（已报告）[9]"),
        ("en", "JD Health revenue", "Answer Total revenue, H1 2021:"),
    ],
)
async def test_the_page_of_a_result_begins_with_what_was_asked_for(
    real_store: Store, language: Language, query: str, said: str
) -> None:
    async with opened(real_store, language=language) as reading:
        await reading.press("slash")
        await reading.type(query)
        assert said in reading.text
        assert "“京东健康上半年总收入为136亿”" in reading.text
        await reading.press("enter")
        assert said not in reading.text  # the page itself, as it always is


async def test_a_result_that_is_what_its_page_begins_with_is_not_said_twice(
    real_store: Store,
) -> None:
    async with opened(real_store) as reading:
        await reading.press("slash")
        await reading.type("市场规模 2022")
        assert reading.place.startswith("搜索结果 1/")
        assert "答 " not in reading.text


async def test_an_answer_names_what_other_sources_say_and_goes_with_the_forecasts(
    real_store: Store,
) -> None:
    async with opened(real_store) as reading:
        await reading.press("slash")
        await reading.type("市场规模 2022 预测")
        assert "答 2022年：3,537亿元（预测）[" in reading.text
        assert "另有 2022年：3,099亿元（已报告）" in reading.text
        await reading.press("enter", "f", "escape")
        assert "3,537亿元（预测）" not in reading.text


async def test_of_two_results_with_one_title_the_dispute_says_what_it_is(real_store: Store) -> None:
    async with opened(real_store) as reading:
        await reading.press("slash")
        await reading.type("医保支付打开行业")
        rows = [line.lstrip(" ›!").split("  ")[0] for line in reading.lines[2:4]]
        assert rows == ["医保支付打开行业", "分歧：医保支付打开行业"]


async def test_an_earlier_query_comes_back_with_its_results(real_store: Store) -> None:
    async with opened(real_store) as reading:
        await reading.press("slash")
        await reading.type("京东")
        await reading.press("enter", "slash")
        await reading.type("春雨")
        await reading.press("escape", "escape")
        assert reading.place.startswith("搜索结果 ")
        assert reading.lines[-2].strip() == "京东"
        assert "京东" in reading.lines[2]


async def test_letters_that_are_keys_elsewhere_are_text_in_a_query(real_store: Store) -> None:
    async with opened(real_store, language="en") as reading:
        await reading.press("slash")
        await reading.type("jklqon?1")
        assert reading.lines[-2].strip() == "jklqon?1"
        assert reading.has_panels


@pytest.mark.parametrize("query", ["", "   ", "zzzzzz", "\u3000", '"(*', "ａｂ" * 10])
async def test_a_query_that_finds_nothing_opens_nothing(real_store: Store, query: str) -> None:
    async with opened(real_store, language="en") as reading:
        await reading.press("slash")
        await reading.type(query)
        assert reading.place == "Results"
        hint = "nothing found" if query.strip() else "words, a name, a number or a year"
        assert hint in "\n".join(reading.lines[2:-2])
        await reading.press("enter")
        assert reading.place == "Results"
        await reading.press("escape")
        assert reading.place == "Overview"


async def test_tab_leads_from_the_query_into_the_page(real_store: Store) -> None:
    async with opened(real_store) as reading:
        await reading.press("slash")
        await reading.type("市场规模2022")
        await reading.press("tab")
        assert reading.chosen == "[1]"


async def test_ctrl_c_leaves_from_a_query_too(real_store: Store) -> None:
    async with opened(real_store) as reading:
        await reading.press("slash")
        await reading.type("京东")
        await reading.press("ctrl+c")
        assert not reading.app.is_running


async def test_on_a_narrow_screen_results_and_page_take_turns(real_store: Store) -> None:
    async with opened(real_store, (60, 20), place=Location("players")) as reading:
        await reading.press("slash")
        await reading.type("阿里健康")
        assert reading.lines[2].startswith("› 阿里健康")
        await reading.press("enter")
        assert "阿里健康  参与者" in reading.text
        assert "›" not in "\n".join(reading.lines[2:])


@pytest.mark.parametrize("before", [(), ("slash",)], ids=["from anywhere", "in the box"])
async def test_enter_right_behind_a_query_opens_what_the_whole_of_it_finds(
    real_store: Store, before: tuple[str, ...]
) -> None:
    async with opened(real_store) as reading:
        await reading.press(*before)
        await reading.chunk(*(() if before else ("/",)), *"jdjk", "enter")
        assert reading.place.startswith("参与者 ")
        assert "京东健康  参与者" in reading.text
        await reading.press("escape")
        assert reading.lines[-2].strip() == "jdjk"


async def test_a_line_that_is_pasted_with_its_end_is_entered(real_store: Store) -> None:
    async with opened(real_store) as reading:
        await reading.press("slash")
        await reading.paste("jdjk\r")
        assert reading.place.startswith("参与者 ")
        assert "京东健康  参与者" in reading.text
        await reading.press("escape", "escape", "slash")
        await reading.paste("jdjk")
        assert reading.place.startswith("搜索结果 1/")


async def test_arrows_right_behind_a_query_go_through_its_results(real_store: Store) -> None:
    async with opened(real_store) as reading:
        await reading.chunk("/", *"yibao", "down", "down")
        assert reading.place.startswith("搜索结果 3/")
