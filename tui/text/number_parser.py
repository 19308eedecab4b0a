"""Numbers in running text: Arabic, full-width or Chinese digits, with the power of ten after them
in Chinese (亿) or English (billion, bn)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

_ARABIC = (
    r"(?:[0-9０-９]{1,3}(?:[,，][0-9０-９]{3})+(?![0-9０-９])|[0-9０-９]+)(?:[.．][0-9０-９]+)?"
)
_CHINESE = r"[零〇一二两三四五六七八九十百千万亿]+"
_NUMBER = re.compile(
    rf"(?P<arabic>{_ARABIC})(?:"
    r"[ \u00a0]?[多余]?[ \u00a0]?(?P<power>万亿|亿|千万|百万|万|千|百(?!分))"
    r"|(?i:[ \u00a0-]?(?P<english>hundred million|thousand|million|billion|trillion|[mbt]n|mln)"
    r"(?![a-z])"
    r"|(?P<letter>[kmb])(?![a-z\d²³])))?"
    rf"|(?P<chinese>{_CHINESE})"
)
_POWERS = {
    "百": 2, "千": 3, "万": 4, "百万": 6, "千万": 7, "亿": 8, "万亿": 12,
    "k": 3, "thousand": 3, "m": 6, "mn": 6, "mln": 6, "million": 6, "hundred million": 8,
    "b": 9, "bn": 9, "billion": 9, "tn": 12, "trillion": 12,
}  # fmt: skip
_DIGITS = {digit: number for number, digit in enumerate("零一二三四五六七八九")} | {
    "〇": 0,
    "两": 2,
}
_PLACES = {"十": 10, "百": 100, "千": 1000}
_GROUPS = {"万": 10**4, "亿": 10**8}


class NumberInText(NamedTuple):
    """A number in ``text[start:end]``. ``number``: as printed; ``value``: times its power of ten;
    ``chinese``: written in Chinese digits."""

    start: int
    end: int
    number: Decimal
    value: Decimal
    chinese: bool


def find_numbers(text: str) -> Iterator[NumberInText]:
    """Yield every number of a text, in order."""
    for match in _NUMBER.finditer(text):
        if match["chinese"]:
            value = Decimal(parse_chinese_number(match["chinese"]))
            yield NumberInText(*match.span(), value, value, True)
        else:
            digits = unicodedata.normalize("NFKC", match["arabic"]).replace(",", "")
            number = Decimal(digits)
            power = match["power"] or match["english"] or match["letter"] or ""
            value = number.scaleb(_POWERS.get(power.lower(), 0))
            yield NumberInText(*match.span(), number, value, False)


def parse_chinese_number(text: str) -> int:
    """Return the value of a Chinese number: 16 for ``十六``, 2 for ``两``. A power without a
    digit before it counts once: 10^12 for ``万亿``."""
    total = section = digit = 0
    for char in text:
        if char in _DIGITS:
            digit = _DIGITS[char]
        elif char in _PLACES:
            section += (digit or 1) * _PLACES[char]
            digit = 0
        else:
            group = _GROUPS[char]
            below = total % group + section + digit  # 一亿二千万: 亿 is not multiplied again
            above = total - total % group
            total = above + below * group if below else (total or 1) * group
            section = digit = 0
    return total + section + digit
