"""Formatting of quantities: ``3,099亿元`` in Chinese, ``CNY 309.9 billion`` in English."""

from __future__ import annotations

import re
from decimal import Decimal

from tui.text.language import Language
from tui.text.units import BASE_UNITS, PLAIN_UNITS, UNITS, Unit

_ENGLISH_POWERS = ((12, "trillion"), (9, "billion"), (6, "million"))
_LARGER = (("亿", "万亿"), ("万", "亿"))
"""The Chinese power of ten that is ten thousand times another."""
_MYRIAD = 10_000
_HUNDRED = 100
_COUNTED = re.compile(r"(.*?\d[\d,.]*(?: (?:million|billion|trillion))?) ([A-Za-z].*)")
_COUNTED_IN_CHINESE = re.compile(
    r"(.*\d[\d,.]*(?:[万亿]*个(?=[\u4e00-\u9fff]{2})|[万亿]+(?=[A-Z])))([\u4e00-\u9fffA-Z]+)"
)
_QUALIFIERS = {
    ">": ("超过", "over "),
    ">=": ("至少", "at least "),
    "~": ("约", "about "),
    "~~": ("", "on the order of "),
    "<": ("近", "nearly "),
}

_ORDER_OF_MAGNITUDE = "~~"
_POWERS_IN_CHINESE = {Decimal(10): "十", Decimal(100): "百", Decimal(1000): "千"}

_DIRECTIONS = {
    "growth": (("增长", "下降"), ("up", "down")),
    "change": (("增加", "减少"), ("up", "down")),
    "points": (("上升", "下降"), ("up", "down")),
}


def without_counted(amount: str, title: str) -> str:
    """Return an amount without the name of what is counted if the title beside it has that:
    ``40 million SKUs`` of ``SKUs of the pharmacy`` as ``40 million``, 26个省份 of 有规定的省份 as
    26个, 4,000万SKU of SKU数 as 4,000万."""
    match = _COUNTED.fullmatch(amount) or _COUNTED_IN_CHINESE.fullmatch(amount)
    return match[1] if match and match[2].lower() in title.lower() else amount


def format_number(value: Decimal) -> str:
    """Return a number with thousands separators, without exponent, with its decimals as given."""
    exponent = value.as_tuple().exponent
    if isinstance(exponent, int) and exponent > 0:
        value = value.quantize(Decimal(1))
    return f"{value:,f}"


def _english_number(value: Decimal, unit: Unit) -> str:
    base = value.scaleb(unit.scale)
    for power, word in _ENGLISH_POWERS:
        if abs(base) >= Decimal(10) ** power:
            return f"{_without_trailing_zeros(base.scaleb(-power))} {word}"
    return _without_trailing_zeros(base) if unit.scale else format_number(value)


def _english_range(first: str, last: str) -> str:
    """Return ``10–15 million`` for 10 million and 15 million."""
    power = last.rpartition(" ")[2]
    if power.isalpha() and first.endswith(f" {power}"):
        first = first.removesuffix(f" {power}")
    return f"{first}–{last}"


def _without_trailing_zeros(value: Decimal) -> str:
    # 3,099亿 is 309.9 billion: the zeros come from the change of power alone.
    text = format_number(value)
    return text.rstrip("0").rstrip(".") if "." in text else text


def _in_larger_unit(
    value: Decimal, upper: Decimal | None, unit: str
) -> tuple[Decimal, Decimal | None, str]:
    """Return 10,000亿 and more in 万亿, 10,000万 and more in 亿, as Chinese prints them; a count of
    10,000 and more in 万 if that takes two decimals at most: 16万起, but 12,345起."""
    if not UNITS[unit].scale and abs(value) >= _MYRIAD and _is_counted(unit):
        ends = (value,) if upper is None else (value, upper)
        if all(each % _HUNDRED == 0 for each in ends):
            return _by_myriads(value), None if upper is None else _by_myriads(upper), f"万{unit}"
    for power, larger in _LARGER:
        name = larger + unit.removeprefix(power)
        is_power = unit.startswith(power) and UNITS[name].scale == UNITS[unit].scale + 4
        if abs(value) >= _MYRIAD and is_power:
            return _by_myriads(value), None if upper is None else _by_myriads(upper), name
    return value, upper, unit


def _is_counted(unit: str) -> bool:
    """Return whether a unit without a power of ten can follow 万: no percentage and no symbol."""
    return unit not in PLAIN_UNITS and (unit in BASE_UNITS or not unit[0].isascii())


def _power_in_words(value: Decimal, unit: str) -> str:
    """Return the power of ten before a unit as Chinese names an order of magnitude: 千 of 1,000人,
    十 of 10万人, nothing of 1亿人; another number as it is."""
    if value == 1 and UNITS[unit].scale:
        return ""
    return _POWERS_IN_CHINESE.get(value) or format_number(value)


def _by_myriads(value: Decimal) -> Decimal:
    return Decimal(_without_trailing_zeros(value.scaleb(-4)).replace(",", ""))


def format_quantity(
    value: Decimal,
    unit: str,
    language: Language,
    comparator: str | None = None,
    *,
    signed: bool = False,
    noun: str | None = None,
    upper: Decimal | None = None,
) -> str:
    """Return a value with its unit and qualifier in ``language``.

    Args:
        value: the value in ``unit``.
        unit: a key of ``UNITS``, or a unit that the briefing declares.
        language: the language of the text.
        comparator: ``>``, ``>=``, ``~``, ``~~`` or ``<``; None for an exact value.
        signed: put a plus before a positive value, as for changes and growth rates.
        noun: the English plural of what is counted, in place of the unit's own.
        upper: the upper end of a range that begins at ``value``, in ``unit``: 10–15%.

    Raises:
        KeyError: no unit.
    """
    if language == "zh":
        value, upper, unit = _in_larger_unit(value, upper, unit)
    known = UNITS[unit]
    qualifier = _QUALIFIERS[comparator][0 if language == "zh" else 1] if comparator else ""
    sign = "+" if signed and value > 0 else ""
    if language == "zh" and comparator == _ORDER_OF_MAGNITUDE:
        return f"{_power_in_words(value, unit)}{unit}级"
    if language == "zh":
        until = "" if upper is None else f"–{format_number(upper)}"
        gap = " " if unit[0].isascii() and unit[0].isalpha() and " " in unit else ""
        return f"{qualifier}{sign}{format_number(value)}{until}{gap}{known.measure_word}{unit}"
    number = f"{sign}{_english_number(value, known)}"
    if upper is not None:
        number = _english_range(number, _english_number(upper, known))
    if unit in ("%", "‰"):
        return f"{qualifier}{number}{unit}"
    counted = noun or (known.one if value.scaleb(known.scale) == 1 else known.many)
    return qualifier + " ".join(part for part in (known.currency, number, counted) if part)


def change_in_words(
    value: Decimal,
    unit: str,
    language: Language,
    comparator: str | None = None,
    *,
    kind: str = "growth",
    noun: str | None = None,
    upper: Decimal | None = None,
) -> str:
    """Return a change with a verb in place of its sign: ``下降98.2%``, ``down 98.2%``.

    Args are those of ``format_quantity``; ``kind``: ``growth`` in percent, ``change`` of a number,
    ``points`` of a share.
    """
    rises, falls = _DIRECTIONS[kind][language == "en"]
    if value < 0 and upper is not None:
        value, upper = upper, value
    amount = format_quantity(
        abs(value),
        unit,
        language,
        comparator,
        noun=noun,
        upper=None if upper is None else abs(upper),
    )
    return f"{falls if value < 0 else rises}{' ' if language == 'en' else ''}{amount}"
