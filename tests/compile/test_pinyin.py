"""Pinyin of names, for queries typed without an input method."""

from __future__ import annotations

import pytest

from tui.compile.index.pinyin import pinyin_lines, pinyin_words, syllables


def test_a_name_has_full_pinyin_and_initials_from_each_syllable_on() -> None:
    assert pinyin_lines(["好大夫"]).split("\n") == ["^haodaifu", "^hdf", "daifu", "df"]


def test_latin_words_are_unchanged() -> None:
    assert "^jdjiankang" in pinyin_lines(["JD健康"]).split("\n")
    assert pinyin_lines(["JD Health"]) == ""


@pytest.mark.parametrize(
    ("name", "expected", "unexpected"),
    [
        ("注册用户", {"zhuceyonghu", "zhuce", "yonghu", "ceyong"}, {"zhu", "hu"}),
        ("营收", {"yingshou"}, {"ying", "shou"}),
        ("线上零售药房SKU数", {"yaofang", "xianshanglingshou"}, {"yaofangsku", "sku", "shu"}),
        ("2022年营收", {"nianyingshou", "yingshou"}, {"2022"}),
        ("revenue", set(), {"revenue"}),
    ],
)
def test_words_within_a_name_have_two_syllables_or_more(
    name: str, expected: set[str], unexpected: set[str]
) -> None:
    words = set(pinyin_words([name]))
    assert expected <= words
    assert not words & unexpected


def test_words_of_a_long_name_are_limited_in_length() -> None:
    name = "中国互联网医疗行业现状深度研究"
    words = pinyin_words([name])
    assert "hulianwangyiliaohangye" in words
    assert max(map(len, words)) < len("".join(syllables(name).split()))
    assert len(words) < 8 * len(name)


def test_every_chinese_character_has_a_syllable() -> None:
    assert syllables("银行业的B2C") == "yin hang ye de"
