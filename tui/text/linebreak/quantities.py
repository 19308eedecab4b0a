"""Numbers with what must stay on their line: 3,099亿元, CNY 309.9 billion, 〔2019〕47号.

Reads character by character: importing ``re`` makes a lookup 10 % slower, and compiling an
expression for all of this takes longer still.
"""

from __future__ import annotations

from collections.abc import Iterator

DIGITS = "0123456789０１２３４５６７８９"
_CURRENCIES = ("CNY ", "RMB ", "USD ", "HKD ", "EUR ", "GBP ", "JPY ", "US$ ", "HK$ ")
_ENGLISH_POWERS = (" thousand", " million", " billion", " trillion", " percent", " per cent")
_CHINESE_POWERS = "几多余十百千万亿兆"
_OPENING, _CLOSING = "〔［[（(【", "〕］]）)】"

# Measure words: those of the units of figures, then others of running text. Not read from
# tui.text.units, whose import costs 2 % of a lookup; a test holds that every unit is here.
_MEASURE_CHARACTERS = (
    "元人家起次条项种名位个年亩件天倍"
    "月日号时分秒周岁届角款成折度点级类例台张所支只场批笔期代轮股吨克升米里户套座间颗粒处页章节"
)
_MEASURE_WORDS = (
    *("个工作日", "工作日", "个百分点", "百分点", "个小时", "小时", "个部门", "部门"),
    *("个省份", "省份", "个城市", "城市", "个阶段", "阶段", "个SKU", "SKU"),
    *("个月", "分钟", "周年", "世纪", "人次", "人份", "毫米", "厘米", "平米", "公里", "公斤"),
    *("美元", "港元", "欧元", "日元", "英镑"),
)
_POWER_WORDS = ("百分点",)
"""Measure words that begin as a power does."""


def find_quantities(text: str) -> Iterator[tuple[int, int]]:
    """Yield the start and end of each quantity of ``text``, in order."""
    at, done, end = 0, 0, len(text)
    while at < end:
        if text[at] not in DIGITS:
            at += 1
            continue
        if document := _document_number_end(text, at, done):
            done = document
            yield at - 1, done
        else:
            start = _currency_start(text, at, done)
            done = _unit_end(text, _number_end(text, at))
            yield start, done
        at = done


def _digits_end(text: str, at: int) -> int:
    end = len(text)
    while at < end and text[at] in DIGITS:
        at += 1
    return at


def _document_number_end(text: str, at: int, done: int) -> int:
    """Return the end of a document number, 〔2019〕47号, if its year begins at ``at``; else 0."""
    if at <= done or text[at - 1] not in _OPENING:
        return 0
    bracket = _digits_end(text, at)
    if text[bracket : bracket + 1] not in tuple(_CLOSING):
        return 0
    last = _digits_end(text, bracket + 1)
    return last + 1 if last > bracket + 1 and text[last : last + 1] == "号" else 0


def _currency_start(text: str, at: int, done: int) -> int:
    before = text[max(done, at - 4) : at]
    return at - 4 if before in _CURRENCIES else at


def _number_end(text: str, at: int) -> int:
    """Return the end of the digits that begin at ``at``, with decimals and thousands groups."""
    at = _digits_end(text, at)
    while True:
        sign = text[at : at + 1]
        end = _digits_end(text, at + 1)
        if (sign in (".", "．") and end > at + 1) or (sign in (",", "，") and end == at + 4):
            at = end
        else:
            return at


def _unit_end(text: str, at: int) -> int:
    """Return the end of the power and the measure word after a number that ends at ``at``."""
    for power in _ENGLISH_POWERS if text.startswith(" ", at) else ():
        if text.startswith(power, at):
            after = text[at + len(power) : at + len(power) + 1]
            if not (after.isascii() and after.isalpha()):
                return at + len(power)
    start = at + 1 if text.startswith(" ", at) else at
    if text.startswith(_POWER_WORDS, start):
        return start + next(len(each) for each in _POWER_WORDS if text.startswith(each, start))
    end = start
    while text[end : end + 1] and text[end] in _CHINESE_POWERS:
        end += 1
    if text.startswith(_MEASURE_WORDS, end):
        return end + next(len(each) for each in _MEASURE_WORDS if text.startswith(each, end))
    if text[end : end + 1] and text[end] in _MEASURE_CHARACTERS:
        return end + 1
    return end if end > start else at
