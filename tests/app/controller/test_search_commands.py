"""Search: results while typing, the answer above the page, the way back to the query."""

from __future__ import annotations

import pytest

from tests.app.controller.keyboard import Keyboard
from tui.app.browse.location import SEARCH, Location
from tui.store import Store
from tui.text.language import Language


def _searched(store: Store, query: str, language: Language = "zh", width: int = 120) -> Keyboard:
    keyboard = Keyboard(store, language=language, width=width)
    keyboard.press("slash")
    keyboard.type(query)
    return keyboard


def test_results_are_listed_while_typing(sample_store: Store) -> None:
    keyboard = _searched(sample_store, "长乐健康")
    assert keyboard.position.startswith("搜索结果 1/")
    assert keyboard.rows[0].id == "changle-health"
    assert keyboard.state.page.document.title.startswith("长乐健康")
    assert keyboard.focus == "search"


def test_each_letter_changes_the_results(sample_store: Store) -> None:
    keyboard = Keyboard(sample_store)
    keyboard.press("slash")
    counts = []
    for letter in "changle health":
        keyboard.type(letter)
        counts.append(len(keyboard.rows))
    assert counts[-1] < counts[0]
    keyboard.press(*["backspace"] * (len(counts) - 1))
    assert len(keyboard.rows) == counts[0]


def test_arrows_move_in_the_results_while_typing(sample_store: Store) -> None:
    keyboard = _searched(sample_store, "医保")
    keyboard.press("down")
    assert keyboard.position.startswith("搜索结果 2/")
    assert keyboard.focus == "search"
    keyboard.press("up")
    keyboard.type("支付")
    assert keyboard.position.startswith("搜索结果 1/")
    assert keyboard.location.query == "医保支付"


def test_enter_opens_the_result_and_escape_returns_to_the_query(sample_store: Store) -> None:
    keyboard = _searched(sample_store, "长乐健康")
    results = keyboard.rows
    keyboard.press("enter")
    assert (keyboard.location.section, keyboard.location.record) == ("players", "changle-health")
    keyboard.press("escape")
    assert keyboard.rows == results
    assert keyboard.state.search
    assert keyboard.state.search == ("长乐健康", True)
    keyboard.press("escape")
    assert keyboard.position == "概览"


def test_an_earlier_query_returns_with_its_results(sample_store: Store) -> None:
    keyboard = _searched(sample_store, "青禾")
    keyboard.press("enter", "slash")
    keyboard.type("春来")
    keyboard.press("escape", "escape")
    assert keyboard.location.section == SEARCH
    assert keyboard.typed["search"] == "青禾"
    assert keyboard.rows[0].id == "qinghe-health"


def test_slash_in_the_search_returns_to_the_input_box(sample_store: Store) -> None:
    keyboard = _searched(sample_store, "青禾")
    keyboard.press("tab")
    assert keyboard.focus == "page"
    keyboard.press("slash")
    assert keyboard.focus == "search"
    assert keyboard.typed["search"] == "青禾"


@pytest.mark.parametrize(
    ("language", "query", "answer"),
    [
        ("zh", "长乐健康有多少医生", "签约医生"),
        ("en", "Changle Health revenue", "Total revenue"),
    ],
)
def test_the_answer_is_above_the_results(
    sample_store: Store, language: Language, query: str, answer: str
) -> None:
    keyboard = _searched(sample_store, query, language)
    assert keyboard.location.record == "changle-health"
    assert any(line.startswith(answer) for line in keyboard.answer.split("\n")[:4])
    assert keyboard.state.answer.kind in keyboard.answer.split("\n")[0]


def test_every_kind_of_record_is_answered(sample_store: Store) -> None:
    keyboard = _searched(sample_store, "线上问诊市场规模 2022")
    assert keyboard.location.record == "consultation-market"
    assert "2022年：100亿元（已公布）" in keyboard.answer
    keyboard = _searched(sample_store, "线上问诊 是什么")
    assert keyboard.location.record == "term-online-consultation"
    entry = keyboard.state.answer.entry
    assert entry
    assert "".join(entry.answer.zh.split())[:20] in "".join(keyboard.answer.split())


@pytest.mark.parametrize(
    ("query", "remark"),
    [
        ("长乐健康 营收 2023", "没有2023年的数据，以下是2022年上半年的"),
        ("长乐健康 市值", "没有关于“市值”的内容，以下是其他相关内容"),
        ("changle helath", "没有找到“helath”，以下是写法相近的"),
    ],
)
def test_what_is_not_covered_is_said_above_the_answer(
    sample_store: Store, query: str, remark: str
) -> None:
    keyboard = _searched(sample_store, query)
    assert keyboard.location.record == "changle-health"
    assert f"? {remark}" in keyboard.answer
    entry = keyboard.state.answer.entry
    assert entry
    assert keyboard.answer.index(remark) < keyboard.answer.index(entry.answer.zh[:6])
    keyboard.press("enter")
    assert keyboard.location.section == "players"
    words = "".join(query.split())
    assert f"?搜索“{words}”：{remark}" in "".join(keyboard.page.split())


def test_an_answer_names_the_other_source_and_is_hidden_with_forecasts(
    sample_store: Store,
) -> None:
    keyboard = _searched(sample_store, "线上问诊市场规模 2022 预测")
    assert "2022年：130亿元（预测） [" in keyboard.answer
    assert "! 另一来源（晨星报2023）2022年：100亿元（已公布）" in keyboard.answer
    keyboard.press("enter", "f", "escape")
    assert "130亿元" not in keyboard.answer
    assert "预测已隐藏" in keyboard.answer


