"""The order of the candidates."""

from __future__ import annotations

from operator import itemgetter

from tui.fast_namedtuple import TYPE_CHECKING, NamedTuple
from tui.search.fact_choice import CONTAINS, OUTSIDE, SAME, ChosenFact, is_share
from tui.search.feature_weights import score_of
from tui.search.features import IN_BODY, IN_NAME, IS_NAME, in_record
from tui.search.record_features import IN_QUESTION, DescribedRecord, RecordDescriber
from tui.search.verdict import GUESSED

if TYPE_CHECKING:
    from typing import TypeAlias

    from tui.question.reader import Question
    from tui.search.candidate_records import Candidates
    from tui.search.known_matches import KnownMatch
    from tui.search.verdict import Verdict
    from tui.store import IndexedRecord, Store

_ASKED_FORM = "form asked for"
_BLOCK, OF_ONE_GROUP = 14, 7
"""Candidates that are compared with each other by their names (with 24 a query takes 5 % more at
p95, and of 498 held-out queries one more is right), and those of them whose facts are read."""
_LEAST_FIT = IN_BODY
"""Share of what the best candidate has of the question, by names: a record with all of it only on
its page is kept (13 % less time at p95)."""
_ABOUT_COMPANIES = ("gap", "statement", "disagreement")
_LIKENESS, _SAME = "like a known question", 0.8
LEAST_SCORE, LEAST_SUGGESTED = 0.05, 0.02

_InNames: TypeAlias = "tuple[IndexedRecord, list[float]]"
"""A record, and where its names and page have each part of the question."""


class Ranked(NamedTuple):
    """A described record with its score, 0 to 1."""

    score: float
    described: DescribedRecord


def rank(
    store: Store,
    question: Question,
    candidates: Candidates,
    limit: int,
    least: float = LEAST_SCORE,
    known: dict[int, KnownMatch] | None = None,
) -> list[Ranked]:
    """Return the best candidates, best first. Blocks of candidates follow each other, so that a
    higher limit returns the same first ones."""
    describer = RecordDescriber(store, question, candidates.weights, known or {})
    ranked: list[Ranked] = []
    most_fit = 0.0
    for start in range(0, len(candidates.positions), _BLOCK):
        before = len(ranked)
        by_names = _by_names(store, describer, candidates.positions[start : start + _BLOCK])
        most_fit = max([most_fit, *(min(fit, 1.0) for fit, *_ in by_names[:1])])
        block = [
            (record, in_names) for fit, record, in_names in by_names if fit >= _LEAST_FIT * most_fit
        ]
        while block and len(ranked) < limit:
            best = _with_facts(store, describer, block[:OF_ONE_GROUP])
            del block[:OF_ONE_GROUP]
            if not ranked:
                best = _with_share_first(_with_company_first(question, best))
                if question.query.months:
                    best = _with_other_period(store, question, best)
                elif best and best[0].described.record.kind == "gap":
                    best = _with_metric_first(question, best)
            most = ranked[-1].score if ranked else 1.0
            good = [item for item in best if item.score >= least]
            for item in good:
                most = min(most, round(item.score, 3))
                ranked.append(Ranked(most, item.described))
            if not good:
                break  # the others of the block have less of the question
        if len(ranked) == before or len(ranked) >= limit:
            break
    return ranked[:limit]


def is_same_record(item: Ranked, other: Ranked) -> bool:
    """Return whether two answers are of one record."""
    return item.described.record.id == other.described.record.id


def is_figure_of_company(item: Ranked) -> bool:
    """Return whether an answer is a figure of a company."""
    return item.described.record.kind == "player" and bool(item.described.chosen.fact.value)


def is_change_in_numbers(item: Ranked) -> bool:
    """Return whether an answer is a change that is no percentage: users, up 1.62 million."""
    fact = item.described.chosen.fact
    return fact.form == "change" and not is_share(fact)


