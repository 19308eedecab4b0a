"""A misprint that the editor corrects: a query for it, and a quotation that contains it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from tui.search import find
from tui.store import Store, open_store

_CORRECTED = "night-consultations@2022"


@pytest.mark.parametrize("query", ["1.200万次", "1.200万", "1.2万", "1.200", "1.20万次", "1.2万次"])
def test_a_number_as_printed_finds_the_corrected_figure(sample_store: Store, query: str) -> None:
    hit = find(sample_store, query)[0]
    assert hit.entry.fact == _CORRECTED
    assert "1.200" in hit.entry.correction.en


def test_another_power_of_ten_is_another_number(sample_store: Store) -> None:
    assert all(hit.match != "exact" for hit in find(sample_store, "1.200亿次"))


def test_a_quotation_with_a_misprint_says_so(
    sample_copy: Path, environment: Mapping[str, str]
) -> None:
    path = sample_copy / "statistics" / "night-consultations.toml"
    text = path.read_text("utf-8")
    quoted = text.replace('exact = "占全部问诊的25%"', 'exact = "其中夜间问诊1.200万次，占25%"')
    assert quoted != text
    path.write_text(quoted, "utf-8")
    with open_store(str(sample_copy), environment) as store:
        hit = find(store, "share of night consultations")[0]
        assert hit.entry.fact == "night-consultations#share-2022"
        remark = "“1.200万次” in the quotation is a misprint for 12 million night consultations"
        assert hit.entry.correction.en == f"{remark} (2022)."
        assert hit.entry.correction.zh == "引文中的“1.200万次”系误印，应为1,200万次（2022年）。"