def test_a_dispute_with_the_title_of_its_record_is_named_as_dispute(sample_store: Store) -> None:
    keyboard = _searched(sample_store, "线上问诊市场规模")
    names = [row.cells[0] for row in keyboard.rows]
    assert names[0] == "线上问诊市场规模"
    assert "分歧：线上问诊市场规模" in names


def test_a_dispute_about_a_statement_is_found_by_its_question(sample_store: Store) -> None:
    keyboard = _searched(sample_store, "青禾健康是最大的吗")
    assert "分歧：青禾健康是最大的吗？" in [row.cells[0] for row in keyboard.rows[:2]]


@pytest.mark.parametrize("query", ["", "   ", "zzzzzz", "\u3000", '"(*', "ａｂ" * 10])
def test_a_query_without_results_opens_nothing(sample_store: Store, query: str) -> None:
    keyboard = _searched(sample_store, query, "en")
    assert keyboard.position == "Results"
    hint = "nothing found" if query.strip() else "For example: market size 2022"
    assert hint in keyboard.page
    keyboard.press("enter")
    assert keyboard.position == "Results"
    keyboard.press("escape")
    assert keyboard.position == "Overview"


def test_a_narrow_window_shows_either_results_or_page(sample_store: Store) -> None:
    keyboard = _searched(sample_store, "长乐健康", width=60)
    assert (keyboard.state.visible.list, keyboard.state.visible.page) == (True, False)
    keyboard.press("enter")
    assert (keyboard.state.visible.list, keyboard.state.visible.page) == (False, True)


@pytest.mark.parametrize("width", [60, 80, 120])
@pytest.mark.parametrize(
    ("query", "fact"),
    [
        ("clj yingshou", "changle-health.revenue@2022-H1"),
        ("市场规模 2025 预测", "consultation-market@2025"),
    ],
)
def test_a_result_opens_at_the_citation_of_its_answer(
    sample_store: Store, width: int, query: str, fact: str
) -> None:
    keyboard = _searched(sample_store, query, width=width)
    assert keyboard.location.record == fact.partition("@")[0].partition(".")[0]
    keyboard.press("enter")
    (entry,) = (e for e in sample_store.answers(keyboard.location.record) if e.fact == fact)
    assert keyboard.state.page.line == -1
    number = int(keyboard.targets[keyboard.state.page.link].removeprefix("cite:"))
    quotes = keyboard.state.page.document.quotes
    cited = {(item["source"], item["exact"]) for item in entry.citations}
    assert {(q.source, q.exact) for q in quotes if q.number == number} <= cited


def test_a_saved_search_starts_with_its_query(sample_store: Store) -> None:
    keyboard = Keyboard(sample_store, Location(SEARCH, query="qinghe", panel="search"))
    assert keyboard.typed["search"] == "qinghe"
    assert keyboard.position.startswith("搜索结果 1/")
    keyboard.press(*["backspace"] * 6, *"zzzzzz")
    assert "没有找到" in keyboard.page


def test_a_search_without_results_is_one_message_with_near_words_and_the_sections(
    sample_store: Store,
) -> None:
    keyboard = _searched(sample_store, "提子健康", "en")
    assert not keyboard.rows
    visible = keyboard.state.visible
    assert (visible.list, visible.page, visible.answer) == (False, True, 0)
    assert keyboard.page.count("nothing found") == 1
    assert "or browse a section" in keyboard.page
    assert keyboard.targets[0] == "record:qinghe-health"
    sections = {f"section:{each.id}" for each in sample_store.sections() if each.id != "overview"}
    assert sections < set(keyboard.targets)
    keyboard.press("tab", "enter")
    assert keyboard.location.record == "qinghe-health"


@pytest.mark.parametrize(
    "query", ["compare qinghe health changle health", "青禾健康和长乐健康对比"]
)
def test_enter_opens_the_comparison_that_is_asked_for(sample_store: Store, query: str) -> None:
    keyboard = _searched(sample_store, query, "en")
    assert "side by side" in " ".join(keyboard.answer.split())
    keyboard.press("enter")
    assert keyboard.location.page == "compare:qinghe-health,changle-health"
    keyboard.press("escape")
    assert keyboard.location.section == SEARCH
    other = _searched(sample_store, query, "en")
    other.apply(other.controller.row_moved(1, other.positions()))
    other.press("enter")
    assert other.location.record == "changle-health"


def test_up_from_the_first_result_recalls_earlier_queries(sample_store: Store) -> None:
    """Down and up choose results as ever; after the oldest query, what was typed is back."""
    keyboard = Keyboard(sample_store, Location(SEARCH, panel="search"))
    keyboard.press("up")
    assert keyboard.message == "没有更早的查询"
    keyboard.type("青禾健康")
    keyboard.press("enter", "escape", "slash")
    keyboard.typed["search"] = ""  # what is typed replaces a recalled query
    keyboard.type("医保")
    keyboard.press("escape", "slash")
    keyboard.type("处方")
    keyboard.press("down", "up")
    assert keyboard.location.query == "处方"
    shown = []
    for _ in range(3):
        keyboard.press("up")
        assert keyboard.location.query == keyboard.typed["search"]
        shown.append(keyboard.location.query)
    assert shown == ["医保", "青禾健康", "处方"]
    keyboard.press("up", "up")
    assert keyboard.row.id == "qinghe-health"
    keyboard.press("down")
    assert keyboard.location.query == "青禾健康"
    assert keyboard.row.id == keyboard.rows[1].id


def test_an_empty_box_recalls_the_query_before(sample_store: Store) -> None:
    keyboard = Keyboard(sample_store, language="en")
    keyboard.press("slash")
    keyboard.type("waiting time")
    keyboard.press("escape", "slash")
    assert keyboard.typed["search"] == ""
    keyboard.press("up")
    assert keyboard.typed["search"] == keyboard.location.query == "waiting time"
    assert keyboard.row.id == "waiting-time"
