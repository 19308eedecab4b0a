"""A phrase copied from a text leads to the record that has it, word for word."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from tui.search import find
from tui.store import Store, open_store


@pytest.mark.parametrize(
    ("phrase", "record"),
    [
        ("线上复诊由医保支付", "policy-price-2019"),
        ("慢性病复诊可用医保付费", "policy-payment-2021"),
        ("处方可以跨省流转", "policy-cross-province-2022"),
        ("由重山药业供货", "changle-pharmacy"),
        ("Insurance pays for online follow-ups", "policy-price-2019"),
        ("A doctor must be on duty at night", "policy-night-2023"),
        ("follow-ups at home are encouraged", "policy-emergency-2020"),
    ],
)
def test_a_phrase_of_a_provision_or_a_quotation_finds_it(
    sample_store: Store, phrase: str, record: str
) -> None:
    hit = find(sample_store, phrase)[0]
    assert (hit.entry.id, hit.match, hit.verdict.remark.en) == (record, "exact", "")


@pytest.mark.parametrize(
    ("query", "record"),
    [
        ("线上问诊市场规模", "consultation-market"),
        ("online consultation market size", "consultation-market"),
        ("长乐健康大药房", "changle-pharmacy"),
        ("复诊由医保支付的有多少", "policy-price-2019"),
    ],
)
def test_a_title_a_measure_or_a_question_is_no_phrase(
    sample_store: Store, query: str, record: str
) -> None:
    hit = find(sample_store, query)[0]
    assert hit.entry.kind != "policy" or hit.match != "exact"
    assert record in [each.entry.id for each in find(sample_store, query)[:3]]


def test_a_long_phrase_comes_before_what_has_it_as_another_name(
    sample_copy: Path, environment: Mapping[str, str]
) -> None:
    term = sample_copy / "glossary" / "term-follow-up.toml"
    text = term.read_text("utf-8")
    term.write_text(
        text.replace("aliases = [", 'aliases = ["线上复诊由医保支付", "在家复诊", '), "utf-8"
    )
    with open_store(str(sample_copy), environment) as store:
        phrase = find(store, "线上复诊由医保支付")
        name = find(store, "在家复诊")
    assert phrase[0].entry.id == "policy-price-2019"
    assert "term-follow-up" in [hit.entry.id for hit in phrase]
    assert name[0].entry.id == "term-follow-up"
