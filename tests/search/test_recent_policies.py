"""Policies of a time relative to now: this year, the last two years, recently."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import pytest

from tui.search.find import find

if TYPE_CHECKING:
    from tui.store import Store


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make it a year after the newest policy of the sample."""
    _set_year(monkeypatch, 2031)


def _set_year(monkeypatch: pytest.MonkeyPatch, year: int) -> None:
    class OtherDate(datetime.date):
        @classmethod
        def today(cls) -> OtherDate:
            return cls(year, 6, 1)

    monkeypatch.setattr(datetime, "date", OtherDate)


@pytest.mark.usefixtures("later")
@pytest.mark.parametrize(
    ("query", "none"),
    [
        ("今年政策", "no policies in 2031"),
        ("去年出台的政策", "no policies in 2030"),
        ("this year's policies", "no policies in 2031"),
        ("policies of the last two years", "no policies in 2029–2031"),
        ("近两年政策", "no policies in 2029–2031"),
    ],
)
def test_none_of_that_time_is_said_before_the_newest(
    sample_store: Store, query: str, none: str
) -> None:
    newest = find(sample_store, "最新政策")
    hits = find(sample_store, query)
    assert [hit.entry.id for hit in hits] == [hit.entry.id for hit in newest]
    assert hits[0].match == "other_period"
    assert hits[0].verdict.remark.en == f"{none}\n{newest[0].verdict.remark.en}"


@pytest.mark.parametrize("query", ["近期政策", "近来政策", "recent policies", "近几年政策"])
def test_of_some_time_the_newest_come_first(sample_store: Store, query: str) -> None:
    newest, hits = find(sample_store, "最新政策"), find(sample_store, query)
    assert [hit.entry.id for hit in hits] == [hit.entry.id for hit in newest]
    assert hits[0].verdict == newest[0].verdict


def test_those_of_that_time_are_listed(
    sample_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    ((newest,),) = sample_store.query("SELECT max(date) FROM records WHERE kind = 'policy'")
    year = int(newest[:4])
    _set_year(monkeypatch, year)
    hits = find(sample_store, "今年政策")
    expected = find(sample_store, f"{year}年政策")
    assert [hit.entry.id for hit in hits] == [hit.entry.id for hit in expected]
    assert hits[0].match == "exact"
