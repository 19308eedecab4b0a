"""A question whether something is so leads to a policy, not to a gap about a number."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from tui.search import find
from tui.store import Store, open_store

_GAP = """
id = "gap-insurance-paid"
kind = "not_covered"
looked_in = ["fortnightly-2022", "column-2024"]

[question]
zh = "医保为线上问诊付了多少钱？"
en = "How much has insurance paid for online consultation?"

[finding]
zh = "没有金额。"
en = "No amount."

[[citations]]
source = "fortnightly-2022"
exact = "至今没有公布过一个数字"
gloss = "not a single figure"
"""
_QUESTIONS = """
[[questions]]
answer = "gap-insurance-paid"
zh = ["医保付了线上问诊多少"]
en = ["how much insurance was paid for online consultations"]
"""


@pytest.mark.parametrize(
    ("query", "kind"),
    [
        ("is insurance paid for online consultations", "policy"),
        ("医保付线上问诊吗", "policy"),
        ("how much insurance is paid for online consultations", "gap"),
        ("医保付线上问诊多少钱", "gap"),
    ],
)
def test_whether_insurance_pays_is_no_question_for_the_amount(
    sample_copy: Path, environment: Mapping[str, str], query: str, kind: str
) -> None:
    (sample_copy / "gaps" / "gap-insurance-paid.toml").write_text(_GAP, "utf-8")
    readers = sample_copy / "questions" / "readers.toml"
    readers.write_text(readers.read_text("utf-8") + _QUESTIONS, "utf-8")
    with open_store(str(sample_copy), environment) as store:
        hits = find(store, query)
    assert hits[0].entry.kind == kind
    assert "gap-insurance-paid" in [hit.entry.id for hit in hits]


@pytest.mark.parametrize("query", ["does Chunlai Health have users", "春来健康有没有用户"])
def test_whether_a_company_has_something_is_no_question_for_a_policy(
    sample_store: Store, query: str
) -> None:
    assert find(sample_store, query)[0].entry.id in ("gap-chunlai-figures", "chunlai-health")


def test_whether_a_policy_requires_something_is_answered_by_the_wording(
    sample_store: Store,
) -> None:
    hit = find(sample_store, "is there a policy requiring a consultation")[0]
    assert hit.entry.kind == "policy"
    assert "by the wording quoted" in hit.verdict.remark.en


@pytest.mark.parametrize(
    "query", ["was the consultation market 10 billion in 2022", "2022年问诊市场是100亿吗"]
)
def test_a_value_that_is_asked_about_comes_first(sample_store: Store, query: str) -> None:
    hit = find(sample_store, query)[0]
    assert (hit.entry.id, hit.entry.value) == ("consultation-market", "100")
