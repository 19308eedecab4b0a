"""Step 4 of a search: the order of the candidates."""

from __future__ import annotations

from operator import itemgetter

from tui.fast_namedtuple import TYPE_CHECKING, NamedTuple
from tui.question.question_keys import keys_of_part
from tui.search.fact_choice import (
    CONTAINS,
    OUTSIDE,
    SAME,
    WITHIN,
    ChosenFact,
    choose_fact,
    same_number,
)
from tui.search.features import IN_BODY, IN_NAME, IS_NAME, in_record, in_title

if TYPE_CHECKING:
    from typing import TypeAlias

    from tui.question.query_parser import Query
    from tui.question.reader import Question
    from tui.search.known_questions import KnownMatch
    from tui.search.candidate_records import Candidates
    from tui.store import IndexedRecord, KindInfo, Store

_PERIOD_FACTOR = {OUTSIDE: 0.75, CONTAINS: 0.92, WITHIN: 0.97, SAME: 1.0}
_FITTING_KIND = 0.14
"""Added for a record of a kind that answers this kind of question."""
_DEFINITION = 0.05
"""Added for a definition where a single term is asked for."""
_OTHER_FORM = -2
"""Fit of a fact that is not the share that is asked for."""
_PROSE_ASKED = frozenset(("person", "reason", "unknown", "opinion"))
_NO_PROSE = 0.75
"""Factor of a figure where a name, a reason or an opinion is asked for."""
_FITTING_FORM = 0.03
"""Added, once or twice, for a fact of the form that is asked for."""
_YEAR_IN_NAME = 0.15
"""Added where the year of the question is a part of the record's name (Healthy China 2030)."""
_WITHOUT_FIGURE = {"gap": 0.92}
_NO_FIGURE = 0.75
"""Factor of an answer without a figure where one is asked for; a gap says why there is none."""
_PAGE_OF_PERIOD, _UNDATED = 0.9, 0.6
"""Factors of an answer without a period where one is asked for: the page mentions the year, or
not."""
_FIGURE_ASKED = frozenset(("amount", "money", "count", "rate", "share"))
_OTHER_COMPANY = 0.7
"""Factor of a record that does not mention the company that the question names."""
_TITLE = 0.1
"""Added, in proportion to its length, where the title has all of the question."""
_PERIOD_ONLY = 0.3
_BLOCK, _SCORED = 24, 7
"""Candidates that are compared with each other by their names, and those of them whose facts are
read."""
_TITLE_ALONE, _NAME_ALONE = 1.0, 0.98
"""Scores where the question is nothing but the title, or another name, of the record."""
_COVERAGE = 0.8
_FIGURE = 0.97
_WITH_FIGURES = ("player", "statistic")
_DATED = ("policy", "source")
"""Kinds whose pages have a date."""
_HAS_MEASURES = "player"
"""The kind whose title is not what its figures measure."""
_ABOUT_OTHERS = ("gap", "disagreement", "source")
"""Kinds whose titles name years that they are not about."""
_LIKE = 0.6
"""Similarity from which on a record has what its known question has."""
_SAME_FACT = 2.0
_POWER = 1
_IN_QUESTION = 0.5
"""Where a record has a part that only its known question has."""
_LIKENESS = 0.3
"""Added for a known question, in proportion to the square of its similarity."""
_STEP = 0.025
"""Scores that differ by less are equal: the more important record is first."""
LEAST_SCORE, LEAST_SUGGESTED = 0.18, 0.1


_InNames: TypeAlias = "tuple[IndexedRecord, list[float]]"
"""A record, and where its names and page have each part of the question."""


