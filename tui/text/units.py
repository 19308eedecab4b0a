"""Registry of units: how the sources print them, and what they mean.

A unit is a power of ten (万 10^4, 亿 10^8, million) of something counted: money, people, visits, or
a share of a hundred. Chinese text shows the unit as printed; English text shows the same amount in
thousands, millions and billions.

Units that a briefing declares in briefing.toml are not in the registry: ``derived_unit`` reads what
they mean from their names (万辆, USD million, GWh).
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
    "‰": Unit(0, "‰", "‰"),
}
"""Units that take none."""

CURRENCIES: dict[str, str] = {
    "人民币": "CNY", "美元": "USD", "美金": "USD", "港元": "HKD", "港币": "HKD", "欧元": "EUR",
    "日元": "JPY", "英镑": "GBP", "韩元": "KRW", "卢布": "RUB", "新台币": "TWD", "新元": "SGD",
    "澳元": "AUD", "加元": "CAD", "瑞郎": "CHF", "卢比": "INR",
}  # fmt: skip
"""Chinese names of currencies and their codes (ISO 4217)."""
ISO_CURRENCIES = frozenset((
    "AED", "AUD", "BRL", "CAD", "CHF", "CNY", "CZK", "DKK", "EUR", "GBP", "HKD", "HUF", "IDR",
    "ILS", "INR", "JPY", "KRW", "MXN", "MYR", "NOK", "NZD", "PHP", "PLN", "RUB", "SAR", "SEK",
    "SGD", "THB", "TRY", "TWD", "USD", "VND", "ZAR",
))  # fmt: skip
"""Codes of currencies that any figure may have."""
NOUNS: dict[str, tuple[str, str]] = {
    "辆": ("vehicle", "vehicles"), "吨": ("tonne", "tonnes"), "人次": ("visit", "visits"),
    "台": ("unit", "units"), "公里": ("km", "km"), "户": ("household", "households"),
    "架": ("aircraft", "aircraft"), "艘": ("ship", "ships"), "座": ("site", "sites"),
    "千瓦": ("kW", "kW"), "千瓦时": ("kWh", "kWh"), "平方米": ("m²", "m²"),
    "所": ("school", "schools"),
}  # fmt: skip
"""Further Chinese measure words, and what they count in English."""
SYMBOLS = frozenset(["kW", "MW", "GW", "TW", "kWh", "MWh", "GWh", "TWh", "km", "kg", "TEU"])
"""Symbols that are the same in both languages."""
ENGLISH_POWERS = {"thousand": 3, "million": 6, "billion": 9, "trillion": 12}


_IE_PLURALS = frozenset(
    ("calories", "cookies", "eyries", "genies", "kilocalories", "movies", "prairies", "rookies",
     "selfies", "smoothies", "zombies")
)  # fmt: skip
_ES_PLURALS = frozenset(
    ("buses", "minibuses", "trolleybuses", "viruses", "campuses", "heroes", "potatoes",
     "tomatoes", "cargoes", "gases", "lenses", "bonuses")
)  # fmt: skip
_SAME_PLURALS = frozenset(("series", "species", "works", "headquarters", "barracks", "news"))
"""Plurals that the endings alone do not decide."""


ENGLISH_NOUNS: dict[str, tuple[str, str]] = {
    BASE_UNITS[name].many: (BASE_UNITS[name].one, BASE_UNITS[name].many)
    for name in ("人", "年", "天", "小时", "起", "部门", "省份", "城市")
}
"""Nouns of base units that a briefing in English may write: people, years, days."""


class _UnitTable(dict[str, Unit]):
    """The registry; a name that it does not have gives the unit that ``derived_unit`` reads."""

    def __missing__(self, name: str) -> Unit:
        return derived_unit(name)


UNITS: dict[str, Unit] = _UnitTable(
    {
        # A power takes the place of the measure word: 26个省份, but 4,000万SKU.
        power + name: Unit(scale, *unit[1:4], "" if power else unit.measure_word)
        for name, unit in BASE_UNITS.items()
        for power, scale in POWERS.items()
    }
    | PLAIN_UNITS
)
"""Every unit that a figure may have without a declaration in briefing.toml, but for those of
``CURRENCIES``, ``NOUNS`` and ``SYMBOLS``."""


def base_unit(unit: str) -> str:
    """Return the unit without its power of ten: 元 for 亿元, SKU for 万SKU, % for %, USD for USD
    million."""
    if not UNITS[unit].scale:
        return unit
    known = (name for name in BASE_UNITS if unit.endswith(name) and unit[: -len(name)] in POWERS)
    return next(known, "") or split_unit(unit)[1]


def split_unit(name: str) -> tuple[int, str]:
    """Return the power of ten of a unit and its base: (4, 辆) for 万辆, (6, USD) for USD million
    and for million USD. A unit without a power is its own base."""
    words = name.split(" ")
    for at in (0, -1) if len(words) > 1 else ():
        if scale := ENGLISH_POWERS.get(words[at]):
            return scale, " ".join(words[1:] if at == 0 else words[:-1])
    for power in sorted(POWERS, key=len, reverse=True):
        rest = name[len(power) :]
        if power and name.startswith(power) and rest and name not in NOUNS:
            return POWERS[power], rest
    return 0, name


def derived_unit(name: str) -> Unit:
    """Return what a unit means that is not in the registry, read from its name.

    A currency is known by its Chinese name or its code; an English noun gets its plural; a symbol
    (GWh) is the same in both languages; another Chinese measure word has no English noun: the
    measure gives it (``english_noun``).

    Raises:
        KeyError: an empty name.
    """
    scale, base = split_unit(name)
    if not base:
        raise KeyError(name)
    if currency := CURRENCIES.get(base) or (base if base in ISO_CURRENCIES else ""):
        return Unit(scale, currency=currency)
    if base in NOUNS:
        return Unit(scale, *NOUNS[base])
    if base in ENGLISH_NOUNS:
        return Unit(scale, *ENGLISH_NOUNS[base])
    if not base.isascii():
        return Unit(scale)
    if (
        base in SYMBOLS
        or not base.replace(" ", "").replace("-", "").isalpha()
        or base.upper() == base
    ):
        return Unit(scale, base, base)
    if not base.islower() or len(base) < 4:
        return Unit(scale, base, base)
    if base.endswith("s"):
        return Unit(scale, singular(base), base)
    many = f"{base[:-1]}ies" if base.endswith("y") and base[-2] not in "aeiou" else f"{base}s"
    return Unit(scale, base, many)


def singular(many: str) -> str:
    """Return the singular of a regular English plural: ferry of ferries, bus of buses, box of
    boxes; movies, pies and the like keep their e."""
    if many in _SAME_PLURALS:
        return many
    if many.endswith("ies"):
        return many[:-1] if many in _IE_PLURALS or len(many) < len("flies") else f"{many[:-3]}y"
    if many.endswith(("sses", "shes", "ches", "xes", "zzes")) or many in _ES_PLURALS:
        return many[:-2]
    if many.endswith(("ss", "us", "is")):
        return many
    return many[:-1]


def is_known_unit(name: str, declared: tuple[str, ...] = ()) -> bool:
    """Return whether a figure may have a unit: it is in the registry, or its base is a currency, a
    known measure word or symbol, or one that the briefing declares."""
    if name in UNITS:
        return True
    if not name or name != name.strip():
        return False
    base = split_unit(name)[1]
    known = (CURRENCIES, ISO_CURRENCIES, NOUNS, SYMBOLS, BASE_UNITS, ENGLISH_NOUNS, declared)
    return name in declared or any(base in names for names in known)


def english_unit(name: str) -> str:
    """Return the English name of a Chinese unit, for records of a briefing in English: ``years``
    for 年, ``million CNY`` for 百万元; the name itself where there is none."""
    known = UNITS[name]
    noun = known.currency or (known.many if known.many in ENGLISH_NOUNS else "")
    power = next((word for word, at in ENGLISH_POWERS.items() if at == known.scale), "")
    if name.isascii() or not noun or (known.scale and not power):
        return name
    return f"{power} {noun}".strip()
