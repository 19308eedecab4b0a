"""``find`` returns the requested fact, best match first, with the quality of the match."""

from __future__ import annotations

import re

import pytest
from pypinyin import lazy_pinyin

from tui.search import explain, find, find_facts
from tui.search.suggestions import suggest
from tui.store import Store
from tui.text.periods import day_range


def _first(store: Store, query: str) -> tuple[str, str]:
    """Return the id of the best record and its answer in Chinese."""
    hits = find(store, query)
    assert hits, f"nothing found for {query!r}"
    return hits[0].entry.id, hits[0].entry.answer.zh


@pytest.mark.parametrize("query", ["yyy", "yyyy", "jjj"])
def test_a_repeated_letter_is_no_initials(sample_store: Store, query: str) -> None:
    assert not find(sample_store, query)


@pytest.mark.parametrize(
    ("query", "record"),
    [
        ("线上问诊市场规模", "consultation-market"),
        ("consultation-market", "consultation-market"),
        ("online consultation MARKET", "consultation-market"),
        ("青禾健康", "qinghe-health"),
        ("青禾", "qinghe-health"),
        ("Qinghe Health", "qinghe-health"),
        ("90917", "qinghe-health"),
        ("夜灯", "qinghe-health"),
        ("青禾健康科技有限公司", "qinghe-health"),
        ("卫发〔2021〕9号", "policy-payment-2021"),
        ("试付通知", "policy-payment-2021"),
        ("网上看病", "term-online-consultation"),
        ("晨星报", "herald-2023"),
    ],
)
def test_a_record_is_found_by_its_id_title_alias_code_and_number(
    sample_store: Store, query: str, record: str
) -> None:
    assert _first(sample_store, query)[0] == record