class Ranked(NamedTuple):
    """A record with its fact. ``found``: for each part of the question, where the record or the
    fact has it; ``in_names``: where the record alone has it."""

    score: float
    record: IndexedRecord
    chosen: ChosenFact
    found: list[float]
    in_names: list[float]


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
    weights = candidates.weights
    total = sum(weights) or 1.0
    scorer = _Scorer(store, question, weights, total, known or {})
    ranked: list[Ranked] = []
    for start in range(0, len(candidates.positions), _BLOCK):
        before = len(ranked)
        block = scorer.by_names(candidates.positions[start : start + _BLOCK])
        while block and len(ranked) < limit:
            best = scorer.with_facts(block[:_SCORED])
            del block[:_SCORED]
            if (
                not ranked
                and question.query.months
                and best[0].chosen.period in (OUTSIDE, CONTAINS)
            ):
                best = _with_gap_first(store, question, best)
            most = ranked[-1].score if ranked else 1.0
            good = [item for item in best if item.score >= least]
            for item in good:
                most = min(most, round(round(item.score / _STEP) * _STEP, 3))
                ranked.append(item._replace(score=most))
            if not good:
                break  # the others of the block have less of the question
        if len(ranked) == before or len(ranked) >= limit:
            break
    return ranked[:limit]


def _with_gap_first(store: Store, question: Question, ranked: list[Ranked]) -> list[Ranked]:
    """Put the gap first that says that the best statistic has no figure for the period asked for,
    if there is one."""
    best, months = ranked[0], question.query.months
    assert months
    rows = store.query(
        "SELECT r.position FROM missing_figures m JOIN records r ON r.id = m.id "
        "WHERE m.measure = ? AND m.first_month <= ? AND m.last_month >= ? "
        "ORDER BY r.position LIMIT 1",
        (best.record.id, months.first, months.last),
    )
    for record in store.indexed_records(position for (position,) in rows):
        found = [
            max(in_record(part, record), value)
            for part, value in zip(question.parts, best.found, strict=True)
        ]
        chosen = ChosenFact(store.facts(record.id)[0], found, SAME, 0)
        gap = Ranked(best.score, record, chosen, found, found)
        return [gap, *(item for item in ranked if item.record.id != record.id)]
    return ranked


