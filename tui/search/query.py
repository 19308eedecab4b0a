"""Reading a query: which words must be found, which period and what kind of answer are wanted."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from tui.search.period import Months, take_period
from tui.store import Store
from tui.text.fold import fold, query_tokens, runs

LONGEST_QUERY = 400
"""Characters; what comes after them is not read."""

_AHEAD = (
    "预计",
    "预测",
    "有望",
    "预期",
    "forecast",
    "forecasts",
    "expected",
    "projected",
    "outlook",
)
# Words of asking say how the answer is wanted, not what it must contain.
_ASKING = re.compile(
    r"(?:是|有)?(?:多少|几)[家个起人位项条次]|(?:是|有)?多少|是什么|什么是|什么|哪些|哪几个|哪个|哪家|是谁|谁|怎么样|怎样|如何|吗|呢|请问|"
    r"\b(?:how (?:many|much)|what (?:is|are|was)|who (?:is|are)?|which|when)\b|"
    r"\b(?:the|of|in|for|to|by|did|does|do|has|have|had|is|are|was|were|its?|their)\b"
)
_AMOUNT = re.compile(r"多少|几家|几个|数量|how (?:many|much)|number of")
_FIGURE = re.compile(
    r"(\d+(?:\.\d+)?)(万亿|亿|千万|百万|万|千|百|%)?(?:元|人|家|起|次|个|cny|yuan)?"
)


class Query(NamedTuple):
    """``words``: folded, all to be found; ``months``: the period asked for, if any; ``whole``: the
    folded query as typed, for names that contain a year; ``ahead``: a forecast is asked for;
    ``figure`` and ``power``: the number and its 万 or 亿, where the query is nothing else;
    ``amount``: it asks how many or how much."""

    words: tuple[str, ...]
    months: Months | None
    whole: str
    ahead: bool = False
    figure: str = ""
    power: str = ""
    amount: bool = False

    def tokens(self) -> list[str]:
        """What the index must hold for the words."""
        return [token for word in self.words for token in query_tokens(word)]

    def without_period(self) -> Query:
        """The same with the year taken for a word of its own: 易观分析2022."""
        return self._replace(words=split(self.whole), months=None)


def parse_query(text: str, store: Store) -> Query:
    """Read what a person typed. Control characters and surrogates count as spaces; full-width
    and traditional characters as plain and simplified ones."""
    text = unicodedata.normalize("NFKC", text[:LONGEST_QUERY])
    text = "".join(char if char.isprintable() else " " for char in text)
    whole = simplified(fold(text), store)
    figure = _FIGURE.fullmatch(whole.replace(" ", ""))
    months, rest = take_period(text)
    asked = simplified(fold(rest), store)
    words, ahead = _intent(asked)
    number, power = (figure[1], figure[2] or "") if figure else ("", "")
    amount = _AMOUNT.search(asked) is not None
    return Query(words, months, whole, ahead, number, power, amount)


def _intent(asked: str) -> tuple[tuple[str, ...], bool]:
    ahead = False
    plain = _ASKING.sub(" ", asked)
    for word in _AHEAD:
        if word in plain:
            ahead = True
            plain = plain.replace(word, " ")
    # A query of nothing but such words means them: 预测.
    return (split(plain), ahead) if plain.strip() else (split(asked), ahead)


def split(folded: str) -> tuple[str, ...]:
    """Words, parted also where Chinese meets Latin: jingdong健康."""
    return tuple(runs(folded))


def simplified(folded: str, store: Store) -> str:
    """Traditional characters as the simplified ones under which the index has them."""
    chars = sorted({char for char in folded if char > "㐀"})
    if not chars:
        return folded
    places = ",".join("?" * len(chars))
    rows = store.query(f"SELECT char, simplified FROM variants WHERE char IN ({places})", chars)
    table = {ord(char): other for char, other in rows}
    return folded.translate(table) if table else folded


def sounded(query: Query, store: Store) -> list[str]:
    """Ways in which a query may be meant by its sound: its characters in pinyin, its syllables
    joined, and, where Latin stands beside Chinese, in initials."""
    joined = "".join(query.words)
    chars = sorted({char for char in joined if char > "㐀"})
    if not chars:
        return [joined] if len(query.words) > 1 and joined.isalnum() else []
    places = ",".join("?" * len(chars))
    rows = store.query(f"SELECT char, sound FROM readings WHERE char IN ({places})", chars)
    sounds = {ord(char): sound for char, sound in rows}
    ways = [joined.translate(sounds)]
    if len(chars) < len(joined) and joined[0].isascii():
        ways.append(joined.translate({char: sound[0] for char, sound in sounds.items()}))
    return [way for way in ways if way.isascii() and len(way) >= 3]
