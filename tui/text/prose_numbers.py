"""The amounts and years that a text of the editor states, for comparison with another text."""

from __future__ import annotations

import re
from decimal import Decimal

from tui.text.printed_quantity import PrintedQuantity, find_quantities
from tui.text.units import UNITS

_COUNTED = "".join(sorted({unit[0] for unit in UNITS} - {"年"}))
_YEAR_PATTERN = (
    rf"(?<![\d.,])(?:19|20)\d\d(?!\d|[.,]\d| ?(?:[{re.escape(_COUNTED)}多余％]|[mbr]*illion))"
)
"""A number of four digits that counts nothing: 2022, but not 2000家."""
_YEAR = re.compile(_YEAR_PATTERN)
_MONTH = (
    "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    "|Sep(?:tember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
)
_AS_PRINTED_PATTERN = r"\{fact:[^{}]*\}|《[^》]*》|“[^”]*”|〔\d+〕\s*\d+号"
"""References, titles, quotes and document numbers: not the editor's figures."""
_AS_PRINTED = re.compile(_AS_PRINTED_PATTERN)
_NO_AMOUNT = re.compile(
    _AS_PRINTED_PATTERN
    # dates
    + rf"|{_YEAR_PATTERN}|\d{{1,2}}\s*(?:[-—–~至到、]\s*\d{{1,2}}\s*)?(?:月|日)"
    + rf"|(?:\d{{1,2}} )?\b{_MONTH}\b(?: \d{{1,2}}\b(?! ?[mb]illion))?"
    # names with digits (5G, H1, COVID-19, Grade 3A) and English ordinals
    + r"|(?<![A-Za-z])(?!(?:CNY|RMB|USD|HKD|EUR)\d)[A-Za-z]+-?\d[\w.]*"
    + r"|\d+(?:\.\d+)?(?:st|nd|rd|th)\b"
    + r"|\d+(?:\.\d+)?[A-Za-z](?![a-z])(?<![kmb])"
)
_WORDS = {
    "half": "0.5", "halves": "0.5", "半": "0.5", "third": "3", "thirds": "3", "quarter": "4",
    "fourth": "4", "fifth": "5", "sixth": "6", "seventh": "7", "eighth": "8", "ninth": "9",
    "tenth": "10", "twentieth": "20", "once": "1", "first": "1", "twice": "2", "second": "2",
    "double": "2", "doubled": "2", "doubling": "2", "both": "2", "pair": "2", "triple": "3",
    "tripled": "3", "dozen": "12",
}  # fmt: skip
"""What a word may stand for; a word of more than one meaning is only permissive."""
_HALF_A_POWER = re.compile(r"half a (thousand|million|billion|trillion)", re.IGNORECASE)
_POWERS = {
    "": 1.0, "百": 1e2, "千": 1e3, "万": 1e4, "百万": 1e6, "千万": 1e7, "亿": 1e8, "万亿": 1e12,
    "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
}  # fmt: skip
_DIGITS = re.compile(
    r"([0-9][0-9,]*(?:\.[0-9]+)?)(?!\d*月)"
    r"\s?(万亿|亿|千万|百万|万|千|百|trillion|billion|million|thousand)?"
)
_DIGIT = re.compile(r"\d")


def stated_amounts(text: str) -> list[PrintedQuantity]:
    """Return the amounts that a text states in digits: without dates, names such as 5G, titles,
    quotes and references to figures."""
    if not _DIGIT.search(text):
        return []
    text = _NO_AMOUNT.sub(lambda match: "\0" * len(match[0]), text)
    if not _DIGIT.search(text):  # both tests save a third of the time: most texts state no amount
        return []
    return [item for item in find_quantities(text) if text[item.start].isdigit()]


def stated_years(text: str) -> set[int]:
    """Return the years that a text states, outside titles, quotes and references."""
    found = _YEAR.search(text) and _YEAR.findall(_AS_PRINTED.sub("\0", text))
    return {int(year) for year in found or ()}


def digits_in(text: str) -> set[float]:
    """Return the numbers that a text writes in digits, with their power of ten but without months.
    Faster than ``stated_amounts`` and without any judgement: two texts with the same numbers need
    no closer look."""
    found = _DIGITS.findall(text)
    return {round(float(digits.replace(",", "")) * _POWERS[power], 3) for digits, power in found}


def mentioned_values(text: str) -> set[Decimal]:
    """Return every value that a text may be read to contain, in digits or in words."""
    values = {item.value for item in find_quantities(text)}
    words = re.findall(r"[a-z]+|半", text.lower())
    values |= {Decimal(_WORDS[word]) for word in words if word in _WORDS}
    for match in _HALF_A_POWER.finditer(text):
        values.add(find_quantities(f"1 {match[1]}")[0].value / 2)
    return values
