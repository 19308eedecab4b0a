"""The store returns the records of the briefing, most important first."""

from __future__ import annotations

import pytest

from tui.document.fact_ref import is_rate
from tui.store import Store
from tui.text.language import LANGUAGES, Language, Wording

_KINDS = ["player", "policy", "statistic", "statement", "term", "gap", "source"]


def test_title_and_properties_of_the_briefing(sample_store: Store) -> None:
    assert sample_store.title() == Wording(
        "线上问诊样本简报", "Online consultation: a sample briefing"
    )
    assert (sample_store.meta("edition"), sample_store.meta("as_of")) == ("样1", "2024-04")
    assert sample_store.meta("no such fact") == ""


def test_featured_records_come_first(sample_store: Store) -> None:
    figures = [row.id for row in sample_store.rows("statistics", "zh")]
    assert figures[0] == "consultation-market"
    first, *others = [row.id for row in sample_store.rows("players", "zh")]
    assert first == "qinghe-health"
    assert first not in others
    assert len(others) > 10


def test_every_record_and_source_is_in_a_section(sample_store: Store) -> None:
    assert [kind.id for kind in sample_store.kinds() if kind.id in _KINDS] == _KINDS
    listed = [
        row.id for part in sample_store.sections() for row in sample_store.rows(part.id, "zh")
    ]
    assert sorted(listed) == sorted(sample_store.identities())
    assert {"herald-2023", "notes-undated", "gap-market-2020"} <= set(listed)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_row_has_a_cell_for_each_column(sample_store: Store, language: Language) -> None:
    for section in sample_store.sections():
        for row in sample_store.rows(section.id, language):
            assert len(row.cells) == len(section.columns(language))
            assert row.title.of(language)
            assert sample_store.row(row.id, language) == row


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_record_has_a_page(sample_store: Store, language: Language) -> None:
    for identity in [*sample_store.identities(), "overview"]:
        page = sample_store.document(identity, language)
        assert page is not None
        assert page.title
        assert page.blocks


@pytest.mark.parametrize("identity", ["", "nobody", "QINGHE-HEALTH", "' OR 1=1 --", "\ud800"])
def test_unknown_ids_return_nothing(sample_store: Store, identity: str) -> None:
    assert sample_store.document(identity, "zh") is None
    assert sample_store.row(identity, "zh") is None
    assert sample_store.source(identity) is None
    assert sample_store.answers(identity) == []
    assert sample_store.rows(identity, "zh") == []


def test_entries_of_a_kind_are_listed_once_in_order(sample_store: Store) -> None:
    everything = [entry.id for entry in sample_store.entries()]
    assert everything == sample_store.identities()
    for kind in _KINDS:
        entries = sample_store.entries(kind)
        assert entries
        assert all(entry.kind == kind for entry in entries)
        assert [entry.id for entry in entries] == [
            i for i in everything if i in {e.id for e in entries}
        ]
    assert sample_store.entries("no such kind") == []


def test_the_first_answer_is_the_main_one(sample_store: Store) -> None:
    for entry in sample_store.entries():
        assert sample_store.answers(entry.id)[0] == entry


def test_a_source_has_its_original_file(sample_store: Store) -> None:
    source = sample_store.source("herald-2023")
    assert source is not None
    assert (source.file, source.size) == ("herald.txt", 777)
    assert (source.date, source.url) == ("2023-07-02", "https://herald.example/consultation")
    assert source.title == Wording("线上问诊三年记", "Three years of online consultation")


def test_a_fact_is_a_rate_exactly_if_its_reference_names_one(sample_store: Store) -> None:
    facts = [
        fact for identity in sample_store.identities() for fact in sample_store.facts(identity)
    ]
    assert {fact.is_rate for fact in facts} == {True, False}
    assert all(fact.is_rate == is_rate(fact.fact) for fact in facts)
