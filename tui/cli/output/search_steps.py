"""The steps of a search as lines, for ``find --explain``."""

from __future__ import annotations

from tui.document import Span
from tui.question.reader import Part
from tui.render.line_wrap import Line, wrap
from tui.search import explain
from tui.search.feature_weights import WEIGHTS
from tui.store import Store
from tui.text.language import Language, Wording

_UNDERSTOOD = Wording("1 对问题的理解", "1 The question as understood")
_ASKS = Wording("问的是：{kinds}", "asks for: {kinds}")
_PERIOD = Wording("时期：{period}", "period: {period}")
_PART = Wording("{text}（{meaning}），权重{weight}", "{text} ({meaning}), weight {weight}")
_NAME = Wording("名称", "name")
_CONCEPT = Wording("概念{ids}", "concept {ids}")
_WORD = Wording("词", "word")
_CORRECTED = Wording("按“{used}”理解“{typed}”", '"{typed}" read as "{used}"')
_FOUND = Wording(
    "2 得分、各部分所在、判断，以及得分的组成",
    "2 Score, where each part is found, verdict, and what the score consists of",
)
_LEAST = 0.005
"""Points of a score that are shown."""
_HIT = Wording("{score}  {fact}  {found}  {match}", "{score}  {fact}  {found}  {match}")


def step_lines(store: Store, query: str, limit: int, language: Language, width: int) -> list[Line]:
    """Return how a query is understood and how each result is judged. Numbers after a result say
    where it has each part of the question (``tui.search.features``)."""
    explanation = explain(store, query, limit)
    question = explanation.question
    texts = [_UNDERSTOOD.of(language)]
    for part, weight in zip(question.parts, explanation.weights, strict=True):
        meaning = _meaning(part).of(language)
        filled = _PART.format(text=part.text, meaning=meaning, weight=f"{weight:.1f}")
        texts.append(f"  {filled.of(language)}")
    if question.asks:
        texts.append("  " + _ASKS.format(kinds=", ".join(sorted(question.asks))).of(language))
    if question.query.months:
        texts.append("  " + _PERIOD.format(period=question.query.months.period()).of(language))
    for typed, used in question.corrected:
        texts.append("  " + _CORRECTED.format(typed=typed, used=used).of(language))
    texts.append(_FOUND.of(language))
    for ranked, verdict in explanation.ranked:
        found = " ".join(f"{value:.2f}" for value in ranked.described.found)
        fact = ranked.described.chosen.fact.fact or ranked.described.record.id
        hit = _HIT.format(score=f"{ranked.score:.2f}", fact=fact, found=found, match=verdict.match)
        texts.append(f"  {hit.of(language)}")
        texts.append(f"    {_points(ranked.described.features)}")
    return [line for text in texts for line in _wrapped(text, width)]


def _wrapped(text: str, width: int) -> list[Line]:
    """Return the lines of a text, the wrapped ones indented further than the first."""
    words = text.lstrip()
    indent = len(text) - len(words)
    return wrap((Span(words, "muted"),), width, indent + 2, (Span(" " * indent),))


def _points(features: dict[str, float]) -> str:
    """Return what each feature adds to a score, most important first."""
    points = {name: WEIGHTS.get(name, 0.0) * value for name, value in features.items()}
    ordered = sorted(points.items(), key=lambda item: -abs(item[1]))
    return ", ".join(f"{name} {value:+.2f}" for name, value in ordered if abs(value) >= _LEAST)


def _meaning(part: Part) -> Wording:
    if part.names:
        return _NAME
    if part.concepts:
        return _CONCEPT.format(ids=", ".join(mark[1:] for mark in part.concepts))
    return _WORD
