"""Questions for the years without figures: which years are missing, why is there no 2021 figure,
哪些年份没有数据. The gaps in figures by year are the answer."""

from __future__ import annotations

import re

from tui.fast_namedtuple import TYPE_CHECKING
from tui.question.period_parser import LATEST
from tui.question.reader import read_edited_question
from tui.search.briefing_subject import is_about_briefing
from tui.search.features import IN_NAME, in_record
from tui.search.period_remarks import period_words
from tui.search.several.list_question import described_records
from tui.search.several_answers import SeveralAnswers
from tui.search.verdict import Verdict
from tui.text.language import Wording, one_a_line
from tui.text.word_set import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.question.period_parser import MonthRange
    from tui.question.reader import Question
    from tui.store import Store

_MISSING = words_of("missing absent lacking lack lacks unavailable no without gap gaps not")
_YEARS = words_of("year years period periods series annual")
_DATA = words_of("data figure figures number numbers value values statistics missing")
_SAYS_NOTHING = words_of(
    "why is are was were there the a any for in of from by do does did which what have has we you "
    "all available given covered reported at it its to how come time list show me been or and "
    "on known after before since until"
)
_CHINESE_MISSING = re.compile(
    r"没有|没|缺失|缺少|空缺|缺口|缺|空白|断档|断层|断|不连续|查不到|找不到|无"
)
_CHINESE_YEARS = re.compile(
    r"哪些年份?|哪几年|哪一?年|年份|几年|时间序列|年度|按年|断档|断层|不连续"
)
_CHINESE_DATA = re.compile(r"数据|数字|数值|统计|缺")
_CHINESE_SAYS_NOTHING = re.compile(
    r"有没有|有无|为什么|为何|为啥|怎么|原因|因为|哪些|什么|这些|以后|之后|以前|之前|公布|里面|情况"
    r"|[的是有吗呢里中都在会了啊其被个年和与、]"
)
_START = 101
"""First month, as yyyymm, of a gap that has no start."""
_OF_YEARS = Wording("缺年份的数据缺口{count}条", "data gaps on missing years: {count}")
_OF_PERIOD = Wording("{period}的数据缺口{count}条", "data gaps, {period}: {count}")
_HAVING = Wording("{period}有数据的指标{count}项", "measures with a figure, {period}: {count}")


def gaps_of_years(store: Store, question: Question) -> SeveralAnswers | None:
    """Return the gaps in figures by year, of a time or a statistic where a question names one; None
    for another question, or without such gaps."""
    subject = _subject(question)
    if subject is None:
        return None
    months = question.query.months
    parts = read_edited_question(store, subject).parts if subject else ()
    parts = tuple(part for part in parts if not is_about_briefing(store, part))
    rows = list(_gaps(store, months))
    measures = {
        record.position
        for record in store.indexed_records({measure for _, measure in rows})
        if all(in_record(part, record) >= IN_NAME for part in parts)
    }
    gaps = {gap for gap, measure in rows if measure in measures}
    if not gaps:
        return None
    asked = question._replace(parts=(), asks=frozenset())
    ranked = described_records(store, asked, {}, store.indexed_records(gaps))
    remark = _OF_YEARS.format(count=len(gaps))
    if months:
        period = period_words(months)
        remark = _OF_PERIOD.format(period=period, count=len(gaps))
        if not parts and (having := _count_with_figure(store, months)):
            remark = one_a_line([remark, _HAVING.format(period=period, count=having)])
    verdicts = [Verdict("exact", (), remark), *[Verdict("exact")] * (len(ranked) - 1)]
    return SeveralAnswers(list(zip(ranked, verdicts, strict=True)))


def _subject(question: Question) -> str | None:
    """Return what a question for missing years names beside them, empty for nothing; None where it
    is another question."""
    query = question.query
    text = query.plain.rstrip("?？")
    if text.isascii():
        words = [word.rstrip(",;:") for word in text.split()]
        is_of_years = bool(query.months) or not _YEARS.isdisjoint(words)
        is_of_data = not (query.months and _DATA.isdisjoint(words))
        if _MISSING.isdisjoint(words) or not (is_of_years and is_of_data):
            return None
        dropped = _MISSING | _YEARS | _DATA | _SAYS_NOTHING
        return " ".join(word for word in words if word not in dropped)
    rest = _CHINESE_SAYS_NOTHING.sub(" ", text) if query.months else text
    is_of_years = bool(query.months) or bool(_CHINESE_YEARS.search(text))
    if not (is_of_years and _CHINESE_MISSING.search(rest) and _CHINESE_DATA.search(text)):
        return None
    for named in (_CHINESE_YEARS, _CHINESE_SAYS_NOTHING, _CHINESE_MISSING, _CHINESE_DATA):
        text = named.sub(" ", text)
    return " ".join(text.split())


def _gaps(store: Store, months: MonthRange | None) -> Iterator[tuple[int, int]]:
    """Yield the positions of gaps in the figures of statistics, each with that of the statistic;
    those that have all of a time, or are within it."""
    sql = (
        "SELECT g.position, r.position, m.first_month, m.last_month FROM missing_figures m "
        "JOIN records r ON r.id = m.measure AND r.kind = 'statistic' "
        "JOIN records g ON g.id = m.id WHERE m.first_month > ?1 OR m.last_month < ?2"
    )
    for gap, measure, first, last in store.query(sql, (_START, LATEST)):
        if months:
            has_all = first <= max(months.first, _START) and months.last <= last
            if not (has_all or (months.first <= first and last <= months.last)):
                continue
        yield gap, measure


def _count_with_figure(store: Store, months: MonthRange) -> int:
    """Return how many statistics have a figure of a time."""
    sql = (
        "SELECT count(DISTINCT a.id) FROM answers a JOIN records r ON r.id = a.id "
        "WHERE a.form = 'observation' AND r.kind = 'statistic' AND a.rank <> 'deprecated' "
        "AND a.first_month >= ? AND a.last_month <= ?"
    )
    return int(next(iter(store.query(sql, (months.first, months.last))))[0])
