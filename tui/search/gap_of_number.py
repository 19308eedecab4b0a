"""A gap that says that a number is missing: it tells neither whether something is so, nor why; and
one that says of another measure nothing."""

from __future__ import annotations

from tui.fast_namedtuple import TYPE_CHECKING
from tui.search.features import in_title
from tui.search.verdict import ASK_NUMBER

if TYPE_CHECKING:
    from tui.question.reader import Question
    from tui.search.record_features import DescribedRecord
    from tui.store import AnswerRow

_NUMBER, _CHINESE_NUMBER = ("How much", "How many"), ("多少", "几")
"""Words of the title of a gap that says that a number is missing."""


def is_gap_of_number(fact: AnswerRow) -> bool:
    """Return whether an answer is a gap that says that a number is missing."""
    if fact.kind != "gap":
        return False
    return fact.title.en.startswith(_NUMBER) or any(it in fact.title.zh for it in _CHINESE_NUMBER)


def lacks_measure(question: Question, described: DescribedRecord) -> bool:
    """Return whether a question is a measure (consultation price) that the title of a gap does not
    have: then the gap does not say by its title that there is no figure."""
    if described.record.kind != "gap":
        return False
    measures = [part for part in question.parts if part.measure and part.concepts]
    if not measures or not question.asks <= ASK_NUMBER:
        return False
    return not any(in_title(part, described.record) for part in measures)
