"""What is wrong with a value of the right type, and what would be right, in words."""

from __future__ import annotations

from typing import Any

from pydantic_core import ErrorDetails

from tui.text.close_matches import close_matches, did_you_mean
from tui.text.language import Wording
from tui.text.units import UNITS

_FORMS = {
    "": Wording("写上内容", "write something"),
    r"\S": Wording("写上内容", "write something"),
    "^[a-z0-9]+(-[a-z0-9]+)*$": Wording(
        "用小写字母与数字，以连字符相连", "lower-case words and digits joined by hyphens"
    ),
}
"""The patterns that editors meet, in words."""


def describe_invalid_value(detail: ErrorDetails) -> tuple[Wording, Wording]:
    """What is wrong with the value, and how to mend it."""
    kind, given = detail["type"], detail["input"]
    context: dict[str, Any] = detail.get("ctx", {})
    if kind == "literal_error":
        return _not_of_the_list(str(given), str(context["expected"]))
    if kind == "string_too_long":
        size, limit = len(str(given)), context["max_length"]
        return (
            Wording(f"有{size}个字符，上限{limit}", f"{size} characters, limit {limit}"),
            Wording("截取更短的词句", "choose a shorter phrase"),
        )
    if kind == "too_short":
        return (
            Wording("列表是空的", "the list is empty"),
            Wording("至少写一项", "give at least one"),
        )
    if kind in ("string_pattern_mismatch", "string_too_short"):
        pattern = context.get("pattern", "")
        form = Wording(f"须符合{pattern}", f"it must match {pattern}")
        return _got(given), _FORMS.get(pattern, form)
    if kind == "finite_number":
        return _got(given), Wording("写一个数", "write a number")
    if kind == "decimal_max_places":
        most = context["decimal_places"]
        return _got(given), Wording(f"小数最多{most}位", f"at most {most} decimals")
    if kind in ("less_than_equal", "greater_than_equal", "greater_than"):
        limit = context.get("le", context.get("ge", context.get("gt")))
        return _got(given), Wording(f"数的界限是{limit}", f"the limit is {limit}")
    if "unknown unit" in detail["msg"]:
        near = close_matches(str(given), UNITS)
        names = "、".join(near) or "亿元、亿人、%、家、起"
        return (
            Wording(f"没有{display_value(given)}这个单位", f"no such unit: {display_value(given)}"),
            Wording(f"可写：{names}", f"such as: {names}"),
        )
    why = detail["msg"].removeprefix("Value error, ")
    return Wording(why, why), Wording("按说明改正该值", "mend the value as told")


def _not_of_the_list(given: str, expected: str) -> tuple[Wording, Wording]:
    allowed = expected.replace(" or ", ", ").replace("'", "")
    hint = Wording(f"可用的值：{allowed}", f"one of: {allowed}")
    if question := did_you_mean(given, allowed.split(", ")):
        hint = Wording(f"{question.zh}{hint.zh}", f"{question.en} {hint.en}")
    return _got(given), hint


def _got(given: object) -> Wording:
    return Wording(f"得到{display_value(given)}", f"got {display_value(given)}")


def display_value(value: object) -> str:
    """A value as an editor would recognise it, on one line and not too long."""
    if isinstance(value, dict):
        return "{ … }"
    if isinstance(value, list):
        return "[ … ]"
    try:
        text = repr(value) if isinstance(value, str) else str(value)
    except ValueError:  # a hexadecimal integer of more digits than Python prints
        text = hex(value) if isinstance(value, int) else "…"
    return text if len(text) <= 50 else text[:49] + "…"
