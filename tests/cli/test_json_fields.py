"""``help json`` documents every field that ``--json`` prints, and no other."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.inside import run
from tui.render.json_citation_fields import CITATION, DISAGREEMENT
from tui.render.json_fact_fields import ATTRIBUTES, TYPED_FACT
from tui.render.json_fields import COVERAGE, FINDING, RECORD, SHAPES
from tui.render.json_shape import Shape

_BOTH = {"zh", "en"}


def _printed(*words: str) -> list[dict[str, Any]]:
    objects = json.loads(run(*words, "--json").out)
    assert objects
    return list(objects)


def _all_records() -> list[dict[str, Any]]:
    every = _printed("list")
    return every + [each for item in every for each in _printed("show", item["id"])]


@pytest.fixture(scope="module")
def records(sample_content: None) -> list[dict[str, Any]]:
    """Every answer of every record of the sample."""
    return _all_records()


def _check(objects: list[dict[str, Any]], shape: Shape) -> None:
    documented = {field.name for field in shape.fields}
    assert {name for each in objects for name in each} == documented
    for field in shape.fields:
        values = [each[field.name] for each in objects if field.name in each]
        assert all(_fits(value, field.form) for value in values), field


def _fits(value: Any, form: str) -> bool:
    match form:
        case "string":
            return isinstance(value, str)
        case "string | null":
            return value is None or (isinstance(value, str) and value != "")
        case "number":
            return isinstance(value, int | float)
        case "{zh, en}":
            return isinstance(value, dict) and set(value) == _BOTH
        case "{zh, en} | null":
            return value is None or (isinstance(value, dict) and set(value) == _BOTH)
        case "object":
            return isinstance(value, dict)
        case "object | null":
            return value is None or isinstance(value, dict)
        case "number | null":
            return value is None or isinstance(value, int | float)
        case "boolean":
            return isinstance(value, bool)
        case "boolean | null":
            return value is None or isinstance(value, bool)
        case "[object]":
            return isinstance(value, list) and all(isinstance(item, dict) for item in value)
    names = set(form.strip("[{}]").split(", "))
    return isinstance(value, list) and all(set(item) == names for item in value)


def test_every_field_of_an_answer_is_documented(records: list[dict[str, Any]]) -> None:
    _check(records, RECORD)
    _check(_printed("find", "市场规模 2022"), RECORD)
    _check(_printed("disagreements"), RECORD)
    _check(_printed("timeline"), RECORD)
    _check(_printed("compare", "qinghe-health", "changle-health"), RECORD)


def test_every_field_of_a_typed_fact_and_of_attributes_is_documented(
    records: list[dict[str, Any]],
) -> None:
    _check([each["typed_fact"] for each in records if each["typed_fact"]], TYPED_FACT)
    for shape in ATTRIBUTES:
        kind = shape.id.removesuffix("_attributes")
        _check([each["attributes"] for each in records if each["kind"] == kind], shape)


def test_every_field_of_a_citation_is_documented(records: list[dict[str, Any]]) -> None:
    disagrees = [other for each in records for other in each["disagrees"]]
    _check(disagrees, DISAGREEMENT)
    cited = [item for each in (*records, *disagrees) for item in each["citations"]]
    _check(cited, CITATION)


def test_every_field_of_a_finding_is_documented(sample_copy: Path) -> None:
    file = sample_copy / "players" / "qinghe-health.toml"
    file.write_text(file.read_text(encoding="utf-8") + "\nnonsense = 1\n", encoding="utf-8")
    result = run("check", "--json", "--content", str(sample_copy))
    assert result.code == 3
    _check(json.loads(result.out), FINDING)


def test_every_field_of_the_coverage_is_documented(sample: Path, sample_originals: Path) -> None:
    folders = ["--content", str(sample), "--originals", str(sample_originals)]
    _check(_printed("check", "--coverage", *folders), COVERAGE)


def test_help_on_json_is_requested_at_the_end_of_the_line() -> None:
    result = run("--json", "help", "--lang", "en")
    assert (result.code, result.out) == (2, "")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_help_page_has_every_field(language: str) -> None:
    page = run("--lang", language, "--width", "400", "--json", "help").out
    for shape in SHAPES:
        assert shape.title.of("zh" if language == "zh" else "en") in page
        for field in shape.fields:
            assert field.name in page
            assert field.form in page
