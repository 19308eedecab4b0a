"""The newest or the oldest source: all of them by date, with the dates of their list."""

from __future__ import annotations

import pytest

from tui.search.find import find_all
from tui.store import Store


def _in_order(store: Store, order: str) -> list[str]:
    sql = f"SELECT id FROM records WHERE kind = 'source' ORDER BY date {order}, position"
    return [identity for (identity,) in store.query(sql)]


@pytest.mark.parametrize(
    "query", ["which source is the newest", "latest source", "哪份资料最新", "最新的来源"]
)
def test_the_newest_source_comes_first(sample_store: Store, query: str) -> None:
    hits = find_all(sample_store, query).hits
    assert [hit.entry.id for hit in hits] == _in_order(sample_store, "DESC")
    assert hits[0].verdict.remark.en.startswith("sources, newest first: ")


@pytest.mark.parametrize("query", ["oldest source", "哪篇文章最早"])
def test_the_oldest_source_comes_first(sample_store: Store, query: str) -> None:
    hits = find_all(sample_store, query).hits
    assert [hit.entry.id for hit in hits] == _in_order(sample_store, "ASC")


def test_the_latest_report_on_something_is_another_question(sample_store: Store) -> None:
    hits = find_all(sample_store, "latest report on doctors").hits
    assert not any("sources, newest" in hit.verdict.remark.en for hit in hits)
