"""A remark names whole words, no pieces of the text between known terms."""

from __future__ import annotations

import pytest

from tui.question.reader import read_question
from tui.search import find
from tui.search.suggestions import suggest
from tui.search.whole_word import whole_word
from tui.store import Store


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("两家医院有啥要求", "有啥"),
        ("夜间门诊有多大", "门诊有多大"),
        ("懂夜诊的人不好找", "人不好找"),
        ("这意味着什么", "意味"),
        ("青禾健康的医生多少忆", "忆"),
    ],
)
def test_a_piece_of_a_text_is_no_word(sample_store: Store, text: str, word: str) -> None:
    assert whole_word(sample_store, text, word) == ""


@pytest.mark.parametrize(
    ("text", "word", "whole"),
    [
        ("医院对营收的看法", "医院对", "医院"),
        ("鱼跃医疗和青禾健康", "鱼跃医疗和", "鱼跃医疗"),
        ("青禾健康 茶", "茶", "茶"),
        ("青禾健康的股东是谁", "股东", "股东"),
        ("达芬奇机器人市场", "达芬奇机器人", "达芬奇机器人"),
    ],
)
def test_a_word_is_named_without_particles(
    sample_store: Store, text: str, word: str, whole: str
) -> None:
    assert whole_word(sample_store, text, word) == whole


@pytest.mark.parametrize("query", ["区块链", "区块链医疗"])
def test_a_word_with_a_filler_within_is_not_torn(sample_store: Store, query: str) -> None:
    (part,) = read_question(sample_store, query).parts
    assert part.text == query
    assert find(sample_store, query) == []


def test_a_chinese_word_suggests_no_title_without_its_characters(sample_store: Store) -> None:
    for query in ("基因检测", "问诊协会"):
        titles = suggest(sample_store, query, "zh")
        assert all(len(set(query).intersection(title)) * 2 >= len(query) for title in titles)
