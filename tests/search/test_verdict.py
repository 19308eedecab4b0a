"""An answer says whether it is what was asked for."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from tui.question.reader import make_part, read_question
from tui.search import find
from tui.search.features import is_part_of_title
from tui.search.record_features import RecordDescriber
from tui.search.suggestions import suggest
from tui.search.verdict import judge
from tui.store import Store, open_store
from tui.text.language import Wording


@pytest.mark.parametrize(
    ("query", "record", "match", "missing"),
    [
        ("长乐健康 营收", "changle-health", "exact", ()),
        ("长乐健康 营收 2023", "changle-health", "other_period", ()),
        ("Changle Health turnover 2023", "changle-health", "other_period", ()),
        ("长乐健康 市值", "changle-health", "other_measure", ("市值",)),
        ("Changle Health share price", "changle-health", "other_measure", None),
        ("Changle Helath", "changle-health", "near", ()),
        ("线上问诊市场规模 2022年第三季度", "consultation-market", "other_period", ()),
        ("financing amount May 2021", "financing-amount", "other_period", ()),
        ("US online patients", "online-patients", "other_measure", ("us",)),
        ("线上问诊市场规模 2019", "gap-market-2020", "exact", ()),
    ],
)
def test_what_is_not_covered_is_named(
    sample_store: Store, query: str, record: str, match: str, missing: tuple[str, ...] | None
) -> None:
    hit = find(sample_store, query)[0]
    assert hit.entry.id == record
    assert hit.match == match
    assert bool(hit.verdict.remark.zh) == (match != "exact")
    if missing is not None:
        assert hit.verdict.missing == missing


@pytest.mark.parametrize("day", ["{}年2月{}日", "{1} February {0}", "Feb {1}th, {0}", "{}-02-{}"])
def test_another_day_of_the_month_is_said(sample_store: Store, day: str) -> None:
    hit = find(sample_store, day.format(2020, 28))[0]
    assert hit.entry.id == "policy-emergency-2020"
    assert hit.match == "exact"
    other = find(sample_store, f"emergency notice {day.format(2020, 27)}")[0]
    assert other.entry.id == "policy-emergency-2020"
    assert other.match == "other_period"
    assert "Feb 2020" in other.verdict.remark.en


@pytest.mark.parametrize("query", ["Changle Health net profit", "长乐健康 净利润"])
def test_the_figure_of_a_broader_measure_is_shown_with_a_remark(
    sample_store: Store, query: str
) -> None:
    hit = find(sample_store, query)[0]
    assert hit.entry.fact == "changle-health.adjusted-profit@2022-H1"
    assert hit.match == "other_measure"
    assert hit.verdict.missing in (("net profit",), ("净利润",))


@pytest.mark.parametrize("query", ["when did Qinghe Health list", "Qinghe Health listing date"])
def test_the_date_of_one_event_is_not_that_of_another(sample_store: Store, query: str) -> None:
    assert find(sample_store, query)[0].match == "other_measure"


def test_a_figure_of_another_measure_never_answers(sample_store: Store) -> None:
    for hit in find(sample_store, "长乐健康 营收 2022"):
        if hit.entry.id == "changle-health":
            assert "revenue" in hit.entry.fact


def test_the_remark_names_both_periods(sample_store: Store) -> None:
    remark = find(sample_store, "长乐健康 营收 2023")[0].verdict.remark
    assert remark.en == "no figure for 2023; showing H1 2022"
    assert remark.zh == "没有2023年的数据，以下是2022年上半年的"


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("现在线上问诊市场规模", "2022"),
        ("how big is the online consultation market now", "2022"),
        ("长乐健康现在有多少医生", "Sep 2022"),
    ],
)
def test_a_past_figure_is_not_shown_as_that_of_today(
    sample_store: Store, query: str, shown: str
) -> None:
    hit = find(sample_store, query)[0]
    assert (hit.match, hit.verdict.remark.en) == (
        "other_period",
        f"no current figure; showing {shown}",
    )


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("online hospitals outlook", "Jun 2023"),
        ("预计有多少家线上医院", "Jun 2023"),
        ("doctors practicing online forecast", "2023"),
    ],
)
def test_a_past_figure_is_no_forecast(sample_store: Store, query: str, shown: str) -> None:
    hit = find(sample_store, query)[0]
    assert (hit.match, hit.verdict.remark.en) == (
        "other_period",
        f"no forecast of this; showing {shown}",
    )


def test_a_forecast_answers_where_one_is_asked_for(sample_store: Store) -> None:
    for query in ("consultation market forecast", "预计线上问诊市场规模"):
        assert find(sample_store, query)[0].entry.fact == "consultation-market@2025"


@pytest.mark.parametrize("query", ["最新的线上问诊市场规模", "线上问诊市场规模"])
def test_the_latest_figure_is_what_is_asked_for(sample_store: Store, query: str) -> None:
    assert find(sample_store, query)[0].match == "exact"


def test_a_sentence_without_a_figure_does_not_answer_how_many(sample_store: Store) -> None:
    hits = find(sample_store, "长乐健康现在有多少医生")
    assert [hit.match for hit in hits if hit.entry.kind == "statement"] == ["other_measure"]


@pytest.mark.parametrize("query", ["叮当快药", "WeDoctor", "zzzzqqq", "圆心科技的营收"])
def test_a_company_that_no_source_names_gets_no_exact_answer(
    sample_store: Store, query: str
) -> None:
    assert all(hit.match != "exact" for hit in find(sample_store, query))


@pytest.mark.parametrize(
    ("query", "fact"),
    [
        ("financing peak", "financing-amount@2020"),
        ("哪一年融资金额最高", "financing-amount@2020"),
        ("year with the lowest financing", "financing-amount@2022"),
        ("which year had the highest share of patients over 60", "elderly-share@2023"),
    ],
)
def test_a_superlative_is_answered_by_the_extreme_of_comparable_periods(
    sample_store: Store, query: str, fact: str
) -> None:
    assert find(sample_store, query)[0].entry.fact == fact


def test_an_answer_that_hardly_leads_is_not_exact(sample_store: Store) -> None:
    # Two markets have a size of 2022.
    first, second = find(sample_store, "市场规模 2022")[:2]
    assert first.entry.fact == "consultation-market@2022"
    assert second.entry.fact == "night-market@2022"
    assert first.match == "near"
    assert second.entry.title.en in first.verdict.remark.en
    assert "see also “" in first.verdict.remark.en
    assert find(sample_store, "线上问诊市场规模 2022")[0].match == "exact"


def test_the_verdict_does_not_depend_on_the_limit(sample_store: Store) -> None:
    assert find(sample_store, "市场规模 2022", 1)[0].match == "near"


def test_beside_a_name_with_a_year_a_figure_of_another_year_says_so(sample_store: Store) -> None:
    question = read_question(sample_store, "2024年有多少在线患者")  # the title of a gap
    entries = {entry.id: entry for entry in sample_store.entries()}
    positions = [position for part in question.parts for position in part.names]
    assert [record.id for record in sample_store.indexed_records(positions)] == [
        "gap-patients-2024"
    ]
    describer = RecordDescriber(sample_store, question, [1.0], {})
    every = sample_store.indexed_records(range(len(entries)))
    patients = next(record for record in every if record.id == "online-patients")
    verdict = judge(question, [1.0], describer.describe(patients, [1.0]))
    assert verdict.match == "other_period"
    assert verdict.remark.en == "no figure for 2024; showing 2023"


def test_a_question_without_a_word_to_look_up_has_no_exact_answer(sample_store: Store) -> None:
    question = read_question(sample_store, "do they know what they may do")
    weights = [1.0] * len(question.parts)
    record = sample_store.indexed_records([0])[0]
    described = RecordDescriber(sample_store, question, weights, {}).describe(record, weights)
    assert judge(question, weights, described).match == "near"


def test_an_absurd_suggestion_is_not_made(sample_store: Store) -> None:
    assert suggest(sample_store, "zzzzqqq", "en") == []


@pytest.mark.parametrize("query", ["what about the market", "is it really a market for them"])
def test_a_sentence_of_which_one_word_is_known_is_not_exact(
    sample_store: Store, query: str
) -> None:
    hit = find(sample_store, query)[0]
    assert hit.match == "near"
    assert hit.verdict.remark.en.startswith("the closest match; it may not")


@pytest.mark.parametrize(
    "query", ["Wangchuan Institute sells data", "sells data Wangchuan Institute"]
)
def test_what_the_summary_of_the_named_record_says_needs_no_hedge(
    sample_store: Store, query: str
) -> None:
    hit = find(sample_store, query)[0]
    assert hit.match == "exact"


def test_a_sentence_about_a_word_that_many_records_have_is_not_exact(sample_store: Store) -> None:
    assert find(sample_store, "patients")[0].match == "exact"
    hit = find(sample_store, "do the patients like it")[0]
    assert hit.entry.id == "online-patients"
    assert hit.match == "near"


@pytest.mark.parametrize(
    ("query", "record", "fact"),
    [
        ("compound growth of online patients to 2020", "online-patients", "#cagr-2016-2020"),
        ("医疗支出年均增长 2030", "medical-spending", "#cagr-2021-2030"),
    ],
)
def test_growth_up_to_a_year_answers_a_question_about_that_year(
    sample_store: Store, query: str, record: str, fact: str
) -> None:
    hit = find(sample_store, query)[0]
    assert (hit.entry.fact, hit.match) == (record + fact, "exact")


def test_growth_up_to_another_year_does_not(sample_store: Store) -> None:
    hit = find(sample_store, "compound growth of online patients 2018")[0]
    assert hit.match != "exact" or hit.entry.kind == "gap"


@pytest.mark.parametrize(
    "query", ["full year online consultation market size 2022", "2022年全年线上问诊市场规模"]
)
def test_the_figure_of_a_year_is_that_of_the_full_year(sample_store: Store, query: str) -> None:
    hit = find(sample_store, query)[0]
    assert (hit.entry.fact, hit.match) == ("consultation-market@2022", "exact")


@pytest.mark.parametrize("query", ["Changle Health full year revenue 2022", "长乐健康全年营收"])
def test_the_figure_of_half_a_year_is_not_that_of_the_full_year(
    sample_store: Store, query: str
) -> None:
    hit = find(sample_store, query)[0]
    assert (hit.entry.fact, hit.match) == ("changle-health.revenue@2022-H1", "other_measure")


@pytest.mark.parametrize(
    "query", ["why did the online consultation market size grow", "为什么线上问诊市场规模增长"]
)
def test_a_figure_is_not_a_reason(sample_store: Store, query: str) -> None:
    hit = find(sample_store, query)[0]
    assert (hit.entry.id, hit.match) == ("consultation-market", "other_measure")
    assert hit.verdict.remark.en == "no reason is given; showing the figure"


@pytest.mark.parametrize("query", ["how many patients are elderly", "多少人是老年患者"])
def test_a_share_is_not_a_number_of_people(sample_store: Store, query: str) -> None:
    hit = find(sample_store, query)[0]
    assert (hit.entry.id, hit.match) == ("elderly-share", "other_measure")


def test_a_word_that_counts_is_a_measure_where_nothing_else_is_counted(
    sample_store: Store,
) -> None:
    hit = find(sample_store, "headcount of Changle Health")[0]
    assert (hit.match, hit.verdict.missing) == ("other_measure", ("headcount",))
    hit = find(sample_store, "doctor headcount Changle Health")[0]
    assert (hit.entry.fact, hit.match) == ("changle-health.doctors@2022-09", "exact")


def test_a_remark_has_the_words_as_typed(sample_store: Store) -> None:
    hit = find(sample_store, "Changle Health clincs 2023")[0]
    assert "clincs" in hit.verdict.remark.en


@pytest.mark.parametrize("query", ["Changle revenue", "长乐 营收"])
def test_the_figure_of_a_part_of_a_group_is_not_that_of_the_group(
    sample_store: Store, query: str
) -> None:
    hit = find(sample_store, query)[0]
    assert (hit.entry.fact, hit.match) == ("changle-health.revenue@2022-H1", "near")
    assert hit.verdict.remark.en.endswith("showing those of Changle Health")


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        (Wording("夜间问诊、门诊、住院的市场规模", "Markets: night, day, stay"), True),
        (Wording("夜间问诊、门诊、住院的市场规模", "Night market size: day, stay, care"), True),
        (Wording("夜间问诊、门诊、住院的市场规模", "Night, market, size"), False),
    ],
)
def test_what_precedes_the_list_in_a_title_is_none_of_the_things_listed(
    sample_store: Store, title: Wording, expected: bool
) -> None:
    record = find(sample_store, "night-market")[0].entry
    rows = sample_store.query("SELECT position FROM folded WHERE id = ?", (record.id,))
    (indexed,) = sample_store.indexed_records([position for (position,) in rows])
    parts = [make_part(word) for word in ("night", "market", "size")]
    indexed = indexed._replace(titles="night market size")
    assert is_part_of_title(parts, indexed, title) is expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        (Wording("夜间问诊、门诊、住院的市场规模", "Market size: night, day, stay"), True),
        (Wording("夜间问诊和门诊的市场规模", "Market size of night and day"), False),
    ],
)
def test_one_thing_is_a_part_of_a_title_that_lists_three(
    sample_store: Store, title: Wording, expected: bool
) -> None:
    record = find(sample_store, "night-market")[0].entry
    rows = sample_store.query("SELECT position FROM folded WHERE id = ?", (record.id,))
    (indexed,) = sample_store.indexed_records([position for (position,) in rows])
    parts = read_question(sample_store, "night consultation market").parts
    assert is_part_of_title(parts, indexed, title) is expected


@pytest.mark.parametrize(
    ("query", "first", "words", "other"),
    [
        ("insurance pharmacy", "changle-pharmacy", "“insurance”", "Hefeng Insurance"),
        ("market duty", "consultation-market", "“duty”", "Service standard for online clinics"),
        ("patients lamp", "qinghe-health", "“patients”", "Online patients"),
    ],
)
def test_a_word_that_another_answer_has_names_that_answer(
    sample_store: Store, query: str, first: str, words: str, other: str
) -> None:
    hit = find(sample_store, query)[0]
    assert (hit.entry.id, hit.match) == (first, "near")
    remark = hit.verdict.remark.en
    assert remark.startswith(f"the closest match does not mention {words}; mentioned in “{other}")
    assert remark.endswith("”")


def test_a_word_that_no_answer_has_names_none(sample_store: Store) -> None:
    hit = find(sample_store, "what is the fee at night")[0]
    assert hit.verdict.missing == ("fee",)
    assert "mentioned in" not in hit.verdict.remark.en


@pytest.mark.parametrize("query", ["why do doctors not work online", "market before"])
def test_a_negation_is_not_named_as_what_is_missing(sample_store: Store, query: str) -> None:
    hit = find(sample_store, query)[0]
    assert hit.match != "exact"
    assert "nothing about" not in hit.verdict.remark.en


def test_a_definition_is_no_forecast(sample_store: Store) -> None:
    hit = find(sample_store, "forecast for e-prescription")[0]
    assert hit.entry.id == "term-e-prescription"
    assert hit.match == "other_measure"
    assert hit.verdict.remark.en.startswith("no forecast is given")


@pytest.mark.parametrize(
    ("query", "remark"),
    [
        ("medical spending year on year", "no year-on-year rate is given; showing the compound "),
        ("医疗支出同比", "no year-on-year rate is given; showing the compound "),
        ("medical spending growth", ""),
    ],
)
def test_a_compound_rate_is_no_year_on_year_rate(
    sample_store: Store, query: str, remark: str
) -> None:
    hit = find(sample_store, query)[0]
    assert hit.entry.fact.startswith("medical-spending#cagr")
    assert hit.verdict.remark.en.startswith(remark)
    assert bool(hit.verdict.remark.en) == bool(remark)


@pytest.mark.parametrize("query", ["share over 60 2030", "60岁以上占比2030"])
def test_the_share_of_another_year_comes_before_a_gap_on_something_else(
    sample_copy: Path, environment: Mapping[str, str], query: str
) -> None:
    gaps = sample_copy / "gaps"
    text = (gaps / "gap-chart-share.toml").read_text("utf-8")
    zh, en = "60岁以上占比的样本有多大？", "What is the share over 60 based on?"
    for old, new in (
        ("各家平台的市场份额各是多少？", zh),
        ("What are the market shares of the platforms?", en),
    ):
        assert old in text
        text = text.replace(old, new)
    (gaps / "gap-share-sample.toml").write_text(
        text.replace("gap-chart-share", "gap-share-sample"), "utf-8"
    )
    path = sample_copy / "questions" / "readers.toml"
    known = (
        '[[questions]]\nanswer = "gap-share-sample"\n'
        'zh = ["60岁以上占比"]\nen = ["share over 60"]\n'
    )
    path.write_text(f"{path.read_text('utf-8')}\n{known}", "utf-8")
    with open_store(str(sample_copy), environment) as store:
        first, second = find(store, query)[:2]
    assert (first.entry.id, second.entry.id) == ("elderly-share", "gap-share-sample")
    assert first.verdict.remark.en == "no figure for 2030; showing 2023"
