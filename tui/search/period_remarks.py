"""Remarks on answers of another period than the one asked for. Imported when one is made."""

from __future__ import annotations

from tui.fast_namedtuple import TYPE_CHECKING
from tui.text.language import Wording
from tui.text.periods import format_period

if TYPE_CHECKING:
    from tui.question.period_parser import MonthRange
    from tui.store import AnswerRow

_OTHER_PERIOD = Wording(
    "没有{asked}的数据，以下是{shown}的", "no figure for {asked}; showing {shown}"
)
_OUT_OF_RANGE = Wording("没有{asked}的数据，以下是{shown}的", "no figure {asked}; showing {shown}")
_SINCE = Wording("{date}以来", "since {date}")
_UNTIL = Wording("截至{date}", "until {date}")
_UNDATED = Wording(
    "没有{asked}的数据，以下内容未注明时期", "nothing for {asked}; showing an undated answer"
)
_UNDATED_OUT_OF_RANGE = Wording(_UNDATED.zh, "nothing {asked}; showing an undated answer")
_OTHER_DAY = Wording("没有这一天的内容，以下是{shown}的", "nothing of that day; showing {shown}")
_NO_FORECAST = Wording("没有这方面的预测，以下是{shown}的", "no forecast of this; showing {shown}")
_NOT_OF_TODAY = Wording("没有近期数据，以下是{shown}的", "no current figure; showing {shown}")


def not_of_today(fact: AnswerRow) -> Wording:
    """Return the remark on a fact that is older than asked for."""
    return _NOT_OF_TODAY.format(shown=_period_words(fact.period))


def not_of_the_future(fact: AnswerRow) -> Wording:
    """Return the remark on a reported fact where a forecast is asked for."""
    return _NO_FORECAST.format(shown=_period_words(fact.period))


def not_of_day(day: MonthRange) -> Wording:
    """Return the remark on a record that has nothing of the day asked for."""
    return _OTHER_DAY.format(shown=period_words(day))


def other_period(fact: AnswerRow, months: MonthRange) -> Wording:
    """Return the remark on a fact that is not of the months asked for."""
    asked = period_words(months)
    if not fact.period:
        return (_UNDATED_OUT_OF_RANGE if months.is_open else _UNDATED).format(asked=asked)
    message = _OUT_OF_RANGE if months.is_open else _OTHER_PERIOD
    return message.format(asked=asked, shown=_period_words(fact.period))


def period_words(months: MonthRange) -> Wording:
    """Return a range of months in words; an open one as since or until a date."""
    period = months.period()
    if not months.is_open:
        return _period_words(period)
    since, _, until = period.partition("/")
    if until == "..":
        return _SINCE.format(date=_period_words(since))
    return _UNTIL.format(date=_period_words(until))


def fact_period_words(fact: AnswerRow) -> Wording:
    """Return the period of a fact in words."""
    return _period_words(fact.period)


def _period_words(period: str) -> Wording:
    return Wording(format_period(period, "zh"), format_period(period, "en"))
