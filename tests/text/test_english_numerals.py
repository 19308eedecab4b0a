from __future__ import annotations

import pytest

from tui.text.english_numerals import find_english_numerals


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Two deals", 2),
        ("twenty-six provinces", 26),
        ("three hundred and ninety thousand", 390_000),
        ("one million two hundred thousand", 1_200_000),
        ("a billion", 10**9),
    ],
)
def test_a_number_in_words_is_read(text: str, value: int) -> None:
    assert [item.value for item in find_english_numerals(text)] == [value]


@pytest.mark.parametrize("text", ["often", "tone", "weighty", "nones"])
def test_a_part_of_a_word_is_no_number(text: str) -> None:
    assert list(find_english_numerals(text)) == []
