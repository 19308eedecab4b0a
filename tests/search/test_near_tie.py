"""What is named, and what stands, beside a gap about a measure in a period."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.inside import run
from tui.search import explain, find
from tui.search.near_tie import with_exact_first
from tui.search.ranking import Ranked
from tui.search.verdict import Verdict
from tui.store import Store


@pytest.mark.parametrize("query", ["2024年患者人数", "2024年有多少患者"])
def test_the_measure_of_a_gap_stands_below_it(sample_store: Store, query: str) -> None:
    hits = find(sample_store, query, 5)
    assert hits[0].entry.id == "gap-patients-2024"
    assert hits[1].entry.kind == "statistic"
    assert "患者" in hits[1].entry.title.zh


def test_a_remark_that_names_a_record_of_the_list_is_only_in_json(sample: Path) -> None:
    query = ("--content", str(sample), "--lang", "zh", "find", "市场规模", "2022")
    (first, *others), remark = json.loads(run(*query, "--json").out), "也可参看“夜间问诊市场规模”"
    assert first["remark"]["zh"] == remark
    assert "night-market" in [each["id"] for each in others]
    assert remark not in run(*query).out
    assert remark in run(*query, "-n", "1").out


@pytest.mark.parametrize(
    ("first", "behind", "is_moved"),
    [("gap", 0.0, True), ("gap", 0.01, False), ("player", 0.0, False)],
)
def test_an_exact_answer_comes_before_a_gap_with_the_same_score(
    sample_store: Store, first: str, behind: float, is_moved: bool
) -> None:
    def ranked(query: str, kind: str, score: float) -> Ranked:
        found = explain(sample_store, query).ranked
        item = next(each for each, _ in found if each.described.record.kind == kind)
        return item._replace(score=score)

    asked = {"gap": "春来健康有多少用户", "player": "春来健康"}[first]
    items = [ranked(asked, first, 0.9), ranked("在线患者人数", "statistic", 0.9 - behind)]
    verdicts = [Verdict("near"), Verdict("exact")]
    order, judged = with_exact_first(items, verdicts)
    assert (order[0] is items[1]) == is_moved
    assert (judged[0].match == "exact") == is_moved
