"""What pydantic found wrong, put as a mistake at its place, with how to mend it."""

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

_WANTED = {
    "string": diagnostics.QUOTED_TEXT,
    "tuple": Wording("方括号里的列表", "a list in square brackets"),
    "model": Wording('一个表，如 { zh = "…", en = "…" }', 'a table such as { zh = "…", en = "…" }'),
    "bool": diagnostics.TRUE_OR_FALSE,
    "int": Wording("不带引号的整数", "a whole number without quotes"),
    "decimal": Wording("不带引号的数", "a number without quotes"),
}


def validation_problems(
    error: ValidationError, model: type[BaseModel], file: str, positions: TomlPositions
) -> list[Problem]:
    """Every finding of ``error`` as a problem of ``file``."""
    details = error.errors(include_url=False)
    return [_problem(each, model, file, positions) for each in details if not _follows(each)]


def _problem(
    detail: ErrorDetails, model: type[BaseModel], file: str, positions: TomlPositions
) -> Problem:
    path: TomlPath = tuple(detail["loc"])
    kind, key = detail["type"], _key(path, model)
    if kind == "extra_forbidden":
        hint = _did_you_mean(key, _fields_at(model, path[:-1]))
        return load_problems.UNKNOWN_KEY.at(file, positions.key(path), key=key, hint=hint)
    if kind == "missing":
        return load_problems.MISSING.at(file, positions.value(path[:-1]), key=key)
    place = positions.value(path)
    if kind.endswith(("_type", "_parsing")):
        wanted = _WANTED.get(kind.split("_")[0], _WANTED["string"])
        why = Wording(
            f"得到{display_value(detail['input'])}", f"got {display_value(detail['input'])}"
        )
        return load_problems.WRONG_TYPE.at(file, place, key=key, why=why, wanted=wanted)
    why, hint = describe_invalid_value(detail)
    return load_problems.BAD_VALUE.at(file, place, key=key, why=why, hint=hint)


def _follows(detail: ErrorDetails) -> bool:
    # A list whose items do not hold is called too short as well: the items were told already.
    return detail["type"] == "too_short" and len(detail["input"]) >= detail["ctx"]["min_length"]


def _key(path: TomlPath, model: type[BaseModel]) -> str:
    names = [part for part in path if isinstance(part, str)]
    return names[-1] if names else model.__name__.lower()


def _fields_at(model: type[BaseModel], path: TomlPath) -> list[str]:
    """The names of the fields that are known at ``path``."""
    current: type[BaseModel] | None = model
    for part in path:
        if current is None or isinstance(part, int):
            continue
        field = current.model_fields.get(part)
        current = _model_in(field.annotation) if field else None
    return list(current.model_fields) if current else []


def _model_in(annotation: object) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for argument in get_args(annotation):
        found = _model_in(argument)
        if found:
            return found
    return None


def _did_you_mean(key: str, known: list[str]) -> Wording:
    fields = ", ".join(known)
    return did_you_mean(key, known) or Wording(
        f"删去它；可用的字段：{fields}", f"remove it; known fields: {fields}"
    )
