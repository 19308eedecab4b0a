"""What the words around a figure say about it: qualifier, status and form."""

from __future__ import annotations

import re
from typing import Literal, TypeAlias

from tui.text.hedges import HEDGES

FigureForm: TypeAlias = Literal["level", "growth", "cagr", "share", "change", "growth_change"]
"""``level`` is an observation, everything else a type of rate."""

AT_MOST = "<="
"""An upper bound. No record has it as comparator: “<” means a value a little below."""
_BEFORE = (
    (re.compile(r"(?:不超过了?|不多于|不高于|不大于|至多|最多)[有达为]?\s*$"), AT_MOST),
    (re.compile(r"(?:至少|不少于|不低于|最少)[有达为]?\s*$"), ">="),
    (re.compile(r"(?:超过了?|超|逾|突破了?|多于|大于|高于|破)\s*$"), ">"),
    (re.compile(r"(?:不足|不到|接近|低于|少于|(?<![最附])近|将近)\s*$"), "<"),
    (re.compile(r"(?:约为?|大约|大概|约占|近似)\s*$"), "~"),
)
_CURRENCY = r"(?: (?:[A-Z]{3}|US|HK|kr))?\s?[$€£¥]?\s*$"
_BEFORE_EN = tuple(
    (re.compile(rf"(?<![A-Za-z])(?:{words}){_CURRENCY}", re.IGNORECASE), sign)
    for words, sign in (
        ("at least|no fewer than|no less than|not less than|a minimum of|upwards? of", ">="),
        ("more than|over|above|exceed(?:s|ed|ing)?|in excess of|surpass(?:es|ed|ing)?"
         "|greater than", ">"),
        ("at most|(?:no|not) (?:more|greater) than|not (?:over|above)|not exceed(?:ed|ing)?"
         "|a maximum of", AT_MOST),
        ("nearly|almost|close to|under|below|less than|fewer than|up to|just short of", "<"),
        ("about|around|approximately|approx\\.?|some|roughly|circa|c\\.|an estimated", "~"),
    )
)  # fmt: skip
"""Longest first where one ends with another: “no more than”."""
_AFTER = (
    (re.compile(r"\s?(?:左右|上下)"), "~"),
    (re.compile(r"\s?(?:规模的|量级|级别|(?<=[百千万亿元])级)"), "~~"),
    (re.compile(r"\s?(?:及?以上)"), ">="),
    (re.compile(r"\s?(?:以下|以内)"), "<"),
)
_AFTER_EN = (
    (re.compile(r" or (?:more|above|higher)\b"), ">="),
    (re.compile(r" or (?:less|fewer|below|lower)\b"), "<"),
    (re.compile(r" or so\b"), "~"),
)
_MORE = re.compile(r"[多余+＋](?!元化)")

_FORECAST = re.compile(
    r"预计|有望|预测(?!性|报告|模型)|预期(?!寿命)|预估|或将|可能将?[达超]|力争|目标|规划"
    r"|\b(?:expect(?:s|ed)?|forecasts?|predict(?:s|ed)?|project(?:s|ed)|will|would|set to|due to"
    r"|plan(?:s|ned)? (?:to|for)|aims? (?:to|for)|target(?:s|ed)? (?:of|for)|goal of)\b"
    r"|将(?!近)(?=[由从在会进以突增达超创升]|分别|上升|下降|有)"
)
_FORECAST_AFTER = re.compile(
    r"\b(?:will|would|shall|(?:is|are) (?:expected|forecast|projected|predicted|set|due|planned"
    r"|scheduled|to be))\b"
)
_OTHER_CLAUSE = re.compile(
    r"[,;:(—–]|\d|\b(?:and|but|while|whereas|although|though|because|which|who)\b"
)
"""What follows a number in English up to here is said of it: “13 ferries will sail”."""
_BASE_OF_RISE = re.compile(r"[从由]\s?(?:19|20)\d\d\s?年[底末]?的?(?:约|近|超过?)?\s*$")
_COMPARED_EN = re.compile(
    r"\b(?:compared (?:with|to)|from|versus|vs\.?|against)"
    r"(?: (?:[A-Z]{2,3}|about|roughly|nearly))?\W*$"
)
_ESTIMATE = re.compile(r"估计|估算|测算|推算|据估|\bestimate[sd]?\b", re.IGNORECASE)
_CAGR = re.compile(
    r"复合(?:年均?)?增(?:长率|速)|年(?:均|复合)(?:复合)?增(?:长率?|速|幅)|CAGR"
    r"|compound(?:ed)? (?:annual|average)[a-z ]* growth|annuali[sz]ed growth",
    re.I,
)
_CHANGE_OF_GROWTH = re.compile(
    r"增[速幅](?:较|比|同比|环比)?[^，,。；;]{0,10}(?:增长|提高|提升|回落|放缓|加快|上升|下降|扩大|收窄)了?[近约超]?\s*$"
)
_GROWTH = re.compile(
    r"(?:同比|环比|增长率|增速|增幅|降幅|跌幅|涨幅)[^，,。；;]{0,12}$"
    r"|(?:增长|增加|上升|下降|减少|提高|提升|下滑|降低|回落|上涨|攀升|激增|猛增|飙升|骤降|锐减|缩水|大跌|暴跌|下跌|下挫|下调|上调)了?[近约超逾]?过?\s*$"
    r"|\b(?:up|down|rose|fell|(?:grew|grow(?:s|ing|th)?|ris(?:e|ing|es)|increas(?:es?|ed|ing)|climb(?:s|ed)"
    r"|jump(?:s|ed)?|surg(?:es?|ed)|soar(?:ed|s)?|gain(?:s|ed)?|expand(?:s|ed)|declin(?:es?|ed|ing)"
    r"|decreas(?:es?|ed|ing)|drop(?:s|ped)?|slip(?:s|ped)?|plung(?:es?|ed)|shrank|slid|contracted)"
    r"(?: (?:of|by))?|by)"
    r"(?: (?:about|around|nearly|almost|over|more than|some|roughly|a further))?\s*$",
    re.IGNORECASE,
)
_CHANGE = re.compile(
    r"(?:净增|新增|增长|增加|减少|下降|缩短|延长|提高|降低|激增|猛增|锐减|蒸发)了?[近约超逾]?过?\s*$"
)
_SHARE = re.compile(
    r"占|占比|比重|比例|渗透率|[覆普]盖率|肥胖率|患病率|[^长]率(?:为|达|超|约|仅|接近)"
    r"|\b(?:share|proportion|percentage) of\b|\b(?:accounts?|accounted|accounting) for\b"
)
_SHARE_AFTER = re.compile(
    r"[\d.,]+ ?(?:%|percent|per cent|pct) of (?!(?:20|19)\d\d)", re.IGNORECASE
)


