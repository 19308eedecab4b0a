"""Which of several statistics answers: the amount of money or the number."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from tui.search import find
from tui.store import Store, open_store

_KNOWN = """
[[questions]]
answer = "financing-deals"
zh = ["2021年上半年行业发生了几起融资"]
"""


@pytest.mark.parametrize(
    ("query", "fact"),
    [
        ("行业融资 2021年上半年", "financing-amount@2021-H1"),
        ("2021年上半年行业发生了几起融资", "financing-deals@2021-H1"),
    ],
)
def test_a_number_answers_only_where_one_is_asked_for(
    environment: Mapping[str, str], sample_copy: Path, query: str, fact: str
) -> None:
    """A known question about the number makes it the likelier answer to both."""
    path = sample_copy / "questions" / "readers.toml"
    path.write_text(path.read_text("utf-8") + _KNOWN, "utf-8")
    with open_store(str(sample_copy), environment) as store:
        assert find(store, query)[0].entry.fact == fact


@pytest.mark.parametrize(
    ("query", "remark"),
    [
        ("市场规模 2020", "“线上问诊市场规模”没有2020年的数据，以下是“夜间问诊市场规模”"),
        (
            "market size 2020",
            "no figure for 2020 of “Online-consultation market size”; "
            "showing “Night-consultation market size”",
        ),
        ("night consultation market 2020", ""),
    ],
)
def test_a_figure_of_something_narrower_is_not_taken_for_the_general_one(
    sample_store: Store, query: str, remark: str
) -> None:
    hit = find(sample_store, query)[0]
    assert hit.entry.fact == "night-market@2020"
    assert remark in hit.verdict.remark
    assert (hit.match == "exact") is not bool(remark)


def test_a_measure_alone_is_answered_by_a_figure_before_a_statement(sample_store: Store) -> None:
    hits = find(sample_store, "active users")
    values = [bool(hit.entry.value) for hit in hits if hit.entry.kind in ("player", "statement")]
    assert values == sorted(values, reverse=True)
