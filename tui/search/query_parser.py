"""Reading a query: which words must be found, which period and what kind of answer are wanted."""

from __future__ import annotations

import unicodedata

from tui.fast_namedtuple import TYPE_CHECKING, NamedTuple
from tui.store import Store
from tui.text.fold import fold, query_tokens, runs

if TYPE_CHECKING:
    from tui.search.period_parser import Months

LONGEST_QUERY = 400
"""Characters; what comes after them is not read."""

_DIGITS = frozenset("0123456789")
_OF_INTENT = frozenset("预有多几什哪谁怎如吗呢请数")
"""A Chinese query without any of these holds none of the words of ``tui.search.question_words``."""

_FIGURE = r"(\d+(?:\.\d+)?)(万亿|亿|千万|百万|万|千|百|%)?(?:元|人|家|起|次|个|cny|yuan)?"


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
    months: Months | None = None
    rest, number, power = text, "", ""
    if not _DIGITS.isdisjoint(text):
        from tui.search.period_parser import take_period

        number, power = _figure(whole)
        months, rest = take_period(text)
    asked = simplified(fold(rest), store)
    if asked.isascii() or not _OF_INTENT.isdisjoint(asked) or any("a" <= c <= "z" for c in asked):
        from tui.search.question_words import asks_amount, without_asking

        plain, ahead = without_asking(asked)
        amount = asks_amount(asked)
        return Query(split(plain), months, whole, ahead, number, power, amount)
    return Query(split(asked), months, whole, figure=number, power=power)


def _figure(whole: str) -> tuple[str, str]:
    import re

    match = re.fullmatch(_FIGURE, whole.replace(" ", ""))
    return (match[1], match[2] or "") if match else ("", "")


def split(folded: str) -> tuple[str, ...]:
    """Words, parted also where Chinese meets Latin: jingdong健康."""
    return tuple(runs(folded))


def simplified(folded: str, store: Store) -> str:
    """Traditional characters as the simplified ones under which the index has them."""
    chars = sorted({char for char in folded if char > "㐀"})
    if not chars:
        return folded
    known: dict[str, str] = store.remember("variants", dict)
    unknown = [char for char in chars if char not in known]
    if unknown:
        places = ",".join("?" * len(unknown))
        sql = f"SELECT char, simplified FROM variants WHERE char IN ({places})"
        known |= {char: char for char in unknown} | dict(store.query(sql, unknown))
    return "".join([known.get(char, char) for char in folded])


def in_syllables(query: Query, store: Store) -> bool:
    """Whether the words are but the syllables of one in pinyin: jing dong jian kang."""
    if len(query.words) < 3 or not query.whole.isascii():
        return False
    words = set(query.words)
    places = ",".join("?" * len(words))
    sql = f"SELECT DISTINCT sound FROM readings WHERE sound IN ({places})"
    return len(list(store.query(sql, [*words]))) == len(words)


def sounded(query: Query, store: Store) -> list[str]:
    """Ways in which a query may be meant by its sound: its characters in pinyin, its syllables
    joined, and, where Latin stands beside Chinese, in initials."""
    joined = "".join(query.words)
    chars = sorted({char for char in joined if char > "㐀"})
    if not chars:
        return [joined] if len(query.words) > 1 and joined.isalnum() else []
    sounds = {ord(char): sound for char, sound in store.readings(chars).items()}
    ways = [joined.translate(sounds)]
    if len(chars) < len(joined) and joined[0].isascii():
        ways.append(joined.translate({char: sound[0] for char, sound in sounds.items()}))
    return [way for way in ways if way.isascii() and len(way) >= 3]
