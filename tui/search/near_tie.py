"""An answer whose score hardly leads over that of others: the remark names them."""

from __future__ import annotations

from tui.document.gloss import quoted_title
from tui.fast_namedtuple import TYPE_CHECKING
from tui.search.feature_weights import score_of
from tui.search.verdict import ASK_NUMBER, LEAST_LIKE, LIKENESS, Verdict
from tui.text.language import Wording

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.question.reader import Question
    from tui.search.ranking import Ranked
    from tui.search.record_features import DescribedRecord
    from tui.store import AnswerRow

_COMPARED = 5
"""Top answers that are compared."""
_LITTLE = 0.1
"""Difference in score between answers of which either may be meant."""
_ABOUT_FIGURES = ("gap", "disagreement")
_UNCERTAIN = Wording("也可参看{names}", "see also {names}")
_MORE = Wording("等{count}条", " and {count} more")
_MOST_NAMES = 2
"""Competing answers that the remark names."""
_CLOSE, _UNCLEAR = 0.12, 0.2
"""Lead in score over the next record below which an answer is not certain; of one that is not like
a known question. With the guesses below this marks, of the queries that are not held out, 6 of 14
wrong exact answers and 4 % of the right ones."""


def judge_lead(question: Question, ranked: list[Ranked]) -> Verdict | None:
    """Return the verdict on a first, exact answer whose score is hardly greater than that of the
    others; None where it leads clearly, and for a single term, which many records may have: a
    sentence with one word that is looked up asks more than that word."""
    described = ranked[0].described
    said = (question.query.months, question.asks, question.fillers)
    if len(question.parts) + sum(map(bool, said)) < 2:
        return None
    like = described.features.get(LIKENESS, 0.0)
    least = _CLOSE if like >= LEAST_LIKE else _UNCLEAR
    close = [fact for lead, fact in _competitors(question, ranked) if lead < least]
    if described.record.kind == "gap" and question.query.months:
        close = close[:1]  # the measure of the gap, not that of other subjects in that period
    return uncertain(close) if described.features and close else None


def with_exact_first(
    ranked: list[Ranked],
    verdicts: list[Verdict],
    is_less: Callable[[DescribedRecord], object] = lambda _: None,
) -> tuple[list[Ranked], list[Verdict]]:
    """Put an exact answer before a gap with as high a score that lacks a part of the question.
    ``is_less``: whether an answer is of less than what is asked for."""
    if ranked[0].described.record.kind != "gap":
        return ranked, verdicts
    for at, (item, verdict) in enumerate(zip(ranked[:_COMPARED], verdicts, strict=False)):
        if item.score < ranked[0].score:
            break
        if verdict.match == "exact" and not is_less(item.described):
            order = [at, *(each for each in range(len(ranked)) if each != at)]
            return [ranked[each] for each in order], [verdicts[each] for each in order]
    return ranked, verdicts


def uncertain(facts: list[AnswerRow]) -> Verdict:
    """Return the verdict that the records of these facts fit about as well."""
    shown = facts[:_MOST_NAMES]
    quoted = [quoted_title(each.title) for each in shown]
    names = Wording("".join(each.zh for each in quoted), ", ".join(each.en for each in quoted))
    if left := len(facts) - len(shown):
        more = _MORE.format(count=Wording(str(len(facts)), str(left)))
        names = Wording(names.zh + more.zh, names.en + more.en)
    remark = _UNCERTAIN.format(names=names)
    return Verdict("near", (), remark, also=tuple(each.id for each in shown))


def _competitors(question: Question, ranked: list[Ranked]) -> list[tuple[float, AnswerRow]]:
    """Return how much the score of the first answer is above that of each that competes with it,
    and their facts. A gap or a disagreement does not compete with a figure; where a number is
    asked for, a figure competes with what is none, however far behind; it is no origin."""
    first = ranked[0].described
    is_figure = first.record.kind not in _ABOUT_FIGURES
    asks_figure = bool(question.asks & ASK_NUMBER) and not first.chosen.fact.value
    competitors = []
    for item in ranked[1:_COMPARED]:
        chosen = item.described.chosen
        if is_figure and item.described.record.kind in _ABOUT_FIGURES:
            continue
        if "origin" in question.asks and chosen.fact.value:
            continue
        lead = score_of(first.features) - score_of(item.described.features)
        fits = chosen.fact.value and chosen.form_fit > 0 and item.score >= ranked[0].score - _LITTLE
        competitors.append((0.0 if asks_figure and fits else lead, chosen.fact))
    return competitors
