"""The unit of a figure: as printed, else guessed by the noun that it counts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from tui.edit.figure_lists import place_in_list
from tui.edit.source_text import SourceText
from tui.text.printed_quantity import DOLLAR_SIGN, PrintedQuantity
from tui.text.units import BASE_UNITS, CURRENCIES, ENGLISH_POWERS, POWERS, UNITS

_NOUN_UNITS = (
    (re.compile("SKU"), "SKU"),
    (re.compile(r"用户|人口|人数|患者|患病人|会员|网民|活跃|居民"), "人"),
    (
        re.compile(
            r"收入|营收|利润|盈利|亏损|盈亏|净利|金额|总额|融资额|市场规模|市场|产值|成交额|销售额|支出|规模"
            r"|费用|成本|估值|市值|投入|募资|资金|薪酬"
        ),
        "元",
    ),
    (re.compile(r"次数|人次|下载量|访问量|接诊量"), "次"),
    (re.compile(r"咨询量|问诊量|咨询|问诊|事件"), "起"),
    (re.compile(r"医院|机构|药店|门店|企业|公司|诊所"), "家"),
    (re.compile(r"医生|医师|护士|员工|专家"), "名"),
)  # fmt: skip
"""The unit of a number that prints none, by the noun that it counts."""
_ENGLISH_UNITS = (
    ("users|patients|people|members|customers|consumers|subscribers|residents", "人"),
    ("pharmacies|hospitals|clinics|companies|institutions|stores|enterprises|outlets", "家"),
    ("doctors|physicians|nurses|employees|experts|pharmacists|workers", "名"),
    ("provinces", "省份"),
)
_ENGLISH_NOUN = re.compile(
    rf"(?:[ -][A-Za-z]+){{0,3}}? (?P<noun>{'|'.join(nouns for nouns, _ in _ENGLISH_UNITS)})\b", re.I
)
_BETWEEN = re.compile(
    r"\s?[多余]?(?:级别?|规模)?的?(?:注册|签约|执业|活跃|付费|在线|专业|合作|接入|累计|新增|全职|在职)*"
)
_ALSO = re.compile(r"也|则|分别|均|又|同期|十?倍于")
"""Words by which a sentence goes on with the measure of the one before."""
_LEAST_BARE = Decimal(10**4)
"""Below this, a number without a unit counts what its own clause names, or nothing known."""
_MOST_COUNTED = Decimal(10**8)
"""There are not as many hospitals, doctors or deals."""


class FigureUnit(NamedTuple):
    """A unit of the registry with the printed power, empty for none. ``guessed``: the document
    prints none."""

    name: str
    guessed: bool


def figure_unit(
    document: SourceText,
    quantities: list[PrintedQuantity],
    index: int,
    declared: str,
    masked: str,
) -> FigureUnit:
    """Return the unit of a figure. ``declared``: the unit of the briefing that follows it, if one
    does; ``masked``: the text without the names in it, which name nouns as well."""
    item = quantities[index]
    if declared:
        return FigureUnit(declared, False)
    if item.unit:
        return FigureUnit(_printed(document.text, item), False)
    base = _guessed(document, quantities, index, masked)
    return FigureUnit(_power(item) + base if base else "", True)


def _printed(text: str, item: PrintedQuantity) -> str:
    base = item.unit
    if base == DOLLAR_SIGN or UNITS[base].currency not in ("", "CNY"):
        return _currency_unit(text, item)
    if base not in BASE_UNITS:
        return base if base in UNITS else ""
    return _power(item) + base


def _power(item: PrintedQuantity) -> str:
    """Return the power of ten that is printed; of a million or billion the nearest one."""
    if item.in_words:
        fitting = [name for name, scale in POWERS.items() if item.value >= 10**scale]
        return fitting[-1] if item.value >= 10**4 else ""
    powers = {Decimal(10) ** scale: power for power, scale in POWERS.items()}
    ratio = _ratio(item)
    if ratio.log10() in (6, 9):
        return "亿" if item.value >= 10**8 else "万"
    return powers.get(ratio, "")


def _ratio(item: PrintedQuantity) -> Decimal:
    return item.value / item.number if item.number and not item.in_words else Decimal(1)


def _currency_unit(text: str, item: PrintedQuantity) -> str:
    """Return the unit of an amount in another currency than the yuan: 亿美元, or USD million."""
    printed, ratio = text[item.start : item.end], _ratio(item)
    if name := next((name for name in CURRENCIES if printed.endswith(name)), ""):
        return next((word for word, at in POWERS.items() if ratio == 10**at), "") + name
    code = "USD" if item.unit == DOLLAR_SIGN else item.unit
    power = next((word for word, at in ENGLISH_POWERS.items() if ratio == 10**at), "")
    return f"{code} {power}".strip()


def _guessed(
    document: SourceText, quantities: list[PrintedQuantity], index: int, masked: str
) -> str:
    """Return the base unit of a number that prints none, by the noun behind it, by the other
    figures of its list, by the nouns of its clause, and for a large one by those before that."""
    item = quantities[index]
    skipped = _BETWEEN.match(masked, item.end)
    begin = skipped.end() if skipped else item.end
    for noun, unit in _NOUN_UNITS:
        if noun.match(masked, begin) and _is_plausible(unit, item):
            return unit
    if counted := _ENGLISH_NOUN.match(masked, item.end):
        word = counted["noun"].lower()
        return next(unit for nouns, unit in _ENGLISH_UNITS if re.fullmatch(nouns, word))
    rank, count = place_in_list(document.text, quantities, index)
    start = index - rank
    for other in quantities[start : start + count]:
        if other.unit and other.unit in BASE_UNITS and _power(other) == _power(item):
            return other.unit
    first = quantities[start].start
    clause = document.clause_start(first)
    found = _counted_before(masked[clause:first], item)
    if found or item.value < _LEAST_BARE:
        return found
    sentence = document.sentence(item.start).start
    found = _counted_before(masked[sentence:first], item)
    if not found and _ALSO.search(masked, sentence, first):
        before = document.sentence(sentence - 1).start if sentence else 0
        before = max(before, document.paragraph_start(item.start))
        found = _counted_before(masked[before:sentence], item)
    return found


def _counted_before(words: str, item: PrintedQuantity) -> str:
    """Return the unit of the last noun before a number that it can count."""
    return max(_nouns(words, item), default=(0, ""))[1]


def _nouns(words: str, item: PrintedQuantity) -> Iterator[tuple[int, str]]:
    for noun, unit in _NOUN_UNITS:
        if _is_plausible(unit, item):
            yield from ((match.end(), unit) for match in noun.finditer(words))


def _is_plausible(unit: str, item: PrintedQuantity) -> bool:
    return unit not in ("家", "名", "起") or item.value < _MOST_COUNTED
