"""A query that is one number or percentage: the figure that has it, or the text that mentions it;
nothing where no document has it."""

from __future__ import annotations

import re

from tui.fast_namedtuple import TYPE_CHECKING
from tui.search.fact_choice import has_number
from tui.search.verdict import Verdict, quoted
from tui.text.language import Wording

if TYPE_CHECKING:
    from tui.search.find import Explanation
    from tui.search.ranking import Ranked

_MENTIONED = Wording("以下内容提到{words}", "mentioning {words}")
_FIGURE_KINDS = ("statistic", "player")


def lone_number(text: str, steps: Explanation) -> Explanation:
    """Return the answers to a query that is one number."""
    query = steps.question.query
    if not steps.ranked:
        return steps
    first, verdict = steps.ranked[0]
    fact = first.described.chosen.fact
    if verdict.match == "exact":
        return steps
    if has_number(fact, query.figure, query.power):  # 39% is 39.0%; 2000 is not the year
        return steps._replace(ranked=[(first, Verdict("exact")), *steps.ranked[1:]])
    if query.months:
        return steps
    number = re.compile(rf"(?<![\d.,]){re.escape(query.figure + query.power)}(?![.,]?\d)")
    having = [item for item, _ in steps.ranked if number.search(_texts(item))]
    if not having and fact.value:
        return steps
    having.sort(key=lambda item: item.described.record.kind not in _FIGURE_KINDS)
    remark = _MENTIONED.format(words=quoted((text.strip(),)))
    verdicts = [Verdict("near", (), remark), *[Verdict("near")] * len(having)]
    return steps._replace(ranked=list(zip(having, verdicts, strict=False)))


def _texts(item: Ranked) -> str:
    record, fact = item.described.record, item.described.chosen.fact
    return "\n".join((record.titles, record.names, fact.words, record.body))
