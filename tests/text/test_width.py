"""Width in terminal cells, truncating and padding."""

from __future__ import annotations

import sys
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.text.width import cell_width, fit_index, pad, truncate

# Signs that Unicode calls format characters and terminals draw. The briefing has no Arabic, Syriac
# or Kaithi text, so their width stays 0.
_UNUSED_SCRIPTS = {*range(0x600, 0x606), 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD}

# Variation selectors and joiners only in sequences that Unicode defines.
_units = st.one_of(
    st.sampled_from([*"医疗，。（）“”——……·１．％々ー한あＡaé\u0301 1%-⭐👁👨👩🏽🇨🇳\u200b\n▼│"]),
    st.sampled_from(
        [
            "👁\ufe0f",
            "👨\u200d👩\u200d👧",
            "👁\ufe0f\u200d🗨\ufe0f",
            "⭐\ufe0f",
            "☁\ufe0f",
            "1\ufe0f\u20e3",
            "ℹ\ufe0f",
            "↔\ufe0f",
        ]
    ),
    st.characters(
        exclude_categories=["Cn", "Co", "Cs"],
        exclude_characters=["\ufe0f", "\u200d", *map(chr, _UNUSED_SCRIPTS)],
    ),
)
mixed = st.lists(_units).map("".join)


def _has_sequences(text: str) -> bool:
    """Return whether a character of the text may change the width of another."""
    return "\ufe0f" in text or "\u200d" in text


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("", 0),
        ("abc", 3),
        ("互联网", 6),
        ("3,099亿元", 9),
        ("38．18％", 8),
        ("３８", 4),
        ("（同比）", 8),
        ("“AI”——……", 8),  # quotes, dashes, ellipses are ambiguous: one cell each
        ("e\u0301", 1),
        ("零\u200b宽", 4),
        ("a\tb\n", 2),
        ("⭐", 2),
        ("👁\ufe0f", 2),
        ("👨\u200d👩\u200d👧", 2),
        ("☰", 2),  # wide since Unicode 16
        ("𠮷", 2),
    ],
)
def test_width_in_cells(text: str, cells: int) -> None:
    assert cell_width(text) == cells == cell_len(text)


def test_every_assigned_character_has_the_width_that_rich_computes() -> None:
    differing = [
        f"U+{code:04X} {unicodedata.name(chr(code), '?')}"
        for code in range(sys.maxunicode + 1)
        if unicodedata.category(chr(code)) not in {"Cn", "Co", "Cs"}
        and code not in _UNUSED_SCRIPTS
        and cell_width(chr(code)) != cell_len(chr(code))
    ]
    assert differing == []


@given(mixed)
def test_every_text_has_the_width_that_rich_computes(text: str) -> None:
    assert cell_width(text) == cell_len(text)


def test_ambiguous_characters_may_take_two_cells() -> None:
    assert cell_width("“医”——·", ambiguous=2) == 12
    assert cell_width("abc医", ambiguous=2) == 5
    assert truncate("“医疗”", 5, ambiguous=2) == "“…"
    assert pad("·", 4, ambiguous=2) == "·  "


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("互联网医疗", 10, "互联网医疗"),
        ("互联网医疗", 9, "互联网医…"),
        ("互联网医疗", 8, "互联网…"),  # 医 would straddle the edge: a cell stays free
        ("internet", 5, "inte…"),
        ("互联网", 1, "…"),
        ("互联网", 0, ""),
        ("", 0, ""),
        ("e\u0301e\u0301e\u0301", 2, "e\u0301…"),
        ("👁\ufe0f👁\ufe0f", 3, "👁\ufe0f…"),
    ],
)
def test_truncated_texts(text: str, width: int, expected: str) -> None:
    assert truncate(text, width) == expected


def test_truncating_with_another_ellipsis() -> None:
    assert truncate("互联网医疗", 7, "...") == "互联..."
    assert truncate("互联网医疗", 6, "") == "互联网"
    assert truncate("互联网医疗", 2, "...") == "互"


@given(mixed, st.integers(0, 12))
@example("👁\ufe0f", 1)
def test_a_truncated_text_fits_and_is_as_long_as_possible(text: str, width: int) -> None:
    shown = truncate(text, width)
    assert cell_width(shown) <= width
    if shown != text:
        assert width == 0 or shown.endswith("…")
        assert text.startswith(shown[:-1])
        if not _has_sequences(text):  # a wide character may not fit into the last cell
            assert cell_width(shown) >= width - 1


@given(mixed, st.integers(0, 12), st.integers(0, 4))
def test_the_fitting_text_ends_before_the_first_character_that_does_not_fit(
    text: str, width: int, start: int
) -> None:
    end = fit_index(text, width, min(start, len(text)))
    assert cell_width(text[start:end]) <= width
    if end < len(text) and not _has_sequences(text):
        assert cell_width(text[start : end + 1]) > width


@given(mixed, st.integers(0, 20), st.sampled_from(["left", "right"]))
def test_a_padded_text_fills_its_column(text: str, width: int, align: str) -> None:
    shown = pad(text, width, "right" if align == "right" else "left")
    if text.isprintable():
        assert cell_width(shown) == max(width, cell_width(text))
    assert shown.strip(" ") == text.strip(" ")


def test_padding_aligns_left_or_right() -> None:
    assert pad("医保", 6) == "医保  "
    assert pad("1.5", 6, "right") == "   1.5"
    assert pad("互联网", 4) == "互联网"
