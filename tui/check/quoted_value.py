"""Compare the value of a figure with the quantities that its quotes print."""

from __future__ import annotations

from collections.abc import Sequence, Set
from decimal import Decimal
from enum import IntEnum
from typing import NamedTuple

from tui.model import Observation, Rate
from tui.text.direction_words import direction_of, mentions_loss
from tui.text.number_parser import find_numbers
from tui.text.printed_quantity import (
    DOLLAR_SIGN,
    DOLLARS,
    PrintedQuantity,
    UnitLabel,
    find_quantities,
    find_unit_labels,
)
from tui.text.units import PLAIN_UNITS, UNITS, base_unit


class Excerpt(NamedTuple):
    """Quoted words with the text before and after them, which is empty without the original."""

    before: str
    exact: str
    after: str


class Agreement(IntEnum):
    """How far a printed quantity agrees with a figure, from not at all to fully."""

    OTHER_NUMBER = 0
    OTHER_AMOUNT = 1
    OTHER_SIGN = 2
    FULL = 3


class QuoteComparison(NamedTuple):
    """The agreement with a quote. ``printed``: the quantity as printed; ``quote``: index of the
    quote; ``at``: position of the quantity in the quoted words."""

    agreement: Agreement
    printed: str = ""
    quote: int = 0
    at: int = 0


class _Expected(NamedTuple):
    """What a quote must print. ``number``: the digits; ``value``: in the base unit."""

    number: Decimal
    value: Decimal
    unit: str


def compare_with_quotes(figure: Observation | Rate, quotes: Sequence[Excerpt]) -> QuoteComparison:
    """Return the best agreement of the quotes with number, power, unit and sign of a figure.

    The quoted words must show all of it, and the text around them must not show otherwise: the 353
    in 353亿元 is not 353. A number without power and unit, as in the column of a table, agrees if
    one of the quotes contains the unit on its own (单位：亿元).
    """
    labels = {label for quote in quotes for label in find_unit_labels(quote.exact)}
    best = QuoteComparison(Agreement.OTHER_NUMBER)
    for index, quote in enumerate(quotes):
        text, shift = "".join(quote), len(quote.before)
        in_text = {item.start - shift: item for item in find_quantities(text)}
        for item in find_quantities(quote.exact):
            agreement = _agreement(figure, item, quote.exact, labels)
            whole = in_text.get(item.start)  # None: the quote begins within a number
            seen = _agreement(figure, whole, text, labels) if whole else Agreement.OTHER_NUMBER
            if min(agreement, seen) > best.agreement:
                printed = text[whole.start : whole.end] if whole else ""
                best = QuoteComparison(min(agreement, seen), printed, index, item.start)
    return best


def shows_number(text: str, figure: Observation | Rate) -> bool:
    """Return whether a text contains the number of a figure, in any script and power of ten."""
    expected = _expected(figure)
    return any(
        found.number in (expected.number, expected.value) or found.value == expected.value
        for found in find_numbers(text)
    )


def _expected(figure: Observation | Rate) -> _Expected:
    number, unit = abs(figure.value), base_unit(figure.unit)
    value = number.scaleb(UNITS[figure.unit].scale)
    unit = "次" if unit == "人次" else unit  # how find_quantities reads it
    printed = figure.as_printed
    if printed:  # the quote contains the misprint, not its correction
        for quantity in find_quantities(printed)[:1]:
            number, value, unit = quantity.number, quantity.value, quantity.unit or unit
    return _Expected(number, value, unit)


def _agreement(
    figure: Observation | Rate, printed: PrintedQuantity, text: str, labels: Set[UnitLabel]
) -> Agreement:
    expected = _expected(figure)
    if expected.value != printed.value and expected.number != printed.number:
        return Agreement.OTHER_NUMBER
    if not _same_amount(expected, printed, labels, figure):
        return Agreement.OTHER_AMOUNT
    return Agreement.FULL if _same_sign(figure, printed, text) else Agreement.OTHER_SIGN


def _same_amount(
    expected: _Expected,
    printed: PrintedQuantity,
    labels: Set[UnitLabel],
    figure: Observation | Rate,
) -> bool:
    if figure.as_printed:
        return True  # rule K403 compares the misprint literally
    is_difference = isinstance(figure, Rate) and figure.type == "growth_change"
    units = {expected.unit, "%", "百分点"} if is_difference else {expected.unit}
    if printed.bare and (_is_strict(expected.unit) or expected.value != printed.value):
        return any(
            printed.number * label.scale == expected.value
            and any(_is_same_unit(unit, label.unit) for unit in units)
            for label in labels
        )
    return expected.value == printed.value and any(
        _is_same_unit(unit, printed.unit) for unit in units
    )


def _is_strict(unit: str) -> bool:
    """Return whether a number without this unit says something else: money and percentages."""
    return unit in PLAIN_UNITS or bool(UNITS[unit].currency)


def _is_same_unit(unit: str, printed: str) -> bool:
    if not printed:  # 收入136亿: a power without a unit
        return unit not in PLAIN_UNITS
    if printed == DOLLAR_SIGN:
        return UNITS[unit].currency in DOLLARS
    if "个" in (unit, printed):  # counts anything
        return not _is_strict(unit) and not _is_strict(printed)
    return UNITS[unit].base == UNITS[printed].base


def _same_sign(figure: Observation | Rate, printed: PrintedQuantity, text: str) -> bool:
    if not figure.value:
        return True
    negative = figure.value < 0
    if printed.minus:
        return negative
    if not isinstance(figure, Rate):
        return not negative or mentions_loss(text, printed.start)
    if figure.type == "share":
        return not negative
    direction = direction_of(text, printed.start, printed.end)
    return direction <= 0 if negative else direction >= 0
