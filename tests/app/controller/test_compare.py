"""Mark records and compare them."""

from __future__ import annotations

import pytest

from tests.app.controller.keyboard import Keyboard
from tui.app.browse import effects
from tui.app.browse.location import COMPARISON, TIMELINE, ListQuery, Location
from tui.store import Store

_PLAYERS = Location("players")


def test_marked_rows_are_compared(sample_store: Store) -> None:
    keyboard = Keyboard(sample_store, _PLAYERS)
    keyboard.press("v")
    assert "标记至少两条" in keyboard.message
    keyboard.press("c", "v")
    assert f"只标记了“{keyboard.rows[0].title.zh}”" in keyboard.message
    assert "按c标记" in keyboard.message
    keyboard.press("down", "c")
    ids = [row.id for row in keyboard.rows[:2]]
    assert keyboard.state.list.foot == "已标记2条 · v对比 · x清除"
    assert keyboard.state.list.marked == tuple(ids)
    assert keyboard.location.record == keyboard.rows[1].id  # the cursor stays
    keyboard.press("v")
    assert (keyboard.location.section, keyboard.location.record) == (COMPARISON, ",".join(ids))
    keyboard.press("escape")
    assert keyboard.state.list.marked == tuple(ids)
    keyboard.press("x", "v")
    assert keyboard.state.list.marked == ()
    assert "标记至少两条" in keyboard.message


def test_a_mark_is_said_once_in_the_border_of_the_list_or_where_it_has_none_below(
    sample_store: Store,
) -> None:
    for width, message in ((120, ""), (80, "已标记1条 · x清除")):
        keyboard = Keyboard(sample_store, _PLAYERS, width=width)
        keyboard.press("c")
        assert keyboard.message == message


def test_pressing_c_again_removes_the_mark(sample_store: Store) -> None:
    keyboard = Keyboard(sample_store, _PLAYERS)
    keyboard.press("c", "c")
    assert keyboard.state.list.marked == ()


def test_records_that_cannot_be_compared_are_marked_for_an_export(sample_store: Store) -> None:
    keyboard = Keyboard(sample_store, Location("glossary"))
    keyboard.press("c")
    assert keyboard.state.list.foot == "已标记1条，这类记录不能对比 · S导出 · x清除"
    keyboard.press("v")
    assert "不支持对比" in keyboard.message
    keyboard.press("down", "c")
    assert len(keyboard.state.list.marked) == 2
    assert keyboard.state.list.foot == "已标记2条，这类记录不能对比 · S导出 · x清除"
    keyboard.press("v")
    assert keyboard.message.startswith("这类记录不支持对比；按x清除标记：")
    assert keyboard.rows[0].title.zh[:8] in keyboard.message
    assert keyboard.location.section == "glossary"


def test_records_of_two_kinds_are_not_compared(sample_store: Store) -> None:
    keyboard = Keyboard(sample_store, _PLAYERS)
    keyboard.press("c", "slash")
    keyboard.type("线上问诊市场规模")
    keyboard.press("enter", "c", "v")
    assert "只能对比同类" in keyboard.message


def test_at_most_six_records_are_compared(sample_store: Store) -> None:
    keyboard = Keyboard(sample_store, _PLAYERS)
    keyboard.press(*("c", "down") * 7, "v")
    assert keyboard.message == "最多对比6条；按x清除标记"
    keyboard.press("up", "c", "v")
    assert keyboard.location.section == COMPARISON


def test_a_statistic_is_compared_with_similar_measures(sample_store: Store) -> None:
    keyboard = Keyboard(sample_store, Location("statistics", "night-market", panel="page"))
    assert "compare:night-market,consultation-market" in keyboard.targets
    keyboard.press("v")
    assert keyboard.location.record == "night-market,consultation-market,financing-amount"
    keyboard.press("L")
    assert keyboard.position == "Comparison"


