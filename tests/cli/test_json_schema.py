"""The output of every command with ``--json`` fits its JSON Schema; errors are objects too."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.cli.command import Medbrief
from tests.cli.inside import run
from tui.cli.args.shared_options import JSON_OPTION
from tui.cli.commands import COMMAND_NAMES, load_command
from tui.render.json_schema import OUTPUTS, output_schema

_WITH_JSON = [
    name
    for name in COMMAND_NAMES
    if any(item.names == JSON_OPTION.names for item in load_command(name).arguments)
]
_LINES = [
    "find 市场规模 2022",
    "show consultation-market",
    "show qinghe-health",
    "list",
    "list policies --level national",
    "sources",
    "timeline",
    "compare qinghe-health changle-health",
    "disagreements",
    "brief",
    "brief one-minute",
    "cite consultation-market",
]
_NOTHING = [
    "find zzzzzz",
    "find lst",
    "show zzzzzz",
    "list policies --level national --region the-city",
    "timeline --since 1900 --until 1901",
    "compare zzzzzz qinghe-health",
    "brief zzzzzz",
    "cite zzzzzz",
]


@cache
def _validator(name: str) -> Draft202012Validator:
    return _checked(run("schema", "--command-output", name).out)


@cache
def _checked(text: str) -> Draft202012Validator:
    """Return the validator of a schema. Eight commands have the same one: checking it once halves
    the time of these tests."""
    schema = json.loads(text)
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def _error(text: str, code: int) -> dict[str, Any]:
    error = json.loads(text)
    _validator("error").validate(error)
    assert error["exit_code"] == code
    assert error["message"]
    assert not error["message"].startswith(("medbrief", "error"))
    return dict(error)


def test_every_command_with_json_has_a_schema() -> None:
    assert {*_WITH_JSON, "export", "error"} == {*OUTPUTS}


@pytest.mark.parametrize("line", _LINES)
def test_the_output_fits_the_schema(medbrief: Medbrief, line: str) -> None:
    answer = medbrief(*line.split(), "--json")
    assert answer.code == 0
    assert all("omitted" in note for note in answer.message.splitlines())
    objects = json.loads(answer.text)
    assert objects
    _validator(line.split()[0]).validate(objects)


def test_a_schema_refuses_another_type(medbrief: Medbrief) -> None:
    (first, *_) = json.loads(medbrief("find", "市场规模", "2022", "--json").text)
    assert _validator("find").is_valid([first])
    first["typed_fact"]["value"] = "100"
    assert not _validator("find").is_valid([first])


def test_findings_fit_the_schema(sample_copy: Path) -> None:
    file = sample_copy / "players" / "qinghe-health.toml"
    file.write_text(file.read_text(encoding="utf-8") + "\nnonsense = 1\n", encoding="utf-8")
    result = run("check", "--json", "--content", str(sample_copy))
    _validator("check").validate(json.loads(result.out))
    assert _error(result.err, 3)["error"] == "invalid_content"
    unread = run("find", "x", "--json", "--content", str(sample_copy))
    assert unread.out == ""
    assert any("nonsense" in line for line in _error(unread.err, 3)["details"])


@pytest.mark.parametrize("line", _NOTHING)
def test_nothing_found_is_an_empty_array_and_an_error_object(medbrief: Medbrief, line: str) -> None:
    answer = medbrief(*line.split(), "--json")
    assert (answer.code, answer.text) == (1, "[]\n")
    assert _error(answer.message, 1)["error"] == "not_found"


@pytest.mark.parametrize("name", _WITH_JSON)
def test_a_usage_error_is_an_object(medbrief: Medbrief, name: str) -> None:
    answer = medbrief(name, "--json", "--nonsense")
    assert (answer.code, answer.text) == (2, "")
    error = _error(answer.message, 2)
    assert error["error"] == "usage"
    assert "--nonsense" in error["message"]
    assert any("--help" in line for line in error["details"])


@pytest.mark.parametrize(
    "line", ["find  ", "list --level nonsense", "timeline --since x", "--json"]
)
def test_other_usage_errors_are_objects(medbrief: Medbrief, line: str) -> None:
    answer = medbrief(*line.split(" "), "--json")
    assert (answer.code, answer.text) == (2, "")
    _error(answer.message, 2)


def test_an_error_without_json_is_text(medbrief: Medbrief) -> None:
    assert medbrief("show", "zzzzzz").message.startswith("medbrief: ")
    assert medbrief("find", "--", "zzzzzz", "--json").message.startswith("medbrief: ")


def test_a_typed_fact_has_numbers_and_the_rejected_value_says_so(medbrief: Medbrief) -> None:
    answers = json.loads(medbrief("show", "consultation-market", "--json").text)
    facts = [each["typed_fact"] for each in answers if each["typed_fact"]]
    first = next(fact for fact in facts if fact["fact"] == "consultation-market@2022")
    assert (first["value"], first["base_value"], first["base_unit"]) == (100, 10_000_000_000, "CNY")
    assert first["unit"] == {"zh": "亿元", "en": "hundred million CNY"}
    assert (first["period_start"], first["period_end"]) == ("2022-01-01", "2022-12-31")
    assert first["used"] is True
    assert {fact["used"] for fact in facts} == {True, False}


def test_policies_sources_and_events_have_their_attributes(medbrief: Medbrief) -> None:
    policies = json.loads(medbrief("list", "policies", "--json").text)
    assert all(each["date"] == each["attributes"]["issued"] for each in policies)
    assert any(each["attributes"]["issuers"] for each in policies)
    sources = json.loads(medbrief("sources", "--json").text)
    assert all(each["date"] == each["attributes"]["published"] for each in sources)
    undated = [each["attributes"] for each in sources if each["date"] is None]
    assert undated
    assert all(each["date_earliest"] for each in undated)
    events = json.loads(medbrief("timeline", "--json").text)
    assert all(each["date"] and each["event_type"] for each in events)
    dates = [each["date"][:4] for each in events]
    assert dates == sorted(dates)
    assert {each["event_type"] for each in events} >= {"policy", "financing"}


def test_the_schema_of_the_package_is_that_of_the_command() -> None:
    assert json.loads(run("schema", "--command-output", "list").out) == output_schema("list")


def test_an_exported_file_fits_its_schema(medbrief: Medbrief) -> None:
    for words in ("export --all", "list statistics --status forecast"):
        answer = medbrief(*words.split(), "--format", "json")
        _validator("export").validate(json.loads(answer.text))
