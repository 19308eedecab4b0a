"""Questions that set two measures against each other: a ratio that no source states, or which is
bigger."""

from __future__ import annotations

import pytest

from tui.search import find, find_all
from tui.store import Store

_NO_RATIO = "no source gives a ratio of "


@pytest.mark.parametrize(
    "query",
    [
        *("online patients per hospital", "ratio of online patients to online hospitals"),
        *("online patients to hospitals ratio", "在线患者人数与医院之比", "financing per patient"),
        *("每家医院有多少在线患者", "financing amount as a share of consultation market size"),
        *("投融资金额占医疗支出比例",),
    ],
)
def test_a_ratio_that_no_source_states_is_not_answered_with_one_measure(
    sample_store: Store, query: str
) -> None:
    first = find(sample_store, query)[0]
    assert first.match == "other_measure"
    assert first.verdict.remark.en.startswith(_NO_RATIO)


@pytest.mark.parametrize(
    "query",
    [
        *("deals per year", "average deal size 2022", "Changle Health revenue", "insured hospital"),
        *("online patients per 1000 people", "长乐健康每天多少问诊", "老年人占人口比例"),
        *("医保医院占比", "consultation market year on year growth"),
    ],
)
def test_other_questions_are_no_ratios(sample_store: Store, query: str) -> None:
    for hit in find(sample_store, query):
        assert _NO_RATIO not in hit.verdict.remark.en


@pytest.mark.parametrize(
    "query",
    [
        *("night vs online consultation market", "which is bigger, night or consultation market"),
        *(
            "夜间市场和线上问诊市场哪个大",
            "夜间和线上问诊哪个市场大",
            "夜间市场比线上问诊市场大多少",
        ),
    ],
)
def test_the_figures_of_two_markets_are_compared_at_one_time(
    sample_store: Store, query: str
) -> None:
    found = find_all(sample_store, query)
    ids = {hit.entry.id for hit in found.hits[:2]}
    assert ids == {"night-market", "consultation-market"}
    assert found.hits[0].verdict.remark.en.startswith(
        "2022: greater: Online-consultation market size; definitions may differ\n"
    )
    assert found.command[0] == "compare"


def test_the_multiple_of_two_markets_is_computed(sample_store: Store) -> None:
    remark = find(sample_store, "线上问诊市场是夜间市场的几倍")[0].verdict.remark.zh
    assert remark.startswith("2022年线上问诊市场规模是夜间问诊市场规模的4.0倍（编者计算")
