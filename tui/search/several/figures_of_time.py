"""Questions for all figures of a time, of no measure: 2020, data for 2021, 2022年有哪些数据."""

from __future__ import annotations

import re

from tui.fast_namedtuple import TYPE_CHECKING
from tui.question.index_lookup import aside_positions
from tui.search.period_remarks import period_words
from tui.search.several.figure_of_each import figure_of_each
from tui.search.several.list_command import period_options
from tui.search.several_answers import SeveralAnswers
from tui.text.language import Wording
from tui.text.word_set import words_of

if TYPE_CHECKING:
    from tui.question.reader import Question
    from tui.store import Store

_OF_TIME = words_of(
    "what which list of all the a are is there any key main in for this documents document sources "
    "source briefing made given show me do give figures numbers industry and "
    "data figure number statistics stats facts known about from happened year during around as at "
    "we have you q1 q2 q3 q4 h1 h2 first second half quarter"
)
_CHINESE_BESIDE = re.compile(
    r"[0-9年月初底末上下半全第一二三四季度的呢那]|有哪些|有什么|哪些|什么|所有|全部|各项|主要|行业"
    r"|数据|数字|情况|怎么样|如何|怎样|统计"
)
_OF_PERIOD = Wording("{period}有数据的指标{count}项", "{count} measures have a figure for {period}")
_ASKS = frozenset(("what", "list", "amount", "latest", "meaning"))


def listed_figures(store: Store, question: Question) -> SeveralAnswers | None:
    """Return the figure of each statistic of a time, the most important first, reported ones before
    forecasts; None where a question asks for something else, or nothing is known of that time."""
    query, months = question.query, question.query.months
    if not months or question.asks - _ASKS or question.qualifiers or months.is_open:
        return None
    if query.text.isascii():
        rest = {word for word in query.words if not word.isdigit()} - _OF_TIME
    else:
        rest = set(_CHINESE_BESIDE.sub("", query.text.replace(" ", "")))
    if rest:
        return None
    rows = store.query(
        "SELECT r.position, a.fact FROM answers a JOIN records r ON r.id = a.id "
        "WHERE a.form = 'observation' AND r.kind = 'statistic' AND a.rank <> 'deprecated' "
        "AND a.first_month >= ? AND a.last_month <= ? "
        "ORDER BY r.position, a.status <> 'forecast', a.rank = 'preferred', a.last_month",
        (months.first, months.last),
    )
    asides = aside_positions(store)
    facts = {position: fact for position, fact in rows if position not in asides}
    if not facts:
        return None
    remark = _OF_PERIOD.format(period=period_words(months), count=str(len(facts)))
    ranked = figure_of_each(store, question, facts, remark, "exact")
    return SeveralAnswers(ranked, ("statistics", *period_options(months)))
