"""How many things a query wants listed, and capitals that are a name."""

from __future__ import annotations

import pytest

from tui.question.query_parser import parse_query
from tui.store import Store


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("top 5 companies", "top companies"),
        ("Top-10 investors", "top investors"),
        ("five largest companies", "largest companies"),
        ("10 biggest deals", "biggest deals"),
        ("top 10 companies by revenue", "largest companies by revenue"),
        ("top ten policies", "policies"),
        ("top three platforms", "top three platforms"),
        ("top 10 % of users", "top 10 % of users"),
        ("the largest company", "the largest company"),
        ("2022 largest deal", "2022 largest deal"),
        ("WHO guideline", "world health organization guideline"),
        ("who leads", "who leads"),
        ("WHO LEADS", "who leads"),
    ],
)
def test_the_length_of_a_list_is_left_out(sample_store: Store, query: str, text: str) -> None:
    assert parse_query(query, sample_store).text == text
