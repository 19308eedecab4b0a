"""Spans of time that are counted from a date: 近五年, 过去12个月, 未来五年."""

from __future__ import annotations

import re

_SPAN_BACK = re.compile(
    r"(?:过去|近|最近)的?(?P<count>\d{1,2}|[一二两三四五六七八九十]+)个?(?P<unit>年|月)"
)
_SPAN_AHEAD = re.compile(
    r"(?:未来|今后|接下来)的?(?P<count>\d{1,2}|[一二两三四五六七八九十])年(?!来)"
)
_UNTIL = re.compile(
    r"\s?(?:\d{1,2}\s?[日号])?(?:为)?止的?\s?(?:财政?)?(?:年度|全年|(?P<count>\d{1,2}|[三六九])个?月)"
)
_CHINESE = {digit: number for number, digit in enumerate("零一二三四五六七八九十")} | {"两": 2}


def months_back(text: str, start: int, end: int) -> int:
    """Return how many months the last 近五年 or 过去12个月 of ``text[start:end]`` has, or 0."""
    matches = list(_SPAN_BACK.finditer(text, start, end))
    if not matches:
        return 0
    return _count(matches[-1]) * (12 if matches[-1]["unit"] == "年" else 1)


def years_ahead(text: str, start: int, end: int) -> int:
    """Return how many years the last 未来五年 of ``text[start:end]`` has; 0 for none."""
    matches = list(_SPAN_AHEAD.finditer(text, start, end))
    return _count(matches[-1]) if matches else 0


def reporting_months_zh(text: str, at: int) -> int:
    """Return how many months a report covers that end with the date before a position: 12 in
    截至2024年3月31日止年度, 6 in …止六个月; 0 if none follows."""
    match = _UNTIL.match(text, at)
    if not match:
        return 0
    return _count(match) if match["count"] else 12


def digits(text: str) -> str:
    """Return the digits of a text in ASCII."""
    return "".join(str(int(char)) for char in text if char.isdecimal())


def shifted(month: int, by: int) -> int:
    """Return a month (yyyymm) that many months later."""
    number = month // 100 * 12 + month % 100 - 1 + by
    return number // 12 * 100 + number % 12 + 1


def _count(match: re.Match[str]) -> int:
    return _CHINESE.get(match["count"]) or int(digits(match["count"]) or 0)
