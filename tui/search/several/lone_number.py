"""A query that is one number or percentage: the figure that has it, figures from which an editor
calculates it, or the text that mentions it; nothing where there is none."""

from __future__ import annotations

import re

from tui.fast_namedtuple import TYPE_CHECKING
from tui.search.fact_choice import has_number
from tui.search.verdict import Verdict, quoted
from tui.text.language import Wording

if TYPE_CHECKING:
    from tui.search.find import Explanation
    from tui.search.ranking import Ranked
    from tui.store import Store

_MENTIONED = Wording("以下内容提到{words}", "mentioning {words}")
_FIGURE_KINDS = ("statistic", "player")


def lone_number(store: Store, text: str, steps: Explanation, limit: int) -> Explanation:
    """Return the answers to a query that is one number."""
    query = steps.question.query
    if not steps.ranked:
        return _with_editors(store, text, steps, limit)
    first, verdict = steps.ranked[0]
    fact = first.described.chosen.fact
    if verdict.match == "exact" and (fact.value or "." not in query.figure):
        return steps
    if has_number(fact, query.figure, query.power):  # 39% is 39.0%; 2000 is not the year
        return steps._replace(ranked=[(first, Verdict("exact")), *steps.ranked[1:]])
    if query.months:
        return steps
    of_editor = _with_editors(store, text, steps, limit)
    if of_editor is not steps:
        return of_editor
    number = re.compile(rf"(?<![\d.,]){re.escape(query.figure + query.power)}(?![.,]?\d)")
    having = [item for item, _ in steps.ranked if number.search(_texts(item))]
    if not having and fact.value:
        return steps
    having.sort(key=lambda item: item.described.record.kind not in _FIGURE_KINDS)
    remark = _MENTIONED.format(words=quoted((text.strip(),)))
    verdicts = [Verdict("near", (), remark), *[Verdict("near")] * len(having)]
    return steps._replace(ranked=list(zip(having, verdicts, strict=False)))


def _with_editors(store: Store, text: str, steps: Explanation, limit: int) -> Explanation:
    """Return the figures from which an editor calculates the number, before the other answers."""
    from tui.search.several.figure_of_editor import figure_of_editor

    first = figure_of_editor(store, steps.question, text)
    ids = {item.described.record.id for item, _ in first}
    rest = [item for item, _ in steps.ranked if item.described.record.id not in ids]
    others = [(item, Verdict("near")) for item in rest]
    return steps._replace(ranked=[*first, *others][:limit]) if first else steps


def _texts(item: Ranked) -> str:
    record, fact = item.described.record, item.described.chosen.fact
    return "\n".join((record.titles, record.names, fact.words, record.body))
