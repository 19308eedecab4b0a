"""A question for the growth of a measure has the rate that a source states of it, also where a
known question names its figure, or the question says half year; a measure that is itself a change
has no growth rate missing."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from tui.search import find
from tui.store import Store, open_store

_HALF_YEAR = """
[[concepts]]
id = "half-year"
zh = ["半年"]
en = ["half year", "interim"]
"""
_TAKINGS = """
[[questions]]
answer = "changle-health.revenue"
zh = ["长乐健康半年流水涨了几成"]
en = ["what were the takings of Changle Health in half a year", "Changle Health interim takings"]
"""


@pytest.mark.parametrize(
    "query",
    [
        "changle health revenue half year growth",
        "changle health half-year revenue growth",
        "changle health interim revenue growth",
        "changle health 2022 half year revenue growth",
        "how much did changle health revenue rise in the half year",
        "长乐健康 半年 收入 增长",
        "长乐健康半年总收入增长率",
    ],
)
def test_growth_of_the_half_year_is_the_rate_that_is_stated_of_it(
    sample_copy: Path, environment: Mapping[str, str], query: str
) -> None:
    for name, text in (("concepts.toml", _HALF_YEAR), ("questions/readers.toml", _TAKINGS)):
        path = sample_copy / name
        path.write_text(path.read_text("utf-8") + text, "utf-8")
    with open_store(str(sample_copy), environment) as store:
        first = find(store, query)[0]
    assert (first.entry.fact, first.match) == ("changle-health.revenue#growth-2022-h1", "exact")


@pytest.mark.parametrize(
    "query", ["changle health gross margin change", "长乐健康毛利率变化", "长乐健康毛利率降幅"]
)
def test_the_figure_of_a_measure_that_is_a_change_answers_a_question_for_it(
    sample_store: Store, query: str
) -> None:
    first = find(sample_store, query)[0]
    assert (first.entry.fact, first.match) == ("changle-health.margin-fall@2022-H1", "exact")


@pytest.mark.parametrize(
    "phrase",
    ["{title} growth", "{title} growth rate {year}", "how much did {title} rise", "{title} change"],
)
def test_no_rate_is_denied_of_a_measure_that_has_one(sample_store: Store, phrase: str) -> None:
    rates = sample_store.query(
        "SELECT DISTINCT a.id, a.last_month / 100, r.title_en FROM answers a JOIN records r "
        "USING (id) WHERE a.form IN ('growth', 'cagr', 'change') AND r.kind = 'statistic'"
    )
    assert rates
    for record, year, title in rates:
        first = find(sample_store, phrase.format(title=title, year=year))[0]
        assert first.entry.id == record
        assert "no growth rate" not in first.verdict.remark.en


_SLEEPERS = """id = "sleepers"
title = { zh = "睡眠用户数", en = "Sleep users" }
summary = { zh = "用户。", en = "Users." }
scope = { zh = "未说明。", en = "Not stated." }
unit = "万人"
citations = [{ source = "yearbook-2024", exact = "2020年为1000亿元", gloss = "in 2020" }]

[[observations]]
period = "2023-06"
value = 1020
unit = "万人"
status = "reported"
citations = [{ source = "yearbook-2024", exact = "2020年为1000亿元", gloss = "in 2020" }]

[[rates]]
id = "change-2022-12-2023-06"
type = "change"
period = "2022-12/2023-06"
value = 20
unit = "万人"
status = "reported"
citations = [{ source = "yearbook-2024", exact = "2020—2022年增长率为41.4%", gloss = "a rate" }]
"""


@pytest.mark.parametrize(
    ("query", "has_percent"),
    [
        *(("sleep users growth rate", True), ("睡眠用户数增长率", True), ("睡眠用户数增速", True)),
        *(("sleep users growth", False), ("睡眠用户数增长", False)),
    ],
)
def test_a_change_in_numbers_is_no_percentage(
    sample_copy: Path, environment: Mapping[str, str], query: str, has_percent: bool
) -> None:
    """A rate is a percentage: the change in numbers that answers has the computed one beside it."""
    (sample_copy / "statistics" / "sleepers.toml").write_text(_SLEEPERS, "utf-8")
    with open_store(str(sample_copy), environment) as store:
        first = find(store, query)[0]
    assert first.entry.fact == "sleepers#change-2022-12-2023-06"
    lines = first.verdict.remark.en.split("\n")
    if has_percent:
        assert lines == [
            "Sleep users: no percentage is given, only the change in numbers",
            "up about 2% over Dec 2022 – Jun 2023 (editor's calculation)",
        ]
    else:
        assert lines == [""]
