"""Bars below a short list say how its rows divide; they count what the filter counts."""

from __future__ import annotations

from tests.app.reading import opened
from tests.render.spans import texts
from tui.app.browse.location import Location
from tui.app.browse.sources.list_source import ValueCounts
from tui.app.widgets.value_bars import value_bars
from tui.render.glyphs import UNICODE
from tui.store import Store

_LEVELS = ValueCounts("Level", (("National", 8), ("Provincial", 4), ("Unknown", 0)))
_EQUAL = ValueCounts("Region", (("Hainan", 1), ("Ningxia", 1)))


def test_bars_are_proportional_and_leave_out_values_without_rows() -> None:
    heading, national, provincial = texts(value_bars([_LEVELS], 40, 20, UNICODE))
    assert heading.startswith("Level ─")
    assert national.count("━") == 2 * provincial.count("━")
    assert national.endswith(" 8")


def test_equal_bars_and_a_facet_without_room_are_left_out() -> None:
    assert value_bars([_EQUAL], 40, 20, UNICODE) == []
    assert value_bars([_LEVELS], 40, 2, UNICODE) == []
    assert value_bars([_LEVELS], 15, 20, UNICODE) == []


def test_of_many_values_the_most_frequent_are_shown_in_their_order() -> None:
    many = ValueCounts("Year", tuple((str(year), year % 10 + 1) for year in range(2010, 2030)))
    lines = texts(value_bars([many], 60, 20, UNICODE))
    assert [line.split()[0] for line in lines[1:]] == [
        "2016", "2017", "2018", "2019", "2026", "2027", "2028", "2029"
    ]  # fmt: skip


def test_a_label_is_whole_where_the_longest_bar_leaves_room() -> None:
    label = "A level with a name of many words"
    levels = ValueCounts("Level", ((label, 8), ("Provincial", 4)))
    assert any(label in line for line in texts(value_bars([levels], 80, 20, UNICODE)))
    assert all(len(line) <= 60 for line in texts(value_bars([levels], 60, 20, UNICODE)))


async def test_a_narrowed_list_has_the_bars_of_its_rows(sample_store: Store) -> None:
    async with opened(sample_store, (200, 60), "en", location=Location("policies")) as reading:
        before = [line for line in reading.lines if "━" in line]
        assert any("National" in line for line in before)
        await reading.press("t", *"yibao")
        assert [line for line in reading.lines if "━" in line] != before


async def test_a_low_window_has_no_bars(sample_store: Store) -> None:
    async with opened(sample_store, (120, 33), "en", location=Location("policies")) as reading:
        assert "━" not in reading.text
