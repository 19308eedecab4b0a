"""The search answers or finds nothing for any text; it never fails."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tui.search import find
from tui.search.suggestions import suggest
from tui.store import Store

_ANY_TEXT = st.text(st.characters(exclude_categories=[]), max_size=60)
_SPECIAL_CHARACTERS = st.lists(
    st.sampled_from(
        [*"\"'*^:()-+~{}[]|&\\/%_.,;!?=<>@#$`\x00\n\t\x1b\u200b\u202e\ufeff\ud800", "AND", "OR",
         "NOT", "NEAR(", " ", "医", "医保", "jd", "titles:", "2022", "H1", "〔", "𠮷", "🏥", "é"]
    ),
    max_size=12,
).map("".join)  # fmt: skip


@given(query=_ANY_TEXT | _SPECIAL_CHARACTERS)
@example(query='"')
@example(query='医"保')
@example(query="医* AND 保")
@example(query="titles : 医保")
@example(query="\x00")
@example(query="\ud800\udfff")
@example(query="𠮷野家 龘")
@example(query="2022" * 100)
@example(query="²⁰²²年")
@example(query="٢٠٢٢")
@example(query="最新政策")
def test_any_text_can_be_searched(sample_store: Store, query: str) -> None:
    for hit in find(sample_store, query):
        assert 0 < hit.score <= 1
    assert all(isinstance(title, str) for title in suggest(sample_store, query, "zh"))


@pytest.mark.parametrize(
    "query", ["", " ", "\n\t\u3000", "\x00\x1b\x7f", "。！？", '"', "*", "\ud800", "%", '%"([\\']
)
def test_a_query_without_words_finds_nothing(sample_store: Store, query: str) -> None:
    assert find(sample_store, query) == []
    assert suggest(sample_store, query, "zh") == []


@pytest.mark.parametrize(
    "query",
    ["医" * 10_000, "医保 " * 5_000, "a" * 10_000, "2022" * 2_500, '"' * 10_000, "\x00" * 10_000],
)
def test_long_queries_are_truncated(sample_store: Store, query: str) -> None:
    assert find(sample_store, query) == find(sample_store, query[:400])
    assert suggest(sample_store, query, "zh") == suggest(sample_store, query[:400], "zh")


@pytest.mark.parametrize(
    "query",
    [
        "医保 AND 支付",
        "NOT 医保",
        '"医保"',
        "医保*",
        "^医保",
        "医保:支付",
        "医保\x00支付",
        "(医保)",
        "医保\ud800",
    ],
)
def test_fts_operators_have_no_special_meaning(sample_store: Store, query: str) -> None:
    find(sample_store, query)
    without_operators = query.replace("AND", "").replace("NOT", "")
    assert find(sample_store, without_operators), without_operators
