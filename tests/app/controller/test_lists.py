"""Sort, narrow and filter lists."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.app.controller.keyboard import Keyboard
from tui.app.browse.effects import OpenFilters
from tui.app.browse.location import ListQuery, Location
from tui.store import Store, open_store
from tui.views.subject_order import aside_records

_POLICIES = Location("policies")
_STATISTICS = Location("statistics", "consultation-market")


def test_s_keeps_the_record_that_the_user_chose(sample_store: Store) -> None:
    keyboard = Keyboard(sample_store, Location("players"))
    keyboard.press("down", "down")
    chosen = keyboard.location.record
    numbers = set()
    for _ in range(3):
        keyboard.press("s")
        assert keyboard.location.record == chosen == keyboard.rows[keyboard.state.list.cursor].id
        assert keyboard.state.list.top == -1
        numbers.add(keyboard.state.list.cursor)
    assert len(numbers) > 1


def test_s_cycles_through_the_orders_from_the_first_row_of_an_opened_list(
    sample_store: Store,
) -> None:
    keyboard = Keyboard(sample_store, Location("statistics"))
    default = [row.id for row in keyboard.rows]
    notes = []
    for _ in range(3):
        keyboard.press("s")
        notes.append(keyboard.message)
        assert keyboard.location.record == keyboard.rows[0].id
    assert notes == ["按日期", "按数值（同单位内）", "按拼音"]
    keyboard.press("s")
    assert [row.id for row in keyboard.rows] == default


def test_sorting_by_date_puts_the_newest_first(sample_store: Store) -> None:
    keyboard = Keyboard(sample_store, _STATISTICS)
    keyboard.press("s", "home")
    periods = [row.cells[2][:5] for row in keyboard.rows if row.cells[2]]
    assert periods == sorted(periods, reverse=True)
    assert keyboard.state.title.list_tag.startswith("按日期 ↓")


def test_policies_are_by_date_at_first_and_the_list_says_so(sample_store: Store) -> None:
    keyboard = Keyboard(sample_store, _POLICIES)
    assert keyboard.rows[0].id == "policy-night-2023"
    assert keyboard.state.title.list_tag.startswith("按日期 ↓")
    assert "日期 ↓" in [head for head, _ in keyboard.state.list.content.columns]
    keyboard.press("s")
    assert keyboard.message == "按重要性"
    assert keyboard.state.title.list_tag.startswith("按重要性 ")
    assert keyboard.rows[0].id != "policy-night-2023"
    keyboard.press("s")
    assert keyboard.message == "按措辞强弱；“一般表述”不分强弱，列在后面"
    column = next(
        at for at, (head, _) in enumerate(keyboard.state.list.content.columns) if "措辞" in head
    )
    assert keyboard.rows[0].cells[column].startswith("要求")
    assert not keyboard.rows[-1].cells[column]
    keyboard.press("s", "s")
    assert keyboard.message == "按日期"
    assert keyboard.rows[0].id == "policy-night-2023"


@pytest.mark.parametrize("section", ["policies", "statistics", "themes"])
@pytest.mark.parametrize("orders", range(4))
def test_r_reverses_every_order_with_undated_rows_last(
    sample_store: Store, section: str, orders: int
) -> None:
    keyboard = Keyboard(sample_store, Location(section))
    keyboard.press(*"s" * orders)
    before, tag = [row.id for row in keyboard.rows], keyboard.state.title.list_tag
    order = keyboard.state.list.content.order
    keyboard.press("r")
    after = [row.id for row in keyboard.rows]
    assert after != before
    assert sorted(after) == sorted(before)
    if order in ("", "importance", "name"):
        assert after == before[::-1]
    if order == "date":
        dated = {row[0] for row in sample_store.query("SELECT id FROM records WHERE date <> ''")}
        assert [each in dated for each in after] == [each in dated for each in before]
    assert keyboard.state.title.list_tag != tag
    assert {"↓", "↑"}.intersection(keyboard.state.title.list_tag)
    keyboard.press("r")
    assert [row.id for row in keyboard.rows] == before
    keyboard.press("r", "s")
    assert not keyboard.location.list_query.reverse


def test_the_reverse_order_says_what_comes_first_and_is_restored(sample_store: Store) -> None:
    keyboard = Keyboard(sample_store, _POLICIES, language="en")
    keyboard.press("r")
    assert keyboard.message == "by date, oldest first"
    assert keyboard.state.title.list_tag.startswith("by date, oldest first ↑")
    assert "Date ↑" in [head for head, _ in keyboard.state.list.content.columns]
    restored = Location.from_fields(keyboard.location.to_fields())
    assert restored is not None
    assert restored.list_query == keyboard.location.list_query
    keyboard.press("t", *"canglan")
    assert len(keyboard.rows) == 2
    assert keyboard.state.title.list_tag.startswith("by date, oldest first ↑")


def test_lists_by_date_have_other_industries_last(sample_copy: Path) -> None:
    briefing = sample_copy / "briefing.toml"
    title = 'title = { zh = "药房", en = "Pharmacy" }\n'
    text = briefing.read_text("utf-8")
    assert title in text
    briefing.write_text(text.replace(title, f"{title}aside = true\n"), "utf-8")
    with open_store(str(sample_copy), {"XDG_CACHE_HOME": str(sample_copy.parent)}) as store:
        asides = aside_records(store)
        keyboard = Keyboard(store, Location("statistics"), language="en")
        keyboard.press("s")
        assert keyboard.message == "by date; other industries last"
        others = [row.id in asides for row in keyboard.rows]
        assert others == sorted(others)
        assert len(set(others)) == 2
        keyboard.press("r")
        assert keyboard.message == "by date, oldest first; other industries last"
        assert [row.id in asides for row in keyboard.rows] == others


def test_a_section_keeps_its_order_when_it_is_reopened(sample_store: Store) -> None:
    keyboard = Keyboard(sample_store, _POLICIES)
    keyboard.press("s", "o")
    assert keyboard.state.title.list_tag == ""
    keyboard.press("escape")
    assert keyboard.state.title.list_tag.startswith("按重要性 ")
    keyboard.press("left", "down", "up")
    assert keyboard.location.section == "policies"
    assert keyboard.state.title.list_tag.startswith("按重要性 ")


@pytest.mark.parametrize(
    ("letters", "records"),
    [
        ("沧岚", 2),
        ("canglan", 2),
        ("zzz", 0),
    ],
)
def test_each_letter_narrows_the_list(sample_store: Store, letters: str, records: int) -> None:
    keyboard = Keyboard(sample_store, _POLICIES)
    total = len(keyboard.rows)
    keyboard.press("t")
    keyboard.type(letters)
    assert len(keyboard.rows) == records
    assert keyboard.position.endswith(f"/{records}" if records else " 0")
    assert f"共{total}条" in keyboard.state.title.list_tag
    assert ("按x清除" in keyboard.page) == (not records)


def test_a_list_narrowed_by_words_has_its_cursor_on_the_first_row(sample_store: Store) -> None:
    keyboard = Keyboard(sample_store, _POLICIES)
    keyboard.press("t", *"canglan", "enter")
    first, second = (row.id for row in keyboard.rows)
    keyboard = Keyboard(sample_store, Location("policies", second))
    keyboard.press("t", *"canglan", "enter")
    assert keyboard.location.record == first
    assert keyboard.state.list.cursor == 0


def test_escape_shows_the_whole_list_again(sample_store: Store) -> None:
    keyboard = Keyboard(sample_store, _POLICIES)
    before = [row.id for row in keyboard.rows]
    keyboard.press("t", *"canglan", "escape")
    assert [row.id for row in keyboard.rows] == before
    assert keyboard.focus == "list"
    keyboard.press("t", *"canglan", "enter")
    assert keyboard.focus == "list"
    assert [chip.text for chip in keyboard.state.list.content.chips] == ["“canglan”"]
    keyboard.press("enter", "escape")
    assert [chip.text for chip in keyboard.state.list.content.chips] == ["“canglan”"]
    keyboard.press("escape")
    assert [row.id for row in keyboard.rows] == before


def test_the_filter_dialog_opens_for_the_current_query(sample_store: Store) -> None:
    keyboard = Keyboard(sample_store, _POLICIES)
    keyboard.press("s", "F")
    assert keyboard.effect(OpenFilters).location.list_query == ListQuery("importance")


def test_filters_apply_and_are_named_above_the_list(sample_store: Store) -> None:
    keyboard = Keyboard(sample_store, _POLICIES)
    total = len(keyboard.rows)
    query = ListQuery().toggled("level", "national")
    keyboard.apply(keyboard.controller.filters_chosen(query, keyboard.positions()))
    national = len(keyboard.rows)
    assert 0 < national < total
    assert [chip.text for chip in keyboard.state.list.content.chips] == ["国家级"]
    both = query.toggled("level", "provincial")
    keyboard.apply(keyboard.controller.filters_chosen(both, keyboard.positions()))
    assert len(keyboard.rows) > national
    assert [chip.text for chip in keyboard.state.list.content.chips] == ["国家级", "省级"]
    assert keyboard.state.list.content.chips_notes == ("略去层级不详的1条", "x全部清除")
    keyboard.apply(keyboard.controller.chip_chosen(1, keyboard.positions()))
    assert len(keyboard.rows) == national
    keyboard.press("x")
    assert len(keyboard.rows) == total
    assert keyboard.state.list.content.chips == ()


def test_filters_belong_to_their_section(sample_store: Store) -> None:
    keyboard = Keyboard(sample_store, _POLICIES)
    query = ListQuery().toggled("level", "national")
    keyboard.apply(keyboard.controller.filters_chosen(query, keyboard.positions()))
    keyboard.press("enter")
    filtered = keyboard.position
    keyboard.press("o")
    assert "国家级" not in keyboard.state.title.details
    keyboard.press("escape")
    assert keyboard.position == filtered
    keyboard.press("w", "escape")
    assert keyboard.position == filtered


def test_a_link_to_a_filtered_out_record_removes_the_filter(sample_store: Store) -> None:
    keyboard = Keyboard(sample_store, _POLICIES)
    total = len(keyboard.rows)
    keyboard.press("t", *"canglan", "enter")
    keyboard.follow("record:policy-price-2019")
    assert keyboard.location.record == "policy-price-2019"
    assert len(keyboard.rows) == total


def test_the_first_row_in_the_window_is_kept(sample_store: Store) -> None:
    keyboard = Keyboard(sample_store, Location("themes"))
    keyboard.press("down", "down")
    keyboard.top = 5
    keyboard.press("enter", "escape")
    assert keyboard.state.list.top == 5
    assert keyboard.state.list.cursor == 2


@pytest.mark.parametrize("section", ["overview", "pins"])
@pytest.mark.parametrize("key", ["s", "t", "F"])
def test_without_a_list_the_key_shows_a_message(
    sample_store: Store, section: str, key: str
) -> None:
    panel = "page" if section == "overview" else "list"
    keyboard = Keyboard(sample_store, Location(section, panel=panel))
    before = keyboard.state.list
    keyboard.press(key)
    assert "没有可排序或筛选的列表" in keyboard.message
    assert keyboard.state.list is before


@pytest.mark.parametrize("words", ["医保", "yibao"])
def test_rows_whose_names_have_the_typed_words_come_first(sample_store: Store, words: str) -> None:
    keyboard = Keyboard(sample_store, Location("glossary"))
    keyboard.press("t", *words)
    named = ["医保" in f"{row.title.zh}" for row in keyboard.rows]
    assert named == [True, False]


def test_a_list_narrowed_by_words_says_that_matching_names_come_first(sample_store: Store) -> None:
    keyboard = Keyboard(sample_store, _POLICIES)
    assert keyboard.state.title.list_tag.startswith("按日期 ↓")
    keyboard = Keyboard(sample_store, _POLICIES._replace(list_query=ListQuery(words="医保")))
    assert keyboard.state.title.list_tag.startswith("名称匹配的在前 · ")
    keyboard.press("s")
    assert not keyboard.state.title.list_tag.startswith("名称匹配的在前")
