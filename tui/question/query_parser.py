"""Parsing a query: the words to match, the period and the kind of answer that are asked for."""

from __future__ import annotations

import unicodedata

from tui.fast_namedtuple import TYPE_CHECKING, NamedTuple
from tui.question.tables import in_list, readings_of, value_rows
from tui.text.fold import fold, is_chinese, query_tokens, split_by_script

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tui.question.period_parser import MonthRange
    from tui.question.tables import Tables
    from tui.question.term_division import Token

MAX_QUERY_LENGTH = 400
"""Characters; the rest is ignored."""

_DIGITS = frozenset("0123456789")
_CHINESE_DIGITS = frozenset("一二两兩三四五六七八九十壹贰貳叁參肆伍陆陸柒捌玖")
_ZEROS = frozenset("〇零○◯0oO")
_THOUSANDS = frozenset("千仟")
_NUMERALS = frozenset("一二两三四五六七八九十百千")
_PLACES = frozenset("百千万亿")
_TONES = frozenset("12345")
_SYLLABLE_ENDS = "aegimnoruv"
"""Last letters of syllables of pinyin, ü typed as v or u."""
_TONE_NUMBERS = {ord(number): " " for number in _TONES}
_FIRST_CHINESE = "㐀"
_PERCENT = r"(\d+(?:\.\d+)?) ?(?:percent|per cent|pct)"
_FIGURE = (
    r"(\d+(?:\.\d+)?)(万亿|[千百]?[亿万]|[千百%])?(元|人|家|起|次|个|名|位|条|项|种|笔|cny|yuan)?"
)

_SHORT_POWER = (
    r"(?<![\w.])(rmb|cny)?(?!(?:3|6|9|12)m\b)(\d+(?:\.\d+)?) ?"
    r"(k|m|mn|mm|mln|million|b|bn|billion|tn|trn|trillion)(?![a-z0-9])"
)
"""A number with an abbreviated power; 9m is nine months."""
_SHORT_POWERS = frozenset(
    (
        *("k", "m", "mn", "mm", "mln", "b", "bn", "tn", "trn"),
        *("million", "billion", "trillion"),
    )
)
_BEFORE_POWER = "0123456789.,¥$€"
_POWERS_IN_WORDS = {"million": 1e6, "billion": 1e9, "trillion": 1e12}
_CHINESE_POWERS = ((1e12, "万亿"), (1e8, "亿"), (1e4, "万"), (0.0, ""))
_COMPOUND_POWERS = {"千亿": 1e11, "百亿": 1e10, "千万": 1e7, "百万": 1e6}
_LONGEST_TICKER = 6
"""Digits; a longer number is a figure."""
_POWER_NAMES = {"m": "million", "b": "billion", "t": "trillion"}


class Query(NamedTuple):
    """A parsed query.

    ``words``: folded, without the period. ``months``: the period asked for. ``text``: the folded
    query with its period, for names that contain a year; ``plain``: without it. ``figure`` and
    ``power``: the number and its 万 or 亿, where the query is nothing else. ``named_months``: the
    period within a name that the query is.
    """

    words: tuple[str, ...]
    months: MonthRange | None
    text: str
    plain: str
    figure: str = ""
    power: str = ""
    named_months: MonthRange | None = None

    def tokens(self) -> list[str]:
        """Return the index tokens of the words."""
        return [token for word in self.words for token in query_tokens(word)]

    def without_period(self) -> Query:
        """Return the query with its year as a word, as in 易观分析2022."""
        words = split_words(self.text)
        return self._replace(words=words, months=None, plain=self.text, named_months=self.months)

    def with_span(self) -> Query:
        """Return the query with two periods side by side as the time between them."""
        from tui.question.period_parser import extract_span

        months, plain = extract_span(self.text) or (None, "")
        if not months:
            return self
        return self._replace(words=split_words(plain), months=months, plain=plain)


_WHOLE = ("全年", "整年", "all ", "whole", "entire", "full")
"""Words for all of a year."""
_SPOKEN = (("啥", "什么"), ("咋", "怎么"))
"""Words that ask as they are spoken, and as they are written."""
_LIST_LENGTHS = ("top", "largest", "biggest", "leading", "fastest", "highest", "best")
_GREATEST_IN_YEAR = r"(哪一?年.+)最大(?=[的?？]*$)|最大(?=的?(?:那?一年|那年|年份|年度))"
"""A superlative of the figure of a year, not of a company: 市场规模最大的一年."""


