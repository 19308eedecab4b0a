"""Data for programs: one row per fact, one meaning of disputed, units by what is measured."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from typing import Any

import pytest

from tui.export.formats import export
from tui.store import Store


def _table(store: Store, ids: list[str], form: str = "csv") -> list[dict[str, str]]:
    text = export(store, ids, form, "en").removeprefix("\ufeff")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def _objects(store: Store, ids: list[str]) -> list[dict[str, Any]]:
    return list(json.loads(export(store, ids, "json", "en")))


def test_no_fact_has_two_rows_in_a_table_of_everything(store: Store) -> None:
    rows = _table(store, store.identities())
    stated = Counter((row["fact"], row["value"]) for row in rows if row["fact"])
    assert set(stated.values()) == {1}
    disputes = [row for row in rows if row["kind"] == "disagreement"]
    assert len({row["id"] for row in disputes}) == len(disputes) > 3
    assert {row["value"] for row in disputes} == {row["form"] for row in disputes} == {""}
    (total,) = next(store.query("SELECT sum(base_value) FROM facts WHERE base_unit = 'CNY'"))
    sums = sum(float(row["base_value"]) for row in rows if row["base_unit"] == "CNY")
    assert sums == pytest.approx(total)


def test_sides_of_disagreements_alone_have_rows_with_a_form_of_their_own(store: Store) -> None:
    ids = [each for each in store.identities() if each.startswith("disagreement-")]
    rows = _table(store, ids)
    assert len(rows) > len(ids)
    assert {row["form"] for row in rows} == {"side"}
    assert any(row["base_value"] for row in rows)
    pandas = pytest.importorskip("pandas", reason="pandas is not installed")
    everything = pandas.read_csv(io.StringIO(export(store, store.identities(), "csv", "en")))
    assert not everything["fact"].dropna().duplicated().any()


def test_disputed_means_the_same_in_sql_json_and_csv(store: Store) -> None:
    sides = set(
        store.query("SELECT record, fact, exact_base_value FROM disagreements WHERE fact <> ''")
    )
    facts = store.query("SELECT id, fact, exact_base_value FROM facts WHERE disputed")
    assert sides == set(facts)
    disputed = {fact for _, fact, _ in sides}
    assert "xiaoman-health.registered-users@2022-06" in disputed  # it disputes a statement
    ids = store.identities()
    objects = [each["typed_fact"] for each in _objects(store, ids) if each["typed_fact"]]
    assert {each["fact"] for each in objects if each["disputed"]} == disputed
    rows = _table(store, ids)
    assert {row["fact"] for row in rows if row["fact"] and row["disputed"] == "true"} == disputed
    contradicted = {each["fact"] for each in _objects(store, ids) if each["disagrees"]}
    assert contradicted - {None} <= disputed
    records = store.query(
        "SELECT record FROM disagreements UNION SELECT about FROM disagreements EXCEPT "
        "SELECT id FROM entries WHERE disputed"
    )
    assert [*records] == []


def test_a_unit_says_what_the_measure_counts(store: Store) -> None:
    facts = {
        each["fact"]: each["typed_fact"]
        for each in _objects(store, ["night-consultations", "financing-deals"])
    }
    night = facts["night-consultations@2022"]
    assert (night["unit"]["en"], night["base_unit"]) == (
        "ten thousand consultations",
        "consultation",
    )
    assert facts["night-consultations#share-2022"]["base_unit"] == "%"
    deals = [each for name, each in facts.items() if name and name.startswith("financing-deals@")]
    assert {(each["unit"]["en"], each["base_unit"]) for each in deals} == {("deals", "deal")}
    units = dict(
        store.query("SELECT measure, base_unit FROM measures WHERE counted_en LIKE '%consult%'")
    )
    assert units["night-consultations"] == units["consultations"] == "consultation"


def test_an_undated_event_has_type_round_and_participants(store: Store) -> None:
    undated = next(
        store.query(
            "SELECT id, fact, type FROM events WHERE date IS NULL AND fact IS NOT NULL LIMIT 1"
        )
    )
    identity, fact, event_type = undated
    (found,) = [each for each in _objects(store, [identity]) if each["fact"] == fact]
    assert (found["event_type"], found["date"]) == (event_type, None)
    (row,) = [each for each in _table(store, [identity], "csv") if each["fact"] == fact]
    assert row["event_type"] == event_type
    series = next(
        each
        for each in _objects(store, ["xiaoman-health"])
        if each["fact"] == "xiaoman-health.series-a"
    )
    assert (series["event_type"], series["round"]["en"]) == ("financing", "Series A")
    assert series["participants"][0] == {
        "id": "changfeng-fund",
        "title": {"zh": "长风基金", "en": "Changfeng Fund"},
        "role": "lead_investor",
    }


def test_what_has_no_value_is_neither_used_nor_unused_in_sql_as_in_json(store: Store) -> None:
    rows = dict(store.query("SELECT fact, used FROM facts WHERE value IS NULL"))
    assert set(rows.values()) == {None}
    objects = [each["typed_fact"] for each in _objects(store, store.identities())]
    assert {each["used"] for each in objects if each and each["fact"] in rows} == {None}
