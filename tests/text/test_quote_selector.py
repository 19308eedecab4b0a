"""Search for quotes in an original, and their context."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.text.quote_selector import (
    QuoteContext,
    distinct_passages,
    find_quote,
    quote_context,
    strip_tags,
)

_TEXT = "规模为80亿元，增长25%。\n医生增长25%，用户850万人。"


def test_only_html_tags_are_removed() -> None:
    assert strip_tags('<p class="a">增至<b>100</b>亿元，１．５％ &amp; 3 > 2</p>\n') == (
        "增至100亿元，１．５％ &amp; 3 > 2\n"
    )


def test_every_position_of_a_quote_is_found() -> None:
    assert find_quote(_TEXT, "增长25%") == [8, 17]
    assert find_quote(_TEXT, "增长26%") == []


@pytest.mark.parametrize(
    ("prefix", "suffix", "places"),
    [("医生", "", [17]), ("", "。", [8]), ("，", "。\n医", [8]), ("医生", "。", [])],
)
def test_prefix_and_suffix_select_an_occurrence(
    prefix: str, suffix: str, places: list[int]
) -> None:
    assert find_quote(_TEXT, "增长25%", prefix, suffix) == places


def test_overlapping_occurrences_are_found() -> None:
    assert find_quote("哈哈哈哈", "哈哈") == [0, 1, 2]


@pytest.mark.parametrize(
    ("text", "quote", "expected"),
    [
        ("全市收入80亿元。\n  全市收入80亿元。", "80亿元", 1),
        ("全市收入 80亿元。其后。全市收入80亿元", "80亿元", 1),
        ("Income rose to 80 billion. Then income rose to 80 billion. End", "80 billion", 2),
        ("Income rose to 80 billion. \nIncome rose to 80 billion. End", "80 billion", 1),
        ("全市收入80亿元。外省收入80亿元。", "80亿元", 2),
        ("2021\n80\n2022\n80", "80", 2),
    ],
)
def test_a_passage_printed_twice_is_one_passage(text: str, quote: str, expected: int) -> None:
    assert distinct_passages(text, find_quote(text, quote), len(quote)) == expected


def test_the_context_stays_within_the_paragraph() -> None:
    assert quote_context(_TEXT, 17, 5, 120) == QuoteContext("医生", "增长25%", "，用户850万人。")


def test_a_truncated_context_has_an_ellipsis() -> None:
    assert quote_context(_TEXT, 17, 5, 3) == QuoteContext("医生", "增长25%", "，用户…")
    assert quote_context(_TEXT, 17, 5, 1) == QuoteContext("…生", "增长25%", "，…")


def test_a_context_that_just_fits_has_no_ellipsis() -> None:
    assert quote_context(_TEXT, 17, 5, 2).before == "医生"
    assert quote_context("甲乙丙\n丁戊己", 4, 1, 0) == QuoteContext("", "丁", "…")


def test_white_space_in_a_context_becomes_one_space() -> None:
    assert quote_context("甲 \t 乙\xa0\xa0丙", 4, 1, 9) == QuoteContext("甲 ", "乙", " 丙")


_PARAGRAPHS = st.text(alphabet="甲乙。\n", min_size=1, max_size=30)


@given(_PARAGRAPHS, st.data(), st.integers(0, 40))
def test_the_context_is_the_text_around_the_quote(
    text: str, data: st.DataObject, around: int
) -> None:
    at = data.draw(st.integers(0, len(text) - 1))
    shown = quote_context(text, at, 1, around)
    before = text[:at].rsplit("\n", 1)[-1]
    after = text[at + 1 :].split("\n", 1)[0]
    whole_before = before if len(before) <= around else "…" + before[len(before) - around :]
    whole_after = after if len(after) <= around else after[:around] + "…"
    assert shown.before == whole_before
    assert shown.after == whole_after
