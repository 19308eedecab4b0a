"""An answer of another kind than the question word asks for says so, and the order of answers to a
bare topic."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from tui.search import find
from tui.store import Store, open_store

_NOT_SAID = "the closest match does not mention {}"


@pytest.mark.parametrize(
    ("query", "record", "match", "remark"),
    [
        (
            *("长乐健康的用户从哪里来", "changle-health", "other_measure"),
            "the origin is not stated; showing the figure",
        ),
        (
            *("where do Changle Health's users come from", "changle-health", "other_measure"),
            "the origin is not stated; showing the figure",
        ),
        ("长乐健康有多少用户", "changle-health", "exact", ""),
        (
            *("长乐健康用户的出处", "changle-health", "other_measure"),
            "the origin is not stated; showing the figure",
        ),
        ("小满健康的营收哪来的", "xiaoman-health", "exact", ""),  # its half-year report
        (
            *("小满健康营收的数据来源", "xiaoman-health", "exact"),
            "published by Medical Fortnightly 2022, which cites Xiaoman Health's half-year report",
        ),
        ("小满健康上半年营收 2022", "xiaoman-health", "exact", ""),
        ("小满健康 H1 revenue 2022", "xiaoman-health", "exact", ""),
        (
            *("小满健康营收 2022", "xiaoman-health", "other_period"),
            "no figure for all of 2022; only H1 2022",
        ),
        ("问诊行业协会说了什么", "consultation-association", "exact", ""),
        (
            *("which ministry issued the guidance of 2018", "policy-guidance-2018", "near"),
            "the closest match; it may not be exactly what was asked",
        ),
        (
            *("when do clinics merge", "trend-clinics-merge", "other_measure"),
            "no date is given; showing what is known",
        ),
        (
            *("when did Xingyuan Hospital launch its cloud clinic", "xingyuan-hospital", "exact"),
            "",
        ),
        ("行远医院的云诊室是什么时候上线的", "xingyuan-hospital", "exact", ""),
        (
            *("when did Changle Health start", "changle-health", "other_measure"),
            "the date asked for is not given; showing what is known",
        ),
        (
            *("how old is Qinghe Health", "qinghe-health", "other_measure"),
            "the date asked for is not given; showing what is known",
        ),
        (
            *("how much did Changle Health make", "changle-health", "near"),
            "the closest match; it may not be exactly what was asked",
        ),
        ("how many doctors are Changle Health using", "changle-health", "exact", ""),
        ("is anything known about Changle Health's revenue", "changle-health", "exact", ""),
        (
            *("how many users did Changle Health have last year", "changle-health"),
            *("other_period", "no current figure; showing H1 2022"),
        ),
        (
            "长乐健康去年有多少用户",
            "changle-health",
            "other_period",
            "no current figure; showing H1 2022",
        ),
        ("undercut", "trend-price-war", "near", _NOT_SAID.format("“undercut”")),
        ("lobby turn", "waiting-time", "near", _NOT_SAID.format("“lobby”, “turn”")),
        (
            *("为什么患者少", "gap-patients-2024", "other_measure"),
            "no cause is given in the documents; showing related content",
        ),
        (
            *("why did growth slow", "trend-slower-growth", "other_measure"),
            "no cause is given in the documents; showing related content",
        ),
        (
            *("长乐健康 营收 2022", "changle-health", "other_period"),
            "no figure for all of 2022; only H1 2022",
        ),
        ("长乐健康 营收 2022年上半年", "changle-health", "exact", ""),
        ("number of online hospitals 2023", "online-hospitals", "exact", ""),
        (
            *("when did online consultations start", "consultations", "other_measure"),
            "the date asked for is not given; showing what is known",
        ),
    ],
)
def test_an_answer_of_another_kind_has_a_remark(
    sample_store: Store, query: str, record: str, match: str, remark: str
) -> None:
    hit = find(sample_store, query)[0]
    assert (hit.entry.id, hit.match) == (record, match)
    assert hit.verdict.remark.en == remark


def test_a_cause_that_is_given_has_no_remark(
    sample_copy: Path, environment: Mapping[str, str]
) -> None:
    path = sample_copy / "themes" / "trend-slower-growth.toml"
    text = path.read_text("utf-8")
    start = text.index("text = ")
    line = text[start : text.index("\n", start)]
    caused = 'text = { zh = "因为患者变少。", en = "It slows because there are fewer patients." }'
    path.write_text(text.replace(line, caused), "utf-8")
    with open_store(str(sample_copy), environment) as store:
        hit = find(store, "why did growth slow")[0]
    assert hit.entry.id == "trend-slower-growth"
    assert hit.match == "exact"


_DERIVED = """
[[metrics.observations]]
period = "2023-06"
value = 1500
unit = "万人"
status = "{status}"

