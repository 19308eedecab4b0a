"""Words that the first answer does not have, but another answer does."""

from __future__ import annotations

from tui.fast_namedtuple import TYPE_CHECKING
from tui.question.reader import as_typed
from tui.search.features import in_words
from tui.search.verdict import NOT_COVERED, NOT_SAID, NOT_TOGETHER, Verdict, quoted
from tui.text.language import Wording

if TYPE_CHECKING:
    from tui.question.reader import Question
    from tui.search.ranking import Ranked

_COMPARED = 5
_MENTIONED_IN = Wording("{remark}；提到的是“{title}”", "{remark}; “{title}” does")


def with_answer_that_has_them(
    question: Question, best: list[tuple[Ranked, Verdict]]
) -> list[tuple[Ranked, Verdict]]:
    """Return answers with a remark on the first one that names the one with the words that it does
    not have."""
    first, verdict = best[0]
    words = quoted(verdict.missing)
    remarks = [each.format(words=words) for each in (NOT_COVERED, NOT_SAID, NOT_TOGETHER)]
    parts = [each for each in question.parts if as_typed(question, each.text) in verdict.missing]
    if verdict.remark not in remarks or len(parts) < len(verdict.missing):
        return best
    for item, _ in best[1:_COMPARED]:
        described = item.described
        if all(in_words(part, described.record, described.chosen.fact) for part in parts):
            title = described.chosen.fact.title
            remark = _MENTIONED_IN.format(remark=NOT_SAID.format(words=words), title=title)
            return [(first, verdict._replace(remark=remark)), *best[1:]]
    return best
