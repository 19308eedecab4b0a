"""A question that names no subject finds nothing, and the message says how to ask."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.inside import run
from tui.search import find
from tui.search.suggestions import suggest
from tui.store import Store

_WITHOUT_SUBJECT = [
    "what do they do",
    "tell me about it",
    "who are they",
    "what is it",
    "what are these",
    "what about that",
    "what does it mean",
    "它是什么",
    "他们做什么",
    "这个怎么样",
    "那是什么意思",
]


@pytest.mark.parametrize("query", _WITHOUT_SUBJECT)
def test_a_question_without_a_subject_finds_nothing(sample_store: Store, query: str) -> None:
    assert find(sample_store, query) == []
    assert suggest(sample_store, query, "zh") == []


@pytest.mark.parametrize(
    "query",
    [
        "what does Qinghe Health do",
        "tell me about Changle Health",
        "青禾健康是做什么的",
        "它的市场规模",
    ],
)
def test_a_question_with_a_subject_is_answered(sample_store: Store, query: str) -> None:
    assert find(sample_store, query)


def test_the_message_says_what_is_expected(sample: Path) -> None:
    result = run("--content", str(sample), "--lang", "en", "find", "what do they do")
    assert (result.code, result.out) == (1, "")
    assert "expected words, a name, a number or a year" in " ".join(result.err.split())
