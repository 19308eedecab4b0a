"""Matches of a query are highlighted, as written or by their pinyin."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tui.document import Span
from tui.render.match_spans import highlight
from tui.search.match_highlight import Highlighter, TextRange
from tui.store import Store


def _bracketed(text: str, ranges: list[TextRange]) -> str:
    """Return the text with brackets around its matches."""
    spans = highlight(Span(text), ranges)
    return "".join(f"[{span.text}]" if span.role == "match" else span.text for span in spans)


@pytest.mark.parametrize(
    ("query", "bracketed"),
    [
        ("长乐健康", "[长乐健康]"),
        ("長樂健康", "[长乐健康]"),
        ("changle jiankang", "[长乐健康]"),
        ("changlejian", "[长乐健]康"),
        ("cljk", "[长乐健康]"),
        ("clj", "[长乐健]康"),
        ("jiankang", "长乐[健康]"),
        ("changle健康", "[长乐健康]"),
        ("chánglè jiànkāng", "[长乐健康]"),
        ("chang2le4jian4kang1", "[长乐健康]"),
        ("健康", "长乐[健康]"),
        ("zzz", "长乐健康"),
    ],
)
def test_a_title_is_highlighted_where_it_matches(
    sample_store: Store, query: str, bracketed: str
) -> None:
    title = "长乐健康"
    ranges = Highlighter(sample_store, query).in_title("changle-health", title)
    assert _bracketed(title, ranges) == bracketed


def test_a_homophone_in_a_title_is_highlighted(sample_store: Store) -> None:
    ranges = Highlighter(sample_store, "青禾建康").in_title("qinghe-health", "青禾健康")
    assert _bracketed("青禾健康", ranges) == "[青禾健康]"


@pytest.mark.parametrize(
    ("query", "text", "bracketed"),
    [
        ("3099", "2022年：3,099亿元", "2022年：[3,099]亿元"),
        ("3,099亿", "2022年：3,099亿元", "2022年：[3,099亿]元"),
        ("38.18", "营业收入38．18亿元", "营业收入[38．18]亿元"),
        ("市场规模 2022", "2022年的市场规模", "[2022]年的[市场规模]"),
        ("health", "JD Health, healthcare", "JD [Health], [health]care"),
        ("ai", "fair use of AI", "fair use of [AI]"),
        ("cafe", "a cafe\u0301, a Café", "a [cafe]\u0301, a [Café]"),
        ("nǚ", "the word nǚ", "the word [nǚ]"),
        ("二〇二二年市场规模", "2022年的市场规模", "[2022]年的[市场规模]"),
        ("医保发[2019]47号", "医保发〔2019〕47号文", "[医保发]〔[2019]〕[47号]文"),
        ("海南卫生改革", "海南的卫生", "[海南]的[卫生]"),
    ],
)
def test_the_words_of_the_query_are_highlighted_in_a_text(
    sample_store: Store, query: str, text: str, bracketed: str
) -> None:
    assert _bracketed(text, Highlighter(sample_store, query).in_text(text)) == bracketed


@example(query="0M", title="")
@given(query=st.text(max_size=12), title=st.text(max_size=30))
def test_highlighting_never_changes_a_text(sample_store: Store, query: str, title: str) -> None:
    highlighter = Highlighter(sample_store, query)
    for ranges in (highlighter.in_text(title), highlighter.in_title("changle-health", title)):
        assert all(0 <= start < end <= len(title) for start, end in ranges)
        assert all(before[1] < after[0] for before, after in pairwise(ranges))
        assert "".join(span.text for span in highlight(Span(title), ranges)) == title


@pytest.mark.parametrize(
    ("query", "bracketed"),
    [
        ("how much was invested in 2022", "In internet care, [2022]: who [invested] in it"),
        ("what is the internet", "In [internet] care, 2022: who invested in it"),
        ("care in 2022", "In internet [care], [2022]: who invested in it"),
        ("in", "[In] [in]ternet care, 2022: who [in]vested [in] it"),
    ],
)
def test_function_words_are_not_highlighted(
    sample_store: Store, query: str, bracketed: str
) -> None:
    text = "In internet care, 2022: who invested in it"
    assert _bracketed(text, Highlighter(sample_store, query).in_text(text)) == bracketed
