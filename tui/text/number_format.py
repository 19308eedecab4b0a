"""Quantities in words: ``3,099亿元`` in Chinese, ``CNY 309.9 billion`` in English."""

from __future__ import annotations

from decimal import Decimal

from tui.text.language import Language
from tui.text.units import UNITS, Unit

_ENGLISH_POWERS = ((12, "trillion"), (9, "billion"), (6, "million"))
_HEDGES = {
    ">": ("超过", "over "),
    ">=": ("至少", "at least "),
    "~": ("约", "about "),
    "<": ("近", "nearly "),
}


def format_number(value: Decimal) -> str:
    """The number with thousands separated, no exponent, its decimals as they were given."""
    exponent = value.as_tuple().exponent
    if isinstance(exponent, int) and exponent > 0:
        value = value.quantize(Decimal(1))
    return f"{value:,f}"


def _english(value: Decimal, unit: Unit) -> str:
    base = value.scaleb(unit.scale)
    for power, word in _ENGLISH_POWERS:
        if abs(base) >= Decimal(10) ** power:
            return f"{_trimmed(base.scaleb(-power))} {word}"
    return _trimmed(base) if unit.scale else format_number(value)


def _trimmed(value: Decimal) -> str:
    # 3,099亿 is 309.9 billion: zeros that only the change of power brought are dropped.
    text = format_number(value)
    return text.rstrip("0").rstrip(".") if "." in text else text


def format_quantity(
    value: Decimal,
    unit: str,
    language: Language,
    comparator: str | None = None,
    *,
    signed: bool = False,
    noun: str | None = None,
) -> str:
    """A value with its unit and hedge, as a reader of ``language`` expects it.

    ``signed`` puts a plus before a positive value, for changes and growth rates. ``noun`` is
    the English plural of what is counted, in place of the unit's own.

    Raises:
        KeyError: a unit that is not in the registry.
    """
    known = UNITS[unit]
    hedge = _HEDGES[comparator][0 if language == "zh" else 1] if comparator else ""
    sign = "+" if signed and value > 0 else ""
    if language == "zh":
        return f"{hedge}{sign}{format_number(value)}{known.measure}{unit}"
    number = f"{sign}{_english(value, known)}"
    if unit == "%":
        return f"{hedge}{number}%"
    counted = noun or (known.one if value.scaleb(known.scale) == 1 else known.many)
    return hedge + " ".join(part for part in (known.before, number, counted) if part)
