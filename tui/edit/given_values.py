"""What an editor sets for a candidate, instead of what was read from the document."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from typing import NamedTuple, TypeVar

from tui.edit.figure_finder import FigureCandidate
from tui.edit.figure_wording import AT_MOST
from tui.text.language import Wording
from tui.text.units import UNITS, is_known_unit

_AMOUNT = re.compile(r"\s*(?P<value>[-−]?\d[\d,]*(?:\.\d+)?)?\s*(?P<unit>\D.*)?")
_Found = TypeVar("_Found")


class GivenValues(NamedTuple):
    """Empty and None: as read. ``gloss``: the quote in English; ``via``: whose figure it is,
    with empty names for the document's own;
    ``title``: of a record or measure that does not exist yet, and is to be made."""

    period: str = ""
    unit: str = ""
    value: Decimal | None = None
    gloss: str = ""
    via: Wording | None = None
    title: Wording | None = None


def with_given(found: _Found, given: GivenValues) -> _Found:
    """Return what was found with the period, value and unit that the editor gives. With a unit
    only, the amount stays as it is."""
    if not isinstance(found, FigureCandidate):
        return found
    value, unit = found.value, given.unit or found.unit
    is_bound = given.value is not None and found.comparator == AT_MOST
    comparator = "" if is_bound else found.comparator
    if given.value is not None:
        value = given.value
        if not unit:
            period = given.period or found.period
            return found._replace(value=value, period=period, comparator=comparator)
    elif given.unit:
        printed = UNITS[found.unit].scale if found.unit else 0
        value = plain(value.scaleb(printed - UNITS[given.unit].scale))
    is_guess = found.unit_is_guessed and not given.unit
    return found._replace(
        value=value,
        unit=unit,
        period=given.period or found.period,
        comparator=comparator,
        unit_is_guessed=is_guess,
    )


def plain(value: Decimal) -> Decimal:
    """Return a value without zeros at its end and without an exponent."""
    return value.normalize() if value % 1 else value.quantize(Decimal(1))


def parse_amount(text: str, units: tuple[str, ...] = ()) -> tuple[Decimal | None, str] | None:
    """Return value and unit that an editor typed (``95.96 亿元``, ``亿元``, ``95.96``), each None
    or empty if it is left out; None for anything else. ``units``: those of the briefing."""
    match = _AMOUNT.fullmatch(text)
    if not match or not text.strip():
        return None
    unit = (match["unit"] or "").strip()
    if unit and not is_known_unit(unit, units):
        return None
    try:
        printed = (match["value"] or "").replace(",", "").replace("−", "-")
        return (Decimal(printed) if printed else None), unit
    except InvalidOperation:
        return None


def parse_names(text: str, languages: tuple[str, ...] = ("zh", "en")) -> Wording | None:
    """Return a name in both languages that an editor typed as ``中文 / English``; None if one of
    them is missing. In a briefing of one language the name is enough."""
    parts = [part.strip() for part in re.split(r"\s*[/／]\s*", text.strip(), maxsplit=1)]
    if len(languages) == 1 and parts[0]:
        return Wording(text.strip(), text.strip())
    return Wording(*parts) if len(parts) == 2 and all(parts) else None