[[metrics.observations.citations]]
source = "fortnightly-2022"
exact = "长乐健康总收入为13.6亿元"
gloss = "Changle Health's total revenue was CNY 1.36 billion"
relation = "{relation}"
"""


@pytest.mark.parametrize(
    ("status", "relation", "period"),
    [("estimate", "derived", "2022-H1"), ("estimate", "quoted", "2023-06")],
)
def test_a_printed_figure_comes_before_one_that_the_editor_derived(
    sample_copy: Path, environment: Mapping[str, str], status: str, relation: str, period: str
) -> None:
    path = sample_copy / "players" / "changle-health.toml"
    text = path.read_text("utf-8")
    at = text.index("[[metrics.observations]]", text.index('id = "active-users"'))
    added = _DERIVED.format(status=status, relation=relation).lstrip()
    path.write_text(f"{text[:at]}{added}\n{text[at:]}", "utf-8")
    with open_store(str(sample_copy), environment) as store:
        asked = find(store, "how many active users does Changle Health have")[0]
        latest = find(store, "Changle Health active users June 2023")[0]
    assert asked.entry.fact == f"changle-health.active-users@{period}"
    assert latest.entry.fact == "changle-health.active-users@2023-06"


def _with_statistic(sample: Path, name: str, old: str, changes: Mapping[str, str]) -> None:
    """Write a statistic that is another one with changed texts."""
    text = (sample / "statistics" / f"{old}.toml").read_text("utf-8").replace(old, name, 1)
    for before, after in changes.items():
        assert before in text
        text = text.replace(before, after)
    (sample / "statistics" / f"{name}.toml").write_text(text, "utf-8")


_OLDER = {
    "60岁以上患者占比": "80岁以上患者占比",
    "patients over 60": "patients over 80",
    '["老年患者"]': '["高龄患者"]',
}


@pytest.mark.parametrize(
    ("query", "first", "others"),
    [
        ("what share of patients", "elderly-share", "see also “"),
        ("share of patients over 80", "oldest-share", ""),
        ("share of patients over 60", "elderly-share", ""),
    ],
)
def test_the_share_of_one_group_beside_that_of_another(
    sample_copy: Path, environment: Mapping[str, str], query: str, first: str, others: str
) -> None:
    _with_statistic(sample_copy, "oldest-share", "elderly-share", _OLDER)
    with open_store(str(sample_copy), environment) as store:
        hit = find(store, query)[0]
    assert hit.entry.id == first
    assert hit.verdict.remark.en.startswith(others)
    assert bool(hit.verdict.remark.en) == bool(others)


@pytest.mark.parametrize(
    ("query", "first"),
    [("80岁以上患者比例", "oldest-share"), ("60岁以上患者比例", "elderly-share")],
)
def test_the_number_in_a_title_tells_groups_of_one_concept_apart(
    sample_copy: Path, environment: Mapping[str, str], query: str, first: str
) -> None:
    _with_statistic(sample_copy, "oldest-share", "elderly-share", _OLDER)
    concepts = sample_copy / "concepts.toml"
    of_age = '\n[[concepts]]\nid = "by-age"\nzh = ["60岁以上患者", "80岁以上患者"]\n'
    concepts.write_text(concepts.read_text("utf-8") + of_age, "utf-8")
    with open_store(str(sample_copy), environment) as store:
        assert find(store, query)[0].entry.id == first


def test_a_bare_topic_is_explained_before_a_figure_of_a_part_of_it(
    sample_copy: Path, environment: Mapping[str, str]
) -> None:
    path = sample_copy / "statistics" / "insured-hospital-share.toml"
    text = path.read_text("utf-8")
    path.write_text(text.replace('["医保接通率"]', '["医保接通率", "医保报销"]'), "utf-8")
    with open_store(str(sample_copy), environment) as store:
        topic = find(store, "医保报销")[0].entry.id
        share = find(store, "医保报销 占比")[0].entry.id
    assert (topic, share) == ("term-insurance-payment", "insured-hospital-share")


def test_the_company_of_a_known_question_stays_before_another_that_is_named(
    sample_copy: Path, environment: Mapping[str, str]
) -> None:
    path = sample_copy / "questions" / "readers.toml"
    asked = '[[questions]]\nanswer = "changle-group"\nzh = ["长乐集团是不是长乐健康换的名字"]\n'
    path.write_text(f"{path.read_text('utf-8')}\n{asked}", "utf-8")
    with open_store(str(sample_copy), environment) as store:
        hit = find(store, "长乐集团是不是长乐健康换的名字")[0]
    assert (hit.entry.id, hit.match) == ("changle-group", "exact")


_DENTISTS = """
id = "dentists-share"
unit = "%"

