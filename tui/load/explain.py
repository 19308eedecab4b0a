"""What pydantic found wrong, put as a mistake at its place, with how to mend it."""

from __future__ import annotations

import difflib
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from tui.load import mistakes
from tui.load.positions import Path, Positions
from tui.problem import Problem
from tui.text.language import Wording
from tui.text.units import UNITS

_WANTED = {
    "string": Wording("带引号的文字", "a text in quotes"),
    "tuple": Wording("方括号里的列表", "a list in square brackets"),
    "model": Wording('一个表，如 { zh = "…", en = "…" }', 'a table such as { zh = "…", en = "…" }'),
    "bool": Wording("true或false", "true or false"),
    "int": Wording("不带引号的整数", "a whole number without quotes"),
    "decimal": Wording("不带引号的数", "a number without quotes"),
}


def explain(
    error: ValidationError, model: type[BaseModel], file: str, positions: Positions
) -> list[Problem]:
    """Every finding of ``error`` as a problem of ``file``."""
    return [_problem(detail, model, file, positions) for detail in error.errors(include_url=False)]


def _problem(
    detail: ErrorDetails, model: type[BaseModel], file: str, positions: Positions
) -> Problem:
    path: Path = tuple(detail["loc"])
    kind, key = detail["type"], _key(path)
    if kind == "extra_forbidden":
        hint = _did_you_mean(key, _fields_at(model, path[:-1]))
        return mistakes.UNKNOWN_KEY.at(file, positions.key(path), key=key, hint=hint)
    if kind == "missing":
        return mistakes.MISSING.at(file, positions.value(path[:-1]), key=key)
    place = positions.value(path)
    if kind.endswith(("_type", "_parsing")):
        wanted = _WANTED.get(kind.split("_")[0], _WANTED["string"])
        why = Wording(f"得到{_shown(detail['input'])}", f"got {_shown(detail['input'])}")
        return mistakes.WRONG_TYPE.at(file, place, key=key, why=why, wanted=wanted)
    why, hint = _value_trouble(detail)
    return mistakes.BAD_VALUE.at(file, place, key=key, why=why, hint=hint)


def _value_trouble(detail: ErrorDetails) -> tuple[Wording, Wording]:
    kind, given = detail["type"], detail["input"]
    context: dict[str, Any] = detail.get("ctx", {})
    shown = _shown(given)
    if kind == "literal_error":
        allowed = str(context["expected"]).replace(" or ", ", ").replace("'", "")
        near = difflib.get_close_matches(str(given), allowed.split(", "), 1)
        hint = Wording(f"可用的值：{allowed}", f"one of: {allowed}")
        if near:
            hint = Wording(f"是不是“{near[0]}”？{hint.zh}", f"did you mean {near[0]!r}? {hint.en}")
        return Wording(f"得到{shown}", f"got {shown}"), hint
    if kind == "string_too_long":
        limit = context["max_length"]
        return (
            Wording(
                f"有{len(str(given))}个字符，上限{limit}",
                f"{len(str(given))} characters, limit {limit}",
            ),
            Wording("截取更短的词句", "choose a shorter phrase"),
        )
    if kind == "too_short":
        return (
            Wording("列表是空的", "the list is empty"),
            Wording("至少写一项", "give at least one"),
        )
    if kind in ("string_pattern_mismatch", "string_too_short"):
        return (
            Wording(f"得到{shown}", f"got {shown}"),
            Wording(
                f"须符合{context.get('pattern', '')}", f"it must match {context.get('pattern', '')}"
            ),
        )
    if "unknown unit" in detail["msg"]:
        near = difflib.get_close_matches(str(given), UNITS, 3)
        names = "、".join(near) or "亿元、亿人、%、家、起"
        return (
            Wording(f"没有{shown}这个单位", f"no such unit: {shown}"),
            Wording(f"可写：{names}", f"such as: {names}"),
        )
    why = detail["msg"].removeprefix("Value error, ")
    return Wording(why, why), Wording("按说明改正该值", "mend the value as told")


def _key(path: Path) -> str:
    names = [part for part in path if isinstance(part, str)]
    return names[-1] if names else "?"


def _shown(value: object) -> str:
    if isinstance(value, dict):
        return "{ … }"
    if isinstance(value, list):
        return "[ … ]"
    try:
        text = repr(value) if isinstance(value, str) else str(value)
    except ValueError:  # a hexadecimal integer of more digits than Python prints
        text = hex(value) if isinstance(value, int) else "…"
    return text if len(text) <= 50 else text[:49] + "…"


def _fields_at(model: type[BaseModel], path: Path) -> list[str]:
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
    near = difflib.get_close_matches(key, known, 1, 0.6)
    if near:
        return Wording(f"是不是“{near[0]}”？", f"did you mean {near[0]!r}?")
    fields = ", ".join(known)
    return Wording(f"删去它；可用的字段：{fields}", f"remove it; known fields: {fields}")
