"""Whether an answer is of the kind that the question word asks for: an origin, a date, a cause, the
whole of a period. Imported for questions that ask for one of these."""

from __future__ import annotations

from tui.fast_namedtuple import TYPE_CHECKING
from tui.search.fact_choice import WITHIN
from tui.search.features import IN_FACT, in_words
from tui.search.gap_of_number import is_gap_of_number
from tui.search.verdict import GUESSED, LIKENESS, SAME, Verdict
from tui.text.language import Wording

if TYPE_CHECKING:
    from tui.question.period_parser import MonthRange
    from tui.question.reader import Question
    from tui.search.record_features import DescribedRecord
    from tui.store import AnswerRow, Store

_NO_ORIGIN = Wording(
    "资料没有说明来自哪里，以下是数字", "the origin is not stated; showing the figure"
)
_NO_MEANING = Wording("没有解释，以下是相关内容", "no definition is given; showing what is known")
_NO_DATE = Wording("没有注明日期，以下是相关内容", "no date is given; showing what is known")
_NO_SUCH_DATE = Wording(
    "没有所问的日期，以下是相关内容", "the date asked for is not given; showing what is known"
)
"""Above an answer that has a date, of something else."""
NO_CAUSE = Wording(
    "资料没有给出原因，以下是相关内容",
    "no cause is given in the documents; showing related content",
)
IN_PART = Wording(
    "没有完整的{asked}数据，以下只是{shown}的", "no figure for all of {asked}; only {shown}"
)
_IN_PART_OPEN = Wording(
    "没有{asked}全部时间的数据，以下只是{shown}的",
    "no figure for all the time {asked}; only {shown}",
)
_LONGER = Wording(
    "没有完整的{asked}数据，以下是{shown}的", "no figure for all of {asked}; showing {shown}"
)
_OF_YEAR = Wording(
    "以下是{shown}的增长，不是{asked}单独的",
    "this growth is over {shown}, not in {asked} alone",
)
_CAUSAL = frozenset(
    (
        *("because", "due", "owing", "thanks", "therefore", "hence", "reason", "reasons", "result"),
        *("cause", "caused", "causes", "lead", "leads", "led", "drive", "drives", "driven", "lack"),
        *("lacks", "lacking", "promote", "promotes", "promoted", "promoting", "speeds", "sped"),
        *("help", "helps", "helped", "makes", "brings", "brought", "mainly", "driving", "leading"),
    )
)
"""Words that join a cause and its effect, in the English text of an answer."""
_CAUSES = ("driver", "challenge")
"""Types of statements that are causes."""
_COME = ("come", "comes", "came", "coming")
_DATED = ("source", "brief")
_HALVES = {"H1": ("上半年", "h1", "1h", "first half"), "H2": ("下半年", "h2", "2h", "second half")}
_HALF = ("半年", "half", "interim", "六个月", "six months")
"""Words for a half year, of which the documents have one."""
_YEAR = 11
"""Months between the first and the last of a year."""
_DECEMBER = 12
_NEXT_YEAR = 100
"""Difference between a month and the same one of the next year, as yyyymm."""
_FOUNDING = "founding"
"""Type of the event with which a company starts."""


def judge_kind(store: Store, question: Question, described: DescribedRecord) -> Verdict | None:
    """Return the verdict on an exact answer that is of another kind than what is asked for; None
    for others."""
    asks, fact = question.asks, described.chosen.fact
    if fact.value and _asks_origin(question):
        sql = "SELECT 1 FROM evidence WHERE answer = ? AND side = 0 AND via_zh <> '' LIMIT 1"
        has_origin = any(True for _ in store.query(sql, [fact.number]))
        return None if has_origin else Verdict("other_measure", (), _NO_ORIGIN)
    if "date" in asks and not _has_date(store, question, described):
        if fact.kind == "gap":
            return Verdict("near", (), GUESSED)
        return Verdict("other_measure", (), _NO_SUCH_DATE if fact.first_month else _NO_DATE)
    if "date" in asks and _is_other_event(store, question, described):
        return Verdict("other_measure", (), _NO_SUCH_DATE)
    if "reason" in asks and (no_cause := judge_reason(store, described)):
        return no_cause
    if "meaning" in asks and _is_example(question, described):
        return Verdict("other_measure", (), _NO_MEANING)
    months = question.query.months
    if months and fact.value and described.chosen.period == WITHIN and _is_duration(fact):
        return _judge_time(question, fact, months)
    return None


def _judge_time(question: Question, fact: AnswerRow, months: MonthRange) -> Verdict | None:
    """Return the verdict on a figure of more than a point of time within the time asked for, or a
    rate that ends with it: that it is of a part of this time, or of a longer one. None for one of
    all of it."""
    is_of_one_year = months.first // 100 == months.last // 100
    starts_before = fact.first_month < months.first
    remark = _IN_PART_OPEN if months.is_open else IN_PART
    if not fact.is_rate:
        is_other = is_of_one_year and not starts_before and not _names_half(question, fact)
    elif not months.first:
        is_other = False
    elif is_of_one_year and starts_before:
        from tui.search.rate_wording import asks_for_rate_to, asks_year_on_year

        years, odd = divmod(fact.last_month - fact.first_month, _NEXT_YEAR)
        length = years * 12 + odd - (odd > _YEAR) * (_NEXT_YEAR - 12)
        if months.last - months.first == _YEAR:
            is_other = length > _YEAR + 1 and not asks_for_rate_to(question.query.text)
            remark = _OF_YEAR
        elif is_other := length < _YEAR and asks_year_on_year(question.query.text):
            months = months._replace(first=months.first - _NEXT_YEAR)
    elif is_of_one_year:
        is_other = not _names_half(question, fact)
    else:
        is_other = not _is_of_span(fact, months)
        remark = _LONGER if starts_before else remark
    if not is_other:
        return None
    from tui.search.period_remarks import fact_period_words, period_words

    asked, shown = period_words(months), fact_period_words(fact)
    return Verdict("other_period", (), remark.format(asked=asked, shown=shown))


