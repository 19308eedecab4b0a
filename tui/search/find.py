"""From a query to hits, best first: of each matching record the fact that the query asks for."""

from __future__ import annotations

from functools import partial

from tui.fast_namedtuple import TYPE_CHECKING, NamedTuple
from tui.question.reader import Question, read_question
from tui.search.answer_completion import completed
from tui.search.asked_form import NO_RATE
from tui.search.candidate_records import find_candidates
from tui.search.fact_choice import AVERAGES
from tui.search.figure_coverage import judge_extent
from tui.search.known_matches import known_matches
from tui.search.measure_name import with_measure_named
from tui.search.near_tie import judge_lead, with_exact_first
from tui.search.ranking import (
    OF_ONE_GROUP,
    Ranked,
    is_same_record,
    may_lack_time,
    may_name_source,
    names_only,
    rank,
)
from tui.search.related_words import with_correction, with_related_words, with_words_as_typed
from tui.search.several_answers import SeveralAnswers, find_several, names_policies
from tui.search.several_form import asks_who_leads
from tui.search.statistic_order import (
    by_what_is_asked,
    judge_others,
    with_amount_or_count_first,
    with_general_first,
    with_period_first,
    with_topic_first,
)
from tui.search.verdict import GUESSED, Verdict, judge
from tui.search.yes_no_form import (
    RELATING,
    asks_whether,
    is_lone_number,
    is_noise,
    may_ask_for_kind,
    may_ask_for_measures,
    may_ask_of_growth,
    names_nothing,
    names_year,
    record_with_title,
    record_with_whole_query,
)

if TYPE_CHECKING:
    from tui.search.list_topics import Topic
    from tui.search.verdict import Match
    from tui.store import AnswerRow, AnswerWithEvidence, Store

_COMPARED = 5  # top answers
_OF_ISSUERS = frozenset(("person", "count"))
_ORIGINS = ("source", "origin", "where", "来源", "来自", "出处", "出自", "哪来", "哪里来")


class Hit(NamedTuple):
    """A matching record, the fact in it that is asked for, the score (0 to 1), and whether it is
    what was asked for."""

    entry: AnswerWithEvidence
    score: float
    verdict: Verdict

    @property
    def match(self) -> Match:
        """How the answer relates to the question."""
        return self.verdict.match


class Found(NamedTuple):
    """The hits for a query. ``command``: the words of the command that shows all that the query
    asks for, where it asks for several records (a list, a comparison). ``left``: how many of these
    are not among the hits. ``several``: whether it asks for several. ``topics``: of a list."""

    hits: list[Hit]
    command: tuple[str, ...] = ()
    left: int = 0
    several: bool = False
    topics: tuple[Topic, ...] = ()


class SearchResult(NamedTuple):
    """A hit without its evidence: all that a list of many hits shows."""

    fact: AnswerRow
    score: float
    verdict: Verdict


class Explanation(NamedTuple):
    """The steps of a search: the question as it is understood, the weight of each of its parts, and
    the records that are found, best first, each with its verdict. See ``Found``."""

    question: Question
    weights: list[float]
    ranked: list[tuple[Ranked, Verdict]]
    command: tuple[str, ...] = ()
    left: int = 0
    several: bool = False
    topics: tuple[Topic, ...] = ()


def find(store: Store, text: str, limit: int = 20) -> list[Hit]:
    """Return the hits for ``text``, best first; none for an empty query."""
    return find_all(store, text, limit).hits


def find_all(store: Store, text: str, limit: int = 20) -> Found:
    """Return the hits for ``text``, best first, and the command that shows all of them."""

    def read() -> Found:
        found = _explain(store, text, limit)
        results = [_result(*item) for item in found.ranked]
        entries = store.entries_for([result.fact for result in results])
        hits = [
            Hit(entry, result.score, result.verdict)
            for entry, result in zip(entries, results, strict=True)
        ]
        return Found(hits, *found[3:])

    return store.in_transaction(read)


def find_facts(store: Store, text: str, limit: int = 20) -> list[SearchResult]:
    """Return the hits for ``text`` without reading their evidence."""
    return find_all_facts(store, text, limit)[0]


def find_all_facts(
    store: Store, text: str, limit: int = 20
) -> tuple[list[SearchResult], tuple[str, ...]]:
    """Return the hits for ``text`` without their evidence, and the command that shows them all."""
    found = explain(store, text, limit)
    return [_result(*item) for item in found.ranked], found.command


def _result(ranked: Ranked, verdict: Verdict) -> SearchResult:
    return SearchResult(ranked.described.chosen.fact, ranked.score, verdict)


def explain(store: Store, text: str, limit: int = 20) -> Explanation:
    """Search and return every step."""
    return store.in_transaction(lambda: _explain(store, text, limit))


def _explain(store: Store, text: str, limit: int) -> Explanation:
    from tui.search.form_of_text import explained_by_form

    if found := explained_by_form(store, text, limit, _explain_steps):
        return found
    steps = _explain_steps(store, text, limit)
    if steps.question.query.figure and is_lone_number(steps.question):
        from tui.search.several.lone_number import lone_number

        return lone_number(store, text, steps, limit)
    if any(map(text.lower().__contains__, _ORIGINS)):
        from tui.search.origin_of_figure import origin_of_figure

        if found := origin_of_figure(store, text, steps, limit, _explain):
            return found
    if may_ask_for_measures(steps.question, text):
        from tui.search.several.measures_apart import measures_apart

        steps = measures_apart(store, text, steps, limit, _explain_steps) or steps
    if any(map(text.__contains__, RELATING)):
        from tui.search.several.measures_related import measures_related

        steps = measures_related(store, text, steps, limit, _explain_steps) or steps
    if steps.ranked and not steps.several and may_name_source(steps.question, *steps.ranked[0]):
        from tui.search.figures_of_source import with_figures_of_source

        steps = with_figures_of_source(store, text, steps, limit, _explain_steps)
    ranked = steps.ranked
    if ranked and asks_who_leads(steps.question, *ranked[0]):
        from tui.search.several.rank_claims import with_both_sides

        ranked = with_both_sides(store, ranked)
    ranked = with_correction(steps.question, ranked, several=steps.several)
    return steps if ranked is steps.ranked else steps._replace(ranked=ranked)


