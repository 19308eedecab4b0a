"""Facets and date ranges select records: OR within a facet, AND across facets and dates."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.store import Store
from tui.text.periods import day_range
from tui.views import DateRange, SelectionFilter, facet_choices, select, subject_choices

_FACETS = ("kind", "level", "force", "region", "status", "tag", "source", "role", "basis", "type")


def _ids(
    store: Store, facets: dict[str, tuple[str, ...]], within: DateRange | None = None
) -> set[str]:
    return set(select(store, SelectionFilter(facets, within)).ids)


def test_no_filter_selects_all_records_in_order(sample_store: Store) -> None:
    assert list(select(sample_store, SelectionFilter({})).ids) == sample_store.identities()


def test_every_facet_counts_the_records_of_its_values(sample_store: Store) -> None:
    for facet in _FACETS:
        choices = facet_choices(sample_store, facet)
        assert choices, facet
        for choice in choices:
            assert len(_ids(sample_store, {facet: (choice.value,)})) == choice.records > 0


@pytest.mark.parametrize(
    ("first", "second"),
    [pair for pair in combinations(_FACETS, 2) if pair != ("force", "tag")],
)
def test_two_facets_select_the_intersection(sample_store: Store, first: str, second: str) -> None:
    for one in facet_choices(sample_store, first)[:3]:
        for other in facet_choices(sample_store, second)[:3]:
            both = _ids(sample_store, {first: (one.value,), second: (other.value,)})
            alone = _ids(sample_store, {first: (one.value,)})
            assert both == alone & _ids(sample_store, {second: (other.value,)})


def test_force_and_subject_are_of_one_provision(sample_store: Store) -> None:
    on_subject = {"tag": ("insurance-payment",)}
    permitted = _ids(sample_store, {"force": ("permitted",)})
    assert "policy-cross-province-2022" in permitted & _ids(sample_store, on_subject)
    found = _ids(sample_store, {"force": ("permitted",), **on_subject})
    assert found == {"policy-payment-2021"}  # the other permits what is not on the subject
    on_another = {"force": ("permitted",), "tag": ("insurance-payment", "supervision")}
    assert _ids(sample_store, on_another) == permitted


@pytest.mark.parametrize("facet", _FACETS)
def test_two_values_of_a_facet_select_the_union(sample_store: Store, facet: str) -> None:
    one, *others = [choice.value for choice in facet_choices(sample_store, facet)]
    for other in others[:3]:
        either = _ids(sample_store, {facet: (one, other)})
        assert either == _ids(sample_store, {facet: (one,)}) | _ids(sample_store, {facet: (other,)})


def test_a_facet_and_a_date_range_select_the_intersection(sample_store: Store) -> None:
    policies, range_ = {"kind": ("policy",)}, DateRange(20200101, 20221231)
    both = _ids(sample_store, policies, range_)
    assert both == _ids(sample_store, policies) & _ids(sample_store, {}, range_)
    assert "policy-emergency-2020" in both
    assert "policy-price-2019" not in both


def test_undated_records_are_left_out_of_a_date_range_and_named(sample_store: Store) -> None:
    policies = {"kind": ("policy",)}
    found = select(sample_store, SelectionFilter(policies, DateRange()))
    undated = _ids(sample_store, policies) - set(found.ids)
    assert {"policy-county-subsidy", "policy-data-draft"} <= undated
    assert set(found.undated) == undated


_YEARS = st.integers(2000, 2030)
_DATES = st.one_of(
    _YEARS.map(str),
    st.builds("{}-{:02}".format, _YEARS, st.integers(1, 12)),
    st.builds("{}-{:02}-{:02}".format, _YEARS, st.integers(1, 12), st.integers(1, 28)),
    st.builds("{}-H{}".format, _YEARS, st.integers(1, 2)),
    st.builds("{}-Q{}".format, _YEARS, st.integers(1, 4)),
)


@given(_DATES, _DATES)
def test_ranges_that_start_or_end_with_a_date_include_it(date: str, other: str) -> None:
    first, last = day_range(date)
    assert first <= last
    assert DateRange(first=first).overlaps(first, last)
    assert DateRange(last=last).overlaps(first, last)
    # A range of one date excludes only dates that are completely before or after it.
    start, end = day_range(other)
    assert DateRange(first, last).overlaps(start, end) == (start <= last and end >= first)
    assert DateRange(first, last).overlaps(start, end) == DateRange(start, end).overlaps(
        first, last
    )


@pytest.mark.parametrize(
    ("date", "since", "until", "fits"),
    [
        ("2021", "2021-06", None, True),
        ("2021", "2022", None, False),
        ("2021", None, "2021-01", True),
        ("2021", None, "2020-12-31", False),
        ("2021-06", "2021-06-30", None, True),
        ("2021-06", "2021-07", None, False),
        ("2021-06-15", "2021-06-16", None, False),
        ("2021-06-15", "2021-H1", "2021-H1", True),
        ("2021-H2", None, "2021-06", False),
        ("2016/2020", "2018", "2018", True),
        ("2016/2020", "2021", None, False),
    ],
)
def test_an_imprecise_date_is_in_a_range_if_any_of_its_days_is(
    date: str, since: str | None, until: str | None, fits: bool
) -> None:
    whole = DateRange()
    first = day_range(since)[0] if since else whole.first
    last = day_range(until)[1] if until else whole.last
    assert DateRange(first, last).overlaps(*day_range(date)) is fits


def test_subjects_are_in_the_order_in_which_the_briefing_declares_them(
    sample_store: Store,
) -> None:
    declared = sample_store.meta("themes").split()
    found = [each.value for each in subject_choices(sample_store)]
    assert len(found) > 2
    assert found == [each for each in declared if each in found]
