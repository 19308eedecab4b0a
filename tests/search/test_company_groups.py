"""Questions for a group of companies (leaders, giants), which is no business of theirs."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from tui.search import find
from tui.store import open_store

_CONCEPT = """
[[concepts]]
id = "leading-company"
zh = ["龙头", "头部"]
en = ["leaders", "giants"]
"""


@pytest.mark.parametrize(
    "query",
    ["龙头企业有哪些", "哪些公司是龙头", "头部平台有哪些", "which companies are the leaders"],
)
def test_a_group_of_companies_is_no_business(
    sample_copy: Path, environment: Mapping[str, str], query: str
) -> None:
    concepts = sample_copy / "concepts.toml"
    concepts.write_text(concepts.read_text("utf-8") + _CONCEPT, "utf-8")
    company = sample_copy / "players" / "changle-health.toml"
    text = company.read_text("utf-8")
    for start, word in (('zh = "', "行业龙头。"), ('en = "', "One of the leaders. ")):
        head, found, rest = text.partition("summary = {")
        text = head + found + rest.replace(start, start + word, 1)
    company.write_text(text, "utf-8")
    with open_store(str(sample_copy), environment) as store:
        hits = find(store, query)
    assert not hits or "as its business" not in hits[0].verdict.remark.en
