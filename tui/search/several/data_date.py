"""Questions for the date of the data, or for news: how recent is the data, what's new,
数据更新到什么时候. The newest figure is the answer, with the date of the header in the remark."""

from __future__ import annotations

import re

from tui.fast_namedtuple import TYPE_CHECKING
from tui.search.computed_change import with_fact
from tui.search.several.list_question import described_records
from tui.search.several_answers import SeveralAnswers
from tui.search.verdict import Verdict
from tui.text.dates import format_date
from tui.text.language import Wording
from tui.text.word_set import words_of

if TYPE_CHECKING:
    from tui.question.reader import Question
    from tui.store import Store

_THE_DATA = r"(?:the |this |your |its )?(?:data|figures?|briefing|numbers?)"
_ASKS = re.compile(
    rf"^how (?:recent|current|old|fresh|new|up.to.date) (?:is|are) {_THE_DATA}$"
    rf"|^(?:when|how recently) (?:was|were|is|are) {_THE_DATA} (?:last )?(?:updated|collected)$"
    rf"|^(?:what is )?(?:the )?(?:data|figures?) (?:cut.?off|update)(?: date)?$"
    rf"|^(?:what is )?(?:the )?(?:most recent|newest|latest) (?:data|figures?|numbers?)$"
    r"|^(?:from )?(?:what|which) (?:year|date|month|period) (?:is|are) (?:the |this |your )?"
    r"(?:latest |newest |most recent )?(?:data|figures?|numbers?)(?: (?:from|of|for))?$"
    rf"|^(?:is|are) {_THE_DATA} (?:up.to.date|current|recent)$"
    r"|^(?:(?:这份|这些|本)?(?:简报|资料|报告)(?:里面|里|中)?)?(?:这些|这份)?的?(?:最新|最近)?"
    r"的?(?:数据|数字|内容|简报|资料|信息)(?:都|大概)?(?:是|截)?(?:最新|最晚)?(?:更新|截止|截至|统计)?"
    r"(?:到了?|至|于|在)?(?:什么时候|何时|哪一?年|哪天|哪个月|几月|日期|时间)的?$"
    r"|^what(?:['’]?s| is| s| are)? (?:the )?(?:new|news|latest|latest news|recent news)(?: here)?$"
    r"|^(?:any|the|some)? ?(?:(?:latest|recent|new|newest|current) )?(?:news|updates)$"
    r"|^what (?:has )?happened (?:recently|lately|last)$"
    r"|^(?:最近|近期|最新)?(?:有|有没有|有无)?(?:什么|啥|哪些)?(?:最新|新)?的?(?:消息|新闻|动态|进展)(?:吗|么)?$"
    r"|^(?:数据|数字)(?:有多新|多新|新不新|是最新的吗)$|^最新(?:的)?(?:数据|数字)(?:是什么时候的?)?$"
)
_DATA = re.compile(r"\b(?:data|figures?|numbers?)\b|数据|数字")
_MISSING = words_of("missing lack absent unavail no without gap 没 缺 空 断 不")
"""Beginnings of words for what is missing."""
_UP_TO = Wording(
    "数据截至{date}；以下是到这一时间的数字", "data up to {date}; showing a figure of that time"
)
_UP_TO_ONLY = Wording(
    "数据截至{date}；以下是最新的数字", "data up to {date}; showing the newest figure"
)


def date_of_data(store: Store, question: Question) -> SeveralAnswers | None:
    """Return the most important of the newest figures, with the date up to which there are some in
    the remark; None for another question."""
    if any(map(question.query.text.__contains__, _MISSING)):
        from tui.search.several.missing_years import gaps_of_years

        if found := gaps_of_years(store, question):
            return found
    if question.query.months and _DATA.search(question.query.text):
        from tui.search.several.figures_of_time import listed_figures

        return listed_figures(store, question)
    date = store.meta("core_figures_to") or store.meta("as_of")
    if not date or not _ASKS.search(question.query.text.rstrip("?？")):
        from tui.search.several.data_reliability import reliability_of_data

        return reliability_of_data(store, question)
    month = int(date[:4]) * 100 + int(date[5:7] or 12)
    rows = store.query(
        "SELECT r.position, a.number, a.last_month FROM answers a JOIN records r USING (id) "
        "WHERE r.kind = 'statistic' AND a.status = 'reported' AND a.value <> '' "
        "AND a.last_month <= ? ORDER BY a.last_month DESC, r.position, a.number LIMIT 1",
        (month,),
    )
    for position, number, last in rows:
        records = store.indexed_records([position])
        (ranked,) = described_records(store, question, {}, records)
        fact = next(each for each in store.facts(records[0].id) if each.number == number)
        words = Wording(format_date(date, "zh"), format_date(date, "en"))
        remark = (_UP_TO if last == month else _UP_TO_ONLY).format(date=words)
        return SeveralAnswers([(with_fact(ranked, fact), Verdict("near", (), remark))])
    return None