[title]
zh = "沧岚省牙医占全国的比例"
en = "Share of Canglan in national dentists"

[denominator]
zh = "全国牙医"
en = "National dentists"

[scope]
zh = "未说明。"
en = "Not stated."

[summary]
zh = "12%。"
en = "12%."

[[citations]]
source = "yearbook-2024"
exact = "60岁以上患者占比2021年为12%"
gloss = "the share of patients over 60 was 12% in 2021"

[[observations]]
period = "2021"
value = 12
unit = "%"
status = "reported"

[[observations.citations]]
source = "yearbook-2024"
exact = "60岁以上患者占比2021年为12%"
gloss = "the share of patients over 60 was 12% in 2021"
"""


@pytest.mark.parametrize(
    ("query", "match"),
    [
        ("national dentists", "other_measure"),
        ("全国牙医", "other_measure"),
        ("Canglan national dentists", "exact"),
        ("share of national dentists", "exact"),
        ("沧岚省牙医占全国的比例", "exact"),
    ],
)
def test_a_share_is_not_the_number_of_what_it_is_a_share_of(
    sample_copy: Path, environment: Mapping[str, str], query: str, match: str
) -> None:
    (sample_copy / "statistics" / "dentists-share.toml").write_text(_DENTISTS, "utf-8")
    with open_store(str(sample_copy), environment) as store:
        hit = find(store, query)[0]
    assert (hit.entry.id, hit.match) == ("dentists-share", match)
    assert ("showing the share" in hit.verdict.remark.en) == (match != "exact")


@pytest.mark.parametrize("query", ["growth 2023", "growth"])
def test_growth_of_nothing_named_is_that_of_a_statistic(sample_store: Store, query: str) -> None:
    hit = find(sample_store, query)[0]
    assert hit.entry.kind == "statistic"
    assert hit.match != "exact"


@pytest.mark.parametrize("query", ["线上问诊市场规模哪家靠谱", "线上问诊市场规模是哪家靠谱"])
def test_whose_figure_is_reliable_is_answered_by_the_dispute_and_then_the_figure(
    sample_store: Store, query: str
) -> None:
    hits = [(hit.entry.id, hit.match) for hit in find(sample_store, query)]
    assert hits[:2] == [
        ("disagreement-consultation-market", "exact"),
        ("consultation-market", "exact"),
    ]


def test_whose_figure_is_reliable_is_answered_by_a_figure_without_a_dispute(
    sample_store: Store,
) -> None:
    assert find(sample_store, "等候时间哪家靠谱")[0].entry.id == "waiting-time"


@pytest.mark.parametrize("word", ["一样吗", "晚几年", "公布的", "有何"])
def test_words_that_only_ask_are_not_said_to_be_missing(sample_store: Store, word: str) -> None:
    remark = find(sample_store, f"等候时间{word}")[0].verdict.remark
    assert word[:2] not in remark.zh
