"""Forms of an English word have one stem; different words do not."""

from __future__ import annotations

import pytest

from tui.text.stem import plural_of_y, stem, term_tokens


@pytest.mark.parametrize(
    "words",
    [
        ("finance", "financed", "financing"),
        ("doctor", "doctors"),
        ("policy", "policies"),
        ("plan", "planned", "planning", "plans"),
        ("share", "shares", "shared"),
        ("crisis",),
        ("business",),
    ],
)
def test_forms_of_a_word_have_one_stem(words: tuple[str, ...]) -> None:
    assert len({stem(word) for word in words}) == 1


@pytest.mark.parametrize(
    ("one", "other"), [("county", "count"), ("during", "dur"), ("user", "use")]
)
def test_other_words_keep_their_own(one: str, other: str) -> None:
    assert stem(one) != stem(other)


@pytest.mark.parametrize("word", ["ai", "5g", "sku", "医生", "jd2"])
def test_short_words_codes_and_chinese_are_unchanged(word: str) -> None:
    assert stem(word) == word


def test_the_plural_of_a_stem_in_y_is_known() -> None:
    assert "policies".startswith(plural_of_y("policy"))
    assert plural_of_y("doctor") == ""


def test_tokens_cover_the_text_in_order() -> None:
    tokens = term_tokens("a轮 financing 12号")
    assert [token for token, *_ in tokens] == ["a", "轮", "financ", "12", "号"]
    assert ["a轮 financing 12号"[start:end] for _, start, end in tokens] == [
        *("a", "轮", "financing", "12", "号")
    ]
