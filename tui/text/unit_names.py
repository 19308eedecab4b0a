"""Names of units for programs: what is counted, and how a printed unit reads in English."""

from __future__ import annotations

from tui.text.language import Wording
from tui.text.units import UNITS, base_unit

_POWERS = {
    0: "",
    2: "hundred ",
    3: "thousand ",
    4: "ten thousand ",
    6: "million ",
    7: "ten million ",
    8: "hundred million ",
    9: "billion ",
    12: "trillion ",
}
_COUNT = "count"
"""For 个, which names nothing."""


def unit_name(unit: str, counted: str = "") -> Wording:
    """Return a printed unit in both languages: 亿元 is ``hundred million CNY``. ``counted``: the
    base unit of its measure, if that is another than the unit's own."""
    known = UNITS[unit]
    noun = known.currency or known.many or _COUNT
    if counted not in ("", base_unit_code(unit)):
        noun = _plural(counted)
    return Wording(unit, f"{_POWERS[known.scale]}{noun}")


def base_unit_code(unit: str) -> str:
    """Return what a unit counts, as SQL, JSON and CSV call it: an ISO 4217 code (``CNY``), a
    singular English noun (``person``), ``%``, or ``count``."""
    known = UNITS[base_unit(unit)]
    return known.currency or known.one or _COUNT


def _plural(noun: str) -> str:
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return f"{noun[:-1]}ies"
    return f"{noun}es" if noun.endswith(("s", "x", "ch", "sh")) else f"{noun}s"
