"""Periods in a query: 2022, 2021H1, H1 2021, 2021年上半年, 2023-06, June 2023; ranges of them:
2016-2020, since 2020, 2020年以来, before 2020."""

from __future__ import annotations

from tui.fast_namedtuple import TYPE_CHECKING, NamedTuple
from tui.question.period_spelling import MONTHS, in_usual_order

if TYPE_CHECKING:
    import re

_YEAR = r"(?P<year>(?:19|20)\d{2})"
_DAY = "(?:3[01]|[12][0-9]|0?[1-9])"
_MONTH_NAME = (
    r"(?P<month_name>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_YEAR_FIRST = (
    rf"{_YEAR}(?:\s*年度?)?"
    r"(?:\s*-?\s*(?:(?P<half>上半年|下半年|h[12])|(?P<quarter>q[1-4]|第?[一二三四]季度)"
    rf"|(?P<end>年?[底末终])|(?P<month>0?[1-9]|1[0-2])月(?:(?P<day>{_DAY})[日号])?"
    rf"|(?<=-)(?P<iso_month>0[1-9]|1[0-2])(?:-(?P<iso_day>{_DAY})\b)?))?(?:年)?"
)
_YEAR_LAST = (
    rf"\b(?:(?P<part>[hq][1-4])|(?:(?P<day_first>{_DAY})(?:st|nd|rd|th)?\s+)?{_MONTH_NAME}\.?"
    rf"(?:\s+(?P<day>{_DAY})(?:st|nd|rd|th)?(?=[,\s]))?|(?P<end>end\s+of|year[- ]end)|"
    rf"(?P<words>(?:first|second)\s+half|(?:first|second|third|fourth)\s+quarter)(?:\s+of)?)"
    rf",?\s*{_YEAR}\b"
)
_JOINT = r"(?:[-–—~～/]|年?\s*(?:到|至|和|与)|to\b|and\b|until\b|through\b)\s*"
"""What joins the ends of a range."""
_RANGE_WORDS = r"[-–—~～/]|\b(?:from|between|to|and|until|through)\b|[从自到至]"
# Compiled when they are needed: importing re takes 8 % of a lookup, and most years stand alone.
_NEAR_PARTS = frozenset("年度上下第一二三四底末终hq-–—~～/.．,%％万亿萬億〔〕[]【】()（）")
"""What is before or after a year that is a part of something longer."""
_BEFORE_YEARS = (*MONTHS, "h1", "h2", "q1", "q2", "q3", "q4", "of", "end", "half", "quarter")
"""What the word before a year has that makes it a part of the year: H1 2021, year-end 2022."""
_SINCE = ("since", "starting in", "starting from", "beginning in")
_AFTER = ("after", "later than")
_BEFORE = ("before", "prior to", "earlier than")
_UNTIL = ("until", "till", "up to", "through")
_AND_LATER = (
    *("以来", "以后", "至今", "起", "onwards", "onward", "and later", "and after", "to date"),
    *("to the present", "to present", "to now", "till now", "until now"),
)
_LATER = ("之后", "后")
_EARLIER = ("以前", "之前", "前")
_WITHIN_A_YEAR = frozenset("一二三四五六七八九十两几半后季")
"""What after 前 or 后 makes it a part of a year: 2020年前三季度, 2020年后半年, 2020年前后."""
_HALVES = {"上半年": 1, "下半年": 2, "h1": 1, "h2": 2}
_QUARTERS = {"一": 1, "二": 2, "三": 3, "四": 4}
_ORDINALS = ("first", "second", "third", "fourth")
_MONTHS_IN_PART = {"h": 6, "q": 3}


EARLIEST, LATEST = 0, 999912


