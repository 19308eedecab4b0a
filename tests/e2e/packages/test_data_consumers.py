"""jq, polars, csvkit and Datasette read the product's JSON, CSV and database with the right types.

pandas and sqlite-utils: ``tests/compile/test_analysis_tables.py``.
"""

from __future__ import annotations

import csv
import json
import shutil
import subprocess
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from tests.cli.command import Medbrief
from tests.compile.test_analysis_tables import QUESTIONS

_NUMBERS = {"value", "base_value"}
_DIGITS = {"ticker", "as_of"}
"""Text columns that contain only digits: CSV readers infer numbers unless given a type."""
_DAYS = {"period_start", "period_end"}
_POLARS = """
import json, sys
import polars
frame = polars.read_csv(sys.argv[1], try_parse_dates=True)
money = frame.filter(frame["base_unit"] == "CNY")
print(json.dumps({
    "types": {name: str(kind) for name, kind in frame.schema.items()},
    "rows": frame.height,
    "largest": money["base_value"].max(),
    "unused": money.filter(~money["used"])["record"].unique().sort().to_list(),
    "undated": frame["period_start"].null_count(),
}))
"""


def _found(name: str) -> str:
    path = shutil.which(name)
    if path is None:
        pytest.skip(f"{name} is not installed")
    return path


def _run(*command: str, given: bytes = b"") -> str:
    done = subprocess.run(command, input=given, capture_output=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode()


@pytest.fixture
def table(bare: dict[str, str], tmp_path: Path) -> Path:
    """The whole sample briefing as CSV."""
    file = tmp_path / "facts.csv"
    assert Medbrief(bare)("export", "--all", "-o", str(file)).code == 0
    return file


@pytest.fixture
def rows(table: Path) -> list[dict[str, str]]:
    """The lines of that file."""
    with table.open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


def _jq(bare: dict[str, str], line: str, program: str) -> list[Any]:
    jq = _found("jq")
    answer = Medbrief(bare)(*line.split())
    assert answer.code == 0
    return [json.loads(each) for each in _run(jq, "-c", program, given=answer.stdout).splitlines()]


def test_jq_computes_with_typed_facts(bare: dict[str, str]) -> None:
    program = (
        "[.[].typed_fact | select(. != null and .period == "
        '"2022" and .form == "observation")] | sort_by(.base_value)[] '
        "| [.base_value / 1e9, .base_unit, .used]"
    )
    found = _jq(bare, "show consultation-market --json", program)
    assert found == [[10, "CNY", True], [13, "CNY", False]]


def test_jq_finds_one_type_per_field(bare: dict[str, str]) -> None:
    program = "[.[].typed_fact | objects | {value, base_value, used, qualifier, period_start}]"
    types = f"{program} | [.[] | map_values(type)] | unique | map(to_entries[]) | unique[]"
    found = {(each["key"], each["value"]) for each in _jq(bare, "list --json", types)}
    assert found <= {
        *((name, kind) for name in ("value", "base_value") for kind in ("number", "null")),
        *((name, kind) for name in ("qualifier", "period_start") for kind in ("string", "null")),
        *(("used", kind) for kind in ("boolean", "null")),
    }
    assert ("base_value", "number") in found


def test_jq_reads_json_lines(bare: dict[str, str]) -> None:
    objects = _jq(bare, "export --all --format jsonl", ".id")
    assert objects == _jq(bare, "export --all --format json", ".[].id")


def test_polars_reads_the_types_of_csv(table: Path, rows: list[dict[str, str]]) -> None:
    # csvkit and polars are installed into one virtual environment.
    python = Path(_found("csvstat")).parent / "python"
    if subprocess.run([python, "-c", "import polars"], capture_output=True, check=False).returncode:
        pytest.skip("polars is not installed beside csvkit")
    found = json.loads(_run(str(python), "-c", _POLARS, str(table)))
    types = found["types"]
    assert {name for name, kind in types.items() if kind == "Float64"} == _NUMBERS
    assert {name for name, kind in types.items() if kind == "Date"} == _DAYS
    assert types["used"] == "Boolean"
    assert found["rows"] == len(rows)
    money = [row for row in rows if row["base_unit"] == "CNY"]
    assert found["largest"] == max(float(row["base_value"]) for row in money)
    assert found["unused"] == sorted({row["record"] for row in money if row["used"] == "false"})
    assert found["undated"] == sum(not row["period_start"] for row in rows)


def test_csvkit_infers_the_types_of_csv(table: Path, rows: list[dict[str, str]]) -> None:
    said = _run(_found("csvstat"), "--type", str(table))
    types = dict(line.split(". ", 1)[1].split(": ") for line in said.splitlines())
    assert {name for name, kind in types.items() if kind == "Number"} == _NUMBERS | _DIGITS
    assert {name for name, kind in types.items() if kind == "Date"} == _DAYS | {"accessed"}
    assert types["used"] == "Boolean"
    objects = json.loads(_run(_found("csvjson"), str(table)))
    assert [each["answer_zh"] for each in objects] == [row["answer_zh"] for row in rows]
    values = [each["base_value"] for each in objects if each["base_unit"] == "CNY"]
    assert values == [float(row["base_value"]) for row in rows if row["base_unit"] == "CNY"]
    assert {each["used"] for each in objects} == {True, False, None}


@pytest.fixture
def database(bare: dict[str, str], tmp_path: Path) -> Path:
    """A copy of the database of the sample briefing."""
    file = tmp_path / "briefing.db"
    assert Medbrief(bare)("database", str(file)).code == 0
    return file


def _page(database: Path, path: str) -> str:
    return _run(_found("datasette"), str(database), "--get", f"/briefing{path}")


def test_datasette_links_facts_to_what_they_refer_to(database: Path) -> None:
    page = _page(database, "/facts?id=qinghe-health&_size=20")
    for target in ("entries/qinghe-health", "measures/qinghe-health~2Edoctors", "units/~25"):
        assert f'<a href="/briefing/{target}">' in page
    company = _page(database, "/companies/changle-health")
    assert '<a href="/briefing/participants?company=changle-health">' in company


def test_datasette_sorts_and_filters_numbers(database: Path) -> None:
    query = "base_unit=CNY&base_value__gt=9e9&_sort_desc=base_value&_shape=objects&_size=max"
    facts = json.loads(_page(database, f"/facts.json?{query}"))["rows"]
    values = [each["base_value"] for each in facts]
    assert values
    assert values == sorted(values, reverse=True)
    assert min(values) > 9e9


def test_datasette_finds_chinese_words_in_texts(database: Path) -> None:
    found = json.loads(_page(database, "/texts.json?text__contains=医保&_shape=objects"))["rows"]
    assert "policy-payment-2021" in {each["id"] for each in found}


@pytest.mark.parametrize("question", list(QUESTIONS))
def test_datasette_answers_the_questions_of_analysts(database: Path, question: str) -> None:
    answer = json.loads(_page(database, f".json?sql={quote(QUESTIONS[question])}"))
    assert answer["rows"], question
