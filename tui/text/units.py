"""The units in which the sources count, as printed, with what they mean.

A unit is a power of ten (万 10^4, 亿 10^8) of something counted: money, people, visits,
or a share of a hundred. Chinese keeps the printed unit; English says the same amount
with thousands, millions, billions.
"""

from __future__ import annotations

from typing import NamedTuple


class Unit(NamedTuple):
    """``scale``: power of ten to the base; ``one``/``many``: the English noun, empty for none;
    ``before``: what stands before the English number (a currency); ``measure``: the Chinese
    measure word that the printed unit leaves out (26个省份)."""

    scale: int
    one: str = ""
    many: str = ""
    before: str = ""
    measure: str = ""

    @property
    def base(self) -> tuple[str, str]:
        """What is counted: units of one base can be converted into each other."""
        return (self.before, self.many)


_YUAN = Unit(0, before="CNY")


def _counted(one: str, many: str) -> Unit:
    return Unit(0, one, many)


_BASES: dict[str, Unit] = {
    "元": _YUAN,
    "人": _counted("person", "people"),
    "家": _counted("organisation", "organisations"),
    "起": _counted("deal", "deals"),
    "次": _counted("time", "times"),
    "条": _counted("policy", "policies"),
    "项": _counted("item", "items"),
    "种": _counted("kind", "kinds"),
    "名": _counted("person", "people"),
    "位": _counted("person", "people"),
    "个": _counted("", ""),
    "年": _counted("year", "years"),
    "亩": _counted("mu", "mu"),
    "件": _counted("item", "items"),
    "天": _counted("day", "days"),
    "小时": _counted("hour", "hours")._replace(measure="个"),
    "部门": _counted("department", "departments")._replace(measure="个"),
    "省份": _counted("province", "provinces")._replace(measure="个"),
    "城市": _counted("city", "cities")._replace(measure="个"),
    "阶段": _counted("stage", "stages")._replace(measure="个"),
    "SKU": _counted("SKU", "SKUs"),
}
_POWERS = {"": 0, "百": 2, "千": 3, "万": 4, "千万": 7, "亿": 8, "万亿": 12}

UNITS: dict[str, Unit] = {
    power + name: base._replace(scale=digits)
    for name, base in _BASES.items()
    for power, digits in _POWERS.items()
}
UNITS |= {
    "%": Unit(0, before="", one="%", many="%"),
    "百分点": Unit(0, "percentage point", "percentage points", measure="个"),
    "倍": Unit(0, "times", "times"),
}
"""Every unit that a figure may have."""


def base_unit(unit: str) -> str:
    """The unit without its power of ten: 元 of 亿元, SKU of 万SKU, % of %."""
    if not UNITS[unit].scale:
        return unit
    return next(name for name in _BASES if unit.endswith(name) and unit[: -len(name)] in _POWERS)
