"""``medbrief schema``: the JSON Schema of the files, with the values of the briefing."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tests.cli.inside import run
from tests.conftest import SAMPLE
from tui.model import RECORD_TYPES


def _schema(kind: str, content: Path = SAMPLE / "content") -> dict[str, Any]:
    answer = run("schema", kind, "--content", str(content))
    assert answer.code == 0
    found: dict[str, Any] = json.loads(answer.out)
    return found


def _values(schema: dict[str, Any], *path: str) -> list[str]:
    for part in path:
        schema = schema[part]
    values: list[str] = schema["enum"]
    return values


def test_ids_and_units_of_the_briefing_are_enumerated() -> None:
    statistic = _schema("statistic")
    units = _values(statistic, "properties", "unit")
    assert {"亿元", "万辆", "USD million", "%", "GWh"} <= set(units)
    assert "market" in _values(statistic, "properties", "themes", "items")
    assert "gap-market-2020" in _values(statistic, "properties", "related", "items")
    assert "herald-2023" in _values(statistic, "$defs", "Citation", "properties", "source")


def test_fields_are_described() -> None:
    statistic = _schema("statistic")
    observation = statistic["$defs"]["Observation"]["properties"]
    assert observation["as_printed"]["description"].startswith("Number and unit as the source")
    assert "English plural" in statistic["properties"]["english_noun"]["description"]
    assert statistic["properties"]["related"]["description"] == "Other records worth reading next."


@pytest.mark.parametrize(("folder", "model"), RECORD_TYPES.items())
def test_every_record_of_the_sample_fits_its_schema(folder: str, model: Any) -> None:
    validator = jsonschema.Draft202012Validator(_schema(model.record_kind))
    for path in sorted((SAMPLE / "content" / folder).glob("*.toml")):
        data = json.loads(json.dumps(tomllib.loads(path.read_text("utf-8")), default=str))
        assert [error.message for error in validator.iter_errors(data)] == [], path.name


def test_a_wrong_unit_and_a_wrong_id_do_not_fit() -> None:
    path = SAMPLE / "content" / "statistics" / "consultations.toml"
    data = tomllib.loads(path.read_text("utf-8"))
    validator = jsonschema.Draft202012Validator(_schema("statistic"))
    for change in ({"unit": "万词"}, {"related": ["qinghe"]}, {"themes": ["Market"]}):
        assert list(validator.iter_errors({**data, **change}))
    assert not list(validator.iter_errors({**data, "draft": True}))


def test_a_briefing_of_one_language_has_plain_texts_and_its_own_values() -> None:
    batteries = Path(__file__).parents[1] / "subjects" / "batteries" / "content"
    player = _schema("player", batteries)
    assert "manufacturer" in _values(player, "properties", "role")
    assert player["$defs"]["Bilingual"]["anyOf"][0]["type"] == "string"
    assert "federal" in _values(_schema("policy", batteries), "properties", "level")


def test_schemas_are_written_for_a_text_editor(tmp_path: Path) -> None:
    answer = run("schema", "--write", str(tmp_path), "--content", str(SAMPLE / "content"))
    assert answer.code == 0
    settings = tomllib.loads((tmp_path / ".taplo.toml").read_text("utf-8"))
    for rule in settings["rule"]:
        json.loads((tmp_path / rule["schema"]["path"]).read_text("utf-8"))
    included = {rule["include"][0] for rule in settings["rule"]}
    assert {"content/briefing.toml", "content/players/*.toml", "seeds/*.toml"} <= included
    assert run("schema", "--write", str(tmp_path / ".taplo.toml")).code == 74


def test_invalid_content_still_has_a_schema(sample_copy: Path) -> None:
    (sample_copy / "briefing.toml").write_text("title = ", "utf-8")
    assert _values(_schema("statistic", sample_copy), "properties", "unit")
