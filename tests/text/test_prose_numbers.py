from __future__ import annotations

from decimal import Decimal

import pytest

from tui.text.prose_numbers import digits_in, mentioned_values, stated_amounts, stated_years


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("2023年6月3.64亿人", ["364000000"]),
        ("364 million in June 2023", ["364000000"]),
        ("2016年650亿元，2020年1,961亿元", ["65000000000", "196100000000"]),
        ("CNY 65 billion in 2016 and 196.1 billion in 2020", ["65000000000", "196100000000"]),
        ("2000家，占43％", ["2000", "43"]),
        ("超过2000人", ["2000"]),
    ],
)
def test_amounts_are_stated(text: str, values: list[str]) -> None:
    assert [item.value for item in stated_amounts(text)] == [Decimal(value) for value in values]


@pytest.mark.parametrize(
    "text",
    [
        "2021年9月13日", "2024年1—3月", "on 9 November 2022", "in the 14th plan", "用5G和COVID-19",
        "H1 2021, Grade 3A", "《健康2030》", "原文作“28.320亿元”", "国卫医函〔2021〕262号",
        "{fact:market-size@2022 3099亿元}", "三家企业", "two deals", "2021–2022",
    ],
)  # fmt: skip
def test_dates_names_and_quotes_are_no_amounts(text: str) -> None:
    assert stated_amounts(text) == []


def test_years_are_stated_outside_quotes() -> None:
    assert stated_years("2016年至2020年，《2030纲要》，“2025”，2000家") == {2016, 2020}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("三家", "3"),
        ("twenty-six", "26"),
        ("half a million", "500000"),
        ("twice", "2"),
        ("一半", "0.5"),
    ],
)
def test_a_value_in_words_is_mentioned(text: str, value: str) -> None:
    assert Decimal(value) in mentioned_values(text)


@pytest.mark.parametrize(
    ("zh", "en", "same"),
    [
        ("2023年6月3.64亿人", "364 million in June 2023", True),
        ("3,099亿元，占43%", "CNY 309.9 billion, 43%", True),
        ("3.64亿人", "36.4 million", False),
        ("3.64亿人", "3.64 people", False),
        ("11月", "1", False),
        ("3千家", "3", False),
        ("1.2万亿元", "1.2 trillion", True),
    ],
)
def test_digits_are_compared_with_their_power(zh: str, en: str, same: bool) -> None:
    assert (digits_in(zh) == digits_in(en)) is same