@pytest.mark.parametrize(
    ("query", "record", "answer"),
    [
        ("线上问诊市场规模", "consultation-market", "2022年：100亿元（已公布）"),
        ("线上问诊市场规模 2021", "consultation-market", "2021年：80亿元（已公布）"),
        ("线上问诊市场规模2022年", "consultation-market", "2022年：100亿元（已公布）"),
        ("线上问诊市场规模 2025", "consultation-market", "2025年：超过200亿元（预测）"),
        ("线上问诊市场规模 2022 预测", "consultation-market", "2022年：130亿元（预测）"),
        ("consultation market size 2021", "consultation-market", "2021年：80亿元（已公布）"),
        ("行业融资起数 2021上半年", "financing-deals", "2021年上半年：12起（已公布）"),
        ("financing deals Q1 2024", "financing-deals", "2024年第一季度：3起（已公布）"),
        ("行业融资起数", "financing-deals", "2024年第一季度：3起（已公布）"),
    ],
)
def test_the_answer_is_the_figure_of_the_requested_period(
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
def test_the_answer_of_a_player_is_the_requested_metric(
    sample_store: Store, query: str, amount: str
) -> None:
    record, answer = _first(sample_store, query)
    assert record == "qinghe-health"
    assert amount in answer


@pytest.mark.parametrize(
    ("query", "record"),
    [
        ("在走廊要坐多久", "waiting-time"),
        ("how long in a lobby", "waiting-time"),
        ("who has the night lamp", "qinghe-health"),
        ("conflicting estimates of the sector", "disagreement-consultation-market"),
        ("烧钱抢客", "trend-price-war"),
    ],
)
def test_a_record_is_found_by_what_readers_ask_for_it(
    sample_store: Store, query: str, record: str
) -> None:
    assert find(sample_store, query)[0].entry.id == record


def test_an_answer_has_its_evidence_and_the_answers_that_disagree(sample_store: Store) -> None:
    entry = find(sample_store, "线上问诊市场规模 2022")[0].entry
    assert [cited["exact"] for cited in entry.citations] == ["2022年增至100亿元"]
    assert [other["answer"]["zh"] for other in entry.disagrees] == ["2022年：130亿元（预测）"]


def test_a_year_alone_finds_the_figures_of_that_year(sample_store: Store) -> None:
    hits = find(sample_store, "2021")
    assert hits
    for first, last in (day_range(hit.entry.period) for hit in hits if hit.entry.period):
        assert first <= 20211231
        assert last >= 20210101
    assert "consultation-market" in {hit.entry.id for hit in hits}


@pytest.mark.parametrize("query", ["市场规模", "问诊 2022", "健康", "market", "2022", "青禾 用户"])
def test_scores_are_between_0_and_1_in_descending_order(sample_store: Store, query: str) -> None:
    hits = find(sample_store, query, 50)
    assert hits
    scores = [hit.score for hit in hits]
    assert scores == sorted(scores, reverse=True)
    assert all(0 < score <= 1 for score in scores)
    assert len({hit.entry.id for hit in hits}) == len(hits)


def test_a_complete_title_scores_highest(sample_store: Store) -> None:
    # Except gaps: their titles are questions and are parsed as such.
    entries = [entry for entry in sample_store.entries() if entry.kind != "gap"]
    for entry in entries:
        for title in entry.title:
            best = find(sample_store, title)[0]
            assert title in best.entry.title
            assert best.score >= 0.9


def test_every_record_is_found_by_its_titles(sample_store: Store) -> None:
    for entry in sample_store.entries():
        for title in entry.title:
            found = [hit.entry.id for hit in find(sample_store, title, 5)]
            assert entry.id in found, (title, found)


def test_any_part_of_a_chinese_title_finds_its_record(sample_store: Store) -> None:
    for entry in sample_store.entries():
        title = entry.title.zh
        for part in set(re.findall("(?=([一-鿿]{2,5}))", title)):
            for length in range(2, len(part) + 1):
                found = {hit.entry.id for hit in find(sample_store, part[:length], 400)}
                assert entry.id in found, (part[:length], entry.id)


@pytest.mark.parametrize(
    "query",
    [
        "线上问诊市场规模 2022",
        "2022",
        "医",
        "互联网 2023",
        "长乐健康 营收 2022H1",
        "health",
        "in 2022",
    ],
)
def test_a_lower_limit_returns_the_first_hits_of_a_higher_one(
    sample_store: Store, query: str
) -> None:
    many = find(sample_store, query, 1000)
    assert len(many) > 2
    for limit in (1, 2, 3, 5, 10):
        assert find(sample_store, query, limit) == many[:limit]


def test_facts_without_evidence_are_those_of_the_hits(sample_store: Store) -> None:
    for query in ("医保", "线上问诊市场规模 2022", "changle", "青禾建康"):
        hits, results = find(sample_store, query), find_facts(sample_store, query)
        assert hits
        assert [(hit.entry[:11], hit.score, hit.verdict) for hit in hits] == [
            (result.fact[:11], result.score, result.verdict) for result in results
        ]
        marked = sample_store.disputed_answers(result.fact for result in results)
        entries = [hit.entry for hit in hits if hit.entry.kind != "disagreement"]
        assert {entry.number for entry in entries if entry.disagrees} <= marked


def test_a_side_of_a_disagreement_is_marked(sample_store: Store) -> None:
    fact = find(sample_store, "线上问诊市场规模 2022")[0].entry
    other = find(sample_store, "青禾健康")[0].entry
    assert sample_store.disputed_answers([fact]) == {fact.number}
    assert not sample_store.disputed_answers([other])


def test_similar_titles_are_suggested(sample_store: Store) -> None:
    assert "青禾健康" in suggest(sample_store, "青禾建康医院", "zh")
    assert "Qinghe Health" in suggest(sample_store, "Kinghe Helth", "en")
    assert len(suggest(sample_store, "线上", "zh", 2)) == 2


@pytest.mark.parametrize("query", ["Cita Health", "Qinghe of Peru", "qinghe zanzibar"])
def test_a_suggested_title_shares_a_word_or_a_name_with_the_query(
    sample_store: Store, query: str
) -> None:
    titles = suggest(sample_store, query, "en", 5)
    assert titles
    assert all(set(query.lower().split()).intersection(each.lower().split()) for each in titles)


def test_a_common_word_beside_an_unknown_name_suggests_nothing(sample_store: Store) -> None:
    assert suggest(sample_store, "Zanzibar Wordsworth online", "en") == []


def test_titles_are_suggested_in_the_language_asked_for(sample_store: Store) -> None:
    assert "Qinghe Health" in suggest(sample_store, "青禾建康医院", "en")
    assert "青禾健康" in suggest(sample_store, "Kinghe Helth", "zh")


@pytest.mark.parametrize("query", ["叮当健康", "圆心科技", "微脉", "字节跳动"])
def test_a_company_that_no_source_names_is_not_found(sample_store: Store, query: str) -> None:
    assert find(sample_store, query) == []


@pytest.mark.parametrize("second", ["云山医生", "线上问诊市场规模", "Changle Health"])
def test_what_the_briefing_has_is_never_said_to_be_missing_from_it(
    sample_store: Store, second: str
) -> None:
    for query in (f"青禾健康 {second}", f"{second} 青禾健康"):
        remark = find(sample_store, query)[0].verdict.remark
        assert "没有关于" not in remark.zh
        assert "nothing about" not in remark.en


@pytest.mark.parametrize(
    ("query", "company"),
    [
        ("云山医生 收入", "yunshan-doctor"),
        ("半月医讯 签约医生", "medical-fortnightly"),
        ("City health bureau adjusted profit", "health-bureau"),
    ],
)
def test_a_company_without_the_measure_comes_before_others_that_have_it(
    sample_store: Store, query: str, company: str
) -> None:
    hits = find(sample_store, query)
    assert hits[0].entry.id == company
    assert hits[0].match == "other_measure"


@pytest.mark.parametrize("query", ["ding dang jian kang", "yuan xin ke ji"])
def test_an_unknown_company_in_syllables_is_at_most_an_approximate_match(
    sample_store: Store, query: str
) -> None:
    assert all(hit.match != "exact" for hit in find(sample_store, query))


@pytest.mark.parametrize("query", ["长乐方", "Changle Helath"])
def test_a_partial_or_misspelled_match_is_approximate(sample_store: Store, query: str) -> None:
    assert find(sample_store, query)[0].match != "exact"


@pytest.mark.parametrize("query", ["长乐健康", "长乐健康有多少医生"])
def test_names_and_questions_are_exact_matches(sample_store: Store, query: str) -> None:
    assert find(sample_store, query)[0].match == "exact"


@pytest.mark.parametrize(
    ("query", "typed", "fact"),
    [("青禾建康", "青禾建康", ""), ("长乐健康 收如", "收如", "changle-health.revenue@2022-H1")],
)
def test_a_homophone_is_corrected_with_a_remark(
    sample_store: Store, query: str, typed: str, fact: str
) -> None:
    hit = find(sample_store, query)[0]
    assert hit.match == "near"
    assert hit.verdict.remark.zh == f"没有找到“{typed}”，以下是写法相近的"
    assert hit.entry.fact == fact


def test_an_answer_of_another_period_is_marked(sample_store: Store) -> None:
    assert find(sample_store, "线上问诊市场规模 2023", 1)[0].match == "other_period"


@pytest.mark.parametrize(
    "query",
    ["线上问诊市场规模 2022", "线上问诊市场规模", "国医署发〔2019〕47号", "长乐健康 2022H1 收入"],
)
def test_an_answer_of_the_requested_period_is_not_marked(sample_store: Store, query: str) -> None:
    assert find(sample_store, query)[0].match == "exact"


@pytest.mark.parametrize("query", ["10bn market", "CNY 10 bn market", "10 billion market"])
def test_a_figure_is_found_by_its_abbreviated_power(sample_store: Store, query: str) -> None:
    assert find(sample_store, query)[0].entry.fact == "consultation-market@2022"


def _features(store: Store, query: str) -> dict[str, dict[str, float]]:
    ranked = explain(store, query).ranked
    return {item.described.record.id: item.described.features for item, _ in ranked}


def test_a_statistic_of_a_part_of_what_is_asked_counts_less(sample_store: Store) -> None:
    marked = _features(sample_store, "size of the market telehealth")
    assert "narrower" in marked["night-market"]
    assert "narrower" not in marked["consultation-market"]
    asked = _features(sample_store, "size of the market nighttime telehealth")
    assert "narrower" not in asked["night-market"]


def test_another_word_for_a_whole_title_is_recognized(sample_store: Store) -> None:
    marked = _features(sample_store, "telehealth")
    titled = {record for record, it in marked.items() if "means the title" in it}
    assert titled == {"consultations", "term-online-consultation"}
    asked = _features(sample_store, "how much telehealth")
    assert not any("means the title" in features for features in asked.values())


@pytest.mark.parametrize("query", ["revenue of Qinghe Helath", "revenue of qinghe helath"])
def test_a_misspelled_word_is_named_once(sample_store: Store, query: str) -> None:
    remark = find(sample_store, query, 1)[0].verdict.remark
    assert remark.en.lower().count("“helath”") == 1
    assert remark.zh.lower().count("“helath”") == 1


@pytest.mark.parametrize("name", ["长乐健康", "青禾健康"])
def test_a_company_in_pinyin_is_answered_as_its_name(sample_store: Store, name: str) -> None:
    spelled = "".join(lazy_pinyin(name))
    assert find(sample_store, spelled)[0].entry.fact == find(sample_store, name)[0].entry.fact


@pytest.mark.parametrize("query", ["牢年", "唠年"])
def test_a_word_that_sounds_like_a_concept_is_no_name_of_it(
    sample_store: Store, query: str
) -> None:
    assert find(sample_store, "老年")
    assert find(sample_store, query) == []
