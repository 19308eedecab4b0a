"""What speaks for and against a record and its fact as the answer."""

from __future__ import annotations

from operator import mul

from tui.fast_namedtuple import TYPE_CHECKING, NamedTuple
from tui.question.index_lookup import record_count
from tui.search.fact_choice import CONTAINS, OUTSIDE, SAME, ChosenFact, choose_fact, has_number
from tui.search.features import (
    BROADER,
    IN_BODY,
    IN_NAME,
    IS_NAME,
    WITH_FIGURES,
    day_words,
    in_fact,
    in_record,
    in_title,
    means_title,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.question.query_parser import Query
    from tui.question.reader import Part, Question
    from tui.search.known_matches import KnownMatch
    from tui.store import IndexedRecord, KindInfo, Store

_PROSE_ASKED = frozenset(("person", "reason", "unknown", "opinion", "origin"))
_FIGURE_ASKED = frozenset(("amount", "uncounted", "money", "count", "rate", "share"))
_COUNTED = frozenset(("amount", "uncounted", "money", "count"))
_DATED = ("policy", "source")
"""Kinds whose pages have a date."""
_HAS_MEASURES = "player"
"""The kind whose title is not what its figures measure."""
_ABOUT_OTHERS = ("gap", "disagreement", "source")
"""Kinds whose titles name years that they are not about."""
_PERIODS = {OUTSIDE: "other period", CONTAINS: "longer period", SAME: "same period"}
_FORMS = {-2: "no share", -1: "other form", 1: "fitting form", 2: "form asked for"}
_LIKE = 0.6
"""Similarity from which on a record has what its known question has; also if that has all of the
question. A measure must be in the record itself."""
_MANY = 3
"""Further known questions of a record from which on their number does not count."""
IN_QUESTION = 0.5
"""Where a record has a part that only its known question has."""
YEAR_IN_NAME = "year in name"
_IN_PART = IN_NAME / 2


class DescribedRecord(NamedTuple):
    """A record with the fact that is asked for. ``features``: what speaks for it and against it,
    0 to 1 each, without those that are 0; ``found``: for each part of the question, where the
    record or the fact has it; ``known_keys``: what the question shares with a known
    question of the record."""

    record: IndexedRecord
    chosen: ChosenFact
    features: dict[str, float]
    found: list[float]
    known_keys: frozenset[str] = frozenset()


class RecordDescriber:
    """Describes records as answers to one question."""

    def __init__(
        self,
        store: Store,
        question: Question,
        weights: list[float],
        known: dict[int, KnownMatch],
    ) -> None:
        self._store = store
        self._question = question
        self._weights = weights
        self._total = sum(weights) or 1.0
        self._known = known
        self._kinds = _kinds(store)
        self._records = record_count(store)
        self._companies = _named_companies(store, question)
        self._most_similar = max([match.similarity for match in known.values()], default=0.0)
        months = question.query.months
        self._day = day_words(months) if months and months.day else ""
        self._asks_prose = not question.asks.isdisjoint(_PROSE_ASKED)
        self._asks_figure = not question.asks.isdisjoint(_FIGURE_ASKED)

    def in_names(self, record: IndexedRecord) -> list[float]:
        """Return where a record alone has each part of the question."""
        parts = self._question.parts
        in_names = [in_record(part, record) for part in parts]
        if BROADER in in_names and self._companies and record.kind not in WITH_FIGURES:
            # A text about the profit of a company says what is known of its net profit.
            in_names = [IN_NAME if value == BROADER else value for value in in_names]
        match = self._known.get(record.position) if self._known else None
        if match:
            covered = [match.has(part) for part in parts]
            if match.similarity >= _LIKE or all(covered):
                in_names = [
                    max(value, IN_QUESTION) if has and not part.measure else value
                    for part, value, has in zip(parts, in_names, covered, strict=True)
                ]
        return in_names

    def share(self, found: Sequence[float]) -> float:
        """Return how much of the question is found, by the weight of its parts."""
        weight: float = sum(map(mul, self._weights, found))
        return weight / self._total

    def similarity(self, record: IndexedRecord) -> float:
        """Return how much the question is like a known question of the record."""
        match = self._known.get(record.position)
        return match.similarity if match else 0.0

    def same_day(self, record: IndexedRecord) -> bool:
        """Return whether the question asks for a day that a record names."""
        return bool(self._day) and self._day in record.body

    def is_other_company(self, record: IndexedRecord, found: list[float]) -> bool:
        """Return whether the question names a company that a record does not have."""
        if not self._companies:
            return False
        least = IN_NAME if record.kind in WITH_FIGURES else IN_BODY
        return any(found[index] < least for index in self._companies)

    def describe(self, record: IndexedRecord, in_names: list[float]) -> DescribedRecord:
        """Return a record with the fact that is asked for and its features."""
        question, kind = self._question, self._kinds[record.kind]
        parts = question.parts
        titled = [in_title(part, record) for part in parts]
        known = titled
        if record.kind == _HAS_MEASURES:
            # jd doctors, how many doctors does jd have: of a company of JD
            of_company = len(parts) == 2 or bool(question.asks & _COUNTED)
            known = [
                (is_titled or self._is_measured(record, part))
                and (record.position in part.names or (of_company and index in self._companies))
                for index, (part, is_titled) in enumerate(zip(parts, titled, strict=True))
            ]
        if len(parts) == 1 and parts[0].text.isalpha() and parts[0].text.isascii():
            known = [record.position in parts[0].names or known[0]]  # titles have no pinyin
        match = self._known.get(record.position)
        chosen = choose_fact(self._store.facts(record.id), question, self._weights, known, match)
        if chosen.fact.form == "event" and "date" in question.asks:
            # The date of one event is not that of another that readers ask for.
            in_names = [0.0 if value == IN_QUESTION else value for value in in_names]
        found = [max(pair) for pair in zip(in_names, chosen.found, strict=True)]
        features = {
            "kind": kind.search_weight,
            "importance": -record.position / self._records,
            "coverage": self.share(found),
        }
        if self.same_day(record):
            features["same day"] = 1.0
        if question.query.months:
            chosen = self._with_period(record, chosen, features)
        if match:
            self._describe_likeness(match, features)
        self._describe_names(record, titled, found, features)
        self._describe_form(record, chosen, features)
        least = _IN_PART if record.kind in WITH_FIGURES else IN_BODY
        lacks = [
            value < (_IN_PART if part.measure else least)
            for part, value in zip(parts, found, strict=True)
        ]
        if True in lacks and (missing := self.share(lacks)):
            features["missing"] = missing
        else:
            features["everything"] = 1.0
        if not question.asks.isdisjoint(kind.questions):
            features["kind asked for"] = 1.0
        elif (
            not question.asks
            and ("is title" in features or "is name" in features)
            and "meaning" in kind.questions
        ):
            features["definition"] = 1.0
        keys = match.keys if match else frozenset()
        return DescribedRecord(record, chosen, features, found, keys)

    def _is_measured(self, record: IndexedRecord, name: Part) -> bool:
        """Return whether a question has another name of a company than its title, and a part that
        one of its figures counts: an event that has the name does not answer it."""
        others = [part for part in self._question.parts if part.concepts and not part.names]
        if record.position not in name.names or not others:
            return False
        figures = [each for each in self._store.facts(record.id) if each.form == "observation"]
        return any(in_fact(part, each) for part in others for each in figures)

    def _describe_likeness(self, match: KnownMatch, features: dict[str, float]) -> None:
        similarity = match.similarity
        features["like a known question"] = similarity
        if similarity == self._most_similar:
            features["most like a known question"] = similarity
        if similarity > _LIKE:
            features["very like a known question"] = similarity - _LIKE
        if match.others:
            features["like other known questions"] = min(1.0, match.others / _MANY)

    def _describe_names(
        self,
        record: IndexedRecord,
        titled: list[bool],
        found: list[float],
        features: dict[str, float],
    ) -> None:
        question = self._question
        parts = question.parts
        if len(parts) == 1 and found[0] == IS_NAME:
            features["is title" if titled[0] else "is name"] = 1.0
            if not (question.asks or question.fillers or question.qualifiers):
                features["nothing but the name"] = 1.0
        elif parts and any(titled):
            features["in title"] = self.share(titled)
            if literal := self.share([part.text in record.titles for part in parts]):
                features["in title as typed"] = literal
            is_bare = len(parts) == 1 and not (question.asks or question.qualifiers)
            if is_bare and means_title(parts[0], record):
                features["means the title"] = 1.0
        if self.is_other_company(record, found):
            features["other company"] = 1.0

    def _describe_form(
        self, record: IndexedRecord, chosen: ChosenFact, features: dict[str, float]
    ) -> None:
        asks, query, fact = self._question.asks, self._question.query, chosen.fact
        of_company = self._companies and "other company" not in features
        if not asks and of_company and fact.value and chosen.form_fit >= 0:
            parts = zip(self._question.parts, chosen.found, strict=True)
            if any(part.measure and found for part, found in parts):
                features["figure of a company"] = 1.0
        if query.figure and not query.months and has_number(fact, query.figure, query.power):
            features["figure"] = 1.0
        if form := _FORMS.get(chosen.form_fit):
            features[form] = 1.0
        if self._asks_prose and fact.value and fact.form != "event":
            features["prose asked for"] = 1.0
        if "list" in asks and fact.value:
            features["list asked for"] = 1.0
        if "date" in asks and not fact.first_month and record.kind not in _DATED:
            features["undated"] = 1.0
        if self._asks_figure and not fact.value:
            features["gap for a figure" if record.kind == "gap" else "no figure"] = 1.0

    def _with_period(
        self, record: IndexedRecord, chosen: ChosenFact, features: dict[str, float]
    ) -> ChosenFact:
        """Describe the period of a fact; return the fact, with the period of the record where the
        record is about it."""
        query = self._question.query
        assert query.months
        if chosen.period == OUTSIDE:
            if _year_in_name(query, record):
                features[YEAR_IN_NAME] = 1.0
                return chosen._replace(period=SAME)
            if not chosen.fact.first_month and not chosen.fact.value:
                if str(query.months.first // 100) in record.body:
                    features["year on page"] = 1.0
                    return chosen._replace(period=CONTAINS)
                features["no period"] = 1.0
                return chosen
        features[_PERIODS.get(chosen.period, "within period")] = 1.0
        return chosen


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
