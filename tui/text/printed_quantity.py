"""Quantities as a text prints them: number, power of ten, unit and sign, in Chinese and English."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from tui.text.english_numerals import find_english_numerals
from tui.text.number_parser import NumberInText, find_numbers
from tui.text.units import BASE_UNITS, PLAIN_UNITS

FOREIGN_CURRENCY = "foreign currency"
"""The unit of an amount in a currency that the registry of units does not have."""

_ALIASES = {
    "人民币": "元", "块": "元", "人次": "次", "％": "%", "﹪": "%", "percentage point": "百分点",
    "percentage points": "百分点", "pp": "百分点", "percent": "%", "per cent": "%", "pct": "%",
    "yuan": "元", "renminbi": "元", "rmb": "元", "cny": "元", "people": "人", "persons": "人",
    "deals": "起", "provinces": "省份", "cities": "城市", "years": "年", "days": "天",
    "hours": "小时", "-fold": "倍",
}  # fmt: skip
"""How else a unit of the registry is printed."""
_CURRENCIES = (
    "美元", "美金", "港元", "港币", "欧元", "日元", "英镑", "韩元", "卢布", "新台币", "新元",
    "us dollars", "dollars", "usd", "hkd", "euros", "eur", "gbp", "jpy", "pounds", "yen",
)  # fmt: skip
_SYMBOLS = {"¥": "元", "￥": "元", "rmb": "元", "cny": "元", "百分之": "%"} | dict.fromkeys(
    ("us$", "hk$", "$", "usd", "hkd", "€", "eur", "£", "gbp"), FOREIGN_CURRENCY
)
_KNOWN: dict[str, str] = {
    **dict.fromkeys(_CURRENCIES, FOREIGN_CURRENCY),
    **{name: name for name in (*BASE_UNITS, *PLAIN_UNITS)},
    **_ALIASES,
}
_CASE_FOLDED = {word.lower(): unit for word, unit in _KNOWN.items()}


def _any_of(words: dict[str, str]) -> str:
    # The longest first: 人民币 is not 人. A Latin word ends where its letters end.
    return "|".join(
        re.escape(word) + ("(?![a-z])" if word[-1].isascii() and word[-1].isalpha() else "")
        for word in sorted(words, key=len, reverse=True)
    )


_UNIT_AFTER = re.compile(
    rf"[ \u00a0]?(?:多|余|\+|＋)?[ \u00a0]?(?:个?(?P<tenths>成)(?![立为员本果功交都])"
    rf"|个?(?P<unit>{_any_of(_CASE_FOLDED)}))",
    re.IGNORECASE,
)
_UNIT_BEFORE = re.compile(rf"(?P<unit>{_any_of(_SYMBOLS)})[ \u00a0]?$", re.IGNORECASE)
_MINUS_BEFORE = re.compile(r"(?:(?<![0-9０-９A-Za-z.%％年月日])[-−－﹣–]|负)(?:百分之)?[ ]?$")
_PLAIN_LABEL = re.compile(
    rf"(?:单位|[（(/：:])[\s为：:]*(?P<unit>{_any_of(_CASE_FOLDED)})"
    r"(?! ?(?:thousand|million|billion|trillion|[mbt]n))",
    re.IGNORECASE,
)
_POWER_ALONE = re.compile(r"[百千万亿]|(?:hundred|thousand|million|billion|trillion)\b", re.I)
_PERCENT_WORD = re.compile("百分[之点]")
_JOINED = re.compile(r"[ ]?(?:[-—–~～、]|[至到和与及或]|and|to|or)[ ]?")
"""What joins the numbers of a range or a list, of which only the last has a unit."""


class PrintedQuantity(NamedTuple):
    """A quantity. ``text[start:end]`` begins with its digits and ends with its unit.

    ``number``: the digits; ``value``: times the printed power of ten; ``unit``: a unit of the
    registry without its power (元, 人, %), ``FOREIGN_CURRENCY``, or empty where none is printed;
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
        if first.bare and _JOINED.fullmatch(text, first.end, second.start):
            power = second.value / second.number if second.number else Decimal(1)
            found[at] = first._replace(value=first.number * power, unit=second.unit)
    return found


def find_unit_labels(text: str) -> set[UnitLabel]:
    """Return the units that a text prints without a number, as above a column: 单位：亿元, or "in
    CNY billion"."""
    labels = {
        UnitLabel(item.value, item.unit)
        for item in find_quantities(text)
        if item.unit and _POWER_ALONE.match(text, item.start)
    }
    plain = _PLAIN_LABEL.finditer(text)
    return labels | {UnitLabel(Decimal(1), _CASE_FOLDED[match["unit"].lower()]) for match in plain}


def _numbers(text: str) -> list[NumberInText]:
    words = [
        NumberInText(item.start, item.end, Decimal(item.value), Decimal(item.value), True)
        for item in find_english_numerals(text)
    ]
    digits = [item for item in find_numbers(text) if not _PERCENT_WORD.match(text, item.start)]
    ends = {item.end for item in digits}  # the words of "5 hundred million" belong to the digits
    return sorted(digits + [word for word in words if word.end not in ends])


def _quantity(text: str, number: NumberInText) -> PrintedQuantity:
    start, end, unit, value = number.start, number.end, "", number.value
    if after := _UNIT_AFTER.match(text, end):
        end = after.end()
        unit = "%" if after["tenths"] else _CASE_FOLDED[after["unit"].lower()]
        value = value * 10 if after["tenths"] else value
    before = _UNIT_BEFORE.search(text, 0, start)
    if before and (not unit or _SYMBOLS[before["unit"].lower()] == FOREIGN_CURRENCY):
        unit = _SYMBOLS[before["unit"].lower()]
    sign_end = before.start() if before else start
    minus = bool(_MINUS_BEFORE.search(text, 0, sign_end))
    return PrintedQuantity(start, end, number.number, value, unit, minus, number.chinese)


def _joined_parts(quantities: list[PrintedQuantity]) -> Iterator[PrintedQuantity]:
    """Yield the quantities, the parts of 3亿5000万 as one."""
    pending: PrintedQuantity | None = None
    for item in quantities:
        if (
            pending
            and pending.end == item.start
            and not pending.unit
            and item.value < pending.value / pending.number
            and pending.value > pending.number
        ):
            total = pending.value + item.value
            pending = item._replace(start=pending.start, number=total, value=total)
            continue
        if pending:
            yield pending
        pending = item
    if pending:
        yield pending
