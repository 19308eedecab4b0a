"""A topic goes by its label without the first word; a gap about the missing figure is no guess."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from tui.search import find, find_all
from tui.store import Store, open_store


@pytest.mark.parametrize(
    "query",
    ["which policies concern insurance payment", "which policies mention insurance payment"],
)
def test_a_label_without_its_first_word_selects(
    sample_copy: Path, environment: Mapping[str, str], query: str
) -> None:
    path = sample_copy / "briefing.toml"
    title = 'title = { zh = "医保支付", en = "Insurance payment" }'
    text = path.read_text(encoding="utf-8")
    assert title in text
    renamed = 'title = { zh = "基本医保付费", en = "Public insurance payment" }'
    path.write_text(text.replace(title, renamed), encoding="utf-8")
    with open_store(str(sample_copy), environment) as store:
        assert find_all(store, query).command == ("policies", "--tag", "insurance-payment")


@pytest.mark.parametrize(
    "query", ["how big was the market in 2019", "how large was the market back in 2019"]
)
def test_a_gap_about_the_missing_figure_has_no_remark(sample_store: Store, query: str) -> None:
    hit = find(sample_store, query)[0]
    assert (hit.entry.id, hit.match) == ("gap-market-2020", "exact")
    assert hit.verdict.remark.en == ""
