"""Find the measure that a figure may belong to, by name, unit and company."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import NamedTuple

from tui.check.context import CheckContext, LocatedMeasure
from tui.document.fact_ref import observation_ref, rate_ref
from tui.edit.figure_finder import FigureCandidate
from tui.edit.measure_wording import FigureWords, MeasureNaming, likeness, measure_names
from tui.edit.source_text import SourceText
from tui.model import Metric, Observation, Player, Rate, Statistic, value_pin
from tui.text.fold import is_chinese
from tui.text.language import Wording
from tui.text.periods import same_time
from tui.text.units import UNITS

_LEAST = 2.0
"""Least score of a proposal: a name of two characters that stands in the clause."""
_LEAST_NAME = 1.0
"""Least likeness of a name of a company's measure; the company counts as well."""
_COMPANY_IN_SENTENCE, _COMPANY_BEFORE = 3.0, 1.0
_SAME_UNIT = 2.0
_THE_COMPANY = re.compile(r"公司|集团|该企业|\b(?:[Tt]he|[Oo]ur) (?:company|group|firm)\b")
_CITED_ROLES = ("government", "research-house", "media")
"""Of those who say something about the industry; the figures are not theirs."""


class LikelyHome(NamedTuple):
    """A measure that a figure may belong to. ``reference``: ID or ID.METRIC; ``rivals``: values
    that it has for the same period (``ID@PERIOD VALUE``); ``known``: one of them is this value."""

    reference: str
    title: Wording
    score: float
    rivals: tuple[str, ...]
    known: bool


class _Measure(NamedTuple):
    """``names``: its own, ``owner``: of the company whose it is, empty for a statistic."""

    reference: str
    title: Wording
    names: tuple[str, ...]
    owner: tuple[str, ...]
    located: LocatedMeasure


class _Place(NamedTuple):
    """The words around a figure. ``before``: its sentence up to it; ``section``: what precedes
    that up to the heading."""

    words: FigureWords
    before: str
    section: str


class HomeFinder:
    """Finds homes among the measures of the content."""

    def __init__(self, context: CheckContext) -> None:
        self._measures = [self._describe(context, item) for item in context.measures()]
        self._naming = MeasureNaming([name for item in self._measures for name in item.names])
        owners = {
            name
            for record in context.content.records
            if isinstance(record, Player) and record.role not in _CITED_ROLES
            for name in _names_of(record)
        }
        self._one_name = _any_of(owners | {name for one in self._measures for name in one.owner})
        listed = f"(?:{self._one_name.pattern})"
        self._listed_names = re.compile(f"{listed}(?:(?:[、和与及]|, | and ){listed})+")

    def homes(
        self, document: SourceText, figure: FigureCandidate, most: int = 3
    ) -> list[LikelyHome]:
        """Return the likely homes of a figure, the best first."""
        sentence = document.sentence(figure.start)
        words = self._naming.words(document, figure)
        before = document.text[sentence.start : figure.end]
        section = document.text[document.section_start(figure.start) : sentence.start]
        place = _Place(words, before, section)
        subject = self._subject(before, figure)
        rated = []
        for measure in self._measures:
            if subject and subject not in measure.owner:
                continue
            score = self._score(measure, figure, place)
            if score >= _LEAST:
                rated.append((score, measure))
        rated.sort(key=lambda item: -item[0])
        return [_home(measure, figure, score) for score, measure in rated[:most]]

    def _subject(self, before: str, figure: FigureCandidate) -> str:
        """Return the company of that rank, if the sentence lists as many companies as figures:
        甲和乙的营收分别为3亿元和4亿元."""
        if figure.list_size < 2:
            return ""
        lists = [match[0] for match in self._listed_names.finditer(before)]
        names = self._one_name.findall(lists[-1]) if lists else []
        return names[figure.rank] if len(names) == figure.list_size else ""

    def _score(self, measure: _Measure, figure: FigureCandidate, place: _Place) -> float:
        if not _fits_unit(measure.located, figure):
            return 0.0
        of_company = bool(measure.owner)
        naming, own = (self._one_name.sub("", words) for words in place.words)
        named = max(
            likeness(measure.names, words, of_company=of_company) for words in (naming, own)
        )
        if not naming:  # no noun of a measure: 已有26个省份
            words = self._one_name.sub("", place.before)
            named = max(named, 0.6 * likeness(measure.names, words, of_company=of_company))
        if (
            figure.form == "share"
            and named >= _LEAST
            and UNITS[measure.located.measure.unit].many == "%"
        ):
            named += _SAME_UNIT  # its value, not the share of another measure
        if not measure.owner:
            return 0.0 if self._is_of_company(measure, place) else named
        if named < _LEAST_NAME:
            return 0.0  # the company alone does not say which of its measures
        if said := self._one_name.findall(place.before):
            is_own = said[-1] in measure.owner
            other = any(name in said for name in measure.owner)
            return named + (_COMPANY_IN_SENTENCE if is_own else 0.0) if other else 0.0
        said = self._one_name.findall(place.section)
        return named + _COMPANY_BEFORE if said and said[-1] in measure.owner else 0.0

    def _is_of_company(self, measure: _Measure, place: _Place) -> bool:
        """Return whether a figure is one of a company, not of the industry."""
        if measure.names and measure.names[0] in place.words.naming:
            return False
        return bool(self._one_name.search(place.before) or _THE_COMPANY.search(place.before))

    @staticmethod
    def _describe(context: CheckContext, located: LocatedMeasure) -> _Measure:
        record, measure = context.records[located.entry], located.measure
        if isinstance(record, Player) and isinstance(measure, Metric):
            names = measure_names((measure.title.zh, measure.title.en, *measure.aliases))
            title = Wording(
                f"{record.heading.zh}{measure.title.zh}",
                f"{record.heading.en}: {measure.title.en}",
            )
            return _Measure(located.reference, title, names, _names_of(record), located)
        assert isinstance(record, Statistic)
        names = measure_names((record.title.zh, record.title.en, *record.aliases))
        title = Wording(record.title.zh, record.title.en)
        return _Measure(located.reference, title, names, (), located)


