"""Cell widths agree with Rich, by which Textual lays out the panels; cuts never overflow."""

from __future__ import annotations

import sys
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.text.width import cell_width, fit_index, pad, truncate

# Signs that Unicode calls format characters and terminals draw. This briefing is written in
# neither Arabic, Syriac nor Kaithi, so they are left at no width.
_NOT_OURS = {*range(0x600, 0x606), 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD}

# Variation selectors and joiners stand only in sequences that Unicode knows.
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
        exclude_characters=["\ufe0f", "\u200d", *map(chr, _NOT_OURS)],
    ),
)
mixed = st.lists(_units).map("".join)


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


def test_every_assigned_character_is_as_wide_as_rich_says() -> None:
    differing = [
        f"U+{code:04X} {unicodedata.name(chr(code), '?')}"
        for code in range(sys.maxunicode + 1)
        if unicodedata.category(chr(code)) not in {"Cn", "Co", "Cs"}
        and code not in _NOT_OURS
        and cell_width(chr(code)) != cell_len(chr(code))
    ]
    assert differing == []


@given(mixed)
def test_every_text_is_as_wide_as_rich_says(text: str) -> None:
    assert cell_width(text) == cell_len(text)


def test_ambiguous_characters_may_be_wide() -> None:
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
def test_cut(text: str, width: int, expected: str) -> None:
    assert truncate(text, width) == expected


def test_cut_with_another_ellipsis() -> None:
    assert truncate("互联网医疗", 7, "...") == "互联..."
    assert truncate("互联网医疗", 6, "") == "互联网"
    assert truncate("互联网医疗", 2, "...") == "互"


@given(mixed, st.integers(0, 12))
@example("👁\ufe0f", 1)
def test_a_cut_text_fits_and_is_as_long_as_can_be(text: str, width: int) -> None:
    shown = truncate(text, width)
    assert cell_width(shown) <= width
    if shown != text:
        assert width == 0 or shown.endswith("…")
        assert text.startswith(shown[:-1])


@given(mixed, st.integers(0, 12), st.integers(0, 4))
def test_what_fits_ends_before_a_character_that_does_not(text: str, width: int, start: int) -> None:
    end = fit_index(text, width, min(start, len(text)))
    assert cell_width(text[start:end]) <= width
    if end < len(text):
        assert any(cell_width(text[start:stop]) > width for stop in range(end, len(text) + 1))


@given(mixed, st.integers(0, 20), st.sampled_from(["left", "right"]))
def test_a_padded_text_fills_its_column(text: str, width: int, align: str) -> None:
    shown = pad(text, width, "right" if align == "right" else "left")
    if text.isprintable():
        assert cell_width(shown) == max(width, cell_width(text))
    assert shown.strip(" ") == text.strip(" ")


def test_pad_aligns() -> None:
    assert pad("医保", 6) == "医保  "
    assert pad("1.5", 6, "right") == "   1.5"
    assert pad("互联网", 4) == "互联网"
