"""Which of two companies was founded first is said with both dates."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from tui.search import find
from tui.store import Store, open_store

_EVENT = """
[[events]]
id = "founded"
kind = "founding"
date = "{date}"
title = {{ zh = "成立", en = "Founded" }}
citations = [{{ source = "{source}", exact = "{exact}", gloss = "founded" }}]
"""


@pytest.mark.parametrize(
    "query",
    [
        *("长乐健康和青禾健康谁成立早", "青禾健康比长乐健康成立早吗"),
        "which company is older, Changle Health or Qinghe Health",
        "who was founded earlier, Changle Health or Qinghe Health",
    ],
)
def test_the_company_that_was_founded_first_is_named(
    sample_copy: Path, environment: Mapping[str, str], query: str
) -> None:
    for name, date, source, exact in (
        ("qinghe-health", "2015-03", "herald-2023", "2015年3月成立"),
        ("changle-health", "2018-11-30", "fortnightly-2022", "成立于2018年11月30日"),
    ):
        with (sample_copy / "players" / f"{name}.toml").open("a", encoding="utf-8") as file:
            file.write(_EVENT.format(date=date, source=source, exact=exact))
    with open_store(str(sample_copy), environment) as store:
        hits = find(store, query)
    assert [hit.entry.id for hit in hits] == ["qinghe-health", "changle-health"]
    assert hits[0].verdict.remark.en.startswith("Qinghe Health was founded first\n")


def test_companies_without_a_date_have_no_order(sample_store: Store) -> None:
    remark = find(sample_store, "长乐健康和竹溪软件谁成立早")[0].verdict.remark.en
    assert "founded first" not in remark


def test_the_company_without_a_date_is_named_beside_the_other(
    sample_copy: Path, environment: Mapping[str, str]
) -> None:
    with (sample_copy / "players/qinghe-health.toml").open("a", encoding="utf-8") as file:
        file.write(_EVENT.format(date="2015-03", source="herald-2023", exact="2015年3月成立"))
    with open_store(str(sample_copy), environment) as store:
        hits = find(store, "which is older, Baize Capital or Qinghe Health")
    assert hits[0].entry.fact == "qinghe-health.founded"
    assert hits[0].verdict.remark.en.startswith("no founding date of Baize Capital is given")


def test_a_company_with_a_date_but_no_event_is_not_said_to_have_none(sample_store: Store) -> None:
    hits = find(sample_store, "which is older, Changle Health or Baize Capital")
    assert "no founding date of Changle" not in hits[0].verdict.remark.en
