"""What qualifies a figure is in every format: notes, other issuers, scope, relation of quotes."""

from __future__ import annotations

import csv
import json
import re
import sqlite3
from contextlib import closing
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from tests.cli.inside import run
from tui.export.csv_columns import COLUMNS

pytestmark = pytest.mark.usefixtures("sample_content")

_ACQUISITION = "changle-group.chunlai-acquisition"
_NOTE = {"zh": "价格没有公布。", "en": "The price was not disclosed."}
_ISSUERS = {"zh": "目录只写“某县”。", "en": "The list only says “a county”."}


@pytest.fixture(scope="module")
def objects(sample_content: None) -> list[dict[str, Any]]:
    return list(json.loads(run("export", "--all", "--format", "json").out))


@pytest.fixture(scope="module")
def rows(sample_content: None) -> list[dict[str, str]]:
    return _table("export", "--all", "--format", "csv")


def _table(*words: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(run(*words).out.removeprefix("\ufeff"))))


def _query(tmp_path: Path, sql: str) -> list[tuple[Any, ...]]:
    file = tmp_path / "briefing.db"
    if not file.exists():
        run("database", str(file))
    with closing(sqlite3.connect(file)) as database:
        return database.execute(sql).fetchall()


def test_the_note_on_an_event_is_in_every_format(
    objects: list[dict[str, Any]], rows: list[dict[str, str]], tmp_path: Path
) -> None:
    (fact,) = (each["typed_fact"] for each in objects if each["fact"] == _ACQUISITION)
    assert fact["note"] == _NOTE
    (row,) = (row for row in rows if row["fact"] == _ACQUISITION)
    assert (row["note_zh"], row["note_en"]) == (*_NOTE.values(),)
    for table in ("facts", "events", "timeline"):
        sql = f"SELECT note_zh, note_en FROM {table} WHERE fact = '{_ACQUISITION}'"
        assert _query(tmp_path, sql) == [(*_NOTE.values(),)], table


@pytest.mark.parametrize("form", ["table", "md", "html", "json", "jsonl", "csv", "tsv"])
def test_the_timeline_has_the_notes_on_its_events(form: str) -> None:
    assert _NOTE["en"] in run("timeline", "--lang", "en", "--format", form).out


def test_every_note_on_a_figure_of_the_page_is_data(objects: list[dict[str, Any]]) -> None:
    notes = {each["fact"]: (each["typed_fact"]["note"] or {}).get("en", "") for each in objects
             if each["typed_fact"]}  # fmt: skip
    assert "one quarter" in "\n".join(notes.values()).lower()
    # The note of a misprint names the correction; that of an undated figure gives the reason.
    assert "decimal point" in notes["night-consultations@2022"]
    assert notes["yunshan-doctor.cities@undated"]
    # A rate that the source calls by another name says so before the note of the editor.
    called, note = notes["online-patients#cagr-2016-2020"].splitlines()
    assert (called, note[:15]) == ("the source calls it “增长率”", "The fourth root")
    assert notes["consultation-market@2022"] == ""


def test_issuers_that_are_not_named_are_in_every_format(
    objects: list[dict[str, Any]], rows: list[dict[str, str]], tmp_path: Path
) -> None:
    policy = "policy-county-subsidy"
    (found,) = (each for each in objects if each["id"] == policy)
    assert found["attributes"]["issuers"] is None
    assert found["attributes"]["issuers_note"] == _ISSUERS
    (row,) = (row for row in rows if row["record"] == policy)
    assert (row["issuers_note_zh"], row["issuers_note_en"]) == (*_ISSUERS.values(),)
    sql = f"SELECT issuers_en, issuers_note_zh, issuers_note_en FROM policies WHERE id = '{policy}'"
    assert _query(tmp_path, sql) == [(None, *_ISSUERS.values())]


def test_metrics_of_companies_have_the_scope_that_the_database_gives(
    objects: list[dict[str, Any]], rows: list[dict[str, str]], tmp_path: Path
) -> None:
    sql = """
        SELECT f.fact, m.scope_zh, m.scope_en FROM facts f JOIN measures m USING (measure)
        WHERE f.kind = 'player' AND m.scope_en <> '' ORDER BY f.fact
    """
    wanted = _query(tmp_path, sql)
    assert wanted
    scopes = {each["fact"]: each["typed_fact"]["scope"] for each in objects if each["typed_fact"]}
    table = {row["fact"]: (row["scope_zh"], row["scope_en"]) for row in rows}
    for fact, zh, en in wanted:
        assert scopes[fact] == {"zh": zh, "en": en}
        assert table[fact] == (zh, en)


def test_the_table_has_relation_and_both_languages_of_via_for_each_quote(
    objects: list[dict[str, Any]], rows: list[dict[str, str]]
) -> None:
    cited = {
        (each["id"], each["fact"] or "", each["answer"]["en"]): each["citations"]
        for each in objects
        if each["kind"] not in ("source", "disagreement")
    }
    seen = set()
    for row in rows:
        citations = cited.get((row["record"], row["fact"], row["answer_en"].removeprefix("'")))
        if not citations:
            continue
        assert row["relations"].split("\n") == [each["relation"] for each in citations]
        vias = [each["via_en"] or "" for each in citations]
        assert row["passed_on_from_en"] == ("\n".join(vias) if any(vias) else "")
        seen |= {(each["relation"], bool(each["via"]), bool(each["via_en"])) for each in citations}
    assert seen >= {("quoted", False, False), ("quoted", True, True), ("derived", False, False)}


def test_the_table_says_which_statements_are_anecdotes_and_self_descriptions(
    rows: list[dict[str, str]],
) -> None:
    flags = {row["record"]: (row["self_description"], row["anecdote"]) for row in rows}
    assert flags["claim-ten-minutes"] == ("false", "true")
    assert flags["claim-xiaoman-trusted"] == ("true", "false")
    assert flags["consultation-market"] == ("", "")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_help_describes_every_column_in_the_order_of_the_file(language: str) -> None:
    page = run("help", "csv", "--lang", language, "--width", "400").out
    named = re.findall(r"^(?:[a-z_]+, )*[a-z_]+$", page, re.M)
    assert tuple(name for names in named for name in names.split(", ")) == COLUMNS
    header, *_ = run("export", "consultation-market", "--format", "csv").out.splitlines()
    assert tuple(header.removeprefix("\ufeff").split(",")) == COLUMNS
