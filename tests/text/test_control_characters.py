"""Removal of control and format characters."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.text.control_characters import one_line, without_controls
from tui.text.width import cell_width


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("a\x1b[31mb\x07\x0e\x7f", "a[31mb"),
        ("a\x9b31mb\x90", "a31mb"),
        ("医\u200b保\u2060", "医保"),
        ("\u202eabc\u2066\u200f\u061c\ufeff", "abc"),
        ("a\u200db\u200cc", "abc"),
        ("医\u200d院", "医院"),
        ("👨\u200d", "👨"),
        ("x\U000e0041\U000e0042", "x"),
        ("\udc9b\ud800", ""),
        ("a\u2028b\u2029", "ab"),
    ],
)
def test_what_controls_hides_or_reorders_is_removed(text: str, clean: str) -> None:
    assert without_controls(text) == clean


@pytest.mark.parametrize(
    "text",
    [
        "👨‍👩‍👧",
        "👩🏽‍⚕️",
        "❤️‍🔥",
        "🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f",
        "می‌خواهم",
        "क्‍ष",
        "葛\U000e0100",
        "1️⃣",
        "a\u00adb",
        "\U0001fae8",  # assigned in Unicode 15
    ],
)
def test_what_belongs_to_a_character_stays(text: str) -> None:
    assert without_controls(text) == text


@given(st.text(max_size=20))
@settings(max_examples=40)
def test_the_width_stays_and_nothing_is_left_to_remove(text: str) -> None:
    clean = without_controls(text)
    assert without_controls(clean) == clean
    clean.encode()
    assert "\x1b" not in clean
    if "\u200d" not in text:  # a lone joiner takes the character behind it along
        assert cell_width(clean) == cell_width(text)


def test_a_long_text_of_joiners_takes_linear_time() -> None:
    assert without_controls("\u200d\U000e0041" * 50_000) == ""


@pytest.mark.parametrize(
    ("pasted", "line"),
    [
        ("\n医保", "医保"),
        ("医保\n支付\n", "医保 支付"),
        ("a\r\n\r\n  b\tc\u2028d\x85e", "a b c d e"),
        (" a ", " a "),
        ("", ""),
        ("\n", ""),
    ],
)
def test_lines_are_joined_by_spaces(pasted: str, line: str) -> None:
    assert one_line(pasted) == line
