"""Words that only join, count or distribute (各, 每个, 分别, 跟) are not looked up; what they ask
of each is answered for each."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from tui.document.shared_labels import FORCE_VERBS_COUNTED, FORCE_WORDS
from tui.search import find, find_all
from tui.store import Store, open_store

_GAP = """
id = "gap-leaders"
kind = "not_covered"
looked_in = [
    "herald-2023", "notes-undated", "yearbook-2024", "fortnightly-2022", "column-2024",
    "bureau-2023",
]
themes = ["supervision"]
question.zh = "三家巨头（长乐健康、小满健康）各占多少？"
question.en = "What do the three giants (Changle Health, Xiaoman Health) hold?"
finding = { zh = "没有。", en = "Not given." }
related = ["term-online-consultation"]
citations = [{ source = "yearbook-2024", exact = "平均候诊时间由2020年", gloss = "from 2020" }]
"""


def _policies(store: Store, tag: str, *forces: str) -> set[str]:
    places = ",".join("?" * len(forces))
    sql = (
        "SELECT DISTINCT p.id FROM provisions p JOIN provision_tags t "
        f"ON t.id = p.id AND t.provision = p.number WHERE force IN ({places}) AND tag = ?"
    )
    return {each for (each,) in store.query(sql, [*forces, tag])}


@pytest.mark.parametrize(
    ("query", "forces"),
    [
        ("各项政策对医保支付分别允许、推进、要求了什么", ("required", "permitted", "promoted")),
        ("每个政策对医保支付允许和要求了什么", ("required", "permitted")),
        ("what do policies require, permit, promote on insurance payment", ()),
    ],
)
def test_several_forces_side_by_side_are_alternatives(
    sample_store: Store, query: str, forces: tuple[str, ...]
) -> None:
    forces = forces or ("required", "permitted", "promoted")
    found = find_all(sample_store, query)
    wanted = _policies(sample_store, "insurance-payment", *forces)
    assert {hit.entry.id for hit in found.hits} == wanted
    remark = found.hits[0].verdict.remark
    for each in forces:
        count = len(_policies(sample_store, "insurance-payment", each))
        assert f"{FORCE_WORDS[each].zh}{count}项" in remark.zh
        assert f"{count} {FORCE_VERBS_COUNTED[each][count != 1]}" in remark.en


@pytest.mark.parametrize("force", ["required", "permitted", "promoted"])
@pytest.mark.parametrize(("subject", "language"), [("医保支付", "zh"), ("insurance payment", "en")])
def test_the_label_of_a_force_beside_a_subject_selects(
    sample_store: Store, force: str, subject: str, language: str
) -> None:
    wanted = _policies(sample_store, "insurance-payment", force)
    label = FORCE_WORDS[force].of("zh" if language == "zh" else "en").lower()
    found = find_all(sample_store, f"{subject} {label}")
    assert {hit.entry.kind for hit in found.hits} == {"policy"}
    if wanted:
        assert {hit.entry.id for hit in found.hits} == wanted
    else:
        assert "没有" in found.hits[0].verdict.remark.zh


@pytest.mark.parametrize("query", ["线上问诊市场规模为何不一", "线上问诊市场规模各来源为何不一"])
def test_figures_that_are_not_one_are_disputed(sample_store: Store, query: str) -> None:
    hit = find(sample_store, query)[0]
    assert (hit.entry.id, hit.match) == ("disagreement-consultation-market", "exact")


def test_what_is_uncertain_is_not_disputed(sample_store: Store) -> None:
    hits = find(sample_store, "线上问诊市场规模的数据为什么不一定增长")
    assert not hits or hits[0].entry.kind != "disagreement"


@pytest.mark.parametrize(
    "query", ["长乐健康跟小满健康比", "长乐健康同小满健康比一比", "长乐健康与小满健康对比"]
)
def test_companies_are_compared_whatever_joins_them(sample_store: Store, query: str) -> None:
    found = find_all(sample_store, query)
    assert found.command == ("compare", "changle-health", "xiaoman-health")
    assert "没有" not in found.hits[0].verdict.remark.zh


@pytest.mark.parametrize(
    "query",
    ["各公司营收", "各家营收", "两家公司营收对比", "哪家营收最高", "revenue of each company"],
)
def test_the_figure_of_each_company_is_listed_by_value(sample_store: Store, query: str) -> None:
    hits = find(sample_store, query)
    assert [hit.entry.id for hit in hits] == ["changle-health", "xiaoman-health"]
    assert all(hit.entry.fact.partition(".")[2].startswith("revenue") for hit in hits)
    assert all(hit.match == "near" for hit in hits)
    assert "2 companies" in hits[0].verdict.remark.en


def test_a_group_of_companies_is_those_that_a_title_names(
    sample_copy: Path, environment: Mapping[str, str]
) -> None:
    (sample_copy / "gaps" / "gap-leaders.toml").write_text(_GAP, encoding="utf-8")
    with open_store(str(sample_copy), environment) as store:
        for query in ("三家巨头营收", "三家巨头的营收", "巨头企业营收"):
            found = find_all(store, query)
            ids = {hit.entry.id for hit in found.hits}
            assert ids == {"changle-health", "xiaoman-health"}, query
            assert "三家巨头（长乐健康、小满健康）" in found.hits[0].verdict.remark.zh
            assert found.hits[0].match == "near"


@pytest.mark.parametrize(
    ("query", "company"),
    [("线上问诊日均咨询多少次", "长乐健康"), ("在线问诊签约医生多少", "青禾健康")],
)
def test_the_name_of_a_term_is_no_company(sample_store: Store, query: str, company: str) -> None:
    hit = find(sample_store, query)[0]
    assert hit.entry.title.zh == company
    assert f"只是{company}一家" in hit.verdict.remark.zh