@pytest.mark.parametrize(
    ("records", "hint"),
    [("changle-health,night-market", "只能对比同类"), ("no-such,nor-this", "没有可对比的记录")],
)
def test_an_impossible_comparison_is_explained(
    sample_store: Store, records: str, hint: str
) -> None:
    keyboard = Keyboard(sample_store, Location(COMPARISON, records, panel="page"))
    assert hint in keyboard.page


def test_the_timeline_is_filtered(sample_store: Store) -> None:
    keyboard = Keyboard(sample_store, Location(TIMELINE, panel="page"))
    everything = keyboard.page
    query = ListQuery().toggled("type", "financing")
    keyboard.apply(keyboard.controller.filters_chosen(query, keyboard.positions()))
    kinds = {line.split()[2] for line in keyboard.page.split("\n") if line.startswith("• ")}
    assert kinds == {"融资"}
    assert keyboard.state.title.details == "融资"
    keyboard.press("x")
    assert keyboard.page == everything


def test_timeline_links_open_their_records(sample_store: Store) -> None:
    keyboard = Keyboard(sample_store)
    keyboard.press("T")
    target = next(target for target in keyboard.targets if target.startswith("record:"))
    keyboard.follow(target)
    assert keyboard.location.record == target.removeprefix("record:")
    keyboard.press("escape")
    assert keyboard.location.section == TIMELINE


def test_the_number_of_marks_is_shown_in_every_section(sample_store: Store) -> None:
    keyboard = Keyboard(sample_store, _PLAYERS, language="en", width=80)
    keyboard.press("c", "down", "c")
    assert "2 marked" in keyboard.state.title.details
    keyboard.press("left")
    for _ in keyboard.state.sections.names:
        keyboard.press("right")
        assert "2 marked" in keyboard.state.title.details
    keyboard.press("x")
    assert "marked" not in keyboard.state.title.details


def test_elsewhere_the_comparison_says_what_is_marked(sample_store: Store) -> None:
    keyboard = Keyboard(sample_store, _PLAYERS, language="en")
    keyboard.press("c", "down", "c")
    names = [row.title.en for row in keyboard.rows[:2]]
    keyboard.press("v")
    assert not keyboard.message
    keyboard.press("o", "4")
    assert keyboard.location.section != "players"
    keyboard.press("v")
    assert keyboard.location.section == COMPARISON
    assert keyboard.message == (f"marked records; x clears the marks: {', '.join(names)}")


def test_clearing_says_what_was_cleared(sample_store: Store) -> None:
    keyboard = Keyboard(sample_store, _PLAYERS, language="en")
    keyboard.press("c", "down", "c", "v", "x")
    assert keyboard.location.section == COMPARISON
    assert keyboard.message == "2 marks cleared"
    assert "marked" not in keyboard.state.title.details
    keyboard.press("escape", "c", "t")
    keyboard.type("a")
    keyboard.press("enter", "x")
    assert keyboard.message == "filters and 1 mark cleared"


def test_the_export_begins_with_the_marked_records(sample_store: Store) -> None:
    keyboard = Keyboard(sample_store, _PLAYERS, language="en")
    keyboard.press("S")
    export = keyboard.effect(effects.OpenExport)
    assert export.choices[export.first].is_list
    keyboard.press("c", "down", "c", "S")
    export = keyboard.effect(effects.OpenExport)
    assert export.choices[export.first].label.en == "Marked records: 2"
    keyboard.press("v", "S")  # a comparison exports itself
    export = keyboard.effect(effects.OpenExport)
    assert "Marked" not in export.choices[export.first].label.en


def test_marks_of_two_kinds_are_offered_for_an_export_only(sample_store: Store) -> None:
    keyboard = Keyboard(sample_store, _PLAYERS)
    keyboard.press("c")
    keyboard.press("5", "c")
    assert keyboard.state.list.foot == "已标记2条 · S导出 · x清除"
