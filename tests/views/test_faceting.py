"""Facets of a list: counts that foretell what will be seen."""

from __future__ import annotations

import pytest

from tui.store import Store
from tui.views import timeline_entries
from tui.views.facet_filters import filter_by_facets, record_facets, timeline_facets


def _ids(store: Store, section: str) -> set[str]:
    return {row.id for row in store.rows(section, "zh")}


@pytest.mark.parametrize("section", ["policies", "statistics", "players", "themes", "sources"])
def test_a_count_is_what_choosing_the_value_shows(real_store: Store, section: str) -> None:
    ids = _ids(real_store, section)
    offered = record_facets(real_store, ids, {})
    for each in offered:
        for choice in each.choices:
            chosen = {each.facet: (choice.value,)}
            assert len(filter_by_facets(real_store, ids, chosen)) == choice.records > 0
            for other in record_facets(real_store, ids, chosen):
                if other.facet != each.facet:
                    first = other.choices[0]
                    both = {**chosen, other.facet: (first.value,)}
                    assert len(filter_by_facets(real_store, ids, both)) == first.records


def test_values_of_a_facet_add_up(real_store: Store) -> None:
    ids = _ids(real_store, "policies")
    one = filter_by_facets(real_store, ids, {"level": ("national",)})
    other = filter_by_facets(real_store, ids, {"level": ("provincial",)})
    both = filter_by_facets(real_store, ids, {"level": ("national", "provincial")})
    assert one | other == both
    assert one
    assert other


def test_a_facet_that_all_records_share_is_not_offered(real_store: Store) -> None:
    ids = filter_by_facets(real_store, _ids(real_store, "policies"), {"level": ("national",)})
    assert "level" not in {each.facet for each in record_facets(real_store, ids, {})}
    assert "level" in {
        each.facet for each in record_facets(real_store, ids, {"level": ("national",)})
    }


def test_the_timeline_is_counted_by_type_and_year(real_store: Store) -> None:
    types, years = timeline_facets(real_store, {})
    assert sum(choice.records for choice in types.choices) == len(timeline_entries(real_store))
    assert [choice.value for choice in years.choices] == sorted(
        (choice.value for choice in years.choices), reverse=True
    )
    of_2021, _ = timeline_facets(real_store, {"year": ("2021",)})
    for choice in of_2021.choices:
        found = timeline_entries(real_store, types=(choice.value,), years=("2021",))
        assert len(found) == choice.records
