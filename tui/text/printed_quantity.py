"""Quantities as a text prints them: number, power of ten, unit and sign, in Chinese and English."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from tui.text.english_numerals import find_english_numerals
from tui.text.number_parser import NumberInText, find_numbers
from tui.text.units import BASE_UNITS, CURRENCIES, PLAIN_UNITS, SYMBOLS

DOLLAR_SIGN = "$"
"""The unit of an amount after a dollar sign, which is that of several currencies."""
DOLLARS = ("USD", "HKD", "TWD", "SGD", "AUD", "CAD", "NZD")

_ALIASES = {
    "人民币": "元", "块": "元", "人次": "次", "％": "%", "﹪": "%", "percentage point": "百分点",
    "percentage points": "百分点", "pp": "百分点", "percent": "%", "per cent": "%", "pct": "%",
    "yuan": "元", "renminbi": "元", "rmb": "元", "cny": "元", "people": "人", "persons": "人",
    "deals": "起", "provinces": "省份", "cities": "城市", "years": "年", "days": "天",
    "hours": "小时", "-fold": "倍",
}  # fmt: skip
"""How else a unit of the registry is printed."""
_CURRENCIES = {
    "us dollars": "USD", "dollars": DOLLAR_SIGN, "usd": "USD", "hkd": "HKD", "euros": "EUR",
    "eur": "EUR", "gbp": "GBP", "jpy": "JPY", "pounds": "GBP", "yen": "JPY", "krw": "KRW",
}  # fmt: skip
_SYMBOLS = {
    "¥": "元", "￥": "元", "rmb": "元", "cny": "元", "百分之": "%", "us$": "USD", "hk$": "HKD",
    "$": DOLLAR_SIGN, "usd": "USD", "hkd": "HKD", "€": "EUR", "eur": "EUR", "£": "GBP",
    "gbp": "GBP", "krw": "KRW",
}  # fmt: skip
_KNOWN: dict[str, str] = {
    **{name: code for name, code in CURRENCIES.items() if code != "CNY"},
    **_CURRENCIES,
    **{name: name for name in SYMBOLS},
    **{name: name for name in (*BASE_UNITS, *PLAIN_UNITS)},
    **_ALIASES,
}
_CASE_FOLDED = {word.lower(): unit for word, unit in _KNOWN.items()}


_LONGEST_UNIT = max(map(len, _CASE_FOLDED))
_LONGEST_SYMBOL = max(map(len, _SYMBOLS))
_AFTER_NUMBER = re.compile(r"[ \u00a0]?[多余+＋]?[ \u00a0]?个?")
_TENTHS = re.compile("成(?![立为员本果功交都])")
_LABEL_BEFORE = re.compile(r"(?:单位|[（(/：:])[\s为：:]*")
_POWER_ALONE = re.compile(r"[百千万亿]|(?:hundred|thousand|million|billion|trillion)\b", re.I)
_ENGLISH_POWER = re.compile(r" ?(?:thousand|million|billion|trillion|[mbt]n)")
_MINUS_BEFORE = re.compile(
    r"(?:(?<![0-9０-９A-Za-z.%％年月日])(?:[-–](?! )|[−－﹣])|负)(?:百分之)?[ ]?$"
)
"""A hyphen or dash before a space begins an item of a list or sets off words; it is no minus."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_BEFORE = 8
"""Most characters before a number that belong to it: a currency, a sign, 百分之."""
_PERCENT_WORD = re.compile("百分[之点]")
_JOINED = re.compile(r"[ ]?(?:[-—–~～、]|[至到和与及或]|and|to|or)[ ]?")
"""What joins the numbers of a range or a list, of which only the last has a unit."""


class PrintedQuantity(NamedTuple):
    """A quantity. ``text[start:end]`` begins with its digits and ends with its unit.

    ``number``: the digits; ``value``: times the printed power of ten; ``unit``: a unit of the
    registry without its power (元, 人, %), the code of another currency, or empty for none printed;
    ``minus``: a minus sign stands before it; ``in_words``: a Chinese or English numeral (百亿).
    """

    start: int
    end: int
    number: Decimal
    value: Decimal
    unit: str
    minus: bool
    in_words: bool = False

    @property
    def bare(self) -> bool:
        """Neither a power nor a unit is printed."""
        has_power = self.number != self.value or (self.in_words and self.value >= 10**4)
        return not self.unit and not has_power


class UnitLabel(NamedTuple):
    """A unit without a number. ``scale``: its power of ten as a factor."""

    scale: Decimal
    unit: str


