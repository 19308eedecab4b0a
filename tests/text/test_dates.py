"""Dates of reduced precision: parsed and formatted."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.text.dates import PartialDate, format_date, parse_date


@pytest.mark.parametrize(
    ("text", "zh", "en"),
    [
        ("2023", "2023年", "2023"),
        ("2023-06", "2023年6月", "Jun 2023"),
        ("2023-12-18", "2023年12月18日", "Dec 18, 2023"),
        ("2021-05-01", "2021年5月1日", "May 1, 2021"),
    ],
)
def test_a_date_is_formatted_with_its_precision(text: str, zh: str, en: str) -> None:
    assert format_date(text, "zh") == zh
    assert format_date(text, "en") == en


@pytest.mark.parametrize(
    "text",
    [
        "",
        "23",
        "2023-6",
        "2023-13",
        "2023-00",
        "2023-02-29",
        "1900-02-29",
        "2023-04-31",
        "2023-01-00",
        "2023-1-01",
        "2023/06",
        "2023-06-30T00:00",
        "2023-06-",
        " 2023",
        "2023\n",
        "1899",
        "2101",
        "２０２３",
    ],
)
def test_an_invalid_date_is_rejected(text: str) -> None:
    with pytest.raises(ValueError, match="invalid date"):
        parse_date(text)


@given(st.integers(1900, 2100), st.integers(0, 99), st.integers(0, 99))
def test_exactly_the_days_of_the_calendar_are_accepted(year: int, month: int, day: int) -> None:
    text = f"{year}-{month:02}-{day:02}"
    try:
        datetime.date(year, month, day)
    except ValueError:
        with pytest.raises(ValueError, match="invalid date"):
            parse_date(text)
    else:
        assert parse_date(text) == PartialDate(year, month, day)
