"""A look-up gives the fact that was asked for, best first."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.search import find, find_facts, suggest
from tui.store import Store
from tui.text.periods import day_range


def _first(store: Store, query: str) -> tuple[str, str]:
    """The best record, and its answer in Chinese."""
    hits = find(store, query)
    assert hits, f"nothing found for {query!r}"
    return hits[0].entry.id, hits[0].entry.answer.zh


@pytest.mark.parametrize(
    ("query", "record"),
    [
        ("线上问诊市场规模", "consultation-market"),
        ("问诊市场", "consultation-market"),
        ("consultation-market", "consultation-market"),
        ("Online-consultation market size", "consultation-market"),
        ("online consultation MARKET", "consultation-market"),
        ("青禾健康", "qinghe-health"),
        ("青禾", "qinghe-health"),
        ("Qinghe Health", "qinghe-health"),
        ("qinghe", "qinghe-health"),
        ("９０９１７", "qinghe-health"),
        ("90917", "qinghe-health"),
        ("夜灯", "qinghe-health"),
        ("Night Lamp", "qinghe-health"),
        ("青禾健康科技有限公司", "qinghe-health"),
        ("卫发〔2021〕9号", "policy-payment-2021"),
        ("卫发[2021]9号", "policy-payment-2021"),
        ("卫发2021 9号", "policy-payment-2021"),
        ("试付通知", "policy-payment-2021"),
        ("线上问诊", "term-online-consultation"),
        ("网上看病", "term-online-consultation"),
        ("晨星报", "herald-2023"),
        ("4,800", "consultations"),
        ("4800", "consultations"),
        ("最早的数字", "gap-market-2020"),
    ],
)
def test_a_record_is_found_by_whatever_it_is_called(
    sample_store: Store, query: str, record: str
) -> None:
    assert _first(sample_store, query)[0] == record


@pytest.mark.parametrize(
    ("query", "record", "answer"),
    [
        ("线上问诊市场规模", "consultation-market", "2022年：100亿元（已报告）"),
        ("线上问诊市场规模 2021", "consultation-market", "2021年：80亿元（已报告）"),
        ("线上问诊市场规模2022年", "consultation-market", "2022年：100亿元（已报告）"),
        ("线上问诊市场规模 2025", "consultation-market", "2025年：超过200亿元（预测）"),
        ("线上问诊市场规模 2022 预测", "consultation-market", "2022年：130亿元（预测）"),
        ("consultation market size 2021", "consultation-market", "2021年：80亿元（已报告）"),
        ("行业融资起数 2021上半年", "financing-deals", "2021年上半年：12起（已报告）"),
        ("financing deals Q1 2024", "financing-deals", "2024年第一季度：3起（已报告）"),
        ("行业融资起数", "financing-deals", "2024年第一季度：3起（已报告）"),
    ],
)
def test_the_figure_of_the_year_that_was_asked_is_the_answer(
    sample_store: Store, query: str, record: str, answer: str
) -> None:
    assert _first(sample_store, query) == (record, answer)


@pytest.mark.parametrize(
    ("query", "amount"),
    [
        ("青禾健康 活跃用户", "850万人"),
        ("青禾健康 签约医生", "超过3,000名"),
        ("青禾健康 活跃用户 2023年6月", "850万人"),
    ],
)
def test_of_a_player_the_metric_that_was_asked_is_the_answer(
    sample_store: Store, query: str, amount: str
) -> None:
    record, answer = _first(sample_store, query)
    assert record == "qinghe-health"
    assert amount in answer


def test_an_answer_brings_its_evidence_and_those_who_disagree(sample_store: Store) -> None:
    entry = find(sample_store, "线上问诊市场规模 2022")[0].entry
    assert [cited["exact"] for cited in entry.citations] == ["2022年增至100亿元"]
    assert [other["answer"]["zh"] for other in entry.disagrees] == ["2022年：130亿元（预测）"]


def test_a_year_alone_brings_the_figures_of_that_year(sample_store: Store) -> None:
    hits = find(sample_store, "2021")
    assert hits
    for first, last in (day_range(hit.entry.period) for hit in hits if hit.entry.period):
        assert first <= 20211231
        assert last >= 20210101
    assert "consultation-market" in {hit.entry.id for hit in hits}


@pytest.mark.parametrize("query", ["市场规模", "问诊 2022", "健康", "market", "2022", "青禾 用户"])
def test_scores_lie_between_0_and_1_and_fall(real_store: Store, query: str) -> None:
    hits = find(real_store, query, 50)
    scores = [hit.score for hit in hits]
    assert scores == sorted(scores, reverse=True)
    assert all(0 < score <= 1 for score in scores)
    assert len({hit.entry.id for hit in hits}) == len(hits)


def test_a_whole_title_scores_highest(sample_store: Store) -> None:
    for entry in sample_store.entries():
        for title in entry.title:
            best = find(sample_store, title)[0]
            assert title in best.entry.title
            # Words that only ask ("how many") are dropped from a query, and with them from the
            # score of a title that is a question.
            assert best.score > (0.75 if best.entry.kind == "gap" else 0.9)


@pytest.mark.parametrize(
    "query", ["市场规模 2022", "2022", "用户 2023-06", "医", "互联网 2023", "医疗 2021", "health"]
)
def test_fewer_hits_are_the_first_of_more(real_store: Store, query: str) -> None:
    many = find(real_store, query, 30)
    for limit in (1, 2, 5, 10):
        assert find(real_store, query, limit) == many[:limit]


def test_the_briefing_answers_what_its_design_promises(real_store: Store) -> None:
    hit = find(real_store, "市场规模 2022")[0]
    assert (hit.entry.id, hit.entry.answer.zh) == ("market-size", "2022年：3,099亿元（已报告）")
    assert hit.entry.answer.en == "2022: CNY 309.9 billion (reported)"


def test_every_record_of_the_briefing_is_found_by_its_titles(real_store: Store) -> None:
    for entry in real_store.entries():
        for title in entry.title:
            found = [hit.entry.id for hit in find(real_store, title, 5)]
            assert entry.id in found, (title, found)


@given(data=st.data())
def test_any_piece_of_a_chinese_title_finds_its_record(
    real_store: Store, data: st.DataObject
) -> None:
    entry = data.draw(st.sampled_from(real_store.entries()))
    pieces = re.findall("(?=([一-鿿]{2,5}))", entry.title.zh)
    piece = data.draw(st.sampled_from(pieces or [entry.title.zh]))
    length = data.draw(st.integers(2, max(2, len(piece))))
    found = {hit.entry.id for hit in find(real_store, piece[:length], 400)}
    assert entry.id in found


def test_what_comes_near_is_suggested(sample_store: Store) -> None:
    assert "青禾健康" in suggest(sample_store, "青禾建康医院")
    assert len(suggest(sample_store, "线上", 2)) <= 2


@pytest.mark.parametrize("query", ["2022", "医疗", "平安好医生 营收 2021H1", "互联网", "in 2019"])
def test_a_few_hits_are_the_first_of_many(real_store: Store, query: str) -> None:
    many = find(real_store, query, 1000)
    assert len(many) > 5
    for limit in (1, 3, 5):
        assert find(real_store, query, limit) == many[:limit]


def test_hits_without_their_evidence_are_the_same_hits(real_store: Store) -> None:
    for query in ("医保", "市场规模 2022", "jd", "京东建康"):
        hits, found = find(real_store, query), find_facts(real_store, query)
        assert [(hit.entry[:11], hit.score, hit.reason) for hit in hits] == [
            (each.fact[:11], each.score, each.reason) for each in found
        ]
        doubted = {hit.entry.number for hit in hits if hit.entry.disagrees}
        assert real_store.disputed_answers(each.fact for each in found) == doubted


@pytest.mark.parametrize("stranger", ["叮当健康", "智云健康", "圆心科技", "微脉"])
def test_a_company_that_no_source_names_is_not_taken_for_another(
    real_store: Store, stranger: str
) -> None:
    assert find(real_store, stranger) == []


@pytest.mark.parametrize("stranger", ["ding dang jian kang", "zhi yun jian kang"])
def test_nor_is_one_that_is_typed_by_syllables(real_store: Store, stranger: str) -> None:
    assert all(hit.approximate for hit in find(real_store, stranger))


def test_what_merely_comes_near_says_so(real_store: Store) -> None:
    assert find(real_store, "京东方")[0].approximate
    assert find(real_store, "Jd Helath")[0].approximate
    for query in ("京东健康", "京东健康有多少医生", "上市公司", "京东建康"):
        assert not find(real_store, query)[0].approximate, query


def test_an_answer_of_another_period_says_so(real_store: Store) -> None:
    assert [hit.in_period for hit in find(real_store, "市场规模 2023", 1)] == [False]
    for query in ("市场规模 2022", "市场规模", "医保发〔2019〕47号", "京东健康 2021H1 收入"):
        assert find(real_store, query)[0].in_period, query
