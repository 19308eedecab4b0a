"""Whether the words around a number say that something rose or fell, in Chinese and English."""

from __future__ import annotations

import re
from typing import Literal, TypeAlias

Direction: TypeAlias = Literal[-1, 0, 1]
"""-1: fell; 1: rose; 0: the words do not say."""

_DOWN = (
    "负增长|下降|减少|下滑|降低|缩减|萎缩|回落|下跌|缩水|收窄|缩短|缩小|降幅|跌幅|减幅"
    r"|下挫|下调|大跌|暴跌|骤降|锐减|蒸发"
    r"|(?<![a-z])(?:decreas\w*|declin\w*|fell|fall(?:s|en|ing)?|drop(?:s|ped|ping)?|shr[aiu]nk\w*"
    r"|contract(?:ed|ing|ion)|lower|reduc\w*|fewer|slump\w*|plung\w*|shorten\w*|cut|down)\b"
)
_UP = (
    "增长|增加|上升|提高|提升|增幅|涨幅|上涨|攀升|扩大|新增|延长|激增|猛增|飙升|上调"
    r"|(?<![a-z])(?:increas\w*|grew|grow\w*|rose|ris(?:e|es|en|ing)|climb\w*|expand\w*"
    r"|gain(?:s|ed)?|higher|jump\w*|surg(?:e|es|ed|ing)|up)\b"
)
_WORDS = re.compile(rf"(?P<down>{_DOWN})|(?P<up>{_UP})", re.IGNORECASE)
_NEXT_TO_NUMBER = re.compile(r"(?:(?P<down>[降减跌])|(?P<up>[增升涨]))[了约近超逾达]{0,2}[ ]?$")
_LEVEL = re.compile(
    r"(?:下降|减少|下滑|降低|缩减|萎缩|回落|下跌|缩水|收窄|缩短|缩小|增长|增加|上升|提高|提升|上涨|攀升|扩大"
    r"|[增升涨降减跌])(?:至|到|为)|\b\w+ to\b",
    re.IGNORECASE,
)
"""A level that was reached, not a change: 下降至20%, "fell to 20 %"."""
_SMALLER_FALL = re.compile(r"(?:降幅|跌幅|减幅|亏损)[^，,。；;]{0,4}?(?:收窄|减少|缩小|下降|扩大)")
_LOSS = re.compile(r"亏损|净亏|亏|负|(?i:loss|losses|lost|deficit|negative|minus)")
_LIST_BEFORE = re.compile(
    r"(?:(?<![\d.,])\d[\d.,]*\s?[十百千万亿]*[美港日欧]?[元币]?(?:、|以?及|和|与|,? and |, )\s?)+$"
)
"""The amounts of a list before its last one: 亏损5亿元、6亿元与7亿元."""
_CLAUSE_END = re.compile(r"[，；。！？、\n]|[,;.!?](?![0-9])")


def direction_of(text: str, start: int, end: int) -> Direction:
    """Return the direction that the clause around ``text[start:end]`` gives to this number.

    The last word before the number decides; without one, the first word after it.
    """
    before = _clause_before(text, start)
    if _SMALLER_FALL.search(before):
        return 0
    if near := _NEXT_TO_NUMBER.search(before):
        return -1 if near["down"] else 1
    before = _LEVEL.sub(lambda level: "\0" * len(level[0]), before)
    found = list(_WORDS.finditer(before))
    if found:
        return -1 if found[-1]["down"] else 1
    after = _clause_after(text, end)
    if first := _WORDS.search(_LEVEL.sub("\0", after)):
        return -1 if first["down"] else 1
    return 0


def mentions_loss(text: str, start: int) -> bool:
    """Return whether the clause before a number, or before the list that it continues, calls it a
    loss or negative."""
    if continued := _LIST_BEFORE.search(text, 0, start):
        start = continued.start()
    return bool(_LOSS.search(_clause_before(text, start)))


def _clause_before(text: str, start: int) -> str:
    begin = max((match.end() for match in _CLAUSE_END.finditer(text, 0, start)), default=0)
    return text[begin:start]


def _clause_after(text: str, end: int) -> str:
    stop = _CLAUSE_END.search(text, end)
    return text[end : stop.start() if stop else len(text)]
