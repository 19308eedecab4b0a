"""Numbers that no source states but that the editor calculates, or that have no unit."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from tui.search import find
from tui.store import Store, open_store


@pytest.mark.parametrize(
    ("query", "change"),
    [
        ("68.3%", "down 68.3% from 2020 to 2022"),
        ("68 percent", "down 68.3% from 2020 to 2022"),
        ("百分之六十八点三", "down 68.3% from 2020 to 2022"),
        ("43.7%", "down 43.7% a year on average from 2020 to 2022"),
    ],
)
def test_a_percentage_that_two_figures_give_is_said_to_be_computed(
    sample_store: Store, query: str, change: str
) -> None:
    hit = find(sample_store, query)[0]
    assert (hit.match, hit.entry.fact) == ("near", "financing-amount@2022")
    remark = hit.verdict.remark.en
    assert remark.startswith("no source states “")
    assert remark.endswith(f"; {change} (editor's calculation)")


def test_a_percentage_that_a_source_states_is_not_computed(sample_store: Store) -> None:
    hit = find(sample_store, "63.5%")[0]
    assert "no source" not in hit.verdict.remark.en


def test_a_change_rounded_otherwise_is_not_the_percentage(sample_store: Store) -> None:
    assert find(sample_store, "68.4%") == []


@pytest.mark.parametrize(
    ("query", "fact", "amount"),
    [
        ("0.95", "financing-amount@2022", "CNY 950 million"),
        ("0.08", "financing-amount@2023-Q1", ""),
    ],
)
def test_a_number_without_a_unit_is_the_same_value_in_another_unit(
    sample_store: Store, query: str, fact: str, amount: str
) -> None:
    hit = find(sample_store, query)[0]
    assert hit.entry.fact == fact
    assert hit.verdict.remark.en.startswith(f"“{query}” has no unit; the same value in another")
    assert amount in hit.verdict.remark.en


@pytest.mark.parametrize("query", ["3130万", "3130万元", "31.3 million", "CNY 31.3mn", "31.3"])
def test_a_number_of_an_editors_note_is_shown_with_the_note(
    sample_copy: Path, environment: Mapping[str, str], query: str
) -> None:
    path = sample_copy / "statistics" / "financing-amount.toml"
    text = path.read_text("utf-8")
    note = (
        'value = 26\nnote = { zh = "未含并购。平均每起约3,130万元（编者计算）。", '
        'en = "Without acquisitions. About CNY 31.3 million a deal (editor\'s calculation)." }'
    )
    path.write_text(text.replace("value = 26", note), "utf-8")
    with open_store(str(sample_copy), environment) as store:
        hit = find(store, query)[0]
    assert (hit.match, hit.entry.fact) == ("near", "financing-amount@2021")
    said = "editor's note: About CNY 31.3 million a deal (editor's calculation)"
    assert hit.verdict.remark.en == f"no source states “{query}”; {said}"
    assert hit.verdict.remark.zh.endswith("编者注：平均每起约3,130万元（编者计算）")
