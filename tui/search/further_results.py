"""Which results stand below an answer that is not what was asked for, and whether one of them
should come first."""

from __future__ import annotations

from tui.fast_namedtuple import TYPE_CHECKING
from tui.question.reader import as_typed
from tui.search.features import IN_BODY, in_record, in_words
from tui.search.list_by_value import is_about_briefing
from tui.search.verdict import GUESSED, Verdict, quoted
from tui.text.language import Wording

if TYPE_CHECKING:
    from tui.question.reader import Part, Question
    from tui.search.ranking import Ranked
    from tui.store import Store

_UNCOVERED = Wording(
    "资料没有专门写到{words}，以下是对这一缺口的说明",
    "the documents do not cover {words}; showing the data gap that says so",
)


def with_uncovered_first(
    store: Store, question: Question, best: list[tuple[Ranked, Verdict]]
) -> list[tuple[Ranked, Verdict]]:
    """Return answers that are not exact with the gap first that has a name of the question among
    what is not covered, and a remark on that name, not on what is asked of it. Where the rest is
    what the whole briefing is about, it is answered as the name alone."""
    for part in question.parts:
        at = next(
            (
                at
                for at, (item, _) in enumerate(best)
                if item.described.record.position in part.names[:1]
                and _is_not_covered(store, item.described.record.id)
            ),
            None,
        )
        if at is None or part.concepts or part.text in _titles(best[at][0]):
            continue
        item, verdict = best[at]
        others = [each for each in question.parts if each is not part]
        rest = [each for each in others if not is_about_briefing(store, each)]
        if any(each.names for each in rest):
            continue  # a company that is covered, and this one
        if not rest and not question.asks:
            verdict = Verdict("exact")
        elif rest or verdict.missing:
            words = (as_typed(question, part.text),)
            verdict = Verdict("near", words, _UNCOVERED.format(words=quoted(words)))
        return [(item, verdict), *best[:at], *best[at + 1 :]]
    return best


def _is_not_covered(store: Store, identity: str) -> bool:
    sql = "SELECT 1 FROM facets WHERE id = ? AND facet = 'type' AND value = 'not_covered'"
    return any(True for _ in store.query(sql, (identity,)))


def _titles(item: Ranked) -> list[str]:
    return item.described.record.titles.split("\n")


def without_unrelated(
    question: Question, best: list[tuple[Ranked, Verdict]]
) -> list[tuple[Ranked, Verdict]]:
    """Return answers of which the first lacks words of the question, without those that have none
    of its names or do not have its only term."""
    (_, verdict), *others = best
    missing = [each for each in question.parts if as_typed(question, each.text) in verdict.missing]
    if not missing:
        return best
    if len(question.parts) == 1:
        return _of_one_term(question.parts[0], best)
    names = [part for part in question.parts if part.names and part not in missing]
    if not names or len(missing) > 1 or not missing[0].measure:
        return best
    return [best[0], *(each for each in others if any(_has(part, each[0]) for part in names))]


def _of_one_term(part: Part, best: list[tuple[Ranked, Verdict]]) -> list[tuple[Ranked, Verdict]]:
    """Return the answers to a query of one term: those that have it in their texts, if the first is
    one that does not."""
    found = [_in_words(part, item) for item, _ in best]
    if not _is_rare_word(part):
        return best
    if not any(found):
        return best[:1]
    at = found.index(max(found))
    rest = [each for each, words in zip(best, found, strict=True) if words and each != best[at]]
    return [(best[at][0], Verdict("near", (), GUESSED)), *rest]


def _is_rare_word(part: Part) -> bool:
    """Return whether a part is a word of several characters that is no term of the briefing."""
    return not (part.concepts or part.names or part.text.isascii()) and len(part.text) > 2


def _has(part: Part, item: Ranked) -> bool:
    """Return whether the texts of an answer have a part."""
    described = item.described
    is_named = described.record.position in part.names
    return is_named or in_record(part, described.record) >= IN_BODY or bool(_in_words(part, item))


def _in_words(part: Part, item: Ranked) -> float:
    return in_words(part, item.described.record, item.described.chosen.fact)
