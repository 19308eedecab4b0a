"""What a reader needs beside or instead of the first answer, once it is judged."""

from __future__ import annotations

from tui.fast_namedtuple import TYPE_CHECKING
from tui.search.ranking import (
    is_change_in_numbers,
    is_figure_of_company,
    may_have_reason,
    names_company_beside,
    names_other,
)
from tui.search.verdict import GUESSED, NO_REASON

if TYPE_CHECKING:
    from tui.question.reader import Question
    from tui.search.known_matches import KnownMatch
    from tui.search.ranking import Ranked
    from tui.search.verdict import Verdict
    from tui.store import Store


def completed(
    store: Store,
    question: Question,
    best: list[tuple[Ranked, Verdict]],
    weights: list[float],
    known: dict[int, KnownMatch],
) -> list[tuple[Ranked, Verdict]]:
    """Return the judged answers, at least one, without those that have nothing of the subject, and
    with the records that say more about the first one. ``weights``: of the parts of the
    question."""
    item, verdict = best[0]
    is_undated = verdict.match == "other_period" and not item.described.chosen.fact.period
    if is_undated or verdict.match in ("near", "other_measure"):
        from tui.search.uncovered_subject import only_covered

        best = only_covered(question, best)
    if best and is_figure_of_company(best[0][0]) and question.query.text.isascii():
        from tui.search.uncovered_subject import is_of_other_company

        if is_of_other_company(store, question, best[0][0].described):
            best = []
    if best and (best[0][1].missing or best[0][1].remark == GUESSED):
        from tui.search.missing_words import with_answer_that_has_them

        best = with_answer_that_has_them(store, question, weights, best)
    if best and best[0][0].described.record.kind == "player" and len(question.parts) > 1:
        from tui.search.group_company import with_brand_or_company

        best = with_brand_or_company(store, question, best, known)
    if best and (
        best[0][1].missing
        or (best[0][1].match == "near" and names_other(question, best[0][0]))
        or names_company_beside(question, best[0][0])
        or best[0][0].described.record.kind == "gap"
    ):
        from tui.search.further_results import only_related

        best = only_related(store, question, best)
    if best and is_figure_of_company(best[0][0]):
        from tui.search.company_figure_alone import with_more_known

        best = with_more_known(store, question, best)
    if best and may_have_reason(question, best[0][0]):
        from tui.search.rejected_value import with_reason_for_value

        best = with_reason_for_value(store, question, best)
    if best and best[0][1].remark == NO_REASON:
        from tui.search.reason_of_change import with_statements_first

        best = with_statements_first(store, question, best, known)
    elif best and "reason" in question.asks and best[0][1].match == "other_measure":
        from tui.search.reason_of_change import with_cause_first

        best = with_cause_first(store, best)
    elif best and "rate" in question.asks and is_change_in_numbers(best[0][0]):
        from tui.search.percent_of_change import with_percent

        best = with_percent(store, question.query.text, best)
    return best