def _names_of(record: Player) -> tuple[str, ...]:
    return (record.heading.zh, record.heading.en, *record.other_names)


def _any_of(names: Collection[str]) -> re.Pattern[str]:
    """Return a pattern of names, the longest first, in Latin letters as whole words."""
    parts = [
        re.escape(name) if is_chinese(name[0]) else rf"(?<![\w]){re.escape(name)}(?![A-Za-z])"
        for name in sorted(names, key=len, reverse=True)
        if len(name) > 1
    ]
    return re.compile("|".join(parts) or "(?!)")


def _fits_unit(located: LocatedMeasure, figure: FigureCandidate) -> bool:
    own = UNITS[located.measure.unit]
    if figure.form in ("growth", "cagr", "growth_change"):
        return True
    if figure.form == "share" and own.base != UNITS["%"].base:
        return True
    if not figure.unit:
        return not own.currency and own.base != UNITS["%"].base
    given = UNITS[figure.unit]
    counts_anything = "个" in (figure.unit[-1:], located.measure.unit[-1:])
    return own.base == given.base or (counts_anything and not own.currency and not given.currency)


def _home(measure: _Measure, figure: FigureCandidate, score: float) -> LikelyHome:
    located = measure.located.measure
    period = figure.period
    if figure.form in ("level", "share"):
        same: list[tuple[str, Observation | Rate]] = [
            (observation_ref(measure.reference, item.period), item)
            for item in located.observations
            if item.period and period and same_time(item.period, period)
        ]
    else:
        same = [
            (rate_ref(measure.reference, item.id), item)
            for item in located.rates
            if item.type == figure.form and period and same_time(item.period, period)
        ]
    rivals = tuple(f"{reference} {value_pin(item)}" for reference, item in same)
    known = any(_amount(item) == _given(figure) for _, item in same)
    return LikelyHome(measure.reference, measure.title, round(score, 1), rivals, known)


def _amount(item: Observation | Rate) -> object:
    return item.value.scaleb(UNITS[item.unit].scale)


def _given(figure: FigureCandidate) -> object:
    return figure.value.scaleb(UNITS[figure.unit].scale) if figure.unit else figure.value
