"""A round amount with its subject, or a question for its year or who published it, is answered by
its figure, and by nothing else."""

from __future__ import annotations

import pytest

from tui.search import find
from tui.store import Store


@pytest.mark.parametrize(
    ("query", "fact"),
    [
        ("二十多亿市场是哪一年", "night-market@2022"),
        ("20多亿是谁统计的", "financing-amount@2021"),
        ("三千多万患者是谁说的", "online-patients@2022"),
        ("两千多万患者是哪年的数", "online-patients@2022"),
    ],
)
def test_the_figure_of_a_round_amount_comes_first(
    sample_store: Store, query: str, fact: str
) -> None:
    hit = find(sample_store, query)[0]
    assert (hit.entry.fact.partition(":")[0], hit.match) == (fact, "exact")


def test_an_amount_of_something_else_is_not_taken_for_it(sample_store: Store) -> None:
    hits = find(sample_store, "二十多亿患者是哪一年")
    assert all(hit.entry.id != "night-market" for hit in hits[:1])


@pytest.mark.parametrize(
    ("query", "fact"),
    [
        ("13亿多收入", "changle-health.revenue@2022-H1"),
        ("二十多亿市场", "night-market@2022"),
        ("三千多万患者", "online-patients@2022"),
    ],
)
def test_a_round_amount_before_its_subject_is_the_figure_in_its_range(
    sample_store: Store, query: str, fact: str
) -> None:
    hit = find(sample_store, query)[0]
    assert (hit.entry.fact.partition(":")[0], hit.match) == (fact, "exact")


@pytest.mark.parametrize("query", ["9亿多患者", "九亿多患者"])
def test_a_round_amount_that_no_figure_has_is_named(sample_store: Store, query: str) -> None:
    verdict = find(sample_store, query)[0].verdict
    assert (verdict.match, verdict.missing) == ("near", ("9亿",))
