"""A change or multiple of figures of different sources says so before it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.search import find
from tui.store import Store, open_store

_LATER = """
[[observations]]
period = "2024"
value = 19
unit = "亿元"
status = "reported"
citations = [{ source = "column-2024", exact = "2024年19亿元", gloss = "CNY 1.9 billion"VIA }]
"""
_VIA = ', via = { zh = "另一家机构", en = "another institute" }'
_SAID = "different sources, assuming one scope"


def _remark(content: Path, query: str, source: str, via: str = "") -> str:
    statistic = content / "statistics" / "financing-amount.toml"
    text = statistic.read_text("utf-8")
    added = _LATER.replace("VIA", via).replace("column-2024", source)
    statistic.write_text(text + added, "utf-8")
    with open_store(str(content), {"XDG_CACHE_HOME": str(content.parent)}) as store:
        return find(store, query)[0].verdict.remark.en


@pytest.mark.parametrize(
    "query",
    [
        "financing amount 2022 vs 2024",
        "financing amount 2022 to 2024",
        "2022到2024年融资金额增长率",
        "2024年融资金额是2022年的几倍",
    ],
)
@pytest.mark.parametrize(("source", "via"), [("column-2024", ""), ("yearbook-2024", _VIA)])
def test_figures_of_different_sources_are_said_first(
    sample_copy: Path, query: str, source: str, via: str
) -> None:
    lines = _remark(sample_copy, query, source, via).split("\n")
    assert lines[0] == _SAID
    assert any("editor's calculation" in line for line in lines)


def test_figures_of_one_source_have_no_such_remark(sample_copy: Path) -> None:
    remark = _remark(sample_copy, "financing amount 2022 vs 2024", "yearbook-2024")
    assert "editor's calculation" in remark
    assert _SAID not in remark


@pytest.mark.parametrize(
    "query", ["financing amount growth 2024", "yoy financing amount growth 2024"]
)
def test_growth_to_a_year_without_the_year_before_says_so_first(
    sample_copy: Path, query: str
) -> None:
    lines = _remark(sample_copy, query, "column-2024").split("\n")
    assert lines[:2] == ["no figure for 2023, so no year-on-year growth", _SAID]


@pytest.mark.parametrize(
    "query",
    [
        "financing amount 2023 vs 2022",
        "2023年一季度融资金额超过2022年全年了吗",
        "23年一季度融资金额超过22年全年了吗",
        "did financing amount in Q1 2023 exceed 2022",
    ],
)
def test_a_part_of_a_year_that_exceeds_another_year_is_said_to(
    sample_copy: Path, query: str
) -> None:
    statistic = sample_copy / "statistics" / "financing-amount.toml"
    text = statistic.read_text("utf-8")
    statistic.write_text(text.replace("value = 8000\n", "value = 108000\n"), "utf-8")
    with open_store(str(sample_copy), {"XDG_CACHE_HOME": str(sample_copy.parent)}) as store:
        remark = find(store, query)[0].verdict.remark.en
    assert remark.startswith("Q1 2023 alone exceeds all of 2022 (no growth rate: ")


def test_a_part_of_a_year_that_does_not_is_not_compared(sample_store: Store) -> None:
    remark = find(sample_store, "financing amount 2023 vs 2022")[0].verdict.remark.en
    assert "cannot be computed" in remark
    assert "exceeds" not in remark
