"""The reason why a value is not used, in front of an answer that is one (市场规模2021)."""

from __future__ import annotations

from tui.fast_namedtuple import TYPE_CHECKING
from tui.search.verdict import GUESSED
from tui.text.language import NO_TEXT, Wording, one_a_line

if TYPE_CHECKING:
    from tui.question.reader import Question
    from tui.search.ranking import Ranked
    from tui.search.verdict import Verdict
    from tui.store import Store

_REJECTED = Wording("该数值未采用：{reason}", "this value is rejected: {reason}")


def with_reason_for_rejection(
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