def parse_query(text: str, tables: Tables) -> Query:
    """Parse typed text. Control characters and surrogates count as spaces, full-width and
    traditional characters as their plain and simplified forms."""
    text = unicodedata.normalize("NFKC", text[:MAX_QUERY_LENGTH])
    if not text.isprintable():
        text = "".join(char if char.isprintable() else " " for char in text)
    for spoken, written in _SPOKEN:
        if spoken in text:
            text = text.replace(spoken, written)
    if "发" in text and not _DIGITS.isdisjoint(text):
        from tui.question.document_number import with_document_number

        text = with_document_number(text)
    if not _CHINESE_DIGITS.isdisjoint(text) and _may_have_numeral_date(text):
        from tui.question.chinese_numerals import with_arabic_years

        text = with_arabic_years(text)
    if "WHO" in text and not (text.isupper() and text.isascii()):
        import re

        text = re.sub(r"\bWHO\b", "World Health Organization", text)
    if any(map(text.lower().__contains__, _LIST_LENGTHS)):
        from tui.question.list_length import without_list_length

        text = without_list_length(text)
    if "最大" in text and "年" in text:
        import re

        text = re.sub(_GREATEST_IN_YEAR, r"\1最高", text)
    if not _DIGITS.isdisjoint(text) and not _SHORT_POWERS.isdisjoint(
        [_without_currency(word).lstrip(_BEFORE_POWER) for word in text.lower().split()]
    ):
        text = _with_powers_in_words(text)
    if "20" in text and any(map(text.lower().__contains__, _WHOLE)):
        from tui.question.period_spelling import without_whole_year

        text = without_whole_year(text)
    full_text = to_simplified(fold(text), tables)
    months: MonthRange | None = None
    figure = power = ""
    if full_text[:1] in _NUMERALS and not _PLACES.isdisjoint(full_text):
        from tui.question.chinese_numerals import arabic_amount

        amount = arabic_amount(full_text.replace(" ", ""))
        figure, power, _ = _figure(amount)
        if amount[0] in _DIGITS and (full_text[0] not in _PLACES or power == "%"):
            full_text = text = amount
    rest = text
    if not figure and not _DIGITS.isdisjoint(text):
        from tui.question.period_parser import extract_period

        figure, power, amount = _figure(full_text)
        if amount:
            full_text = text = amount
        is_counted = figure and not full_text[-1:].isdigit()  # 2000人 is no year
        months, rest = (None, text) if is_counted else extract_period(text)
    plain = full_text if rest == text else to_simplified(fold(rest), tables)
    return Query(split_words(plain), months, full_text, plain, figure, power)


def _may_have_numeral_date(text: str) -> bool:
    """Return whether a text may contain a year in Chinese numerals, four of them in a row or with
    its thousands (两千零二年), or a month or a document number (六月, 九号)."""
    count, before = 0, ""
    for char in text:
        count = count + 1 if char in _CHINESE_DIGITS or char in _ZEROS else 0
        if count == 4 or (char in "月号號" and before in _NUMERALS):
            return True
        if char in _THOUSANDS and before in _CHINESE_DIGITS:
            return True
        before = char
    return False


def _without_currency(word: str) -> str:
    return word.removeprefix("rmb").removeprefix("cny")


def _with_powers_in_words(text: str) -> str:
    """Write numbers as the briefing does: RMB13.6bn as RMB 13.6 billion, 450k as 450000."""
    import re

    def in_words(match: re.Match[str]) -> str:
        currency, number, power = match[1] or "", match[2], match[3][0].lower()
        if power == "k":
            return f"{currency} {round(float(number) * 1000)}".strip()
        return f"{currency} {number} {_POWER_NAMES[power]}".strip()

    return re.sub(_SHORT_POWER, in_words, text, flags=re.IGNORECASE)


def _figure(text: str) -> tuple[str, str, str]:
    """Return the number and the power of a text that is nothing else, and, where it has two powers
    (3千亿) or is long without one (309900000000), the text with one."""
    text = text.removeprefix("cny ").removeprefix("rmb ")
    if not text[:1].isdigit():
        return "", "", ""
    import re

    if percent := re.fullmatch(_PERCENT, text):
        return percent[1], "%", f"{percent[1]}%"
    if english := re.fullmatch(r"(\d+(?:\.\d+)?) ((?:m|b|tr)illion)(?: yuan| rmb| cny)?", text):
        return *_in_chinese_powers(float(english[1]) * _POWERS_IN_WORDS[english[2]]), ""
    match = re.fullmatch(_FIGURE, text.replace(" ", ""))
    if match is None:
        return "", "", ""
    number, power, unit = match[1], match[2] or "", match[3] or ""
    is_long = not power and len(number) > _LONGEST_TICKER and number.endswith("00")
    if power not in _COMPOUND_POWERS and not is_long:
        return number, power, ""
    number, power = _in_chinese_powers(float(number) * _COMPOUND_POWERS.get(power, 1))
    return number, power, f"{number}{power}{unit}"


