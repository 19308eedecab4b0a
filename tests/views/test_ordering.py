"""Orders of lists: by date, value and name, what is equal as before."""

from __future__ import annotations

from itertools import pairwise

import pytest

from tui.store import Row, Store
from tui.text.fold import is_chinese
from tui.text.language import Language, Wording
from tui.views.ordering import DATE, IMPORTANCE, NAME, VALUE, available_orders, sort_rows


def _ids(store: Store, section: str, order: str, language: Language = "zh") -> list[str]:
    return [row.id for row in sort_rows(store, store.rows(section, language), order, language)]


def test_only_orders_that_say_something_are_offered(real_store: Store) -> None:
    assert available_orders(real_store, "policies") == (IMPORTANCE, DATE, NAME)
    assert available_orders(real_store, "statistics") == (IMPORTANCE, DATE, VALUE, NAME)
    assert available_orders(real_store, "glossary") == (IMPORTANCE, NAME)


@pytest.mark.parametrize("order", [DATE, VALUE, NAME])
def test_an_order_loses_and_adds_nothing(real_store: Store, order: str) -> None:
    for section in real_store.sections():
        before = [row.id for row in real_store.rows(section.id, "zh")]
        assert sorted(_ids(real_store, section.id, order)) == sorted(before)


def test_newest_first_and_without_a_date_last_as_they_were(real_store: Store) -> None:
    rows = real_store.query("SELECT id, date FROM records WHERE section = 'policies'")
    dates = dict(rows)
    found = _ids(real_store, "policies", DATE)
    years = [dates[identity][:4] for identity in found if dates[identity]]
    assert years == sorted(years, reverse=True)
    undated = [identity for identity in found if not dates[identity]]
    assert found[-len(undated) :] == undated
    own = [row.id for row in real_store.rows("policies", "zh")]
    assert undated == [identity for identity in own if not dates[identity]]


def test_values_of_one_unit_stand_together_largest_first(real_store: Store) -> None:
    rows = real_store.query(
        "SELECT id, base_unit, base_value FROM answers WHERE main AND value <> ''"
    )
    values = {identity: (unit, float(value)) for identity, unit, value in rows}
    found = [values[identity] for identity in _ids(real_store, "statistics", VALUE)]
    units = [unit for unit, _ in found]
    assert len(set(units)) == sum(
        unit != before for unit, before in zip(units, ["", *units], strict=False)
    )
    for (unit, value), (next_unit, following) in pairwise(found):
        assert unit != next_unit or value >= following


def _row(identity: str, name: str) -> Row:
    return Row(identity, "player", "players", Wording(name, name), False, (name,))


def test_chinese_names_stand_by_their_sound_latin_before_them(real_store: Store) -> None:
    names = ["微医", "阿里健康", "JD", "百度", "春雨医生", "360"]
    rows = [_row(f"x{place}", name) for place, name in enumerate(names)]
    found = [row.cells[0] for row in sort_rows(real_store, rows, NAME, "zh")]
    assert found == ["360", "JD", "阿里健康", "百度", "春雨医生", "微医"]


def test_english_names_stand_by_the_alphabet(real_store: Store) -> None:
    found = [
        row.cells[0] for row in sort_rows(real_store, real_store.rows("players", "en"), NAME, "en")
    ]
    assert found.index("Ali Health") < found.index("Baidu") < found.index("JD Health")


@pytest.mark.parametrize("section", ["glossary", "policies", "players"])
def test_titles_stand_by_the_sound_that_was_compiled_for_them(
    real_store: Store, section: str
) -> None:
    """Polyphones (重庆, 银行) are read in their word, not character by character."""
    rows = sort_rows(real_store, real_store.rows(section, "zh"), NAME, "zh")
    first = [
        real_store.title_syllables(row.id)[0]
        for row in rows
        if is_chinese(row.title.zh.strip("“《")[0])
    ]
    assert first == sorted(first)
