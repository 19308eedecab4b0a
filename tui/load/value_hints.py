"""Describe values that have the right type but are invalid, and what would be valid."""

from __future__ import annotations

import re
from typing import Any

from pydantic_core import ErrorDetails

from tui.model.citation import GLOSS_PATTERN
from tui.text.close_matches import close_matches, did_you_mean
from tui.text.language import Wording
from tui.text.units import UNITS

_MAX_SHOWN = 50
"""Characters of a value that a message shows."""
_UNITS_SHOWN = 6
_NON_EMPTY = Wording("不能为空", "must not be empty")
_PATTERNS = {
    "": _NON_EMPTY,
    r"\S": _NON_EMPTY,
    "^[a-z0-9]+(-[a-z0-9]+)*$": Wording(
        "应为小写字母与数字，以连字符相连，如market-size",
        "expected lower-case letters and digits joined by hyphens, such as market-size",
    ),
    GLOSS_PATTERN: Wording(
        "应为一行英文，单空格，中文只可作为《》中的名称",
        "expected one line of English with single spaces; Chinese only as a title in 《》",
    ),
}
"""Descriptions of the patterns that editors meet."""
_LIMITS = {
    "le": Wording("应不大于{limit}", "expected at most {limit}"),
    "ge": Wording("应不小于{limit}", "expected at least {limit}"),
    "gt": Wording("应大于{limit}", "expected more than {limit}"),
}


def describe_invalid_value(detail: ErrorDetails) -> tuple[Wording, Wording]:
    """Return what is wrong with the value in ``detail``, and what is accepted."""
    error, value = detail["type"], detail["input"]
    context: dict[str, Any] = detail.get("ctx", {})
    shown = Wording(display_value(value), display_value(value))
    if error == "literal_error":
        return shown, _accepted_literals(str(value), str(context["expected"]))
    if "words; the limit is" in detail["msg"]:
        count, limit = re.findall(r"\d+", detail["msg"].rpartition("error, ")[2])
        return (
            Wording(f"有{count}个词，上限{limit}", f"{count} words; the limit is {limit}"),
            Wording("截取更短的词句", "use a shorter phrase"),
        )
    if error == "string_too_long":
        size, limit = len(str(value)), context["max_length"]
        return (
            Wording(f"有{size}个字符，上限{limit}", f"{size} characters; the limit is {limit}"),
            Wording("截取更短的词句", "use a shorter phrase"),
        )
    if error == "too_short":
        return Wording("列表为空", "the list is empty"), Wording(
            "至少写一项", "add at least one item"
        )
    if error in ("string_pattern_mismatch", "string_too_short"):
        pattern = context.get("pattern", "")
        expected = Wording(f"须符合{pattern}", f"must match {pattern}")
        return shown, _PATTERNS.get(pattern, expected)
    if error == "finite_number":
        return shown, Wording("应为有限的数", "expected a finite number")
    if error == "decimal_max_places":
        places = context["decimal_places"]
        return shown, Wording(f"小数最多{places}位", f"expected at most {places} decimal places")
    for name, expected in _LIMITS.items():
        if name in context:
            return shown, expected.format(limit=context[name])
    if "unknown unit" in detail["msg"]:
        declared = [name for name in detail["msg"].rpartition("declared: ")[2].split("|") if name]
        near = close_matches(str(value), (*UNITS, *declared)) or _one_sign_apart(str(value))
        english = near or [one for one in declared if one.isascii()] or ["%", "USD million", "km"]
        units = "、".join(near or declared[:_UNITS_SHOWN]) or "亿元、亿人、%、家、起"
        return (
            Wording(f"未知单位{shown.zh}", f"unknown unit {shown.en}"),
            Wording(
                f"可用的单位如：{units}；其他单位写入briefing.toml的units",
                f"expected a unit such as: {', '.join(english[:_UNITS_SHOWN])}; or declare it in "
                "units of briefing.toml",
            ),
        )
    if "not a metric of a company" in detail["msg"]:
        return shown, Wording(
            "卡片显示统计数据：为这一指标另建统计数据，写其ID",
            "a card shows a statistic, not a metric of a company: record a statistic and name it",
        )
    if "at least one observation or rate" in detail["msg"]:
        return (
            Wording("没有任何数字", "no figure yet"),
            Wording(
                "用medbrief review 来源 --accept N --to 此指标写入，或删去它",
                "add one (medbrief review SOURCE --accept N --to ID.METRIC), or delete the measure",
            ),
        )
    why = detail["msg"].removeprefix("Value error, ")
    return Wording(why, why), Wording("按说明改正该值", "correct the value")


def _one_sign_apart(value: str) -> list[str]:
    """Return units that differ from a value in one character: 万次 for 万词."""
    return [
        unit
        for unit in UNITS
        if len(unit) == len(value) > 1
        and sum(one != other for one, other in zip(unit, value, strict=True)) == 1
    ][:5]


def _accepted_literals(value: str, expected: str) -> Wording:
    """Return the accepted values, and the closest one. ``expected``: as pydantic lists them."""
    accepted = expected.replace(" or ", ", ").replace("'", "")
    hint = Wording(f"可用的值：{accepted}", f"expected one of: {accepted}")
    if question := did_you_mean(value, accepted.split(", ")):
        return Wording(f"{question.zh}{hint.zh}", f"{question.en} {hint.en}")
    return hint


def display_value(value: object) -> str:
    """Return a value as TOML shows it, on one line and shortened."""
    if isinstance(value, dict):
        return "{ … }"
    if isinstance(value, list):
        return "[ … ]"
    try:
        text = repr(value) if isinstance(value, str) else str(value)
    except ValueError:  # a hexadecimal integer of more digits than Python prints
        text = hex(value) if isinstance(value, int) else "…"
    return text if len(text) <= _MAX_SHOWN else text[: _MAX_SHOWN - 1] + "…"
