"""The reason why a value is not used, in front of an answer that is one (市场规模2021), and whether
an answer shows why its value was corrected."""

from __future__ import annotations

from tui.fast_namedtuple import TYPE_CHECKING
from tui.search.question_kind import NO_CAUSE
from tui.search.verdict import GUESSED, NO_REASON, Verdict
from tui.text.language import NO_TEXT, Wording, one_a_line

if TYPE_CHECKING:
    from tui.question.reader import Question
    from tui.search.ranking import Ranked
    from tui.store import Store

_REJECTED = Wording("该数值未采用：{reason}", "this value is rejected: {reason}")


_CORRECTED = (
    *("改", "更正", "订正", "修正", "纠正", "校正", "误印", "印错"),
    *("correct", "change", "revise", "amend", "adjust", "misprint", "edited"),
)
"""Words of a question for the correction of a value."""


def with_reason_for_value(
    store: Store, question: Question, best: list[tuple[Ranked, Verdict]]
) -> list[tuple[Ranked, Verdict]]:
    """Return answers with the reason for the rejection of the first value, or without the remark
    that there is no reason where a question asks why a value was corrected: the answer says it."""
    (item, verdict), *others = best
    fact = item.described.chosen.fact
    if fact.rank == "deprecated":
        return _with_reason_for_rejection(store, question, best)
    if verdict.remark not in (NO_REASON, NO_CAUSE):
        return best
    if not any(map(question.query.text.__contains__, _CORRECTED)):
        return best
    sql = "SELECT 1 FROM corrections WHERE answer = ? AND side = 0"
    is_corrected = any(True for _ in store.query(sql, (fact.number,)))
    return [(item, Verdict("exact")), *others] if is_corrected else best


def _with_reason_for_rejection(
    store: Store, question: Question, best: list[tuple[Ranked, Verdict]]
) -> list[tuple[Ranked, Verdict]]:
    """Return answers of which the first is a rejected value, with the reason for it in the remark,
    which answers a question for a reason; as they are where no reason is given."""
    (item, verdict), *others = best
    number = item.described.chosen.fact.number
    for zh, en in store.query(
        "SELECT reason_zh, reason_en FROM answers WHERE number = ?", (number,)
    ):
        if not (zh or en):
            return best
        reason = _REJECTED.format(reason=Wording(zh.rstrip("。"), en.rstrip(".")))
        asks_why = "reason" in question.asks and not verdict.missing
        before = NO_TEXT if asks_why or verdict.remark == GUESSED else verdict.remark
        remark = one_a_line([before, reason]) if before.en else reason
        verdict = verdict._replace(match="exact" if asks_why else verdict.match, remark=remark)
        return [(item, verdict), *others]
    return best
