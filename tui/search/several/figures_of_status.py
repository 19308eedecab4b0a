"""Questions for all figures of one status, of no measure: list of forecasts, forecasts for 2025,
哪些数字是估计的, which figures are rejected."""

from __future__ import annotations

import re

from tui.fast_namedtuple import TYPE_CHECKING, NamedTuple
from tui.search.several.figure_of_each import figure_of_each
from tui.search.several_answers import SeveralAnswers
from tui.search.value_words import ESTIMATES, FORECASTS, REJECTED
from tui.text.language import Wording
from tui.text.word_set import words_of

if TYPE_CHECKING:
    from tui.question.reader import Question
    from tui.store import Store

_BESIDE = words_of(
    "what which list of all the a are is there any key main in for this documents document sources "
    "source briefing made given show me do give figures numbers values data industry and not used"
)
_CHINESE_BESIDE = re.compile(
    r"有哪些|有什么|哪些|什么|所有|全部|各项|主要|行业|数据|数字|数值|指标|编者|清单|列表|出来"
    r"|[0-9年有是的被值呢那]"
)
_ALL_TIME = (0, 999912)


class _Status(NamedTuple):
    """A status by the words of a question, the condition for its figures, and the remark on them.
    ``value``: of the filter that lists them; empty for none."""

    words: frozenset[str]
    chinese: re.Pattern[str]
    condition: str
    remark: Wording
    value: str = ""


_STATUSES = (
    _Status(
        FORECASTS,
        re.compile("预测"),
        "a.form = 'observation' AND a.status = 'forecast' AND r.kind = 'statistic'",
        Wording(
            "{count}项数据有预测，每项为最远一期",
            "forecasts of {count} measures, the furthest of each",
        ),
        "forecast",
    ),
    _Status(
        ESTIMATES,
        re.compile("估计|估算|推算"),
        "a.status = 'estimate'",
        Wording(
            "{count}项有估计值或推算值，每项为最新一期",
            "estimates of {count} subjects, the latest of each",
        ),
        "estimate",
    ),
    _Status(
        REJECTED,
        re.compile("(?:没有|没|未|不)被?采用|弃用"),
        "a.rank = 'deprecated'",
        Wording("未采用的数值：{count}项", "rejected values: {count}"),
    ),
)


def listed_by_status(store: Store, question: Question) -> SeveralAnswers | None:
    """Return the latest figure of a status of each record, the most important first, of the period
    that a question names if it names one; None where it asks for those of something."""
    query = question.query
    for status in _STATUSES:
        if query.text.isascii():
            is_asked = not status.words.isdisjoint(query.words)
            rest = set(query.words) - status.words - _BESIDE
        else:
            is_asked = status.chinese.search(query.plain) is not None
            rest = set(_CHINESE_BESIDE.sub("", status.chinese.sub("", query.plain)).strip())
        if is_asked and not rest:
            return _figures(store, question, status)
    return None


def _figures(store: Store, question: Question, status: _Status) -> SeveralAnswers | None:
    months = question.query.months
    rows = store.query(
        "SELECT r.position, a.fact FROM answers a JOIN records r ON r.id = a.id "
        f"WHERE {status.condition} "
        "AND coalesce(a.first_month, 0) >= ? AND coalesce(a.last_month, 0) <= ? "
        "ORDER BY r.position, a.last_month",
        (months.first, months.last) if months else _ALL_TIME,
    )
    facts = dict(rows)
    if not facts:
        return None
    remark = status.remark.format(count=str(len(facts)))
    ranked = figure_of_each(store, question, facts, remark, "exact")
    return SeveralAnswers(ranked, ("list", "--status", status.value) if status.value else ())
