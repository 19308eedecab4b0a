"""Questions for a figure and its growth at once: market size and growth, 市场规模和增速. Each is
shown, the figure first."""

from __future__ import annotations

import re

from tui.fast_namedtuple import TYPE_CHECKING
from tui.search.computed_change import with_fact
from tui.search.verdict import Verdict

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.search.find import Explanation
    from tui.store import AnswerRow, Store

_GROWTH = r"(?:grow|grew|rise|rising|rose|cagr|增|涨|复合)"
_ASKED = re.compile(
    rf"^(?P<level>(?:(?!{_GROWTH}).)+?)(?:[,，、；;]|\band\b|以及|和|与|及).*{_GROWTH}",
    re.IGNORECASE,
)
_REPORTED = "reported"


def level_and_growth(
    store: Store, text: str, limit: int, explain: Callable[[Store, str, int], Explanation]
) -> Explanation | None:
    """Return the answers to a question for a figure and its growth, with the latest reported figure
    of the measure before its growth; None for any other question, and for one of a period."""
    if not _ASKED.match(text):
        return None
    found = explain(store, text, limit)
    if not found.ranked or found.question.query.months:
        return None
    (first, verdict), *others = found.ranked
    level = _level_of(store, first.described.chosen.fact)
    if level is None:
        return None
    beside = Verdict(verdict.match, verdict.missing)
    ranked = [(with_fact(first, level), verdict), (first, beside), *others]
    return found._replace(ranked=ranked, several=True)


def _level_of(store: Store, fact: AnswerRow) -> AnswerRow | None:
    """Return the latest reported figure of the measure of a rate or change; None for others."""
    measure, is_growth, _ = fact.fact.partition("#")
    if not is_growth:
        return None
    levels = [
        each
        for each in store.facts(fact.id)
        if each.fact.startswith(f"{measure}@")
        and each.status == _REPORTED
        and each.rank != "deprecated"
    ]
    return max(levels, key=lambda each: each.last_month, default=None)