def find_quantities(text: str) -> list[PrintedQuantity]:
    """Return the quantities of a text, in order.

    In a range or list (10-15亿元) the power and unit of the last number count for the numbers
    before it. 成 are tenths: 两成 is 20 %.
    """
    found = list(_joined_parts([_quantity(text, number) for number in _numbers(text)]))
    for at in range(len(found) - 2, -1, -1):
        first, second = found[at], found[at + 1]
        joined = _JOINED.fullmatch(text, first.end, second.start)
        if joined and first.bare and not _is_year(text, first):
            power = second.value / second.number if second.number else Decimal(1)
            found[at] = first._replace(value=first.number * power, unit=second.unit)
    return found


def _is_year(text: str, quantity: PrintedQuantity) -> bool:
    return bool(_YEAR.fullmatch(text, quantity.start, quantity.end))


def find_unit_labels(text: str) -> set[UnitLabel]:
    """Return the units that a text prints without a number, as above a column: 单位：亿元, or "in
    CNY billion"."""
    labels = {
        UnitLabel(item.value, item.unit)
        for item in find_quantities(text)
        if item.unit and _POWER_ALONE.match(text, item.start)
    }
    for match in _LABEL_BEFORE.finditer(text):
        unit, end = _unit_at(text, match.end())
        if unit and not _ENGLISH_POWER.match(text, end):
            labels.add(UnitLabel(Decimal(1), unit))
    return labels


def _unit_at(text: str, at: int) -> tuple[str, int]:
    """Return the unit that is printed at a position, the longest that fits (人民币 is not 人), and
    where it ends; an empty unit if none is printed."""
    # Lookups instead of a pattern of all units: compiling that takes 20 ms.
    for length in range(_LONGEST_UNIT, 0, -1):
        unit = _CASE_FOLDED.get(text[at : at + length].lower())
        if unit and not _splits_word(text, at + length):
            return unit, min(at + length, len(text))
    return "", at


def _symbol_before(text: str, end: int) -> str:
    """Return the currency symbol or 百分之 that ends at a position; empty for none."""
    for length in range(min(_LONGEST_SYMBOL, end), 0, -1):
        if text[end - length : end].lower() in _SYMBOLS:
            return text[end - length : end]
    return ""


def _splits_word(text: str, at: int) -> bool:
    pair = text[at - 1 : at + 1]
    return len(pair) == 2 and pair.isascii() and pair.isalpha()


def _numbers(text: str) -> list[NumberInText]:
    words = [
        NumberInText(item.start, item.end, Decimal(item.value), Decimal(item.value), True)
        for item in find_english_numerals(text)
    ]
    digits = [item for item in find_numbers(text) if not _PERCENT_WORD.match(text, item.start)]
    ends = {item.end for item in digits}  # the words of "5 hundred million" belong to the digits
    return sorted(digits + [word for word in words if word.end not in ends])


def _quantity(text: str, number: NumberInText) -> PrintedQuantity:
    start, end, value = number.start, number.end, number.value
    after = _AFTER_NUMBER.match(text, end)
    # Without 个 first: it is a unit of its own, unless another one follows (4000万个SKU).
    begin = after.end() if after else end
    unit, unit_end = _unit_at(text, begin)
    if not unit and begin > end and text[begin - 1] == "个":
        unit, unit_end = "个", begin
    if _TENTHS.match(text, begin):
        unit, unit_end, value = "%", begin + 1, value * 10
    end = unit_end if unit else end
    before = start - 1 if text[start - 1 : start] in (" ", "\u00a0") else start
    symbol = _symbol_before(text, before)
    if symbol and (not unit or _SYMBOLS[symbol.lower()] not in ("元", "%")):
        unit = _SYMBOLS[symbol.lower()]
    sign_end = before - len(symbol) if symbol else start
    minus = bool(_MINUS_BEFORE.search(text, max(0, sign_end - _BEFORE), sign_end))
    return PrintedQuantity(start, end, number.number, value, unit, minus, number.chinese)


def _joined_parts(quantities: list[PrintedQuantity]) -> Iterator[PrintedQuantity]:
    """Yield the quantities, the parts of 3亿5000万 as one."""
    pending: PrintedQuantity | None = None
    for item in quantities:
        if (
            pending
            and pending.end == item.start
            and not pending.unit
            and pending.value > pending.number  # it has a power of ten
            and item.value < pending.value / pending.number
        ):
            total = pending.value + item.value
            pending = item._replace(start=pending.start, number=total, value=total)
            continue
        if pending:
            yield pending
        pending = item
    if pending:
        yield pending
