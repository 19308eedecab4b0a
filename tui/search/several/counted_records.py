"""How many records of a kind the briefing has of a time for which no figure is given (how many
policies were issued in 2023)."""

from __future__ import annotations

import re

from tui.fast_namedtuple import TYPE_CHECKING
from tui.search.features import IN_NAME
from tui.search.several.list_question import list_of
from tui.search.several_answers import kinds_by_word
from tui.text.language import Wording, one_a_line
from tui.text.word_set import words_of

if TYPE_CHECKING:
    from tui.question.reader import Question
    from tui.search.ranking import Ranked
    from tui.search.several_answers import SeveralAnswers
    from tui.store import KindInfo, Store

_COUNTED = Wording(
    "以上按本简报收录计数，资料没有总数", "counted in this briefing; no total is given"
)
_SAY_NOTHING = words_of(
    "how many number of count total the a were was have been has are is there in during for new "
    "issued published released promulgated adopted did china chinese come came out year"
)
_CHINESE_NOTHING = re.compile(
    "多少|几|数量|数目|总数|出台|发布|印发|颁布|公布|下发|一共|总共|[了的有共新条项个份部是年?？ ]"
)


def counted_records(store: Store, question: Question, best: Ranked) -> SeveralAnswers | None:
    """Return the records of the time that a question names of the kind that it counts, with their
    number in the remark; None where its statistic counts something else, or there are none.
    ``best``: the statistic, which has no figure for the time."""
    described = best.described
    if described.record.kind != "statistic" or min(described.found, default=0.0) < IN_NAME:
        return None
    kind = _counted(store, question)
    if kind is None:
        return None
    listed = list_of(store, question, {}, kind, [])
    if listed is None or listed.ranked[0][1].match != "exact":
        return None
    (first, verdict), *others = listed.ranked
    verdict = verdict._replace(remark=one_a_line([verdict.remark, _COUNTED]))
    return listed._replace(ranked=[(first, verdict), *others])


def _counted(store: Store, question: Question) -> KindInfo | None:
    """Return the kind of policies where a question names it, and nothing that narrows it."""
    text = question.query.plain
    for word, kind in kinds_by_word(store).items():
        if kind.id != "policy" or word.isascii() != text.isascii():
            continue
        if text.isascii():
            words = text.split()
            if word in words and _SAY_NOTHING.issuperset(each for each in words if each != word):
                return kind
        elif word in text and not _CHINESE_NOTHING.sub("", text.replace(word, "")):
            return kind
    return None
