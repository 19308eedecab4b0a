"""Periods of observation: parsed, ordered and formatted."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.text.periods import ends_within, format_period, is_part, parse_period, same_time, sort_key


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2022", (2022, 1), (2022, 12)),
        ("2023-06", (2023, 6), (2023, 6)),
        ("2023-06-30", (2023, 6), (2023, 6)),
        ("2021-H1", (2021, 1), (2021, 6)),
        ("2021-H2", (2021, 7), (2021, 12)),
        ("2024-Q1", (2024, 1), (2024, 3)),
        ("2024-Q4", (2024, 10), (2024, 12)),
        ("2016/2020", (2016, 1), (2020, 12)),
        ("2021/2025-12", (2021, 1), (2025, 12)),
        ("2021-H1/2024-Q1", (2021, 1), (2024, 3)),
    ],
)
def test_a_period_covers_its_months(
    text: str, first: tuple[int, int], last: tuple[int, int]
) -> None:
    assert parse_period(text) == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "22",
        "2021-H3",
        "2021-H0",
        "2024-Q5",
        "2024Q1",
        "2024-q1",
        "2020/2016",
        "2016/",
        "/2020",
        "2016/2018/2020",
        "2023-13",
        "1850",
        "2016-2020",
        "2021年",
    ],
)
def test_an_invalid_period_is_rejected(text: str) -> None:
    with pytest.raises(ValueError, match="invalid period"):
        parse_period(text)


@pytest.mark.parametrize(
    ("text", "zh", "en"),
    [
        ("2022", "2022年", "2022"),
        ("2023-06", "2023年6月", "Jun 2023"),
        ("2023-06-30", "2023年6月30日", "Jun 30, 2023"),
        ("2021-H1", "2021年上半年", "H1 2021"),
        ("2021-H2", "2021年下半年", "H2 2021"),
        ("2024-Q1", "2024年第一季度", "Q1 2024"),
        ("2024-Q4", "2024年第四季度", "Q4 2024"),
        ("2016/2020", "2016—2020年", "2016–2020"),
        ("2022-12/2023-06", "2022年12月—2023年6月", "Dec 2022 – Jun 2023"),
    ],
)
def test_a_period_is_formatted_as_usual_in_each_language(text: str, zh: str, en: str) -> None:
    assert format_period(text, "zh") == zh
    assert format_period(text, "en") == en


def test_periods_are_ordered_by_their_end() -> None:
    ordered = [None, "2020", "2021-H1", "2021-Q3", "2016/2021", "2021", "2021-Q4", "2022-01"]
    assert all(sort_key(one) < sort_key(next_one) for one, next_one in pairwise(ordered))


_SINGLE = st.builds(
    "{}{}".format,
    st.integers(1900, 2100),
    st.sampled_from(["", "-H1", "-H2", "-Q1", "-Q2", "-Q3", "-Q4", "-02", "-11-30"]),
)


@given(_SINGLE, _SINGLE)
def test_an_interval_covers_its_two_periods_and_the_time_between(first: str, last: str) -> None:
    start, end = parse_period(first), parse_period(last)
    text = f"{first}/{last}"
    if end.last < start.first:
        with pytest.raises(ValueError, match="ends before it begins"):
            parse_period(text)
    else:
        assert parse_period(text) == (start.first, end.last)
        assert sort_key(text) == (*end.last, *start.first)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("2021", "2021-01/2021-12", True),
        ("2021-H1", "2021-01/2021-06", True),
        ("2023-06", "2023-06-30", True),
        ("2023-06-01", "2023-06-30", False),
        ("2021", "2021-12", False),
        ("2021", "2022", False),
    ],
)
def test_periods_of_the_same_months_are_the_same_time(one: str, other: str, same: bool) -> None:
    assert same_time(one, other) is same
    assert same_time(other, one) is same


@pytest.mark.parametrize(
    ("part", "whole", "within", "at_its_end"),
    [
        ("FY2024Q4", "FY2024", True, True),
        ("FY2024Q4", "2024", False, False),
        ("2024-Q4", "FY2024", False, False),
        ("2021-12", "2021", True, True),
        ("2021-H2", "2021", True, True),
        ("2021-H1", "2021", True, False),
        ("2024", "2020/2024", True, True),
        ("2021", "2021-12", False, False),
        ("2021", "2021", False, False),
        ("2022-01", "2021", False, False),
    ],
)
def test_a_part_of_a_period_may_end_with_it(
    part: str, whole: str, within: bool, at_its_end: bool
) -> None:
    assert is_part(part, whole) is within
    assert ends_within(part, whole) is at_its_end


@pytest.mark.parametrize(
    ("text", "year_ends", "first", "last", "zh", "en"),
    [
        ("FY2024", 12, (2024, 1), (2024, 12), "2024财年", "FY2024"),
        ("FY2024", 6, (2023, 7), (2024, 6), "2024财年", "FY2024"),
        ("FY2024Q1", 9, (2023, 10), (2023, 12), "2024财年第一季度", "Q1 FY2024"),
        ("FY2024H2", 3, (2023, 10), (2024, 3), "2024财年下半年", "H2 FY2024"),
    ],
)
def test_a_fiscal_period_has_the_months_of_its_fiscal_year(
    text: str, year_ends: int, first: tuple[int, int], last: tuple[int, int], zh: str, en: str
) -> None:
    period = parse_period(text, year_ends)
    assert (period.first, period.last) == (first, last)
    assert (format_period(text, "zh"), format_period(text, "en")) == (zh, en)


def test_a_fiscal_period_is_never_the_same_as_a_calendar_period() -> None:
    assert not same_time("FY2024", "2024")
    assert same_time("FY2024", "FY2024")


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("2024Q3", "2024-Q3"),
        ("2024-q3", "2024-Q3"),
        ("2021H1", "2021-H1"),
        ("FY2024-Q3", "FY2024Q3"),
    ],
)
def test_a_period_in_another_notation_is_named_in_the_right_one(text: str, right: str) -> None:
    with pytest.raises(ValueError, match=f"write {right}; expected"):
        parse_period(text)


@pytest.mark.parametrize("text", ["FY24", "FY2024H3", "FY2024/2025", "2024Q5"])
def test_an_invalid_fiscal_period_is_rejected(text: str) -> None:
    with pytest.raises(ValueError, match="invalid period"):
        parse_period(text)
