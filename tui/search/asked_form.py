"""Whether a figure has the form that is asked for: a share, a rate, an amount of money, a
number."""

from __future__ import annotations

from tui.fast_namedtuple import TYPE_CHECKING
from tui.search.fact_choice import is_share
from tui.text.language import Wording

if TYPE_CHECKING:
    from tui.store import AnswerRow

NO_RATE = Wording("没有增长率，只有数值", "no growth rate is given; showing the figure")
NO_COUNT = Wording("没有具体数量，只有占比", "no number is given; showing the share")
NO_COUNT_OF_MONEY = Wording(
    "没有具体数量，只有金额", "no number is given; showing an amount of money"
)
_NO_MONEY = Wording("没有金额，以下是相关数字", "no amount is given; showing a related figure")
_NO_SHARE = Wording("没有占比，只有绝对数", "no share is given; showing the figure")

_NO_YEAR_ON_YEAR = Wording(
    "没有同比增长率，以下是年复合增长率",
    "no year-on-year rate is given; showing the compound annual rate",
)
_YEAR_ON_YEAR = ("同比", "比上年", "较上年", "year on year", "year over year", "yoy", "y/y")

_CHANGES = ("同比", "环比", "增速", "降幅", "增幅", "涨幅", "跌幅")
"""Words in the name of a measure that is a change: 毛利率同比降幅."""
_COUNTING = ("how many ", "number of ", "count of ")
AFTER_COUNTED = frozenset(
    (
        *("in", "with", "that", "which", "of", "by", "for", "on", "have", "has", "had", "do"),
        *("does", "did", "are", "were", "is", "was", "there", "to", "from", "since", "per", "can"),
        *("use", "uses", "used", "using"),
        *("who", "work", "at", "under", "within", "until", "during", "before", "after"),
    )
)
_CHINESE_COUNTING = ("数量", "数目", "个数", "总数", "家数", "条数")

_MONEY = frozenset(("yuan", "rmb", "cny", "money", "million", "billion", "trillion", "percent"))


def other_form(fact: AnswerRow, asks: frozenset[str], text: str) -> Wording | None:
    """Return the remark on a figure of another form than the one that is asked for; None where it
    has this form. ``text``: the folded question."""
    if fact.form == "cagr" and any(word in text for word in _YEAR_ON_YEAR):
        return _NO_YEAR_ON_YEAR
    if "share" in asks:
        return None if is_share(fact) else _NO_SHARE
    if "rate" in asks:
        return None if fact.is_rate or _is_change(fact) else NO_RATE
    if "money" in asks:
        return None if "元" in fact.unit else _NO_MONEY
    if "count" in asks and is_share(fact):
        return NO_COUNT
    return None


def _is_change(fact: AnswerRow) -> bool:
    """Return whether the name of a measure in percent says that it is a change."""
    return is_share(fact) and any(map(fact.answer.zh.__contains__, _CHANGES))


def _is_plural(word: str) -> bool:
    return word.endswith("s") and not word.endswith(("ss", "us", "is"))


def counted_phrase(text: str) -> str:
    """Return the words of a question that say what is counted."""
    for opening in _COUNTING:
        if opening in text:
            words = text.partition(opening)[2].split(" ")
            plural = next((at + 1 for at, word in enumerate(words) if _is_plural(word)), len(words))
            end = next((at for at, word in enumerate(words) if word in AFTER_COUNTED), len(words))
            return " ".join(words[: min(plural, end)])
    for closing in _CHINESE_COUNTING:
        if closing in text:
            return text.partition(closing)[0].strip()
    return ""


def counts_things(text: str) -> bool:
    """Return whether a question asks the number of some things, not how many yuan."""
    counted = counted_phrase(text)
    return bool(counted) and _MONEY.isdisjoint(counted.split()) and "元" not in counted
