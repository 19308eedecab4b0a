"""Propose the id and title of a measure that a company does not have yet, as other records name
it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tui.check.context import CheckContext
from tui.edit.claim_finder import ClaimSentence
from tui.edit.figure_finder import FigureCandidate
from tui.edit.name_finder import NameMention, PolicyTitle
from tui.edit.source_text import SourceText
from tui.model import Metric, Player
from tui.text.language import Wording

COMPANY, STATISTIC, POLICY, CLAIM = "new:company", "new:statistic", "new:policy", "new:claim"
"""Choices that make a record. A company's id behind ``new:`` makes a measure of it."""
_PREFIX = "new:"
_NEW_COMPANY = Wording("新建企业：{name}", "new company: {name}")
_NEW_POLICY = Wording("新建政策：{name}", "new policy: {name}")
_NEW_CLAIM = Wording("新建说法", "new claim")
_NEW_STATISTIC = Wording("新建统计数据", "new statistic")
_NEW_MEASURE = Wording("{zh}的新指标", "new measure of {en}")


class NewTarget(NamedTuple):
    """A record or measure that can be made. ``choice``: its id in a list of choices; ``typed``:
    what an editor completes, ``ID 中文 / English``."""

    choice: str
    title: Wording
    typed: str


def new_targets(context: CheckContext, document: SourceText, found: object) -> Iterator[NewTarget]:
    """Yield what can be made from a candidate: a company from a name, a policy, a claim; from a
    figure a measure of each company that its paragraph or the document's first lines name, the
    nearest first, or a statistic."""
    is_two = len(context.content.briefing.languages) > 1
    if isinstance(found, NameMention):
        name = found.name
        typed = f" {name} / " if is_two else f" {name}"
        yield NewTarget(COMPANY, _NEW_COMPANY.format(name=name), typed)
    if isinstance(found, PolicyTitle):
        title, typed = found.title, f"policy- {found.title}" + (" / " if is_two else "")
        yield NewTarget(POLICY, _NEW_POLICY.format(name=title), typed)
    if isinstance(found, ClaimSentence):
        yield NewTarget(CLAIM, _NEW_CLAIM, "claim- ")
    if not isinstance(found, FigureCandidate):
        return
    clause = document.text[document.clause_start(found.start) : found.start]
    metric, like = _like(context, clause)
    typed = f"{like.zh} / {like.en}" if is_two else like.en
    for company in _companies(context, document, found):
        wording = _NEW_MEASURE.format(zh=company.heading.zh, en=company.heading.en)
        yield NewTarget(f"{_PREFIX}{company.id}", wording, f"{company.id}.{metric} {typed}")
    yield NewTarget(STATISTIC, _NEW_STATISTIC, f"{metric} {typed}")


def is_new(choice: str) -> bool:
    """Return whether a choice makes a record or measure."""
    return choice.startswith(_PREFIX)


def _like(context: CheckContext, clause: str) -> tuple[str, Wording]:
    """Return id and title of the measure of any company whose longest name stands in the clause,
    with that name as Chinese title; empty if there is none."""
    best: tuple[int, str, Wording] = (1, "", Wording("", ""))
    for located in context.measures():
        if not isinstance(located.measure, Metric):
            continue
        metric = located.measure
        for name in (metric.title.zh, *metric.aliases):
            if name in clause and len(name) > best[0]:
                best = (len(name), metric.id, Wording(name, metric.title.en))
    return best[1:]


def _companies(context: CheckContext, document: SourceText, found: FigureCandidate) -> list[Player]:
    """Return the companies named before a figure in its paragraph, the nearest first, then those
    in the title of the document."""
    start = document.paragraph_start(found.start)
    before, head = document.text[start : found.end], document.text[:120]
    near: list[tuple[int, Player]] = []
    titled: list[tuple[int, Player]] = []
    for record in context.content.records:
        if not isinstance(record, Player):
            continue
        names = [name for name in (record.heading.zh, *record.other_names) if len(name) > 1]
        at = max((before.rfind(name) for name in names), default=-1)
        if at >= 0:
            near.append((-at, record))
        elif any(name in head for name in names):
            titled.append((0, record))
    return [company for _, company in (*sorted(near, key=lambda one: one[0]), *titled)]