def may_have_reason(question: Question, item: Ranked) -> bool:
    """Return whether a rejected value is the answer, or a reason is asked for."""
    return item.described.chosen.fact.rank == "deprecated" or "reason" in question.asks


def may_name_source(question: Question, item: Ranked, verdict: Verdict) -> bool:
    """Return whether a question may name who published a source, beside a measure: the first answer
    is a company alone, a figure that lacks a name or, where nothing else is asked, a statement or a
    gap."""
    named = [part for part in question.parts if part.names or part.measure]
    if item.described.record.kind == "statistic" and verdict.missing:
        return any(part.names and part.text in verdict.missing for part in named)
    if item.described.record.kind in ("statement", "gap"):
        return len(named) > 1 and not question.asks
    if item.described.record.kind != "player":
        return False
    if item.described.chosen.fact.value:
        return bool(verdict.missing) and len(named) > 2
    is_more = question.fillers or any(part.measure for part in question.parts)
    return verdict.match != "exact" or bool(is_more)


def may_lack_time(item: Ranked, verdict: Verdict) -> bool:
    """Return whether a rate may be of another time than the one asked for: it is said to be, or to
    be a guess though its name has every word of the question."""
    is_named = verdict.remark == GUESSED and min(item.described.found, default=0.0) > IN_QUESTION
    return is_named or verdict.match in ("other_period", "other_measure")


def names_only(question: Question, item: Ranked) -> bool:
    """Return whether a question names a company and nothing else."""
    record = item.described.record
    return record.kind == "player" and all(record.position in part.names for part in question.parts)


def names_company_beside(question: Question, item: Ranked) -> bool:
    """Return whether a question names something else beside the company that is the answer."""
    if item.described.record.kind != "player" or len(question.parts) < 2:
        return False
    position = item.described.record.position
    return any(part.names and position not in part.names for part in question.parts)


def names_other(question: Question, item: Ranked) -> bool:
    """Return whether a question names records, but not that of an answer."""
    named = [part.names for part in question.parts if part.names]
    return bool(named) and not any(item.described.record.position in each for each in named)


def _by_names(
    store: Store, describer: RecordDescriber, positions: list[int]
) -> list[tuple[float, IndexedRecord, list[float]]]:
    """Return the records, each with how much of the question its names or known questions have, and
    where; those with most of it first (a record whose name is the query is as likely as one of
    which it is a known question)."""
    block = []
    for record in store.indexed_records(positions):
        in_names = describer.in_names(record)
        alike = 1.0 if in_names == [IS_NAME] else describer.similarity(record)
        if alike and describer.is_other_company(record, in_names):
            alike = 0.0  # like a question about another company
        fit = describer.share(in_names) + alike + describer.same_day(record)
        block.append((-round(fit, 3), record.position, record, in_names))
    block.sort(key=itemgetter(0, 1))
    return [(-fit, record, in_names) for fit, _, record, in_names in block]


def _with_facts(store: Store, describer: RecordDescriber, group: list[_InNames]) -> list[Ranked]:
    """Return records with the facts that are asked for, best first."""
    store.load_facts({record.id for record, _ in group})
    described = [describer.describe(record, in_names) for record, in_names in group]
    _mark_narrower(described)
    ranked = [Ranked(score_of(item.features), item) for item in described]
    ranked.sort(key=lambda item: (-round(item.score, 3), item.described.record.position))
    return ranked


def _mark_narrower(group: list[DescribedRecord]) -> None:
    """Mark the statistics that measure a part of what another one measures that has as much of the
    question (digital chronic care, where chronic care is asked for)."""
    statistics = [item for item in group if item.record.kind == "statistic"]
    if len(statistics) < 2:
        return
    titles = [frozenset(item.record.concepts.split()) for item in statistics]
    for item, title in zip(statistics, titles, strict=True):
        for other, of_other in zip(statistics, titles, strict=True):
            if not of_other < title or other.found != item.found:
                continue
            if _ASKED_FORM not in item.features or _ASKED_FORM in other.features:
                item.features["narrower"] = 1.0


