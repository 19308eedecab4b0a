"""Lists are sorted by date, value or name; equal rows keep their order."""

from __future__ import annotations

from itertools import pairwise

import pytest

from tui.document.shared_labels import FORCE_WORDS
from tui.store import Row, Store
from tui.text.fold import is_chinese
from tui.text.language import LANGUAGES, Language, Wording
from tui.views.ordering import DATE, FORCE, IMPORTANCE, NAME, VALUE, available_orders, sort_rows
from tui.views.subject_provisions import ProvisionFilter, with_provisions


def _ids(store: Store, section: str, order: str, language: Language = "zh") -> list[str]:
    return [row.id for row in sort_rows(store, store.rows(section, language), order, language)]


def test_only_applicable_orders_are_available(sample_store: Store) -> None:
    assert available_orders(sample_store, "policies") == (DATE, IMPORTANCE, FORCE, NAME)
    assert available_orders(sample_store, "statistics") == (IMPORTANCE, DATE, VALUE, NAME)
    assert available_orders(sample_store, "glossary") == (IMPORTANCE, NAME)


@pytest.mark.parametrize("order", [DATE, VALUE, NAME, FORCE])
def test_sorting_keeps_every_row(sample_store: Store, order: str) -> None:
    for section in sample_store.sections():
        before = [row.id for row in sample_store.rows(section.id, "zh")]
        assert sorted(_ids(sample_store, section.id, order)) == sorted(before)


def test_sorting_by_date_is_newest_first_and_keeps_undated_rows_last_in_order(
    sample_store: Store,
) -> None:
    rows = sample_store.query("SELECT id, date FROM records WHERE section = 'policies'")
    dates = dict(rows)
    found = _ids(sample_store, "policies", DATE)
    years = [dates[identity][:4] for identity in found if dates[identity]]
    assert len(set(years)) > 2
    assert years == sorted(years, reverse=True)
    undated = [identity for identity in found if not dates[identity]]
    assert len(undated) > 1
    assert found[-len(undated) :] == undated
    own = _ids(sample_store, "policies", IMPORTANCE)
    assert undated == [identity for identity in own if not dates[identity]]


def test_policies_are_listed_newest_first_and_can_be_listed_by_importance(
    sample_store: Store,
) -> None:
    own = [row.id for row in sample_store.rows("policies", "zh")]
    assert own == _ids(sample_store, "policies", "") == _ids(sample_store, "policies", DATE)
    assert _ids(sample_store, "policies", IMPORTANCE) == _ids(sample_store, "policies", NAME) != own
    assert _ids(sample_store, "statistics", "") == _ids(sample_store, "statistics", IMPORTANCE)


def test_sorting_by_value_groups_units_and_is_largest_first(sample_store: Store) -> None:
    rows = sample_store.query(
        "SELECT id, base_unit, base_value FROM answers WHERE main AND value <> ''"
    )
    values = {identity: (unit, float(value)) for identity, unit, value in rows}
    found = [values[identity] for identity in _ids(sample_store, "statistics", VALUE)]
    units = [unit for unit, _ in found]
    assert len(set(units)) > 2
    assert len(set(units)) == sum(
        unit != before for unit, before in zip(units, ["", *units], strict=False)
    )
    for (unit, value), (next_unit, following) in pairwise(found):
        assert unit != next_unit or value >= following


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("section", ["glossary", "players", "statistics"])
def test_records_of_equal_importance_are_listed_by_name(
    sample_store: Store, section: str, language: Language
) -> None:
    first = ("qinghe-health", "consultation-market")  # in briefing.toml
    own = [row.id for row in sample_store.rows(section, language) if row.id not in first]
    by_name = [each for each in _ids(sample_store, section, NAME, language) if each not in first]
    assert own == by_name
    assert len(own) > 2


def _row(identity: str, name: str) -> Row:
    return Row(identity, "player", "players", Wording(name, name), False, (name,))


def test_chinese_names_are_sorted_by_pinyin_after_latin_ones(sample_store: Store) -> None:
    names = ["微医", "阿里健康", "JD", "百度", "春雨医生", "360"]
    rows = [_row(f"x{place}", name) for place, name in enumerate(names)]
    found = [row.cells[0] for row in sort_rows(sample_store, rows, NAME, "zh")]
    assert found == ["360", "JD", "阿里健康", "百度", "春雨医生", "微医"]


def test_english_names_are_sorted_alphabetically(sample_store: Store) -> None:
    found = [
        row.cells[0]
        for row in sort_rows(sample_store, sample_store.rows("players", "en"), NAME, "en")
    ]
    assert found == sorted(found)
    assert found.index("Baize Capital") < found.index("Qinghe Health")


@pytest.mark.parametrize("section", ["glossary", "policies", "players"])
def test_titles_are_sorted_by_their_compiled_pinyin(sample_store: Store, section: str) -> None:
    """Polyphones (行业, 长乐) are read in their word, not character by character."""
    rows = sort_rows(sample_store, sample_store.rows(section, "zh"), NAME, "zh")
    first = [
        sample_store.title_syllables(row.id)[0]
        for row in rows
        if is_chinese(row.title.zh.strip("“《")[0])
    ]
    assert first == sorted(first)


def test_a_polyphone_is_sorted_by_its_reading_in_the_word(sample_store: Store) -> None:
    found = _ids(sample_store, "glossary", NAME)
    assert found.index("term-follow-up") < found.index("term-industry-concentration")  # fu, hang
    assert found.index("term-industry-concentration") < found.index("term-active-users")  # nian


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("reverse", [False, True])
def test_sorting_by_force_is_most_binding_first_and_keeps_others_last(
    sample_store: Store, language: Language, reverse: bool
) -> None:
    rows = sample_store.rows("policies", language)
    found = [row.id for row in sort_rows(sample_store, rows, FORCE, language, reverse=reverse)]
    forces: dict[str, int] = {}
    for identity, force in sample_store.query(
        "SELECT id, force FROM provisions WHERE force IS NOT NULL"
    ):
        place = [*FORCE_WORDS].index(force)
        forces[identity] = min(place, forces.get(identity, place))
    known = [forces[each] for each in found if each in forces]
    assert known == sorted(known, reverse=reverse)
    assert len(set(known)) > 2
    assert set(found[: len(known)]) == set(forces) < set(found)


def test_on_a_subject_the_force_of_its_provisions_counts(sample_store: Store) -> None:
    rows = sample_store.rows("policies", "en")
    wanted = ProvisionFilter(tags=("insurance-payment",))
    shown = with_provisions(sample_store, sample_store.section("policies"), rows, wanted, "en")
    first = sort_rows(sample_store, shown, FORCE, "en")[0]
    assert first.id == "policy-payment-2021"  # others permit or require things on other subjects