def _in_chinese_powers(value: float) -> tuple[str, str]:
    """Return a number in the unit in which the briefing has it: 12.092 billion as 120.92 亿."""
    power, unit = next(each for each in _CHINESE_POWERS if value >= each[0])
    return f"{value / (power or 1):.6f}".rstrip("0").rstrip("."), unit


def split_words(folded: str) -> tuple[str, ...]:
    """Split a folded text at spaces and where Chinese meets Latin (jingdong健康)."""
    return tuple(split_by_script(folded))


def words_of_tokens(plain: str, tokens: Sequence[Token]) -> list[str]:
    """Return the texts of tokens, with a space between Chinese words that have one. A
    character written together with a number or letters before it belongs to them (12号, A轮)."""
    words: list[str] = []
    end = -1
    for _, start, stop in tokens:
        text = plain[start:stop]
        if 0 <= end < start and is_chinese(text) and is_chinese(words[-1][0]):
            words.append(" ")
        if start == end and is_chinese(text) and words[-1].isascii() and len(words[-1]) <= 3:
            words[-1] += text
        else:
            words.append(text)
        end = stop
    return words


def to_simplified(folded: str, tables: Tables) -> str:
    """Replace traditional characters by the simplified ones that the index has."""
    chars = sorted({char for char in folded if char > _FIRST_CHINESE})
    if not chars:
        return folded
    known: dict[str, str] = tables.memoize("variants", dict)
    unknown = [char for char in chars if char not in known]
    if unknown:
        rows, wanted = value_rows(unknown)
        sql = f"SELECT char, simplified FROM {rows} CROSS JOIN variants ON char = column1"
        known |= {char: char for char in unknown} | dict(tables.query(sql, wanted))
    return "".join([known.get(char, char) for char in folded])


def is_pinyin_syllables(query: Query, tables: Tables) -> bool:
    """Return whether each word is a pinyin syllable, as in jing dong jian kang."""
    if len(query.words) < 3 or not query.text.isascii():
        return False
    words = set(query.words)
    if not all(word[-1] in _SYLLABLE_ENDS for word in words):  # an English sentence
        return False
    return len(list(_known_syllables(words, tables))) == len(words)


def without_tone_numbers(typed: str, tables: Tables) -> str:
    """Return pinyin without the numbers of its tones: yibao for yi1bao3; empty for other text."""
    syllables = typed.translate(_TONE_NUMBERS).split()
    if "".join(syllables) == typed or not all(map(str.isalpha, syllables)):
        return ""
    if not typed.isascii() or (len(syllables) > 2 and _TONES.isdisjoint(typed)):
        return ""  # no pinyin, or more words than two: see is_pinyin_syllables
    known = {syllable for (syllable,) in _known_syllables(set(syllables), tables)}
    return "".join(syllables) if known.issuperset(syllables) else ""


def _known_syllables(words: set[str], tables: Tables) -> Iterator[tuple[str]]:
    places, wanted = in_list(words)
    sql = f"SELECT DISTINCT pinyin FROM readings WHERE pinyin IN ({places})"
    return tables.query(sql, wanted)


def pinyin_readings(query: Query, tables: Tables) -> list[str]:
    """Return the texts in pinyin that a query may stand for: its characters in pinyin, its
    syllables joined, those without tone numbers, and, where Latin comes before Chinese, its
    initials."""
    joined = "".join(query.words)
    chars = sorted({char for char in joined if char > _FIRST_CHINESE})
    if not chars:
        readings = [joined] if len(query.words) > 1 and joined.isalnum() else []
        plain = "" if _TONES.isdisjoint(joined) else without_tone_numbers(joined, tables)
        return [*readings, plain] if plain else readings
    pinyin = {ord(char): usual for char, (usual, *_) in readings_of(tables, chars).items()}
    readings = [joined.translate(pinyin)]
    if len(chars) < len(joined) and joined[0].isascii():
        readings.append(joined.translate({char: each[0] for char, each in pinyin.items()}))
    return [reading for reading in readings if reading.isascii() and len(reading) >= 3]
