"""A company without the measure that a question asks for: there is no data on it, and what else is
known of the company follows, its gap before the rest."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from tui.search import find, find_all
from tui.store import Store, open_store


@pytest.mark.parametrize(
    ("query", "company", "measure"),
    [
        ("青禾健康净利润", "青禾健康", "净利润"),
        ("云杉医生收入", "云杉医生", "收入"),
        ("Qinghe Health profit", "Qinghe Health", "profit"),
        ("Yunshan Doctor revenue", "Yunshan Doctor", "revenue"),
    ],
)
def test_the_remark_names_the_company_and_the_measure(
    sample_store: Store, query: str, company: str, measure: str
) -> None:
    hit = find(sample_store, query)[0]
    assert company in hit.entry.title
    assert (hit.match, hit.verdict.missing) == ("other_measure", (measure,))
    remark = hit.verdict.remark.en if query.isascii() else hit.verdict.remark.zh
    start = (
        f"no figure for “{measure}” at {company};"
        if query.isascii()
        else f"没有{company}“{measure}”的数据"
    )
    assert remark.startswith(start)


@pytest.mark.parametrize("query", ["春来健康净利润", "Chunlai Health profit"])
def test_the_gap_of_the_company_is_among_the_first(sample_store: Store, query: str) -> None:
    hits = find(sample_store, query)
    assert {hit.entry.id for hit in hits[:2]} == {"chunlai-health", "gap-chunlai-figures"}


@pytest.mark.parametrize(
    "query",
    [
        "青禾健康净利润和小满健康收入哪个多",
        "profit of Qinghe Health vs revenue of Xiaoman Health",
    ],
)
def test_companies_are_compared_each_by_its_own_measure(sample_store: Store, query: str) -> None:
    found = find_all(sample_store, query)
    assert found.command == ("compare", "qinghe-health", "xiaoman-health")
    first, second = (hit.verdict for hit in found.hits)
    assert "the measures differ" in first.remark.en
    assert not {"收入", "revenue"} & {*first.missing}
    assert not {"净利润", "profit"} & {*second.missing}


def test_one_measure_is_that_of_all_companies(sample_store: Store) -> None:
    found = find_all(sample_store, "青禾健康和小满健康收入哪个多")
    assert "measures differ" not in found.hits[0].verdict.remark.en


def test_a_misspelled_name_of_a_gap_is_called_a_spelling(sample_store: Store) -> None:
    hit = find(sample_store, "春来建康营收")[0]
    assert (hit.entry.id, hit.match) == ("gap-chunlai-figures", "near")
    assert hit.verdict.remark.zh == "没有找到“春来建康营收”，以下是写法相近的"


@pytest.mark.parametrize(
    ("alias", "remark"),
    [
        ("subsidy rate", "no figure for “subsidy rate”"),
        ("补贴比例", "no figure for “补贴比例”"),
        ("Moonlit Health", "the documents do not mention “Moonlit Health”"),
    ],
)
def test_of_a_figure_there_is_no_data_of_a_name_nothing_is_covered(
    sample_copy: Path, environment: Mapping[str, str], alias: str, remark: str
) -> None:
    gap = sample_copy / "gaps" / "gap-chunlai-figures.toml"
    text = gap.read_text("utf-8")
    assert "aliases = [" in text
    gap.write_text(text.replace("aliases = [", f'aliases = ["{alias}", ', 1), "utf-8")
    with open_store(str(sample_copy), environment) as store:
        hit = find(store, alias)[0]
    assert hit.entry.id == "gap-chunlai-figures"
    assert hit.verdict.remark.en == remark
