"""A figure of less than what is asked for says so; so does one that is chosen among several."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from tui.search import find
from tui.search.asked_form import counted_phrase
from tui.search.find import find_all
from tui.store import Store, open_store

_HOSPITALS = """
[[concepts]]
id = "hospital"
zh = ["医院"]
en = ["hospital"]

[[concepts]]
id = "online-hospital"
zh = ["线上医院", "网上医院"]
en = ["online hospital"]
"""


@pytest.mark.parametrize(
    ("query", "match"),
    [
        ("number of hospitals", "near"),
        ("医院数量", "near"),
        ("number of online hospitals", "exact"),
        ("线上医院数量", "exact"),
    ],
)
def test_a_figure_of_a_kind_is_not_of_the_whole(
    sample_copy: Path, environment: Mapping[str, str], query: str, match: str
) -> None:
    concepts = sample_copy / "concepts.toml"
    concepts.write_text(concepts.read_text("utf-8") + _HOSPITALS, "utf-8")
    with open_store(str(sample_copy), environment) as store:
        hit = find(store, query)[0]
    assert (hit.entry.id, hit.match) == ("online-hospitals", match)
    assert ("showing Online hospitals" in hit.verdict.remark.en) == (match == "near")


@pytest.mark.parametrize(
    ("query", "record", "remark"),
    [
        ("how many SKUs", "changle-health", "showing that of Changle Health alone"),
        ("how many patients are elderly", "elderly-share", "no number is given"),
        ("老年患者多少", "elderly-share", "no number is given"),
        ("which company has the most patients", "online-patients", "no name is given"),
        ("latest hospital", "online-hospitals", "the individual items are not listed"),
        ("deals per company", "financing-deals", "no source gives a ratio of"),
    ],
)
def test_a_figure_of_something_else_has_a_remark(
    sample_store: Store, query: str, record: str, remark: str
) -> None:
    hit = find(sample_store, query)[0]
    assert hit.entry.id == record
    assert hit.match != "exact"
    assert remark in hit.verdict.remark.en


@pytest.mark.parametrize(
    ("query", "fact", "word"),
    [
        ("highest market size", "consultation-market@2022", "highest"),
        ("financing amount highest", "financing-amount@2020", "highest"),
    ],
)
def test_the_greatest_figure_says_that_it_is(
    sample_store: Store, query: str, fact: str, word: str
) -> None:
    hit = find(sample_store, query)[0]
    assert (hit.entry.fact, hit.match) == (fact, "exact")
    assert word in hit.verdict.remark.en


@pytest.mark.parametrize(
    "query", ["how many doctors", "Changle Health SKUs", "number of online hospitals"]
)
def test_a_figure_of_what_is_asked_has_no_remark(sample_store: Store, query: str) -> None:
    hit = find(sample_store, query)[0]
    assert (hit.match, hit.verdict.remark.en) == ("exact", "")


@pytest.mark.parametrize("query", ["1=1", "' OR 1=1; --", "2+2"])
def test_single_digits_find_nothing(sample_store: Store, query: str) -> None:
    assert find(sample_store, query) == []


@pytest.mark.parametrize(
    ("query", "first", "order"),
    [
        ("most recent policy", "policy-night-2023", "newest first"),
        ("最新政策", "policy-night-2023", "newest first"),
        ("earliest policy", "policy-guidance-2018", "oldest first"),
        ("最早的政策", "policy-guidance-2018", "oldest first"),
        ("latest policy of Canglan", "policy-cross-province-2022", "newest first"),
    ],
)
def test_the_latest_and_the_earliest_policy_are_by_date(
    sample_store: Store, query: str, first: str, order: str
) -> None:
    hit = find(sample_store, query)[0]
    assert hit.entry.id == first
    assert hit.verdict.remark.en.endswith(order)


def test_either_of_several_forces(sample_store: Store) -> None:
    found = find_all(sample_store, "which policies bind or permit")
    assert found.command == ("policies", "--force", "permitted", "--force", "required")
    assert found.hits[0].verdict.remark == (
        "措辞为“允许”或“要求”的政策5项（要求3项、允许2项）",
        "5 policies marked Permitted or Required (3 require, 2 permit)",
    )


@pytest.mark.parametrize(
    ("query", "record"),
    [
        ("why is the market size disputed", "disagreement-consultation-market"),
        (
            "why do the figures for the consultation market differ",
            "disagreement-consultation-market",
        ),
        ("线上问诊市场规模为什么说法不一", "disagreement-consultation-market"),
        ("why do patient numbers disagree", "disagreement-online-patients"),
        ("why are there two market size figures", "disagreement-consultation-market"),
        ("线上问诊市场规模为什么有两个数字", "disagreement-consultation-market"),
    ],
)
def test_why_figures_differ_leads_to_the_dispute(
    sample_store: Store, query: str, record: str
) -> None:
    hit = find(sample_store, query)[0]
    assert (hit.entry.id, hit.match) == (record, "exact")


@pytest.mark.parametrize(
    "query",
    [
        "who disagrees about the consultation market",
        "who contradicts whom on the consultation market",
        "disputes about the consultation market",
        "which sources disagree on the consultation market",
        "谁和谁在线上问诊市场规模上有分歧",
        "谁对线上问诊市场规模的说法不一",
        "线上问诊市场规模的分歧",
    ],
)
def test_who_disagrees_leads_to_the_disputes_about_the_subject(
    sample_store: Store, query: str
) -> None:
    hit = find(sample_store, query)[0]
    assert (hit.entry.id, hit.match) == ("disagreement-consultation-market", "exact")


def test_who_disagrees_about_a_subject_lists_all_disputes_about_it(sample_store: Store) -> None:
    hits = find(sample_store, "who disagrees about patients")
    assert hits[0].entry.id == "disagreement-online-patients"
    assert {hit.entry.kind for hit in hits} == {"disagreement"}


def test_who_disagrees_about_what_nobody_disputes_is_said(sample_store: Store) -> None:
    hit = find(sample_store, "who disagrees about waiting time")[0]
    assert hit.match == "near"
    assert "no disagreement" in hit.verdict.remark.en


def test_a_dispute_says_who_says_what(sample_store: Store) -> None:
    figures = find(sample_store, "disagreement-consultation-market")[0].entry.answer.en
    (first, second) = figures.split("; ")
    for side in (first, second):
        assert re.fullmatch(r".+ says CNY .+ for \d{4} \(\w+\)", side)
    claim = find(sample_store, "disagreement-claim-qinghe-largest")[0].entry.answer.en
    assert re.match(r"Claim \(.+\): .+ For comparison \(.+\): ", claim)


def test_a_dispute_that_is_not_recorded_is_said(sample_store: Store) -> None:
    hit = find(sample_store, "why do waiting time figures differ")[0]
    assert (hit.entry.id, hit.match) == ("waiting-time", "near")
    assert "no disagreement" in hit.verdict.remark.en


@pytest.mark.parametrize(
    "query", ["what did Changle Health do in H1 2022", "长乐健康2022年上半年怎么样"]
)
def test_a_sentence_that_names_no_measure_gets_no_figure_as_exact(
    sample_store: Store, query: str
) -> None:
    hit = find(sample_store, query)[0]
    assert hit.entry.id == "changle-health"
    assert hit.match != "exact"


@pytest.mark.parametrize("query", ["how is the waiting time defined", "候诊时间怎么定义"])
def test_a_figure_is_no_definition(sample_store: Store, query: str) -> None:
    hit = find(sample_store, query)[0]
    assert (hit.entry.id, hit.match) == ("waiting-time", "other_measure")
    assert hit.verdict.remark.en == "no definition is given; showing the figure"


_DOCTORS = """
[[metrics]]
id = "doctors"
title = { zh = "签约医生", en = "Contracted doctors" }
unit = "名"
english_noun = "doctors"