def judge_reason(store: Store, described: DescribedRecord) -> Verdict | None:
    """Return the verdict on an answer to why something is so that gives no cause; None for one that
    does."""
    return None if _has_cause(store, described) else Verdict("other_measure", (), NO_CAUSE)


def _names_half(question: Question, fact: AnswerRow) -> bool:
    """Return whether a question names the half year of a figure apart from the year: 上半年收入
    2021."""
    text, half = question.query.text, fact.period[-2:]
    named = [name for name, words in _HALVES.items() if any(map(text.__contains__, words))]
    return half in named or (half in _HALVES and not named and any(map(text.__contains__, _HALF)))


def _is_of_span(rate: AnswerRow, months: MonthRange) -> bool:
    """Return whether a rate is from the first to the last month of some, for whole years from the
    first to the last year; growth in a year is from
    the year before."""
    is_growth_in_year = rate.form == "growth" and rate.last_month - rate.first_month == _YEAR
    if not (months.first % 100 == 1 and months.last % 100 == _DECEMBER):
        starts = {rate.first_month, rate.first_month - is_growth_in_year * _NEXT_YEAR}
        return months.first in starts and rate.last_month == months.last
    first, last = rate.first_month // 100, rate.last_month // 100
    first -= is_growth_in_year
    return (first, last) == (months.first // 100, months.last // 100)


def _asks_origin(question: Question) -> bool:
    """Return whether a question asks where something comes from: in English in two words."""
    if "origin" in question.asks:
        return True
    fillers = question.fillers
    return "where" in fillers and any(word.split(" ")[0] in _COME for word in fillers)


def _is_duration(fact: AnswerRow) -> bool:
    """Return whether a figure is of more than a point of time."""
    return fact.first_month != fact.last_month


def _has_date(store: Store, question: Question, described: DescribedRecord) -> bool:
    """Return whether an answer is dated or names the year of something, other than in the name of
    a source, for a statement one more than that of its source. A figure gives the date of an amount
    or an extreme that the question names."""
    chosen = described.chosen
    fact = chosen.fact
    is_known = described.features.get(LIKENESS, 0.0) >= SAME
    if fact.kind == "policy":
        sql = "SELECT 1 FROM policies WHERE id = ? AND coalesce(issued, period) <> ''"
        return any(store.query(sql, (fact.id,)))
    if fact.kind in _DATED or "?date" in described.known_keys:
        return True
    if fact.value and fact.form == "observation":
        has_number = any(character.isdigit() for character in question.query.text)
        return bool(has_number or chosen.extreme or question.qualifiers or is_known)
    if fact.first_month:
        return True
    text = fact.answer.en
    for (name,) in store.query("SELECT short_en FROM sources"):
        text = text.replace(name, " ")
    years = {word for word in _words(text) if len(word) == 4 and word[:2] in ("19", "20")}
    if fact.kind == "gap":
        return is_known or bool(years)
    return len(years) > (fact.kind == "statement")


def _is_other_event(store: Store, question: Question, described: DescribedRecord) -> bool:
    """Return whether a question for the date of a company alone (how old it is) has that of an
    event other than its founding."""
    fact = described.chosen.fact
    names_all = all(described.record.position in part.names for part in question.parts)
    if fact.form != "event" or not names_all or "latest" in question.asks:
        return False
    if question.query.months or described.features.get(LIKENESS, 0.0) >= SAME:
        return False
    record = described.record
    named = (it for it in question.parts if it.text not in record.titles)
    if any(in_words(part, record, fact) >= IN_FACT for part in named):
        return False  # a name of the company that is one of a product, and of this event
    types = store.query("SELECT type FROM events WHERE fact = ?", (fact.fact,))
    return all(type_ != _FOUNDING for (type_,) in types)


def _is_example(question: Question, described: DescribedRecord) -> bool:
    """Return whether an answer to what something means is an event with it in its text, or a figure
    with other words in its title: a Series C round."""
    fact, parts = described.chosen.fact, question.parts
    if described.features.get(LIKENESS, 0.0) >= SAME or any(part.names for part in parts):
        return False
    return fact.form in ("event", "offering")


def _has_cause(store: Store, described: DescribedRecord) -> bool:
    """Return whether an answer in words gives a cause. A gap, a disagreement or a brief says what
    is known of it; not a gap about a number."""
    fact = described.chosen.fact
    if is_gap_of_number(fact) and "?reason" not in described.known_keys:
        return False
    if fact.kind in ("gap", "disagreement", "brief") or not _CAUSAL.isdisjoint(
        _words(fact.answer.en)
    ):
        return True
    types = store.query("SELECT type FROM statements WHERE id = ?", (fact.id,))
    return any(type_ in _CAUSES for (type_,) in types)


def _words(text: str) -> list[str]:
    """Return the words of a text without punctuation."""
    return [word.strip(".,;:()[]“”’'") for word in text.lower().split()]
