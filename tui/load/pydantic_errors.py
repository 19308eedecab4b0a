"""Convert pydantic's validation errors into problems with a position and a fix."""

from __future__ import annotations

from typing import get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from tui import diagnostics
from tui.diagnostics import Problem
from tui.load import load_problems
from tui.load.toml_positions import TomlPath, TomlPositions
from tui.load.value_hints import describe_invalid_value, display_value
from tui.text.close_matches import did_you_mean
from tui.text.language import Wording

_EXPECTED_TYPES = {
    "string": diagnostics.QUOTED_TEXT,
    "tuple": Wording("方括号中的列表", "a list in square brackets"),
    "model": Wording('一个表，如 { zh = "…", en = "…" }', 'a table such as { zh = "…", en = "…" }'),
    "bool": diagnostics.TRUE_OR_FALSE,
    "int": Wording("不带引号的整数", "an integer without quotes"),
    "decimal": Wording("不带引号的数", "a number without quotes"),
}
"""By the first word of pydantic's error type: ``int_parsing``, ``string_type``."""
_BELONGS_ABOVE = Wording(
    "它属于整条记录：移到第{line}行的表之前",
    "it belongs to the record: move it above the first table, line {line}",
)


def validation_problems(
    error: ValidationError, model: type[BaseModel], file: str, positions: TomlPositions
) -> list[Problem]:
    """Return a problem for each error that pydantic found in ``file``."""
    details = error.errors(include_url=False)
    problems = (
        _problem(detail, model, file, positions)
        for detail in details
        if not _is_consequence(detail)
    )
    return list(dict.fromkeys(problems))  # a plain text of one language is in both fields


def _problem(
    detail: ErrorDetails, model: type[BaseModel], file: str, positions: TomlPositions
) -> Problem:
    path: TomlPath = tuple(detail["loc"])
    error = detail["type"]
    if path[-1:] in (("zh",), ("en",)) and error != "missing" and positions.span(path) is None:
        path = path[:-1]  # a plain text
    key = _key(path, model)
    if error == "extra_forbidden":
        hint = _accepted_fields(key, _fields_at(model, path[:-1]))
        if len(path) > 1 and key in model.model_fields:
            table = _first_table(positions)
            hint = _BELONGS_ABOVE.format(line=table) if table else hint
        return load_problems.UNKNOWN_KEY.at(file, positions.key(path), key=key, hint=hint)
    if error == "missing":
        at = positions.value(path[:-1])
        if example := _example_of(model, path):
            return load_problems.MISSING_TABLE.at(file, at, key=key, example=example)
        return load_problems.MISSING.at(file, at, key=key)
    position = positions.value(path)
    if error.endswith(("_type", "_parsing")):
        wanted = _EXPECTED_TYPES.get(error.split("_")[0], diagnostics.QUOTED_TEXT)
        value = display_value(detail["input"])
        why = Wording(f"得到{value}", f"got {value}")
        return load_problems.WRONG_TYPE.at(file, position, key=key, why=why, wanted=wanted)
    why, hint = describe_invalid_value(detail)
    return load_problems.BAD_VALUE.at(file, position, key=key, why=why, hint=hint)


def _first_table(positions: TomlPositions) -> int:
    """Return the line of the first table; 0 for a file without tables."""
    tables = positions.tables()
    return tables[0][0] if tables else 0


def _is_consequence(detail: ErrorDetails) -> bool:
    """Return whether another error implies this one: pydantic also reports a list as too short
    when its items are invalid."""
    return detail["type"] == "too_short" and len(detail["input"]) >= detail["ctx"]["min_length"]


def _key(path: TomlPath, model: type[BaseModel]) -> str:
    names = [part for part in path if isinstance(part, str)]
    return names[-1] if names else model.__name__.lower()


def _fields_at(model: type[BaseModel], path: TomlPath) -> list[str]:
    """Return the names of the fields that are accepted at ``path``."""
    current: type[BaseModel] | None = model
    for part in path:
        if current is None or isinstance(part, int):
            continue
        field = current.model_fields.get(part)
        current = _model_in(field.annotation) if field else None
    return list(current.model_fields) if current else []


def _example_of(model: type[BaseModel], path: TomlPath) -> str:
    """Return how a required list of tables is written; empty for another field."""
    owner: type[BaseModel] | None = model
    for part in path[:-1]:
        field = owner.model_fields.get(part) if owner and isinstance(part, str) else None
        owner = _model_in(field.annotation) if field else owner
    field = owner.model_fields.get(str(path[-1])) if owner else None
    if field is None or not str(field.annotation).startswith("tuple"):
        return ""
    item = _model_in(field.annotation)
    if item is None:
        return "[…]"
    required = [name for name, one in item.model_fields.items() if one.is_required()]
    return "[{ " + ", ".join(f"{name} = …" for name in required) + " }]"


def _model_in(annotation: object) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for argument in get_args(annotation):
        if model := _model_in(argument):
            return model
    return None


def _accepted_fields(key: str, fields: list[str]) -> Wording:
    names = ", ".join(fields)
    return did_you_mean(key, fields) or Wording(
        f"删去它；可用的字段：{names}", f"remove it; expected one of: {names}"
    )
