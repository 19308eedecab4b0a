"""Questions what the status or another mark of a figure means: what does estimate mean,
已公布是什么意思. Answered by its meaning, with figures that have it."""

from __future__ import annotations

import re

from tui.document.shared_labels import (
    CORRECTED,
    DERIVED_VALUE,
    DISPUTED,
    RANK_WORDS,
    STATUS_MEANINGS,
    STATUS_WORDS,
)
from tui.fast_namedtuple import TYPE_CHECKING
from tui.search.several.figure_of_each import figure_of_each
from tui.search.several_answers import SeveralAnswers
from tui.text.fold import fold
from tui.text.language import Wording, one_a_line

if TYPE_CHECKING:
    from tui.question.reader import Question
    from tui.store import Store

_LABELS = {
    **STATUS_WORDS,
    "preferred": RANK_WORDS["preferred"],
    "deprecated": RANK_WORDS["deprecated"],
    "derived": DERIVED_VALUE,
    "corrected": CORRECTED,
    "disputed": DISPUTED,
}
_OTHER_NAMES = {
    "reported": ("报告值", "公布"),
    "estimate": ("estimated", "estimates", "估算", "估计值"),
    "forecast": ("forecasts", "forecasted", "预测值", "预计"),
    "preferred": ("used", "preferred", "采用"),
    "deprecated": ("not used", "deprecated", "弃用", "不采用"),
    "derived": ("推算值",),
    "corrected": ("correction", "corrections", "更正"),
    "disputed": ("分歧", "有争议", "争议"),
}
_BY_WORD = {
    fold(word): mark
    for mark, label in _LABELS.items()
    for word in (*label, *_OTHER_NAMES.get(mark, ()))
}
_ALL = ("status", "statuses", "marks", "labels", "状态", "标记", "数据状态")
_NAMES = "|".join(sorted((*_BY_WORD, *_ALL), key=len, reverse=True))
_ASKED = re.compile(
    r"(?:what (?:does|do|is) )?(?:a |an |the )?(?:figure |value |label |mark |status )?"
    rf"(?:marked )?(?:as )?(?P<mean>{_NAMES})(?: figures?| values?| status)?"
    r"(?: (?:means?|meaning|stands? for|definition)(?: here)?)?"
    rf"|(?:what is )?(?:the )?(?:meaning of|definition of|meant by) (?:the )?(?P<of>{_NAMES})"
    r"(?: figures?| values?| status)?"
    rf"|(?:数据|数字|数值)?(?:后面|旁边|标注|标)?(?:的|为|里的)?(?P<zh>{_NAMES})(?:的?(?:数据|数字|数值))?"
    r"(?:的|是|指|是指|指的是|到底是)?(?:什么意思|啥意思|什么含义|含义|意思|何意|怎么理解)"
)
_TWO_ASKED = re.compile(
    rf"(?:what is )?(?:the )?differences? between (?P<one>{_NAMES}) and (?P<other>{_NAMES})"
    r"(?: figures| values)?"
    rf"|(?P<vs>{_NAMES}) (?:vs|versus) (?P<vs_other>{_NAMES})(?: figures| values)?"
    rf"|(?P<zh>{_NAMES})(?:和|与|跟|同)(?P<zh_other>{_NAMES})(?:之间)?的?(?:有|是)?(?:什么|啥|何)?"
    r"(?:区别|差别|不同|差异|不一样)(?:是什么|在哪|吗)?"
)
_MEANS = Wording("{label}：{meaning}", "{label}: {meaning}")
_HAVING = {
    "preferred": "a.rank = 'preferred'",
    "deprecated": "a.rank = 'deprecated'",
    "derived": f"a.status = 'estimate' AND a.answer_en LIKE '%, {DERIVED_VALUE.en}%'",
    "corrected": "a.as_printed <> ''",
    "disputed": "a.number IN (SELECT answer FROM rivals)",
}
"""The figures with a mark that is no status."""


def meaning_of_status(store: Store, question: Question) -> SeveralAnswers | None:
    """Return the figures with the mark of which a question asks the meaning, the latest of each
    statistic, with a remark that says it; None for any other question."""
    text = re.sub(r"[“”\"'‘’「」]", "", question.query.text).strip(" ?？")
    text = text if text.isascii() else text.replace(" ", "")
    found = _ASKED.fullmatch(text) or _TWO_ASKED.fullmatch(text)
    if found is None:
        return None
    words = [each for each in found.groups() if each]
    marks = [_BY_WORD[word] for word in words if word in _BY_WORD] or [*STATUS_WORDS]
    lines = [_MEANS.format(label=_LABELS[it], meaning=STATUS_MEANINGS[it]) for it in marks]
    condition = _HAVING.get(marks[0], f"a.status = '{marks[0]}'")
    rows = store.query(
        "SELECT r.position, a.fact FROM answers a JOIN records r ON r.id = a.id "
        f"WHERE r.kind = 'statistic' AND a.value <> '' AND {condition} "
        "ORDER BY r.position DESC, a.last_month",
    )
    facts = dict(sorted(dict(rows).items()))
    if not facts:
        return None
    return SeveralAnswers(figure_of_each(store, question, facts, one_a_line(lines), "exact"))
