"""The number of a document is read however it is typed."""

from __future__ import annotations

import pytest

from tui.question.document_number import with_document_number
from tui.search import find
from tui.store import Store


@pytest.mark.parametrize(
    "typed",
    [
        *("国医署发2018 26", "国医署发2018-26", "国医署发(2018)26", "国医署发〔2018〕26号"),
        *("国医署发 2018 26号", "国医署发2018第26号", "国医署发201826"),
    ],
)
def test_the_number_of_a_document_is_written_as_printed(typed: str) -> None:
    assert with_document_number(typed) == "国医署发〔2018〕26号"


@pytest.mark.parametrize(
    "text", ["国医署发2018年26号", "国办发2023", "国办发2018 30亿", "批发 26", "研发2021 300万元"]
)
def test_other_numbers_stay(text: str) -> None:
    assert with_document_number(text) == text


def test_a_number_without_brackets_leads_to_its_policy(sample_store: Store) -> None:
    hits = find(sample_store, "国医署发2018 26")
    official = find(sample_store, "国医署发〔2018〕26号")
    assert hits[0].match == "exact"
    assert hits[0].entry.id == official[0].entry.id