def _with_company_first(question: Question, ranked: list[Ranked]) -> list[Ranked]:
    """Put the company that is named before a record without it, such as one of another company that
    has the measure asked for; not where the name may be misspelt."""
    best = ranked[0].described
    named = {position for part in question.parts for position in part.names}
    is_of_other = "other company" in best.features or _has_in_text_only(question, ranked)
    if is_of_other and best.record.position not in named and not question.corrected:
        for item in ranked[1:]:
            record = item.described.record
            if record.kind == "player" and record.position in named:
                others = (other for other in ranked if other is not item)
                return [Ranked(ranked[0].score, item.described), *others]
    return ranked


def _has_in_text_only(question: Question, ranked: list[Ranked]) -> bool:
    """Return whether the first record, a gap or a statement, or a brief that has nothing of the
    question in its title, has the company that is named only in its text, as what is about another
    company may."""
    best = ranked[0].described
    is_brief = best.record.kind == "brief" and max(best.found) < IN_NAME
    if (
        not (is_brief or best.record.kind in _ABOUT_COMPANIES)
        or best.features.get(_LIKENESS, 0.0) >= _SAME
    ):
        return False
    companies = {
        item.described.record.position for item in ranked if item.described.record.kind == "player"
    }
    return any(
        not companies.isdisjoint(part.names) and found < IN_NAME
        for part, found in zip(question.parts, best.found, strict=True)
    )


def _with_share_first(ranked: list[Ranked]) -> list[Ranked]:
    """Put a share that is asked for before another figure that has no more of the question."""
    first = ranked[0].described
    if "no share" not in first.features:
        return ranked
    for item in ranked[1:]:
        described = item.described
        as_much = described.found == first.found or "everything" in described.features
        if _ASKED_FORM in described.features and as_much:
            others = (other for other in ranked if other is not item)
            return [Ranked(ranked[0].score, item.described), *others]
    return ranked


def _with_other_period(store: Store, question: Question, ranked: list[Ranked]) -> list[Ranked]:
    """Reorder the answers to a question about a period that the briefing does not have: of a
    company the figure of another period comes first, of other subjects the gap that says so."""
    best = ranked[0].described
    if best.record.kind == "gap":
        return _with_metric_first(question, ranked)
    if best.chosen.period in (OUTSIDE, CONTAINS):
        return _with_gap_first(store, question, ranked)
    return ranked


def _with_metric_first(question: Question, ranked: list[Ranked]) -> list[Ranked]:
    """Put a figure that the named company has of the measure asked for before a gap."""
    for item in ranked[1:]:
        described = item.described
        named = any(described.record.position in part.names for part in question.parts)
        whole = "everything" in described.features and described.chosen.fact.value
        if described.record.kind == "player" and named and whole:
            others = (other for other in ranked if other is not item)
            return [Ranked(ranked[0].score, described), *others]
    return ranked


def _with_gap_first(store: Store, question: Question, ranked: list[Ranked]) -> list[Ranked]:
    """Put the gap first that says that the best statistic has no figure for the period asked for,
    if there is one."""
    best, months = ranked[0], question.query.months
    assert months
    rows = store.query(
        "SELECT r.position FROM missing_figures m JOIN records r ON r.id = m.id "
        "WHERE m.measure = ? AND m.first_month <= ? AND m.last_month >= ? "
        "ORDER BY r.position LIMIT 1",
        (best.described.record.id, months.first, months.last),
    )
    for record in store.indexed_records(position for (position,) in rows):
        found = [
            max(in_record(part, record), value)
            for part, value in zip(question.parts, best.described.found, strict=True)
        ]
        chosen = ChosenFact(store.facts(record.id)[0], found, SAME, 0)
        gap = Ranked(best.score, DescribedRecord(record, chosen, {}, found))
        return [gap, *(item for item in ranked if item.described.record.id != record.id)]
    return ranked
