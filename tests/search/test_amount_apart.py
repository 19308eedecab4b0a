"""By how much two figures differ is said in their unit."""

from __future__ import annotations

import pytest

from tui.search import find
from tui.store import Store


@pytest.mark.parametrize(
    "query",
    [
        "在线患者人数2021和2022差多少",
        "2022年在线患者人数比2021年多多少",
        "how many more online patients in 2022 than in 2021",
        "by how much did online patients in 2022 exceed 2021",
        "difference in online patients between 2021 and 2022",
    ],
)
def test_the_difference_at_two_times_is_before_the_change(sample_store: Store, query: str) -> None:
    lines = find(sample_store, query)[0].verdict.remark.en.split("\n")
    assert lines[0] == "Online patients: difference of 2 million people (editor's calculation)"
    assert lines[1] == "up 10.5% from 2021 to 2022 (editor's calculation)"


@pytest.mark.parametrize("query", ["在线患者人数2021 vs 2022", "2022年在线患者人数比2021年多几成"])
def test_other_comparisons_have_the_change_alone(sample_store: Store, query: str) -> None:
    assert "difference" not in find(sample_store, query)[0].verdict.remark.en


def test_the_difference_of_two_companies_is_said(sample_store: Store) -> None:
    remark = find(sample_store, "长乐健康和小满健康营收差多少")[0].verdict.remark.zh
    assert "\n相差" in remark
    assert "亿元（编者计算）\n" in remark
