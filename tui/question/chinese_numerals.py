"""Chinese numerals of a query in Arabic digits: 二〇二二年六月, 〔二〇二一〕九号, 三点六亿元.

Imported only for queries that contain such numerals: compiling the regular expressions costs as
much as the rest of a lookup.
"""

from __future__ import annotations

import re
from decimal import Decimal

from tui.text.number_parser import parse_chinese_number

_FORMS = (
    *("〇零○◯0oO", "一壹1", "二贰貳2", "三叁參3", "四肆4"),
    *("五伍5", "六陆陸6", "七柒7", "八捌8", "九玖9"),
)
_DIGITS = {ord(char): str(number) for number, chars in enumerate(_FORMS) for char in chars}
"""The digits of years, also those of contracts (壹贰叁), and the circles that are typed for 〇."""
_DIGIT = "".join(map(chr, _DIGITS))
_YEAR = re.compile(
    rf"(?<![{_DIGIT}])([{_DIGIT}]{{4}})(?![{_DIGIT}十百千万亿])"
    r"(?:(\s*年\s*)(十[一二]?|[一二三四五六七八九])(?=月)|([〕\])】）]第?)([一二三四五六七八九十百千零]+)(?=号|號))?"
)
"""A year, and the month or the number of a document after it."""
_PLAIN = {ord(char): chars[0] for chars in _FORMS for char in chars} | {
    ord(char): plain for char, plain in zip("兩仟佰拾", "两千百十", strict=True)
}
"""The usual form of each digit and place, for those of contracts."""
_PLACED = "".join(map(chr, _PLAIN)) + "两千百十"
_YEAR_WITH_PLACES = re.compile(
    rf"(?<![{_PLACED}])[一壹二贰貳两兩][千仟](?:[{_PLACED}]{{2,8}}(?=\s*年|\s|$)|(?=\s*年))"
)
"""A year that is read as a number: 两千零二十二年."""
_INTEGER = "[零〇一二两三四五六七八九十百千万亿]+"
_AMOUNT = re.compile(
    rf"(?:({_INTEGER})|({_INTEGER})点([〇零一二三四五六七八九]+)(万亿|亿|万|千万|百万)?)([^\d]?)"
)
_PERCENT = re.compile(rf"百分之({_INTEGER})(?:点([〇零一二三四五六七八九]+))?")
_BARE_YEARS = range(1900, 2100)
_COUNTED = "家人个名位种款部条项起笔次元"
_POWERS = (("万亿", 12), ("亿", 8), ("万", 4))
_TYPED_POWERS = {"千万": 7, "百万": 6, **dict(_POWERS)}


def with_arabic_years(text: str) -> str:
    """Return a query with its years, and the months and document numbers after them, in Arabic
    digits: ``2022年6月`` for ``二〇二二年六月``."""
    return _YEAR.sub(_arabic_year, _YEAR_WITH_PLACES.sub(_year_without_places, text))


def _year_without_places(match: re.Match[str]) -> str:
    plain = match[0].translate(_PLAIN)
    year = parse_chinese_number(plain)
    # 一千九百 without 年 is rather a number of something.
    is_year = 1900 <= year < 2100 and (
        year % 100 or match.string[match.end() :].strip()[:1] == "年"
    )
    return str(year) if is_year else match[0]


def _arabic_year(match: re.Match[str]) -> str:
    year = match[1].translate(_DIGITS)
    if year[:2] not in ("19", "20"):
        return match[0]
    if match[3]:
        return f"{year}{match[2]}{parse_chinese_number(match[3])}"
    return f"{year}{match[4]}{parse_chinese_number(match[5])}" if match[5] else year


def arabic_amount(text: str) -> str:
    """Return an amount in Arabic digits and its largest power: ``3.6亿元`` for ``三亿六千万元``,
    ``1600家`` for ``一千六百家``; the text as it is where it is more than an amount."""
    if percent := _PERCENT.fullmatch(text):
        return f"{_decimal(percent[1], percent[2]):f}%"
    match = _AMOUNT.fullmatch(text)
    if match is None:
        return text
    if match[1]:
        value = Decimal(parse_chinese_number(match[1]))
    else:
        value = _decimal(match[2], match[3]).scaleb(_TYPED_POWERS.get(match[4] or "", 0))
    for name, power in _POWERS:
        if value >= 10**power:
            return f"{value.scaleb(-power).normalize():f}{name}{match[5]}"
    has_place = "百" in text or "千" in text
    if match[5] in _COUNTED if match[5] else has_place and value not in _BARE_YEARS:
        return f"{value.normalize():f}{match[5]}"
    return text


def _decimal(integer: str, fraction: str | None) -> Decimal:
    digits = (fraction or "").translate(_DIGITS)
    return Decimal(f"{parse_chinese_number(integer)}.{digits or 0}").normalize()
