"""The units that a briefing declares, behind the numbers of a document."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from tui.text.printed_quantity import PrintedQuantity
from tui.text.units import ENGLISH_POWERS, POWERS

_WORDS_BETWEEN = r"(?: [a-z]+){0,2}? ?"
"""“128,691 new cars” counts cars."""


def declared_unit(text: str, item: PrintedQuantity, units: Sequence[str]) -> str:
    """Return the unit that follows a number, with its printed power (``million cars``); empty if
    none of the declared ones does."""
    for unit in units:
        between = _WORDS_BETWEEN if unit.isascii() else " ?"
        end = r"\b" if unit.isascii() else ""
        if re.compile(f"{between}{re.escape(unit)}{end}").match(text, item.end):
            ratio = item.value / item.number if item.number and not item.in_words else Decimal(1)
            powers = ENGLISH_POWERS if unit.isascii() else POWERS
            power = next((word for word, at in powers.items() if ratio == 10**at), "")
            gap = " " if unit.isascii() and power else ""
            return f"{power}{gap}{unit}"
    return ""
