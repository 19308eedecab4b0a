"""An answer to a question for growth says if it is of another time than the one asked for (an
average of some years, half a year, a longer or a shorter time); a change that can be computed comes
first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from tui.search import find
from tui.store import Store, open_store

_TRADE = """id = "sleep-trade"
title = { zh = "睡眠产业规模", en = "Sleep trade size" }
summary = { zh = "睡眠产业。", en = "The sleep trade." }
scope = { zh = "未说明。", en = "Not stated." }
unit = "亿元"
citations = [{ source = "yearbook-2024", exact = "2020年为1000亿元", gloss = "in 2020" }]

[[observations]]
period = "2016"
value = 100
unit = "亿元"
status = "reported"
citations = [{ source = "yearbook-2024", exact = "2020年为1000亿元", gloss = "in 2020" }]

[[observations]]
period = "2020"
value = 160
unit = "亿元"
status = "reported"
citations = [{ source = "yearbook-2024", exact = "2020年为1000亿元", gloss = "in 2020" }]

[[observations]]
period = "2022"
value = 200
unit = "亿元"
status = "reported"
citations = [{ source = "yearbook-2024", exact = "2020年为1000亿元", gloss = "in 2020" }]

[[observations]]
period = "2022"
value = 210
unit = "亿元"
status = "forecast"
citations = [{ source = "yearbook-2024", exact = "2020年为1000亿元", gloss = "in 2020" }]

[[observations]]
period = "2025"
value = 300
unit = "亿元"
comparator = ">"
status = "forecast"
citations = [{ source = "yearbook-2024", exact = "2020年为1000亿元", gloss = "in 2020" }]

[[rates]]
id = "cagr-2016-2020"
type = "cagr"
period = "2016/2020"
value = 12.5
unit = "%"
status = "reported"
citations = [{ source = "yearbook-2024", exact = "2020—2022年增长率为41.4%", gloss = "a rate" }]

[[rates]]
id = "change-2022-12-2023-06"
type = "change"
period = "2022-12/2023-06"
value = 5
unit = "亿元"
status = "reported"
citations = [{ source = "yearbook-2024", exact = "2020—2022年增长率为41.4%", gloss = "a rate" }]
"""


_SHARE = """id = "sleep-trade-share"
title = { zh = "睡眠产业渗透率", en = "Sleep trade penetration" }
summary = { zh = "睡眠产业的一部分。", en = "A part of the sleep trade." }
scope = { zh = "未说明。", en = "Not stated." }
unit = "%"
citations = [{ source = "yearbook-2024", exact = "2020年为1000亿元", gloss = "in 2020" }]

[[observations]]
period = "2020"
value = 3
unit = "%"
status = "reported"
citations = [{ source = "yearbook-2024", exact = "2020年为1000亿元", gloss = "in 2020" }]

