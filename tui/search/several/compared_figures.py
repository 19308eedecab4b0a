"""The figures of records that are compared, in one remark."""

from __future__ import annotations

from tui.fast_namedtuple import TYPE_CHECKING
from tui.search.features import in_fact
from tui.search.verdict import NO_FIGURE as NO_NUMBER
from tui.search.verdict import quoted
from tui.text.language import Wording

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.question.reader import Part, Question
    from tui.search.record_features import DescribedRecord
    from tui.search.verdict import Verdict
    from tui.store import AnswerRow, Store

MEASURES_DIFFER = Wording(
    "指标不同，不能直接比较大小", "the measures differ, so sizes cannot be compared directly"
)
NOT_ALIKE = Wording(
    "口径或时期不同，不能直接比较大小",
    "definitions or periods differ, so sizes cannot be compared directly",
)
NO_FIGURE = Wording("资料没有{words}的数字", "no figure for {words} in the documents")
GROWTH = Wording("增长率", "growth")
"""What a comparison is about that names no measure and asks who grew faster."""
FIGURE_OF = Wording("{title}：{answer}", "{title}: {answer}")


def figures_side_by_side(
    facts: Sequence[AnswerRow], remarks: Sequence[Wording], words: Wording, *, with_figures: bool
) -> list[Wording]:
    """Return the lines of a comparison: for each record its remark, if any, and with
    ``with_figures`` its figure or, given ``words``, that no figure is known; then a warning if the
    figures differ in measure or period. A single figure is left out unless others are missing."""
    figures = [fact for fact in facts if fact.value]
    is_alone = len(figures) == 1 and not (words.en or any(it.en for it in remarks))
    with_figures &= bool(figures or words.en) and not is_alone
    clauses: list[Wording] = []
    for fact, remark in zip(facts, remarks, strict=True):
        answer = fact.answer if fact.value else NO_FIGURE.format(words=words)
        if remark.en:
            clauses.append(FIGURE_OF.format(title=fact.title, answer=remark))
        if with_figures and (fact.value or (words.en and not remark.en)):
            clauses.append(FIGURE_OF.format(title=fact.title, answer=answer))
    measures = {
        fact.fact.partition("@")[0].partition("#")[0].rpartition(".")[2] for fact in figures
    }
    is_alike = len(measures) == 1 and len({fact.period for fact in figures}) == 1
    is_told_apart = with_figures and len(figures) > 1 and not is_alike
    return [*clauses, NOT_ALIKE] if is_told_apart else clauses


def what_is_lacking(
    question: Question, described: DescribedRecord, verdict: Verdict, *, counted: bool
) -> Wording:
    """Return the remark on one of the records that are compared: that it has no figure for the
    measures of the question, its parts after the first, or for what is counted; else that of the
    verdict."""
    rest = question.parts[1:]
    if not verdict.remark.en or not rest:
        return verdict.remark
    if verdict.remark == NO_NUMBER:
        return NO_FIGURE.format(words=quoted(tuple(part.text for part in rest)))
    measures = tuple(part.text for part in rest if part.measure or counted)
    lacking = tuple(text for text in measures if text in verdict.missing)
    if measures and verdict.match == "near" and not described.chosen.fact.value:
        lacking = lacking or measures  # a text with their words
    if lacking and set(verdict.missing) <= set(lacking):
        return NO_FIGURE.format(words=quoted(lacking))
    return verdict.remark


def have_figures(store: Store, companies: list[str], rest: tuple[Part, ...]) -> bool:
    """Return whether the rest of a question names measures, or what is counted in a figure of one
    of the companies (doctors)."""
    if not rest or all(part.measure for part in rest):
        return bool(rest)
    if not all(part.measure or part.concepts for part in rest):
        return False
    store.load_facts(set(companies))
    facts = [fact for each in companies for fact in store.facts(each) if fact.form == "observation"]
    return any(all(in_fact(part, fact) for part in rest) for fact in facts)