def _explain_steps(store: Store, text: str, limit: int) -> Explanation:
    question = read_question(store, text)
    if not question.query.text or is_noise(question):
        return Explanation(question, [0.0] * len(question.parts), [])
    if "rate" in question.asks or " growing" in question.query.text:
        from tui.search.briefing_subject import with_main_measure

        question = with_main_measure(store, question)
    known = known_matches(store, question)
    phrase = record_with_whole_query(store, question, known)
    several = None
    if phrase is None and may_ask_of_growth(question):
        from tui.search.several.growth_question import growth_over_years

        several = growth_over_years(store, question)
    if phrase is None and (several := several or find_several(store, question, known)):
        return _of_several(store, text, question, several, limit)
    if names_nothing(question):
        return Explanation(question, [0.0] * len(question.parts), [])
    candidates = find_candidates(store, question, known)
    is_whether = asks_whether(question)
    compared = max(limit, OF_ONE_GROUP if is_whether else _COMPARED)
    ranked = rank(store, question, candidates, compared, known=known)
    if ranked and is_whether:
        from tui.search.yes_no_question import with_policy_first

        ranked = with_policy_first(store, question, ranked)
    if ranked and (ordered := by_what_is_asked(question, ranked)):
        ranked = ordered
    elif ranked and ranked[0].described.record.kind == "statistic":
        ranked = with_general_first(question, with_topic_first(question, ranked))
        ranked = with_amount_or_count_first(question, ranked)
    elif ranked and names_only(question, ranked[0]):
        from tui.search.group_company import with_company_second

        ranked = with_company_second(store, question, ranked, known)
    if ranked and ranked[0].described.record.kind == "gap":
        if names_year(question):
            from tui.search.missing_figure import with_measure_second

            ranked = with_measure_second(store, question, ranked, known)[:compared]
        elif "rate" in question.asks:
            from tui.search.missing_figure import with_changed_measure_first

            ranked = with_changed_measure_first(store, ranked)
    if phrase := phrase or record_with_title(question, ranked):
        ranked = [phrase, *(item for item in ranked if not is_same_record(item, phrase))]
    verdicts = [judge(question, candidates.weights, item.described) for item in ranked]
    if verdicts and verdicts[0].match == "other_period":
        ranked, verdicts = with_period_first(ranked, verdicts)
    if phrase:
        verdicts[0] = Verdict("exact")
    elif ranked and verdicts[0].match == "exact":
        described, of_kind = ranked[0].described, None
        if may_ask_for_kind(question, described):
            from tui.search.question_kind import judge_kind

            of_kind = judge_kind(store, question, described)
        verdicts[0] = (
            of_kind
            or judge_extent(store, question, described)
            or judge_others(question, ranked)
            or judge_lead(question, ranked)
            or verdicts[0]
        )
    elif ranked and question.query.months and verdicts[0].remark == GUESSED:
        verdicts[0] = judge_others(question, ranked) or verdicts[0]
    is_policy = bool(ranked) and ranked[0].described.record.kind == "policy"
    if is_policy and not question.asks.isdisjoint(_OF_ISSUERS):
        from tui.search.policy_issue import judge_issue

        verdicts[0] = judge_issue(store, question, ranked[0].described, verdicts[0])
    verdicts = [
        with_related_words(store, text, question, item.described, verdict)
        for item, verdict in zip(ranked, verdicts, strict=True)
    ]
    if verdicts and verdicts[0].match == "near" and not verdicts[0].also:
        extent = partial(judge_extent, store, question)
        ranked, verdicts = with_exact_first(ranked, verdicts, extent)
    best = list(zip(ranked, verdicts, strict=True))
    if best:
        best = completed(store, question, best, candidates.weights, known)
    best = [(item, with_words_as_typed(text, verdict)) for item, verdict in best[:limit]]
    is_dated = best and question.query.months and best[0][1].match in ("near", "other_period")
    if is_dated and names_policies(store, question):
        from tui.search.several.counted_records import counted_records

        if several := counted_records(store, question, best[0][0]):
            return _of_several(store, text, question, several, limit)
    if best and "rate" in question.asks and may_lack_time(*best[0]):
        from tui.search.several.growth_to_year import growth_to_year

        if several := growth_to_year(store, question, best[0][0]):
            return _of_several(store, text, question, several, limit)
    if best and best[0][1].remark.en.endswith(NO_RATE.en):
        from tui.search.computed_change import with_change

        best = with_measure_named(store, with_change(store, question, best, known))[:limit]
    if any(map(question.query.text.__contains__, AVERAGES)):
        from tui.search.average_deal import with_average

        best = with_measure_named(store, with_average(store, question, best, known))[:limit]
    return Explanation(question, candidates.weights, best)


def _of_several(
    store: Store, text: str, question: Question, several: SeveralAnswers, limit: int
) -> Explanation:
    (found, command, topics), weights = several, [1.0] * len(question.parts)
    left = max(0, len(found) - limit)
    found = with_measure_named(store, found)
    shown = [(item, with_words_as_typed(text, verdict)) for item, verdict in found[:limit]]
    return Explanation(question, weights, shown, command, left, True, topics)
