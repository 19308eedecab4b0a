"""Parsing a query: the words to match, the period and the kind of answer that are asked for."""

from __future__ import annotations

import unicodedata

from tui.fast_namedtuple import TYPE_CHECKING, NamedTuple
from tui.store import Store
from tui.text.fold import fold, query_tokens, split_by_script

if TYPE_CHECKING:
    from tui.search.period_parser import MonthRange

MAX_QUERY_LENGTH = 400
"""Characters; the rest is ignored."""

_DIGITS = frozenset("0123456789")
_QUESTION_CHARACTERS = frozenset("预有多几什哪谁怎如吗呢请数")
"""A query without any of these characters contains no word of ``tui.search.question_words``."""
_FIRST_CHINESE = "㐀"
_FIGURE = r"(\d+(?:\.\d+)?)(万亿|亿|千万|百万|万|千|百|%)?(?:元|人|家|起|次|个|cny|yuan)?"


class Query(NamedTuple):
    """A parsed query.

    ``words``: folded, all to be matched. ``months``: the period asked for. ``text``: the folded
    query with its period, for names that contain a year. ``forecast``: a forecast is asked for.
    ``figure`` and ``power``: the number and its 万 or 亿, where the query is nothing else.
    ``amount``: it asks how many or how much.
    """

    words: tuple[str, ...]
    months: MonthRange | None
    text: str
    forecast: bool = False
    figure: str = ""
    power: str = ""
    amount: bool = False

    def tokens(self) -> list[str]:
        """Return the index tokens of the words."""
        return [token for word in self.words for token in query_tokens(word)]

    def without_period(self) -> Query:
        """Return the query with its year as a word, as in 易观分析2022."""
        return self._replace(words=split_words(self.text), months=None)


def parse_query(text: str, store: Store) -> Query:
    """Parse typed text. Control characters and surrogates count as spaces, full-width and
    traditional characters as their plain and simplified forms."""
    text = unicodedata.normalize("NFKC", text[:MAX_QUERY_LENGTH])
    text = "".join(char if char.isprintable() else " " for char in text)
    full_text = to_simplified(fold(text), store)
    months: MonthRange | None = None
    rest, figure, power = text, "", ""
    if not _DIGITS.isdisjoint(text):
        from tui.search.period_parser import extract_period

        figure, power = _figure(full_text)
        months, rest = extract_period(text)
    plain = to_simplified(fold(rest), store)
    if _may_have_question_words(plain):
        from tui.search.question_words import asks_for_amount, remove_question_words

        amount = asks_for_amount(plain)
        plain, forecast = remove_question_words(plain)
        return Query(split_words(plain), months, full_text, forecast, figure, power, amount)
    return Query(split_words(plain), months, full_text, figure=figure, power=power)


def _may_have_question_words(folded: str) -> bool:
    if folded.isascii() or not _QUESTION_CHARACTERS.isdisjoint(folded):
        return True
    return any("a" <= char <= "z" for char in folded)


def _figure(text: str) -> tuple[str, str]:
    import re

    match = re.fullmatch(_FIGURE, text.replace(" ", ""))
    return (match[1], match[2] or "") if match else ("", "")


def split_words(folded: str) -> tuple[str, ...]:
    """Split a folded text at spaces and where Chinese meets Latin (jingdong健康)."""
    return tuple(split_by_script(folded))


def to_simplified(folded: str, store: Store) -> str:
    """Replace traditional characters by the simplified ones that the index has."""
    chars = sorted({char for char in folded if char > _FIRST_CHINESE})
    if not chars:
        return folded
    known: dict[str, str] = store.memoize("variants", dict)
    unknown = [char for char in chars if char not in known]
    if unknown:
        places = ", ".join("?" * len(unknown))
        sql = f"SELECT char, simplified FROM variants WHERE char IN ({places})"
        known |= {char: char for char in unknown} | dict(store.query(sql, unknown))
    return "".join([known.get(char, char) for char in folded])


def is_pinyin_syllables(query: Query, store: Store) -> bool:
    """Return whether each word is a pinyin syllable, as in jing dong jian kang."""
    if len(query.words) < 3 or not query.text.isascii():
        return False
    words = set(query.words)
    places = ",".join("?" * len(words))
    sql = f"SELECT DISTINCT pinyin FROM readings WHERE pinyin IN ({places})"
    return len(list(store.query(sql, [*words]))) == len(words)


def pinyin_readings(query: Query, store: Store) -> list[str]:
    """Return the texts in pinyin that a query may stand for: its characters in pinyin, its
    syllables joined, and, where Latin comes before Chinese, its initials."""
    joined = "".join(query.words)
    chars = sorted({char for char in joined if char > _FIRST_CHINESE})
    if not chars:
        return [joined] if len(query.words) > 1 and joined.isalnum() else []
    pinyin = {ord(char): syllable for char, syllable in store.pinyin_of(chars).items()}
    readings = [joined.translate(pinyin)]
    if len(chars) < len(joined) and joined[0].isascii():
        readings.append(joined.translate({char: each[0] for char, each in pinyin.items()}))
    return [reading for reading in readings if reading.isascii() and len(reading) >= 3]