class _Scorer:
    """Scores records for one question."""

    def __init__(
        self,
        store: Store,
        question: Question,
        weights: list[float],
        total: float,
        known: dict[int, KnownMatch],
    ) -> None:
        self._store = store
        self._question = question
        self._weights = weights
        self._total = total
        self._kinds = _kinds(store)
        self._known = known
        self._covered = {
            position: [not match.keys.isdisjoint(keys_of_part(part)) for part in question.parts]
            for position, match in known.items()
        }
        self._companies = _named_companies(store, question)

    def by_names(self, positions: list[int]) -> list[_InNames]:
        """Return the records, those whose names have most of the question first."""
        parts, weights = self._question.parts, self._weights
        block = []
        for record in self._store.indexed_records(positions):
            in_names = [in_record(part, record) for part in parts]
            if (match := self._known.get(record.position)) and match.similarity >= _LIKE:
                in_names = [
                    max(value, _IN_QUESTION) if covered else value
                    for value, covered in zip(in_names, self._covered[record.position], strict=True)
                ]
            coverage = sum([w * v for w, v in zip(weights, in_names, strict=True)])
            block.append((-round(coverage, 3), record.position, record, in_names))
        block.sort(key=itemgetter(0, 1))
        return [(record, in_names) for _, _, record, in_names in block]

    def with_facts(self, group: list[_InNames]) -> list[Ranked]:
        """Return records with the facts that are asked for, best first."""
        self._store.load_facts({record.id for record, _ in group})
        ranked = [self.score(record, in_names) for record, in_names in group]
        ranked.sort(key=lambda item: (-round(item.score / _STEP), item.record.position))
        return ranked

    def score(self, record: IndexedRecord, in_names: list[float]) -> Ranked:
        """Return a record with the fact that is asked for, and its score."""
        question = self._question
        parts = question.parts
        titled = [in_title(part, record) for part in parts]
        if record.kind == _HAS_MEASURES:
            known = [
                is_titled and record.position in part.names
                for part, is_titled in zip(parts, titled, strict=True)
            ]
        else:
            known = titled
        match = self._known.get(record.position)
        wanted = (
            match.fact if match and match.similarity >= _SAME_FACT and "@" not in match.fact else ""
        )
        chosen = choose_fact(self._store.facts(record.id), question, self._weights, known, wanted)
        found = [max(pair) for pair in zip(in_names, chosen.found, strict=True)]
        figure = question.query.figure
        if figure and not question.query.months and same_number(chosen.fact.value, figure):
            return Ranked(_FIGURE, record, chosen, found, in_names)
        kind = self._kinds[record.kind]
        score = _COVERAGE * (
            sum([w * v for w, v in zip(self._weights, found, strict=True)]) / self._total
        )
        if not parts:
            score = _PERIOD_ONLY
        if len(parts) == 1 and found[0] == IS_NAME:
            score = (_TITLE_ALONE if titled[0] else _NAME_ALONE) - (1 - kind.search_weight) * _STEP
        else:
            if parts and all(titled):
                score += _TITLE * _share_of_title(question, record)
            score *= kind.search_weight
        if question.asks & kind.questions:
            score += _FITTING_KIND
        elif not question.asks and len(parts) == 1 and "meaning" in kind.questions:
            score += _DEFINITION
        score += _FITTING_FORM * chosen.form_fit
        if chosen.form_fit == _OTHER_FORM:
            score *= _NO_FIGURE
        is_figure = bool(chosen.fact.value) and chosen.fact.form != "event"
        if question.asks & _PROSE_ASKED and is_figure:
            score *= _NO_PROSE
        if "date" in question.asks and not chosen.fact.first_month and record.kind not in _DATED:
            score *= _NO_FIGURE
        least = IN_NAME if record.kind in _WITH_FIGURES else IN_BODY
        if any(in_names[index] < least for index in self._companies):
            score *= _OTHER_COMPANY
        if question.asks & _FIGURE_ASKED and not chosen.fact.value:
            score *= _WITHOUT_FIGURE.get(record.kind, _NO_FIGURE)
        if match := self._known.get(record.position):
            score += _LIKENESS * match.similarity**_POWER
        if question.query.months:
            chosen, score = self._with_period(record, chosen, score)
        return Ranked(max(0.0, score), record, chosen, found, in_names)

    def _with_period(
        self, record: IndexedRecord, chosen: ChosenFact, score: float
    ) -> tuple[ChosenFact, float]:
        """Return fact and score with regard to the period that is asked for."""
        query = self._question.query
        assert query.months
        if chosen.period != OUTSIDE or chosen.fact.first_month or chosen.fact.value:
            if chosen.period == OUTSIDE and _year_in_name(query, record):
                return chosen._replace(period=SAME), score + _YEAR_IN_NAME
            return chosen, score * _PERIOD_FACTOR[chosen.period]
        if _year_in_name(query, record):
            return chosen._replace(period=SAME), score + _YEAR_IN_NAME
        if str(query.months.first // 100) in record.body:
            return chosen._replace(period=CONTAINS), score * _PAGE_OF_PERIOD
        return chosen, score * _UNDATED


def _share_of_title(question: Question, record: IndexedRecord) -> float:
    """Return the share of a title that the parts are, of the language in which they are most."""
    length = sum([len(part.text) for part in question.parts])
    return max(
        min(1.0, length / max(1, len(title))) if question.parts[0].text in title else 0.0
        for title in record.titles.split("\n")
    )


def _named_companies(store: Store, question: Question) -> list[int]:
    """Return the indexes of the parts that are the name of a company."""
    return [
        index
        for index, part in enumerate(question.parts)
        if any(record.kind == "player" for record in store.indexed_records(part.names))
    ]


def _year_in_name(query: Query, record: IndexedRecord) -> bool:
    year = str(query.months.first // 100) if query.months else ""
    return (
        record.kind not in _ABOUT_OTHERS
        and bool(year)
        and (year in record.titles or f" {year}" in record.names)
    )


def _kinds(store: Store) -> dict[str, KindInfo]:
    kinds: dict[str, KindInfo] = store.memoize(
        "kinds by id", lambda: {kind.id: kind for kind in store.kinds()}
    )
    return kinds
