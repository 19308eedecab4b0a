"""What is named, and what stands, beside a gap about a measure in a period."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.inside import run
from tui.search import find
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
