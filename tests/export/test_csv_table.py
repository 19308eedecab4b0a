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
    ]
    found = [(row["record"], row["fact"], row["value"], row["answer_zh"]) for row in rows]
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
