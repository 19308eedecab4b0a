"""Find the measure that a figure may belong to, by name, unit and company."""

from __future__ import annotations

import re
from typing import NamedTuple

from tui.check.context import CheckContext, LocatedMeasure
from tui.document.fact_ref import observation_ref
from tui.edit.figure_finder import FigureCandidate
from tui.edit.source_text import SourceText
from tui.model import Metric, Observation, Player, Statistic, value_pin
from tui.text.language import Wording
from tui.text.periods import same_time
from tui.text.units import UNITS

_LEAST = 2.0
"""Least score of a proposal: a name of two characters that stands in the sentence."""
_LEAST_NAME = 1.0
_RELATIVE = ("growth", "cagr", "growth_change")
_COMPANY_IN_SENTENCE, _COMPANY_BEFORE = 3.0, 1.0


class LikelyHome(NamedTuple):
    """A measure that a figure may belong to. ``reference``: ID or ID.METRIC; ``rivals``: values
    that it has for the same period (``ID@PERIOD VALUE``); ``known``: one of them is this value."""

    reference: str
    title: Wording
    score: float
    rivals: tuple[str, ...]
    known: bool


class _Measure(NamedTuple):
    reference: str
    title: Wording
    names: tuple[str, ...]
    owner: tuple[str, ...]
    located: LocatedMeasure


class HomeFinder:
    """Finds homes among the measures of the content."""

    def __init__(self, context: CheckContext) -> None:
        self._measures = [self._describe(context, item) for item in context.measures()]
        self._owners = {name for item in self._measures for name in item.owner}
        names = "|".join(sorted(map(re.escape, self._owners), key=len, reverse=True)) or "(?!)"
        self._one_name = re.compile(names)
        self._listed_names = re.compile(f"(?:{names})(?:[、和与及](?:{names}))+")

    def homes(
        self, document: SourceText, figure: FigureCandidate, most: int = 3
    ) -> list[LikelyHome]:
        """Return the likely homes of a figure, the best first."""
        sentence = document.sentence(figure.start)
        before = document.text[sentence.start : figure.end]
        clause = document.text[document.clause_start(figure.start) : figure.end]
        paragraph = document.text[document.paragraph_start(figure.start) : sentence.start]
        subject = self._subject(before, figure)
        rated = []
        for measure in self._measures:
            if subject and subject not in measure.owner:
                continue
            score = self._score(measure, figure, clause, before, paragraph)
            if score >= _LEAST:
                rated.append((score, measure))
        rated.sort(key=lambda item: -item[0])
        return [_home(measure, figure, score) for score, measure in rated[:most]]

    def _subject(self, before: str, figure: FigureCandidate) -> str:
        """Return the company of that rank, if the sentence lists as many companies as figures:
        甲和乙的营收分别为3亿元和4亿元."""
        if figure.list_size < 2:
            return ""
        lists = self._listed_names.findall(before)
        names = self._one_name.findall(lists[-1]) if lists else []
        return names[figure.rank] if len(names) == figure.list_size else ""

    def _score(
        self, measure: _Measure, figure: FigureCandidate, clause: str, before: str, paragraph: str
    ) -> float:
        if not _fits_unit(measure.located, figure):
            return 0.0
        score = max(_shared(name, clause) for name in measure.names)
        score = max(score, 0.6 * max(_shared(name, before) for name in measure.names))
        if score < _LEAST:  # 预计2026年将超过250亿元: the subject is in the sentence before
            score = 0.5 * max(_shared(name, paragraph) for name in measure.names)
        if measure.owner:
            if figure.form in _RELATIVE and score < _LEAST_NAME:
                return 0.0  # any measure may grow: the company alone does not say which
            if any(name in before for name in measure.owner):
                score += _COMPANY_IN_SENTENCE
            elif any(name in paragraph for name in measure.owner):
                score += _COMPANY_BEFORE
            else:
                return 0.0
        elif any(name in before for name in self._owners):
            score -= 1.0  # a figure of a company, not of the industry
        return score

    @staticmethod
    def _describe(context: CheckContext, located: LocatedMeasure) -> _Measure:
        record, measure = context.records[located.entry], located.measure
        if isinstance(record, Player) and isinstance(measure, Metric):
            names = (measure.title.zh, *measure.aliases)
            owner = (record.heading.zh, *record.other_names)
            title = Wording(
                f"{record.heading.zh}{measure.title.zh}",
                f"{record.heading.en}: {measure.title.en}",
            )
            return _Measure(located.reference, title, names, owner, located)
        assert isinstance(record, Statistic)
        names = (record.title.zh, *record.aliases)
        title = Wording(record.title.zh, record.title.en)
        return _Measure(located.reference, title, names, (), located)


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


def _shared(name: str, text: str) -> float:
    """Return the length of a name that stands in a text, else of the pairs of characters that it
    shares with it, less for those it does not."""
    if name in text:
        return float(len(name))
    pairs = {name[at : at + 2] for at in range(len(name) - 1)}
    shared = sum(pair in text for pair in pairs)
    return shared - 0.5 * (len(pairs) - shared)


def _home(measure: _Measure, figure: FigureCandidate, score: float) -> LikelyHome:
    same = [
        item
        for item in measure.located.measure.observations
        if figure.form in ("level", "share")
        and item.period
        and figure.period
        and same_time(item.period, figure.period)
    ]
    rivals = tuple(
        f"{observation_ref(measure.reference, item.period)} {value_pin(item)}" for item in same
    )
    known = any(_amount(item) == _given(figure) for item in same)
    return LikelyHome(measure.reference, measure.title, round(score, 1), rivals, known)


def _amount(item: Observation) -> object:
    return item.value.scaleb(UNITS[item.unit].scale)


def _given(figure: FigureCandidate) -> object:
    return figure.value.scaleb(UNITS[figure.unit].scale) if figure.unit else figure.value
