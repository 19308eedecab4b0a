"""CSV: one row per fact, lossless, without formulas."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.export.documents import texts
from tui.export.csv_table import BOM, COLUMNS, csv_file, escape_formula
from tui.export.formats import export
from tui.store import AnswerWithEvidence, Store
from tui.store.export_rows import ExportRow
from tui.text.language import Wording


def _read(text: str) -> list[dict[str, str]]:
    assert text.startswith(BOM)
    return list(csv.DictReader(io.StringIO(text.removeprefix(BOM), newline=""), strict=True))


def test_every_fact_has_a_row(store: Store) -> None:
    text = export(store, store.identities(), "csv", "zh")
    rows = _read(text)
    wanted = [
        (entry.id, entry.fact, entry.value, entry.answer.zh)
        for identity in store.identities()
        for entry in store.answers(identity)
        if entry.kind != "disagreement"
    ]
    found = [
        (row["record"], row["fact"], row["value"], row["answer_zh"])
        for row in rows
        if row["kind"] != "disagreement"
    ]
    assert found == wanted
    assert all(set(row) == set(COLUMNS) for row in rows)
    assert all(row["unit"] for row in rows if row["value"])
    ends = text.replace('"', "").count("\r\n")
    assert ends == len(rows) + 1


def test_citation_columns_have_the_same_number_of_lines(store: Store) -> None:
    columns = ("quotes", "sources", "source_titles")
    for row in _read(export(store, store.identities(), "csv", "en")):
        counts = {row[column].count("\n") for column in columns if row["sources"]}
        assert len(counts) <= 1


def test_what_is_missing_is_empty(store: Store) -> None:
    for row in _read(export(store, store.identities(), "csv", "en")):
        assert all(cell == "" or cell.strip("\n") for cell in row.values())


def test_facts_have_base_value_qualifier_form_and_policies_their_date(store: Store) -> None:
    rows = _read(export(store, store.identities(), "csv", "en"))
    by_fact = {row["fact"]: row for row in rows if row["fact"]}
    figure = by_fact["consultation-market@2022"]
    assert (figure["base_value"], figure["base_unit"]) == ("10000000000", "CNY")
    assert figure["quotes_en"] == "rose to CNY 10 billion in 2022"
    assert (figure["form"], figure["used"]) == ("observation", "true")
    assert (figure["period_start"], figure["period_end"]) == ("2022-01-01", "2022-12-31")
    hedged = {row["qualifier"] for row in rows}
    assert hedged >= {"", "over", "about"}
    assert all(("over " in row["amount_en"]) == (row["qualifier"] == "over") for row in rows)
    policy = next(row for row in rows if row["record"] == "policy-price-2019")
    assert policy["date"].startswith("2019")
    assert policy["form"] == ""


def test_each_kind_has_its_properties(store: Store) -> None:
    rows = _read(export(store, store.identities(), "csv", "en"))
    by_record = {row["record"]: row for row in rows}
    policy = by_record["policy-canglan-measures"]
    assert (policy["level"], policy["region_en"]) == ("provincial", "Canglan Province")
    assert (policy["number"], policy["policy_status"]) == ("沧卫规〔2021〕3号", "issued")
    assert policy["issuers_en"] == "Canglan Province health department"
    claim = by_record["claim-qinghe-largest"]
    assert (claim["type"], claim["basis"], claim["disputed"]) == ("claim", "source_claim", "true")
    assert claim["said_by_en"]
    assert by_record["gap-market-2020"]["reason"] == "missing_period"
    assert by_record["policy-canglan-measures"]["tags"] == "supervision"
    assert by_record["qinghe-health"]["role"] == "platform"
    assert by_record["consultation-market"]["scope_en"]


def test_a_source_is_its_own_citation_and_has_its_bibliography(store: Store) -> None:
    rows = {row["record"]: row for row in _read(export(store, ["herald-2023"], "csv", "en"))}
    source = rows["herald-2023"]
    assert (source["sources"], source["quotes"]) == ("herald-2023", "")
    assert source["source_urls"] == "https://herald.example/consultation"
    assert (source["source_titles"], source["source_dates"]) == ("线上问诊三年记", "2023-07-02")
    assert (source["author_en"], source["container_en"]) == ("Lin Yi", "Morning Star")
    undated = _read(export(store, ["notes-undated"], "csv", "en"))[0]
    assert (undated["source_dates"], undated["date_earliest"]) == ("", "2024-04")


def test_an_event_has_type_round_and_participants(store: Store) -> None:
    rows = _read(export(store, ["xiaoman-health"], "csv", "en"))
    event = next(row for row in rows if row["fact"] == "xiaoman-health.series-a")
    assert (event["event_type"], event["round_en"]) == ("financing", "Series A")
    assert event["participants_en"].startswith("Changfeng Fund (lead investor), ")


def test_new_columns_are_behind_those_that_scripts_may_count_on() -> None:
    assert COLUMNS[0] == "record"
    assert COLUMNS[32] == "data_to"


@pytest.mark.parametrize(
    "cell", ["=1+1", "+cmd|x", "-2+3", "@SUM(A1)", "\t=1", " =1", "＝1+1", "'quoted", "\r=1"]
)
def test_a_formula_becomes_text(cell: str) -> None:
    assert escape_formula(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["-12.5", "+31.79", "3099", "市场规模", "a=b", "", "2022"])
def test_other_text_is_unchanged(cell: str) -> None:
    assert escape_formula(cell) == cell


@given(st.lists(texts, min_size=6, max_size=6))
def test_any_text_survives_a_csv_round_trip(cells: list[str]) -> None:
    title, answer = Wording(*cells[:2]), Wording(*cells[2:4])
    citation = {"exact": "a", "source": "b", "title": "c", "date": "", "url": ""}
    entry = AnswerWithEvidence(
        1, "id", "kind", title, "", "", "", answer, "", "", "", [citation], []
    )
    (row,) = _read(csv_file([ExportRow(entry, Wording(*cells[4:]), "")]))
    names = ("title_zh", "title_en", "answer_zh", "answer_en", "measure_zh", "measure_en")
    for name, cell in zip(names, cells, strict=True):
        read = row[name]
        assert (read[1:] if read.startswith("'") else read) == cell.replace("\0", "\ufffd")
        assert read[:1] not in ("=", "@", "\t", "\r")
