"""A topic goes by its label without the first word; a gap about the missing figure is no guess."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from tui.question.reader import make_part, read_question
from tui.search import find, find_all
from tui.search.list_topics import Topic, without_implied
from tui.store import Store, open_store
from tui.text.language import Wording


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


def test_a_word_that_means_a_word_of_the_subject_is_no_second_topic(sample_store: Store) -> None:
    parts = read_question(sample_store, "drugstore").parts
    subject = Topic(make_part("x"), Wording("药房", "Pharmacy"), "tag", "pharmacy")
    drugstore, night = (Topic(part, Wording("", "")) for part in (*parts, make_part("night")))
    assert without_implied(sample_store, [subject, drugstore, night]) == [subject, night]
    assert without_implied(sample_store, [drugstore, night]) == [drugstore, night]


def test_the_word_first_before_a_force_is_the_order_of_the_list(sample_store: Store) -> None:
    hit = find(sample_store, "which policy first allowed insurance payment")[0]
    assert hit.verdict.remark.en.endswith("insurance payment marked Permitted, oldest first")


@pytest.mark.parametrize(
    "query", ["how big was the market in 2019", "how large was the market back in 2019"]
)
def test_a_gap_about_the_missing_figure_has_no_remark(sample_store: Store, query: str) -> None:
    hit = find(sample_store, query)[0]
    assert (hit.entry.id, hit.match) == ("gap-market-2020", "exact")
    assert hit.verdict.remark.en == ""
