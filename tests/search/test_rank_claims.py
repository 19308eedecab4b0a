"""A superlative over companies is answered with the figures, then with the claims of sources; a
group of companies with the names of its members and with whose group it is."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from tui.search import find
from tui.store import Store, open_store

_CLAIM = """
id = "claim-{id}"
kind = "claim"
basis = "source_claim"
said_by = {{ zh = "专栏", en = "Column" }}
title = {{ zh = "{zh}", en = "{en}" }}
text = {{ zh = "没有数字。", en = "Without a figure." }}
citations = [{{ source = "column-2024", exact = "长乐健康自称“全省第一”", gloss = "x" }}]
"""


def _add_claim(content: Path, id_: str, zh: str, en: str) -> None:
    (content / f"themes/claim-{id_}.toml").write_text(_CLAIM.format(id=id_, zh=zh, en=en), "utf-8")


@pytest.mark.parametrize(
    "query",
    [
        "which company has the most doctors",
        "company with the most doctors",
        "who has the most doctors",
        "哪家公司医生最多",
        "医生最多的公司",
        "哪家医生最多",
    ],
)
def test_claims_of_rank_follow_the_figures(
    sample_copy: Path, environment: Mapping[str, str], query: str
) -> None:
    _add_claim(sample_copy, "most", "专栏称小满健康医生最多", "Xiaoman Health has most doctors")
    with open_store(str(sample_copy), environment) as store:
        hits = find(store, query)
    assert hits[0].entry.fact == "changle-health.doctors@2022-09"
    assert hits[-1].entry.id == "claim-most"
    # The largest by no measure, whose name has the word only, is no such claim.
    assert "claim-yunshan-largest" not in {hit.entry.id for hit in hits}
    assert "“Xiaoman Health has most doctors”" in hits[0].verdict.remark.en


@pytest.mark.parametrize("query", ["医生最少的公司", "which company has the most users"])
def test_other_superlatives_have_no_such_claim(
    sample_copy: Path, environment: Mapping[str, str], query: str
) -> None:
    _add_claim(sample_copy, "most", "专栏称小满健康医生最多", "Xiaoman Health has most doctors")
    with open_store(str(sample_copy), environment) as store:
        hits = find(store, query)
    assert "claim-most" not in {hit.entry.id for hit in hits}


@pytest.mark.parametrize(
    "query", ["revenue of the three leaders", "the three leaders' revenue", "三家龙头的收入"]
)
def test_a_group_is_named_by_its_members_and_by_who_names_them(
    sample_copy: Path, environment: Mapping[str, str], query: str
) -> None:
    en = "Column: Changle Health, Qinghe Health and Xiaoman Health are the three leaders"
    _add_claim(sample_copy, "leaders", "专栏：长乐健康、青禾健康、小满健康是三家龙头", en)
    with open_store(str(sample_copy), environment) as store:
        remark = find(store, query)[0].verdict.remark.en.split("\n")
    assert remark[0] == "Comparison: Qinghe Health, Changle Health, Xiaoman Health"
    assert any(line.startswith("Qinghe Health: no figure for") for line in remark)
    assert remark[-1] == f"companies as named in “{en}”"


@pytest.mark.parametrize("query", ["Yunshan Doctor calls itself the largest", "云杉医生自称最大吗"])
def test_both_sides_are_named_where_sources_disagree_who_leads(
    sample_store: Store, query: str
) -> None:
    lines = find(sample_store, query)[0].verdict.remark.en.split("\n")
    assert lines[0].startswith("sources disagree: ")
    assert set(lines[1:]) == {
        "Qinghe Health says the same of itself.",
        "Yunshan Doctor says the same of itself.",
    }


@pytest.mark.parametrize("query", ["does the price war go on", "Changle pharmacy"])
def test_other_answers_have_no_such_remark(sample_store: Store, query: str) -> None:
    hits = find(sample_store, query)
    assert not any("sources disagree" in hit.verdict.remark.en for hit in hits)
