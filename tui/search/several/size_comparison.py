"""Which of two companies is bigger, and by how much: the figures of one measure and period that
both have, and how many times one is the other."""

from __future__ import annotations

import re

from tui.fast_namedtuple import TYPE_CHECKING
from tui.search.several.amount_apart import amount_apart
from tui.search.several.multiple_question import NO_MULTIPLE, asks_for_multiple, multiple_of
from tui.search.source_remark import source_remark
from tui.text.language import Wording, enumeration

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.question.reader import Question
    from tui.store import AnswerRow, IndexedRecord, Store

_BIGGER = re.compile(
    r"\b(?:bigger|larger|smaller|biggest|largest)\b|[谁更较]大|大(?:多少|吗|还是|一些|$)|哪[个家].{0,4}大"
)
"""Words of a question which of several is bigger that names no measure."""
_HOW_MUCH = re.compile(
    r"\bhow much\b|\bby what\b|\bdifference\b|[高低多少大小]多少|差多少|相差|差距|的差"
)
_GREATER = re.compile(
    r"\b(?:higher|more|greater|lower|less|fewer|most|highest)\b|谁.{0,6}[多高少低]|[高多少低]吗|哪[个家].{0,6}[高多少低]"
)
"""Words of a question which of several has the greater figure of a measure."""
SIZE_NOUNS = frozenset(("规模", "体量", "size"))
"""Words for the size of a company, which are no measure of one."""
_NO_FIGURES = Wording(
    "没有{names}的数值，无法比较大小", "no figure of {names}, so sizes cannot be compared"
)
_NONE_IN_COMMON = Wording(
    "没有指标和时期都相同的数值，说不出谁更大",
    "no measure has figures of one period for all of them, so none can be called bigger",
)
_BY_MEASURE = Wording("按{measure}，{multiple}", "by {measure}, {multiple}")
_FIGURE = Wording("{title}：{answer}", "{title}: {answer}")


def asks_of_size(text: str) -> bool:
    """Return whether a question asks which of several is bigger, or by how much they differ."""
    return bool(_BIGGER.search(text) or _HOW_MUCH.search(text))


def sizes(store: Store, question: Question, records: Sequence[IndexedRecord]) -> list[Wording]:
    """Return the first figures of one measure and period that companies have, with the multiple,
    where a question asks which of them is bigger, else why there are none; nothing for another
    question."""
    if not _BIGGER.search(question.query.text):
        return []
    store.load_facts({each.id for each in records})
    of_each = [
        {_measure(fact): fact for fact in reversed(store.facts(each.id)) if _is_figure(fact)}
        for each in records
    ]
    titles = [store.facts(each.id)[0].title for each in records]
    if names := [title for title, own in zip(titles, of_each, strict=True) if not own]:
        return [_NO_FIGURES.format(names=enumeration(names))]
    common = set(of_each[0]).intersection(*of_each[1:])
    key = next((each for each in reversed(of_each[0]) if each in common), None)
    if key is None:
        return [_NONE_IN_COMMON]
    facts = [own[key] for own in of_each]
    shown = [
        _FIGURE.format(title=title, answer=fact.answer)
        for title, fact in zip(titles, facts, strict=True)
    ]
    if not (found := _multiple(store, question, facts)):
        return shown
    *before, multiple = found
    measure = _measure_title(facts[0])
    return [*shown, *before, _BY_MEASURE.format(measure=measure, multiple=multiple)]


def _measure_title(fact: AnswerRow) -> Wording:
    """Return what a figure of a company measures, without its period: revenue."""
    zh, en = fact.answer
    label = en.partition(":")[0].partition(",")[0]
    return Wording(zh.partition("：")[0].partition("，")[0], label[:1].lower() + label[1:])


def difference(store: Store, question: Question, facts: Sequence[AnswerRow]) -> list[Wording]:
    """Return how many times one of two figures is the other, where a question asks for that or by
    how much they differ."""
    text = question.query.text
    if len(facts) != 2 or not all(fact.value for fact in facts):
        return []
    if asks_for_multiple(text):
        return _multiple(store, question, facts) or [NO_MULTIPLE]
    is_asked = _HOW_MUCH.search(text) or _BIGGER.search(text) or _GREATER.search(text)
    return _multiple(store, question, facts) if is_asked else []


def _multiple(store: Store, question: Question, facts: Sequence[AnswerRow]) -> list[Wording]:
    if len(facts) != 2:
        return []
    first, second = facts
    names = (first.title, second.title)
    multiple = multiple_of(store, question.query.text, first, second, names)
    if multiple == NO_MULTIPLE:
        return []
    apart = amount_apart(question.query.text, first, second)
    return [*source_remark(store, first, second, by_publisher=False), *apart, multiple]


def _measure(fact: AnswerRow) -> tuple[str, str]:
    return fact.fact.partition("@")[0].rpartition(".")[2], fact.period


def _is_figure(fact: AnswerRow) -> bool:
    is_used = fact.rank != "deprecated" and fact.status != "forecast"
    return fact.form == "observation" and bool(fact.value and fact.period) and is_used