class MonthRange(NamedTuple):
    """A range of months as yyyymm, both ends included. An open range begins with ``EARLIEST`` or
    ends with ``LATEST``. ``day``: of the month, where one is named; 0 for none."""

    first: int
    last: int
    day: int = 0

    @property
    def is_open(self) -> bool:
        """Whether the range has only one end (since 2020, before 2020)."""
        return self.first == EARLIEST or self.last == LATEST

    def period(self) -> str:
        """Return the period in the notation of ``tui.text.periods``; an open range in that of
        EDTF (ISO 8601-2): ``2020/..``, ``../2019-06``."""
        if self.is_open:
            ends = (month_or_year(self.first, 1), month_or_year(self.last, 12))
            return "/".join(ends)
        (year, first), last = divmod(self.first, 100), self.last % 100
        if self.first == self.last:
            return f"{year}-{first:02}"
        if self.first // 100 != self.last // 100:
            ends = (str(self.first // 100), str(self.last // 100))
            if first != 1 or last != 12:
                ends = (f"{year}-{first:02}", f"{self.last // 100}-{last:02}")
            return "/".join(ends)
        length = last - first + 1
        if length == 12:
            return str(year)
        if length in (3, 6) and last % length == 0:
            return f"{year}-{'H' if length == 6 else 'Q'}{last // length}"
        return f"{year}-{first:02}/{year}-{last:02}"


def extract_period(text: str) -> tuple[MonthRange | None, str]:
    """Return the period that a query asks for, and the query without it. Two years or parts of
    years joined by a dash or a word are a range (2016-2020, from 2016 to 2020, 2016到2020年); so is
    one with a word before or after it (since 2020, 2020年以来)."""
    text = in_usual_order(text)
    first, rest, at = extract_one(text)
    if first is None:
        return None, text
    if found := _open_range(first, rest[:at], rest[at:]):
        return found
    second, without, _ = extract_one(rest)
    if second is not None and second.last > first.last and _joins(rest[at:]):
        import re

        without = re.sub(_RANGE_WORDS, " ", without, flags=re.IGNORECASE)
        return MonthRange(first.first, second.last), without
    return first, rest


def extract_span(text: str) -> tuple[MonthRange, str] | None:
    """Return the time from the first to the second of two periods side by side, and the text
    without them (growth 2020 2022); None for a text without two such periods, or with more."""
    first, rest, at = extract_one(text)
    second, after, end = extract_one(rest)
    if first is None or second is None or first == second or extract_one(after)[0]:
        return None
    if end < at or rest[at:end].strip(" 年"):
        return None
    earlier, later = sorted((first, second))
    return MonthRange(earlier.first, later.last), after


def _open_range(months: MonthRange, before: str, after: str) -> tuple[MonthRange, str] | None:
    """Return the range that begins or ends with a period, and the query without it; None where the
    words before and after the period do not make it one. Since, 以来 and 以后 include the
    period; after, before, 之后, 之前 and 以前 do not."""
    tail = before.rstrip().lower()
    words: tuple[str, ...]
    for words, bounds in (
        (_SINCE, MonthRange(months.first, LATEST)),
        (_AFTER, MonthRange(_next_month(months.last), LATEST)),
        (_BEFORE, MonthRange(EARLIEST, _previous_month(months.first))),
        (_UNTIL, MonthRange(EARLIEST, months.last)),
    ):
        for word in words:
            if tail.endswith(word) and not tail[: -len(word)][-1:].isalpha():
                return bounds, f"{tail[: -len(word)]} {after}"
    head = after.lstrip().removeprefix("年").lower()
    for words, bounds in (
        (_AND_LATER, MonthRange(months.first, LATEST)),
        (_LATER, MonthRange(_next_month(months.last), LATEST)),
        (_EARLIER, MonthRange(EARLIEST, _previous_month(months.first))),
    ):
        for word in words:
            rest = head[len(word) :]
            if head.startswith(word) and not _continues(word, rest):
                start = before.rstrip().removesuffix("自").removesuffix("从")
                return bounds, f"{start} {rest}"
    return None


def _continues(word: str, rest: str) -> bool:
    """Return whether what follows a word after a period makes it part of a longer one."""
    if word.isascii():
        return rest[:1].isalpha()
    return word in ("前", "后") and rest[:1] in _WITHIN_A_YEAR and bool(rest)


def month_or_year(month: int, implied: int) -> str:
    """Return an end of a range as ``2023-06``, as ``2023`` if its month is ``implied``, or as
    ``..`` if it is open."""
    if month in (EARLIEST, LATEST):
        return ".."
    year, number = divmod(month, 100)
    return str(year) if number == implied else f"{year}-{number:02}"


def _next_month(month: int) -> int:
    return month + 1 if month % 100 < 12 else (month // 100 + 1) * 100 + 1


def _previous_month(month: int) -> int:
    return month - 1 if month % 100 > 1 else (month // 100 - 1) * 100 + 12


def _lone_year(text: str) -> str:
    """Return the year of a text with no other digit and no part of a year near it, as in
    市场规模 2022; empty for another text, which takes the expressions."""
    year = "".join([char for char in text if char.isdigit()])
    if len(year) != 4 or not year.isascii() or year not in text or year[:2] not in ("19", "20"):
        return ""
    before, _, after = text.partition(year)
    before, after = before.rstrip().lower(), after.lstrip().lower()
    word = before.rpartition(" ")[2]
    near = before[-1:] in _NEAR_PARTS or after[:1] in _NEAR_PARTS
    return "" if near or any(part in word for part in _BEFORE_YEARS) else year


def _joins(text: str) -> bool:
    import re

    return bool(re.match(_JOINT, text.lstrip(), re.IGNORECASE))


def extract_one(text: str) -> tuple[MonthRange | None, str, int]:
    """Return the first period, the text without it, and where it stood."""
    if "19" not in text and "20" not in text:
        return None, text, 0
    if year := _lone_year(text):
        at = text.index(year)
        months = MonthRange(int(year) * 100 + 1, int(year) * 100 + 12)
        return months, f"{text[:at]} {text[at + len(year) :]}", at
    import re

    has_letter = any(char.isalpha() and char.isascii() for char in text)
    match = re.search(_YEAR_LAST, text, re.IGNORECASE) if has_letter else None
    if match:
        start, end = match.span()
        return _months_year_last(match), f"{text[:start]} {text[end:]}", start
    matches = re.finditer(_YEAR_FIRST, text, re.IGNORECASE)
    match = next((each for each in matches if not _is_part_of_number(text, each)), None)
    if match:
        start, end = match.span()
        return _months_year_first(match), f"{text[:start]} {text[end:]}", start
    return None, text, 0


def _months_year_last(match: re.Match[str]) -> MonthRange:
    year = int(match["year"])
    if match["month_name"]:
        month = MONTHS.index(match["month_name"].lower()[:3]) + 1
        return _month(year, month, match["day"] or match["day_first"])
    if match["end"]:
        return _month(year, 12)
    if match["words"]:
        number, part = match["words"].lower().split()[:2]
        return _part_of_year(year, part[0], _ORDINALS.index(number) + 1)
    part = match["part"].lower()
    return _part_of_year(year, part[0], int(part[1]))


def _months_year_first(match: re.Match[str]) -> MonthRange:
    year = int(match["year"])
    if match["half"]:
        return _part_of_year(year, "h", _HALVES[match["half"].lower()])
    if match["quarter"]:
        word = match["quarter"].lower()
        number = int(word[1]) if word[0] == "q" else _QUARTERS[word.strip("第季度")]
        return _part_of_year(year, "q", number)
    if match["end"]:
        return _month(year, 12)
    if month := match["month"] or match["iso_month"]:
        return _month(year, int(month), match["day"] or match["iso_day"])
    return MonthRange(year * 100 + 1, year * 100 + 12)


def _is_part_of_number(text: str, match: re.Match[str]) -> bool:
    # 〔2019〕47号 is a document number, 12022 and 2022.5 are numbers: none is a period.
    before = text[match.start() - 1] if match.start() else " "
    after = text[match.end() : match.end() + 2] + "  "
    number = text[match.end() - 1].isdigit() and (  # 2022年60岁以上 has a year
        after[0].isdigit()
        or after[0] in "%％万亿萬億"
        or (after[0] in ".．," and after[1].isdigit())
    )
    return before.isdigit() or before in "〔[【(（.．," or number or after[0] in "〕]】)）"


def _month(year: int, month: int, day: str | None = None) -> MonthRange:
    return MonthRange(year * 100 + month, year * 100 + month, int(day or 0))


def _part_of_year(year: int, letter: str, number: int) -> MonthRange:
    length = _MONTHS_IN_PART[letter]
    number = min(number, 12 // length)
    return MonthRange(year * 100 + (number - 1) * length + 1, year * 100 + number * length)
