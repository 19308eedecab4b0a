"""Lists of a dated kind: without a date, and of a phrase that ends in the word for the kind."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from tui.search import find
from tui.search.find import find_all
from tui.store import Store, open_store


@pytest.mark.parametrize(
    "query",
    ["哪些政策没有日期", "日期不详的政策", "有年份不明的政策吗", "undated policies",
     "which policies have no date"],
)  # fmt: skip
def test_the_policies_without_a_date_are_listed(sample_store: Store, query: str) -> None:
    found = find_all(sample_store, query)
    assert {hit.entry.id for hit in found.hits} == {"policy-county-subsidy", "policy-data-draft"}
    assert found.hits[0].verdict.remark.zh == "没有日期的政策2项"
    assert found.hits[0].verdict.remark.en == "2 undated policies"


def test_a_phrase_that_ends_in_a_kind_lists_it(sample_store: Store) -> None:
    hits = find(sample_store, "电子处方政策")
    assert [hit.entry.id for hit in hits] == ["policy-cross-province-2022"]
    assert hits[0].verdict.remark.zh == "提到“电子处方”的政策1项"


@pytest.mark.parametrize("query", ["问诊次数", "问诊人次", "线上问诊次数"])
def test_a_name_of_what_is_counted_asks_for_a_number(sample_store: Store, query: str) -> None:
    hit = find(sample_store, query)[0]
    assert "次（" in hit.entry.answer.zh


def test_a_doubtful_policy_is_counted_apart(
    tmp_path: Path, environment: Mapping[str, str], sample: Path
) -> None:
    folder = tmp_path / "briefing"
    shutil.copytree(sample.parent, folder)
    policy = folder / "content" / "policies" / "policy-county-subsidy.toml"
    text = policy.read_text(encoding="utf-8")
    policy.write_text(
        text.replace('status = "unknown"', 'status = "unknown"\nthemes = ["supervision"]'),
        encoding="utf-8",
    )
    with open_store(str(folder / "content"), environment) as store:
        hits = find(store, "监管政策")
        assert (len(hits), hits[0].verdict.remark.zh) == (7, "涉及监管的政策6项，另有1项存疑")
        remark = find(store, "policies on supervision")[0].verdict.remark.en
        assert remark == "6 policies on supervision, and 1 doubtful"


def test_a_list_of_doubtful_policies_says_so(sample_store: Store) -> None:
    remark = find(sample_store, "县级补助政策")[0].verdict.remark
    assert remark.zh == "提到“县级补助”的政策1项（存疑）"
