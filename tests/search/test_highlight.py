"""What a query found stands out: as written, or as it sounds."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.document import Span
from tui.render.match_spans import highlighted
from tui.search.match_highlight import Highlighter, TextRange
from tui.search.name_match import match_names
from tui.store import Store
from tui.text.language import Wording


def _shown(text: str, ranges: list[TextRange]) -> str:
    pieces = highlighted(Span(text), ranges)
    return "".join(f"[{each.text}]" if each.role == "match" else each.text for each in pieces)


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("京东健康", "[京东健康]"),
        ("京東健康", "[京东健康]"),
        ("jingdong jiankang", "[京东健康]"),
        ("jingdongjian", "[京东健]康"),
        ("jdjk", "[京东健康]"),
        ("jdj", "[京东健]康"),
        ("jiankang", "京东[健康]"),
        ("jingdong健康", "[京东健康]"),
        ("京东建康", "[京东健康]"),
        ("健康", "京东[健康]"),
        ("zzz", "京东健康"),
    ],
)
def test_a_title_shows_what_was_meant(real_store: Store, query: str, shown: str) -> None:
    title = "京东健康"
    assert _shown(title, Highlighter(real_store, query).in_title("jd-health", title)) == shown


@pytest.mark.parametrize(
    ("query", "text", "shown"),
    [
        ("3099", "2022年：3,099亿元", "2022年：[3,099]亿元"),
        ("3,099亿", "2022年：3,099亿元", "2022年：[3,099亿]元"),
        ("38.18", "营业收入38．18亿元", "营业收入[38．18]亿元"),
        ("市场规模 2022", "2022年的市场规模", "[2022]年的[市场规模]"),
        ("health", "JD Health, healthcare", "JD [Health], [health]care"),
        ("ai", "fair use of AI", "fair use of [AI]"),
        ("医保发[2019]47号", "医保发〔2019〕47号文", "[医保发]〔[2019]〕[47号]文"),
        ("海南卫生改革", "海南的卫生", "[海南]的[卫生]"),
    ],
)
def test_a_text_shows_the_words_of_the_query(
    real_store: Store, query: str, text: str, shown: str
) -> None:
    assert _shown(text, Highlighter(real_store, query).in_text(text)) == shown


@given(query=st.text(max_size=12), title=st.text(max_size=30))
def test_any_query_leaves_any_text_whole(real_store: Store, query: str, title: str) -> None:
    marks = Highlighter(real_store, query)
    for ranges in (marks.in_text(title), marks.in_title("jd-health", title)):
        assert all(0 <= start < end <= len(title) for start, end in ranges)
        assert all(before[1] < after[0] for before, after in pairwise(ranges))
        assert "".join(span.text for span in highlighted(Span(title), ranges)) == title


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", [0, 1, 2]),
        ("yuyan", [0]),
        ("yy", [0]),
        ("language", [0]),
        ("政策", [1]),
        ("zhengce", [1]),
        ("list policies", [2]),
        ("nothing", []),
    ],
)
def test_names_outside_the_index_are_meant_the_same_ways(
    real_store: Store, query: str, found: list[int]
) -> None:
    names = [
        Wording("语言", "change the language"),
        Wording("政策", "rules"),
        Wording("列出", "list all policies"),
    ]
    assert match_names(real_store, query, names) == found
