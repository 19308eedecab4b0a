"""A question for the policies of a body that issued none says so, and shows no other record."""

from __future__ import annotations

import pytest

from tui.search.find import find_all
from tui.store import Store


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("科技部出台的政策", "科技部"),
        ("财政部的政策", "财政部"),
        ("科技部出台了什么", "科技部"),
        ("科技部", "科技部"),
        ("药监局负责什么", "药监局"),
        ("NMPA rules", "NMPA"),
        ("NMPA", "NMPA"),
        ("ministry of science and technology", "ministry of science and technology"),
        ("what did the ministry of finance issue", "ministry of finance"),
        ("国家药监局的规定", "国家药监局"),
        ("网信办发布的政策", "网信办"),
        ("国家市场监督管理总局出台了哪些政策", "国家市场监督管理总局"),
        ("公安部有哪些文件", "公安部"),
        ("policies by the Ministry of Finance", "Ministry of Finance"),
        ("Ministry of Finance policies", "Ministry of Finance"),
        ("what policies did the ministry of commerce issue", "ministry of commerce"),
        ("Cyberspace Administration rules", "Cyberspace Administration"),
        ("policies by the finance ministry", "finance ministry"),
        (
            "State Administration for Market Regulation rules",
            "State Administration for Market Regulation",
        ),
        ("rules of the ministry of public security", "ministry of public security"),
    ],
)
def test_a_body_without_policies_is_named_and_all_are_shown(
    sample_store: Store, query: str, name: str
) -> None:
    found = find_all(sample_store, query)
    assert found.command == ("policies",)
    assert {hit.entry.kind for hit in found.hits} == {"policy"}
    assert found.hits[0].match == "near"
    none, issuers = found.hits[0].verdict.remark.en.split("\n")
    assert none == f"no policies with “{name}” as a named issuer"
    assert issuers.startswith("the issuers named: National Medical Agency")


@pytest.mark.parametrize(
    "query",
    ["财政部关于医保支付的政策", "policies on insurance payment by the ministry of finance"],
)
def test_the_policies_on_the_subject_follow(sample_store: Store, query: str) -> None:
    found = find_all(sample_store, query)
    assert found.command == ("policies", "--tag", "insurance-payment")
    assert "on insurance payment" in found.hits[0].verdict.remark.en.split("\n")[1]


@pytest.mark.parametrize(
    "query",
    [
        *("市卫生局政策", "卫生局文件", "city health bureau documents", "health bureau policies"),
        *("全部政策", "布局政策", "西部政策", "部分政策", "委托政策", "门诊部政策", "内部文件"),
        *("哪些部门出台的政策", "department policies", "which ministries issued policies"),
    ],
)
def test_a_covered_body_or_another_word_has_no_such_remark(sample_store: Store, query: str) -> None:
    hits = find_all(sample_store, query).hits
    assert not any("as a named issuer" in hit.verdict.remark.en for hit in hits)
