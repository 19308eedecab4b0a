"""Numbers in Chinese and Arabic script, found in a text and parsed."""

from __future__ import annotations

import unicodedata
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.text.chinese_numerals import shortened, spell
from tui.text.number_parser import find_numbers, parse_chinese_number


@pytest.mark.parametrize(
    ("text", "number", "value"),
    [
        ("38．18亿元", "38.18", "3818000000"),
        ("3,099亿元", "3099", "309900000000"),
        ("3，099亿元", "3099", "309900000000"),
        ("148,740 亿元", "148740", "14874000000000"),
        ("1.6万亿元", "1.6", "1600000000000"),
        ("3.64 亿人", "3.64", "364000000"),
        ("43％", "43", "43"),
        ("４３．５％", "43.5", "43.5"),
        ("2千万元", "2", "20000000"),
        ("5百万元", "5", "5000000"),
        ("8千家", "8", "8000"),
        ("12,345,678家", "12345678", "12345678"),
        ("十六家", "16", "16"),
        ("二十三个", "23", "23"),
        ("两家", "2", "2"),
        ("一百零五起", "105", "105"),
        ("两千三百家", "2300", "2300"),
        ("一亿二千万人", "120000000", "120000000"),
        ("一万二千亿元", "1200000000000", "1200000000000"),
        ("万亿元", "1000000000000", "1000000000000"),
        ("四万万人", "400000000", "400000000"),
        ("百万", "1000000", "1000000"),
        ("十亿", "1000000000", "1000000000"),
    ],
)
def test_a_number_is_parsed_in_any_script_and_power_of_ten(
    text: str, number: str, value: str
) -> None:
    (found,) = find_numbers(text)
    assert (found.number, found.value) == (Decimal(number), Decimal(value))


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("2021,2022年", ["2021", "2022"]),
        ("1,2345", ["1", "2345"]),
        ("第1、2项", ["1", "2"]),
        ("2023-06", ["2023", "06"]),
        ("共5家。3起", ["5", "3"]),
        ("3亿5000万", ["3", "5000"]),
        ("没有数字", []),
    ],
)
def test_adjacent_numbers_are_separate(text: str, numbers: list[str]) -> None:
    assert [found.number for found in find_numbers(text)] == [Decimal(number) for number in numbers]


@pytest.mark.parametrize("text", ["约3,099亿元，增长4.5%", "由二十三家增至38．18万家", "3.64 亿人"])
def test_the_reported_span_contains_the_number(text: str) -> None:
    for found in find_numbers(text):
        words = unicodedata.normalize("NFKC", text[found.start : found.end])
        assert [again.value for again in find_numbers(words)] == [found.value]
        assert found.chinese != words[0].isdigit()


@given(st.integers(0, 10**9))
def test_chinese_numerals_round_trip(number: int) -> None:
    text = spell(number)
    assert parse_chinese_number(text) == number, text
    assert parse_chinese_number(shortened(text)) == number, shortened(text)


@given(st.integers(0, 10**9), st.sampled_from(("，", "家", "％", "abc", "\n")))
def test_chinese_numeral_is_found_in_a_text(number: int, after: str) -> None:
    (found,) = find_numbers(f"共有{spell(number)}{after}")
    assert found.chinese
    assert found.value == number


@given(
    st.decimals(0, 10**9, places=2),
    st.sampled_from(("", "万", "亿", "万亿")),
    st.booleans(),
    st.booleans(),
)
def test_arabic_number_with_any_width_and_separators(
    number: Decimal, power: str, full_width: bool, spaced: bool
) -> None:
    printed = f"{number:,}"
    if full_width:
        printed = "".join(chr(ord(char) + 0xFEE0) for char in printed)
    text = f"达到{printed}{' ' if spaced and power else ''}{power}元"
    (found,) = find_numbers(text)
    zeros = {"": 0, "万": 4, "亿": 8, "万亿": 12}[power]
    assert (found.number, found.value) == (number, number * 10**zeros)


@given(st.text(alphabet="0123456789０１２，,.． 百千万亿零一二两十九年%", max_size=20))
def test_arbitrary_digits_and_powers_never_raise(text: str) -> None:
    ends = [0]
    for found in find_numbers(text):
        assert ends[-1] <= found.start < found.end <= len(text)
        ends.append(found.end)
