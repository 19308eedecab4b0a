"""Numbers with what they must not be cut from: 3,099亿元, CNY 309.9 billion, 〔2019〕47号.

Read character by character: a regular expression for the same costs more to compile than a
look-up takes.
"""

from __future__ import annotations

from collections.abc import Iterator

DIGITS = "0123456789０１２３４５６７８９"
_CURRENCIES = ("CNY ", "RMB ", "USD ", "HKD ", "EUR ", "GBP ", "JPY ", "US$ ", "HK$ ")
_SCALES = (" thousand", " million", " billion", " trillion", " percent", " per cent")
_POWERS = "几多余十百千万亿兆"
_POINTS = ("个百分点", "百分点")
_OPENING, _CLOSING = "〔［[（(【", "〕］]）)】"

# Measure words as the sources print them (tui.text.units is their registry), the longest first.
_MEASURES = (
    *("个工作日", "工作日", "个月", "个小时", "小时", "个部门", "部门", "个省份", "省份"),
    *("个城市", "城市", "个阶段", "阶段", "个SKU", "SKU", "分钟", "周年", "世纪"),
    *("毫米", "厘米", "平米", "公里", "公斤", "美元", "港元", "欧元", "日元", "英镑"),
    *("人次", "人份"),
)
_MEASURE = (
    "月年日号时分秒天周岁届元角人家起次条项种名位个亩件款倍成折度点级类例台张所支只场批笔期代轮股"
    "吨克升米里户套座间颗粒处页章节"
)


def find_quantities(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each quantity of ``text``, in order."""
    at, done, end = 0, 0, len(text)
    while at < end:
        if text[at] not in DIGITS:
            at += 1
            continue
        if document := _document_number(text, at, done):
            done = document
            yield at - 1, done
        else:
            start = _with_currency(text, at, done)
            done = _tail(text, _number(text, at))
            yield start, done
        at = done


def _digits(text: str, at: int) -> int:
    end = len(text)
    while at < end and text[at] in DIGITS:
        at += 1
    return at


def _document_number(text: str, at: int, done: int) -> int:
    """The end of 〔2019〕47号, if the digits at ``at`` are its year; else 0."""
    if at <= done or text[at - 1] not in _OPENING:
        return 0
    bracket = _digits(text, at)
    if text[bracket : bracket + 1] not in tuple(_CLOSING):
        return 0
    last = _digits(text, bracket + 1)
    return last + 1 if last > bracket + 1 and text[last : last + 1] == "号" else 0


def _with_currency(text: str, at: int, done: int) -> int:
    before = text[max(done, at - 4) : at]
    return at - 4 if before in _CURRENCIES else at


def _number(text: str, at: int) -> int:
    """The end of the digits from ``at`` on, with their decimals or groups of thousands."""
    at = _digits(text, at)
    while True:
        sign = text[at : at + 1]
        more = _digits(text, at + 1)
        if (sign in (".", "．") and more > at + 1) or (sign in (",", "，") and more == at + 4):
            at = more
        else:
            return at


def _tail(text: str, at: int) -> int:
    """The end of what follows a number: a power, a measure word, thousand or million."""
    for scale in _SCALES if text.startswith(" ", at) else ():
        if text.startswith(scale, at):
            after = text[at + len(scale) : at + len(scale) + 1]
            if not (after.isascii() and after.isalpha()):
                return at + len(scale)
    if text.startswith(_POINTS, at):
        return at + next(len(each) for each in _POINTS if text.startswith(each, at))
    start = at + 1 if text.startswith(" ", at) else at
    power = start
    while text[power : power + 1] and text[power] in _POWERS:
        power += 1
    if text.startswith(_MEASURES, power):
        return power + next(len(each) for each in _MEASURES if text.startswith(each, power))
    if text[power : power + 1] and text[power] in _MEASURE:
        return power + 1
    return power if power > start else at