[[metrics.observations]]
period = "2021-06"
value = 900
unit = "名"
status = "reported"
citations = [{ source = "notes-undated", exact = "云杉医生覆盖约40个城市", gloss = "a number" }]

[[events]]
id = "founded-2014"
kind = "founding"
date = "2014-11-12"
title = { zh = "云杉医生成立", en = "Yun Shan Doctor founded" }
citations = [{ source = "notes-undated", exact = "云杉医生覆盖约40个城市", gloss = "a date" }]
"""


@pytest.mark.parametrize("query", ["yunshan doctor doctors", "yun shan doctor doctors"])
def test_the_founding_of_a_company_is_no_number_of_people(
    sample_copy: Path, environment: Mapping[str, str], query: str
) -> None:
    path = sample_copy / "players" / "yunshan-doctor.toml"
    text = path.read_text("utf-8").replace("role =", 'aliases = ["Yunshan Doctor"]\nrole =', 1)
    text = text.replace('en = "Yunshan Doctor"', 'en = "Yun Shan Doctor"')
    path.write_text(text + _DOCTORS, "utf-8")
    with open_store(str(sample_copy), environment) as store:
        hits = find(store, query)
    company = next(hit for hit in hits if hit.entry.id == "yunshan-doctor")
    assert company.entry.fact == "yunshan-doctor.doctors@2021-06"


@pytest.mark.parametrize("query", ["how many investors", "how many online markets"])
def test_an_amount_of_money_is_no_number_of_things(sample_store: Store, query: str) -> None:
    hit = find(sample_store, query)[0]
    assert hit.match == "other_measure"
    assert "no number is given" in hit.verdict.remark.en


def test_how_many_yuan_asks_for_an_amount(sample_store: Store) -> None:
    hit = find(sample_store, "how many yuan is the online consultation market")[0]
    assert "no number is given" not in hit.verdict.remark.en


def test_what_people_use_is_not_what_is_counted() -> None:
    assert counted_phrase("how many people use online clinics") == "people"
    assert counted_phrase("how many patients used it in 2022") == "patients"


@pytest.mark.parametrize("query", ["9999.HK", "9999.HK revenue", "600999.SH"])
def test_a_ticker_of_no_company_finds_nothing(sample_store: Store, query: str) -> None:
    assert find_all(sample_store, query).hits == []
