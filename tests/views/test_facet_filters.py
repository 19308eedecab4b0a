"""The count of a facet value is the length of the list that it selects."""

from __future__ import annotations

import pytest

from tui.store import Store
from tui.views import timeline_events
from tui.views.facet_filters import filter_by_facets, record_facets, timeline_facets


def _ids(store: Store, section: str) -> set[str]:
    return {row.id for row in store.rows(section, "zh")}


@pytest.mark.parametrize("section", ["policies", "statistics", "players", "themes", "sources"])
def test_a_count_equals_the_records_that_the_value_selects(
    sample_store: Store, section: str
) -> None:
    ids = _ids(sample_store, section)
    offered = record_facets(sample_store, ids, {})
    for each in offered:
        for choice in each.choices:
            chosen = {each.facet: (choice.value,)}
            assert len(filter_by_facets(sample_store, ids, chosen)) == choice.records > 0
            for other in record_facets(sample_store, ids, chosen):
                if other.facet != each.facet:
                    first = other.choices[0]
                    both = {**chosen, other.facet: (first.value,)}
                    assert len(filter_by_facets(sample_store, ids, both)) == first.records


def test_policies_have_the_force_of_their_provisions(sample_store: Store) -> None:
    offered = {each.facet: each.choices for each in record_facets(
        sample_store, _ids(sample_store, "policies"), {})}  # fmt: skip
    counts = {choice.value: choice.records for choice in offered["force"]}
    assert counts["required"] == 3
    assert counts["permitted"] == 2
    assert offered["force"][0].label == ("要求", "Required")


def test_a_force_that_no_policy_has_is_offered_with_0(sample_store: Store) -> None:
    ids = {"policy-night-2023", "policy-payment-2021"}
    (force,) = [each for each in record_facets(sample_store, ids, {}) if each.facet == "force"]
    assert [(each.value, each.records) for each in force.choices] == [
        ("required", 1),
        ("permitted", 1),
        ("encouraged", 0),
        ("promoted", 0),
        ("explored", 0),
        ("stated", 0),
    ]


def test_values_of_a_facet_are_combined_with_or(sample_store: Store) -> None:
    ids = _ids(sample_store, "policies")
    national = filter_by_facets(sample_store, ids, {"level": ("national",)})
    provincial = filter_by_facets(sample_store, ids, {"level": ("provincial",)})
    both = filter_by_facets(sample_store, ids, {"level": ("national", "provincial")})
    assert national | provincial == both
    assert national
    assert provincial


def test_a_facet_with_one_value_for_all_records_is_offered_only_if_chosen(
    sample_store: Store,
) -> None:
    ids = filter_by_facets(sample_store, _ids(sample_store, "policies"), {"level": ("national",)})
    assert "level" not in {each.facet for each in record_facets(sample_store, ids, {})}
    assert "level" in {
        each.facet for each in record_facets(sample_store, ids, {"level": ("national",)})
    }


def test_policies_can_be_filtered_by_year_the_newest_first_and_the_undated_last(
    sample_store: Store,
) -> None:
    ids = _ids(sample_store, "policies")
    (years,) = (each for each in record_facets(sample_store, ids, {}) if each.facet == "year")
    *dated, last = [choice.value for choice in years.choices]
    assert dated == sorted(dated, reverse=True)
    assert len(dated) > 2
    assert last == "undated"
    dates = dict(sample_store.query("SELECT id, date FROM records WHERE section = 'policies'"))
    found = filter_by_facets(sample_store, ids, {"year": ("2021", "undated")})
    assert found == {each for each, date in dates.items() if date[:4] in ("2021", "")}


def test_timeline_facets_count_events_by_type_and_year(sample_store: Store) -> None:
    types, years = timeline_facets(sample_store, {})
    assert sum(choice.records for choice in types.choices) == len(timeline_events(sample_store))
    assert [choice.value for choice in years.choices] == sorted(
        (choice.value for choice in years.choices), reverse=True
    )
    of_2021, _ = timeline_facets(sample_store, {"year": ("2021",)})
    for choice in of_2021.choices:
        found = timeline_events(sample_store, types=(choice.value,), years=("2021",))
        assert len(found) == choice.records
