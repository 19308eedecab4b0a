"""Registry of units: how the sources print them, and what they mean.

A unit is a power of ten (万 10^4, 亿 10^8) of something counted: money, people, visits, or a share
of a hundred. Chinese text shows the unit as printed; English text shows the same amount in
thousands, millions and billions.
"""

from __future__ import annotations

from tui.fast_namedtuple import NamedTuple


class Unit(NamedTuple):
    """``scale``: power of ten to the base unit; ``one`` and ``many``: the English noun, or empty;
    ``currency``: the code before the English number; ``measure_word``: the Chinese measure word
    that the printed unit leaves out (26个省份)."""

    scale: int
    one: str = ""
    many: str = ""
    currency: str = ""
    measure_word: str = ""

    @property
    def base(self) -> tuple[str, str]:
        """What is counted: units with the same base can be converted into each other."""
        return (self.currency, self.many)


BASE_UNITS: dict[str, Unit] = {
    "元": Unit(0, currency="CNY"),
    "人": Unit(0, "person", "people"),
    "家": Unit(0, "organisation", "organisations"),
    "起": Unit(0, "deal", "deals"),
    "次": Unit(0, "time", "times"),
    "条": Unit(0, "policy", "policies"),
    "项": Unit(0, "item", "items"),
    "种": Unit(0, "kind", "kinds"),
    "名": Unit(0, "person", "people"),
    "位": Unit(0, "person", "people"),
    "个": Unit(0),
    "年": Unit(0, "year", "years"),
    "亩": Unit(0, "mu", "mu"),
    "件": Unit(0, "item", "items"),
    "天": Unit(0, "day", "days"),
    "小时": Unit(0, "hour", "hours", measure_word="个"),
    "部门": Unit(0, "department", "departments", measure_word="个"),
    "省份": Unit(0, "province", "provinces", measure_word="个"),
    "城市": Unit(0, "city", "cities", measure_word="个"),
    "阶段": Unit(0, "stage", "stages", measure_word="个"),
    "SKU": Unit(0, "SKU", "SKUs", measure_word="个"),
}
"""Units that take a power of ten."""

POWERS = {"": 0, "百": 2, "千": 3, "万": 4, "千万": 7, "亿": 8, "万亿": 12}

PLAIN_UNITS: dict[str, Unit] = {
    "%": Unit(0, "%", "%"),
    "百分点": Unit(0, "percentage point", "percentage points", measure_word="个"),
    "倍": Unit(0, "times", "times"),
}
"""Units that take none."""

UNITS: dict[str, Unit] = {
    # A power takes the place of the measure word: 26个省份, but 4,000万SKU.
    power + name: Unit(scale, *unit[1:4], "" if power else unit.measure_word)
    for name, unit in BASE_UNITS.items()
    for power, scale in POWERS.items()
} | PLAIN_UNITS
"""Every unit that a figure may have."""


def base_unit(unit: str) -> str:
    """Return the unit without its power of ten: 元 for 亿元, SKU for 万SKU, % for %."""
    if not UNITS[unit].scale:
        return unit
    return next(name for name in BASE_UNITS if unit.endswith(name) and unit[: -len(name)] in POWERS)
