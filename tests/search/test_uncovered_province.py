"""A question for the policies of a province without any says so, and never shows a company."""

from __future__ import annotations

import pytest

from tui.search.find import find_all
from tui.store import Store


@pytest.mark.parametrize(
    ("query", "province"),
    [
        ("江苏有什么政策", "Jiangsu"),
        ("浙江政策", "Zhejiang"),
        ("江蘇省政策", "Jiangsu"),
        ("Sichuan policies", "Sichuan"),
        ("shandong zhengce", "Shandong"),
        ("does Guangdong have a policy", "Guangdong"),
        ("浙江和江苏的政策", "Zhejiang, Jiangsu"),
        ("policies in Inner Mongolia", "Inner Mongolia"),
        ("Inner Mongolia policies", "Inner Mongolia"),
        ("内蒙古政策", "Inner Mongolia"),
        ("内蒙古自治区出台的政策", "Inner Mongolia"),
        ("policies of Hong Kong", "Hong Kong"),
    ],
)
def test_a_province_without_policies_is_named_and_those_of_others_shown(
    sample_store: Store, query: str, province: str
) -> None:
    found = find_all(sample_store, query)
    assert found.command == ("policies", "--level", "provincial")
    assert found.hits[0].match == "near"
    assert found.hits[0].verdict.remark.en == (
        f"no policies of {province}; showing those of other places: Canglan Province 1, The city 1"
    )


@pytest.mark.parametrize("query", ["四川医保支付政策", "policies of Sichuan on insurance payment"])
def test_the_policies_on_the_subject_follow(sample_store: Store, query: str) -> None:
    found = find_all(sample_store, query)
    first, second = found.hits[0].verdict.remark.en.split("\n")
    assert first == "no policies of Sichuan"
    assert "on insurance payment" in second
    assert {hit.entry.kind for hit in found.hits} == {"policy"}


@pytest.mark.parametrize("query", ["沧岚省政策", "policies of Canglan Province", "江苏医院"])
def test_a_province_with_policies_or_another_question_has_no_such_remark(
    sample_store: Store, query: str
) -> None:
    hits = find_all(sample_store, query).hits
    assert not any("showing those of other places" in hit.verdict.remark.en for hit in hits)
