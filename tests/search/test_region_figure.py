"""A number asked for one province: that there is none comes before the national figure."""

from __future__ import annotations

import pytest

from tui.search import find
from tui.store import Store


@pytest.mark.parametrize(
    ("query", "plain", "place"),
    [
        ("how many online patients in Shanghai", "how many online patients", "Shanghai"),
        ("number of online patients in Guangdong", "number of online patients", "Guangdong"),
        ("market size of Tianjin", "market size", "Tianjin"),
        ("上海市场规模", "市场规模", "Shanghai"),
        ("四川省市场规模", "市场规模", "Sichuan"),
    ],
)
def test_no_figure_for_a_province_is_said_first(
    sample_store: Store, query: str, plain: str, place: str
) -> None:
    hit, known = find(sample_store, query)[0], find(sample_store, plain)[0]
    assert (hit.entry.id, hit.entry.fact) == (known.entry.id, known.entry.fact)
    assert hit.match == "near"
    assert hit.verdict.remark.en.startswith(f"no figure for {place}; showing the closest match")


@pytest.mark.parametrize(
    "query", ["how many policies in Shanghai", "上海有多少政策", "market size"]
)
def test_policies_of_a_province_and_a_figure_alone_have_no_such_remark(
    sample_store: Store, query: str
) -> None:
    assert not any("no figure for" in hit.verdict.remark.en for hit in find(sample_store, query))