[[observations]]
period = "2022"
value = 5
unit = "%"
status = "reported"
citations = [{ source = "yearbook-2024", exact = "2020年为1000亿元", gloss = "in 2020" }]
"""


@pytest.fixture
def trade_store(sample_copy: Path, environment: Mapping[str, str]) -> Iterator[Store]:
    """A store with a statistic of three years, an average rate and the change of half a year."""
    (sample_copy / "statistics" / "sleep-trade.toml").write_text(_TRADE, "utf-8")
    (sample_copy / "statistics" / "sleep-trade-share.toml").write_text(_SHARE, "utf-8")
    with open_store(str(sample_copy), environment) as store:
        yield store


@pytest.mark.parametrize(
    "query",
    [
        "sleep trade growth rate in 2020",
        "growth of sleep trade 2020",
        "how fast did the sleep trade grow in 2020",
        "annual growth of the sleep trade in 2020",
        "2020年睡眠产业增速",
        "睡眠产业2020年增长多少",
    ],
)
def test_an_average_of_some_years_is_not_the_growth_in_one(trade_store: Store, query: str) -> None:
    first = find(trade_store, query)[0]
    assert first.entry.fact == "sleep-trade@2020"
    assert first.verdict.remark.en.startswith(
        "no figure for 2019, so no year-on-year growth\nSleep trade size: up 60% from 2016 to 2020"
    )


@pytest.mark.parametrize(
    "query",
    [
        "sleep trade compound annual growth 2020",
        "sleep trade growth to 2020",
        "睡眠产业2020年年均增速",
    ],
)
def test_an_average_rate_up_to_a_year_is_answered_as_asked(trade_store: Store, query: str) -> None:
    first = find(trade_store, query)[0]
    assert first.entry.fact == "sleep-trade#cagr-2016-2020"
    assert first.match != "other_period"
    assert "2020" not in first.verdict.remark.en


@pytest.mark.parametrize(
    "query",
    [
        "sleep trade increase June 2022 to June 2023",
        "sleep trade growth from 2022-06 to 2023-06",
        "sleep trade growth in the year to June 2023",
        "sleep trade growth year on year June 2023",
        "睡眠产业 2022年6月到2023年6月 增长",
        "2023年6月睡眠产业同比增长",
    ],
)
def test_half_a_year_is_not_a_year(trade_store: Store, query: str) -> None:
    first = find(trade_store, query)[0]
    assert (first.entry.fact, first.match) == ("sleep-trade#change-2022-12-2023-06", "other_period")
    expected = "no figure for all of Jun 2022 – Jun 2023; only Dec 2022 – Jun 2023"
    assert first.verdict.remark.en == expected


@pytest.mark.parametrize(
    "query",
    ["sleep trade increase December 2022 to June 2023", "睡眠产业2022年12月到2023年6月增长"],
)
def test_half_a_year_that_is_asked_for_has_no_remark(trade_store: Store, query: str) -> None:
    first = find(trade_store, query)[0]
    assert (first.entry.fact, first.match) == ("sleep-trade#change-2022-12-2023-06", "exact")


@pytest.mark.parametrize(
    ("query", "start", "remark"),
    [
        ("sleep trade growth since 2020", "up 25% from 2020", ""),
        ("2020年以来睡眠产业增长多少", "up 25% from 2020", ""),
        ("sleep trade growth after 2016", "up 100% from 2016", ""),
        ("sleep trade increase since 2016", "up 100% from 2016", ""),
        ("sleep trade growth 2015 to 2022", "up 100% from 2016", "2015–2022"),
        ("sleep trade growth 2016 to 2023", "up 100% from 2016", "2016–2023"),
        ("2015年到2022年睡眠产业增长了多少", "up 100% from 2016", "2015–2022"),
        ("how much did the sleep trade increase 2015 to 2022", "up 100% from 2016", "2015–2022"),
        ("how much did the sleep increase between 2015 and 2022", "up 100% from 2016", "2015–2022"),
    ],
)
def test_the_change_of_the_longest_time_within_that_asked_for_is_computed(
    trade_store: Store, query: str, start: str, remark: str
) -> None:
    first = find(trade_store, query)[0]
    lines = first.verdict.remark.en.split("\n")
    if remark:
        assert lines.pop(0) == f"no figure for all of {remark}; only 2016–2022"
    assert first.entry.fact == "sleep-trade@2022:reported"
    assert lines[0].startswith(f"Sleep trade size: {start} to 2022")


@pytest.mark.parametrize(
    "query", ["growth of sleep trade 2017 to 2020", "睡眠产业2017到2020年增长"]
)
def test_a_rate_of_a_longer_time_is_not_said_to_be_of_a_part(
    trade_store: Store, query: str
) -> None:
    first = find(trade_store, query)[0]
    assert (first.entry.fact, first.match) == ("sleep-trade#cagr-2016-2020", "other_period")
    assert first.verdict.remark.en == "no figure for all of 2017–2020; showing 2016–2020"


@pytest.mark.parametrize("query", ["sleep trade growth 2020 to 2025", "2020到2025年睡眠产业增长"])
def test_a_limit_is_why_no_change_is_computed(trade_store: Store, query: str) -> None:
    lines = find(trade_store, query)[0].verdict.remark.en.split("\n")
    assert lines[0] == "the change cannot be computed: no exact value is given for 2025"
    of_2022 = [line for line in lines if line.startswith("2022: ")]
    assert [line.rpartition("(")[2] for line in of_2022] == ["reported)", "forecast)"]


@pytest.mark.parametrize(
    "query", ["sleep trade share growth 2020-2022", "2020到2022年睡眠产业渗透率增长"]
)
def test_the_growth_of_a_share_is_not_that_of_the_amount(trade_store: Store, query: str) -> None:
    first = find(trade_store, query)[0]
    assert first.entry.fact == "sleep-trade-share@2022"
    assert "up 2 percentage points from 2020 to 2022" in first.verdict.remark.en