def comparator(text: str, start: int, end: int) -> str:
    """Return the comparator that qualifies the figure ``text[start:end]``; empty for none."""
    before = text[max(0, start - 6) : start]
    for pattern, sign in _BEFORE:
        if pattern.search(before):
            return sign
    if sign := _english_comparator(text[max(0, start - 30) : start], text[end : end + 24]):
        return sign
    if _MORE.search(text, start, end + 1):
        return ">"
    for pattern, sign in _AFTER:
        if pattern.match(text, end):
            return sign
    return ""


def _english_comparator(before: str, after: str) -> str:
    found = [
        (match.start(), sign) for pattern, sign in _BEFORE_EN if (match := pattern.search(before))
    ]
    if found:
        return min(found)[1]  # of “no more than”, not “more than”
    return next((sign for pattern, sign in _AFTER_EN if pattern.match(after.lstrip("%"))), "")


def status(text: str, sentence_start: int, start: int, end: int) -> str:
    """Return the status that the words of the sentence give to a figure: forecast, estimate or
    reported."""
    before, after = text[sentence_start:start], text[end : end + 6]
    if _COMPARED_EN.search(before) or _BASE_OF_RISE.search(before):
        before = ""  # with what was: compared with 22% in 2023
    if _FORECAST.search(before) or "在即" in after or _expected(before):
        return "forecast"
    if _FORECAST_AFTER.search(_said_of(text, end)):
        return "forecast"
    return "estimate" if _ESTIMATE.search(before) else "reported"


def _said_of(text: str, end: int) -> str:
    """Return the English words that follow a number, to the end of its clause or sentence."""
    after = text[end : end + 120]
    stop = re.search(r"[.!?](?=\s|$)|\n", after)
    after = after[: stop.start()] if stop else after
    other = _OTHER_CLAUSE.search(after)
    return after[: other.start()] if other else after


def _expected(before: str) -> bool:
    return any(hedge.source.search(before[-12:]) for hedge in HEDGES[2:4])  # 或, 可能


_UNTIL = re.compile(r"\bby (?:the end of )?(?:19|20)\d\d\b|到(?:19|20)\d\d年")


def looks_ahead(sentence: str) -> bool:
    """Return whether a sentence speaks of the future, so that its periods may not have come."""
    patterns = (_FORECAST, _FORECAST_AFTER, _UNTIL)
    return any(pattern.search(sentence) for pattern in patterns)


def form(text: str, clause_start: int, sentence_start: int, start: int, unit: str) -> FigureForm:
    """Return what kind of figure the words before it make of it."""
    clause, sentence = text[clause_start:start], text[sentence_start:start]
    relative = unit in ("%", "百分点", "倍")
    if relative and _CHANGE_OF_GROWTH.search(clause):
        return "growth_change"
    if unit == "百分点":
        return "change"
    if relative and _CAGR.search(clause):
        return "cagr"
    if relative and _GROWTH.search(clause):
        return "growth"
    if relative:
        near = sentence if _COMPARED_EN.search(sentence) else sentence[-24:]
        is_share = _SHARE.search(near) or _SHARE_AFTER.match(text, start)
        return "share" if is_share else "level"
    return "change" if _CHANGE.search(clause) else "level"
