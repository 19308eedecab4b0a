"""Questions which of several companies was founded first: who was founded earlier, 谁成立早."""

from __future__ import annotations

import re

from tui.fast_namedtuple import TYPE_CHECKING
from tui.search.several.figure_of_each import figure_of_each
from tui.search.several_answers import SeveralAnswers
from tui.text.language import Wording, one_a_line

if TYPE_CHECKING:
    from tui.question.reader import Question
    from tui.store import Store

_ASKS = re.compile(
    r"(?:成立|创立|创办|创建|成立时间).{0,4}[早晚先后]|[早晚先后].{0,3}(?:成立|创立|创办|创建)"
    r"|\b(?:older|younger)\b|\b(?:founded|established|created)\b.*\b(?:first|earlier|later|before)\b"
    r"|\b(?:first|earlier|later)\b.*\b(?:founded|established)\b"
)
_FIRST = Wording("{first}成立更早", "{first} was founded first")


def founding_order(store: Store, question: Question) -> SeveralAnswers | None:
    """Return the foundings of the companies that a question names, the earliest first, with which
    one that is; None for another question, or where one has no date or two have the same."""
    if not _ASKS.search(question.query.text):
        return None
    named = {part.names[0] for part in question.parts if part.names}
    rows = store.query(
        "SELECT DISTINCT f.position, e.fact, e.first_day, a.answer_zh, a.answer_en, c.title_zh, "
        "c.title_en FROM events e JOIN answers a ON a.fact = e.fact JOIN folded f ON f.id = a.id "
        "JOIN companies c ON c.id = a.id WHERE e.type = 'founding' AND e.first_day <> '' "
        "ORDER BY e.first_day"
    )
    found = [row for row in rows if row[0] in named]
    days = {row[2] for row in found}
    if len(found) < 2 or len(days) != len(found) or {row[0] for row in found} != named:
        return None
    first = Wording(*found[0][5:7])
    lines = [_FIRST.format(first=first), *(Wording(*row[3:5]) for row in found)]
    facts = {row[0]: row[1] for row in found}
    return SeveralAnswers(figure_of_each(store, question, facts, one_a_line(lines), "exact"))
