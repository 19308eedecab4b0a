"""Accept a candidate for a record: find what the editor named, and what would be written there."""

from __future__ import annotations

from typing import NamedTuple

from tui.check.context import CheckContext, LocatedMeasure
from tui.edit.accepted_figure import UnfitFigureError, accepted_figure, same_observation
from tui.edit.figure_finder import FigureCandidate
from tui.edit.record_insertion import (
    RecordEdit,
    citation_text,
    insert_citation,
    insert_figure,
)
from tui.edit.source_review import SourceCandidate
from tui.load.toml_positions import TomlPath
from tui.model import Player
from tui.text.close_matches import did_you_mean
from tui.text.language import Wording

_NO_TARGET = Wording("没有记录或指标“{id}”。{near}", "no record or measure {id!r}. {near}")
_NOT_A_MEASURE = Wording(
    "“{id}”没有数值：数字须归入统计数据（ID）或企业的指标（ID.指标）",
    "{id!r} holds no figures: name a statistic (ID) or a metric of a company (ID.METRIC)",
)
_NO_CITATIONS = Wording("“{id}”没有citations", "{id!r} has no citations")


class Acceptance(NamedTuple):
    """What is to be written. ``cited``: a citation is added to what the record already says;
    ``left_out``: whose figure it is, if that has to be added in both languages."""

    edit: RecordEdit
    cited: bool
    left_out: str


def accept(
    context: CheckContext,
    source: str,
    candidate: SourceCandidate,
    target: str,
    period: str = "",
    gloss: str = "",
) -> Acceptance:
    """Return the change that puts a candidate into the record or measure ``target``: a figure as
    observation or rate, or as a further citation of the same value; everything else as a citation
    of the record. ``period``: the editor's, if given; ``gloss``: the quote in English.

    Raises:
        UnfitFigureError: there is no such target, or the figure does not fit it.
        ContentError: the record would be invalid.
    """
    found = candidate.found
    if not isinstance(found, FigureCandidate):
        plain = citation_text(source, *candidate.quote, gloss=gloss)
        return _cite(context, target, ("citations",), plain)
    located = _measure(context, target)
    via = _via(context, found.via)
    same = same_observation(located, found, period)
    left_out = found.via if not via else ""
    citation = citation_text(source, *candidate.quote, via, gloss)
    if same is not None:
        path = (*located.path, "observations", same, "citations")
        done = _cite(context, located.entry, path, citation)
        return done._replace(left_out=left_out)
    figure = accepted_figure(located, found, citation, period)
    return Acceptance(insert_figure(context, located, figure), False, left_out)


def _cite(context: CheckContext, entry: str, path: TomlPath, citation: str) -> Acceptance:
    if entry not in context.records:
        raise UnfitFigureError(_unknown(context, entry))
    try:
        edit = insert_citation(context, entry, path, citation)
    except LookupError:
        raise UnfitFigureError(_NO_CITATIONS.format(id=entry)) from None
    return Acceptance(edit, True, "")


def _measure(context: CheckContext, target: str) -> LocatedMeasure:
    for located in context.measures():
        if located.reference == target:
            return located
    if target in context.records:
        raise UnfitFigureError(_NOT_A_MEASURE.format(id=target))
    raise UnfitFigureError(_unknown(context, target))


def _unknown(context: CheckContext, target: str) -> Wording:
    known = [*context.records, *(located.reference for located in context.measures())]
    near = did_you_mean(target, known) or Wording("", "")
    text = _NO_TARGET.format(id=target, near=near)
    return Wording(text.zh.strip(), text.en.strip())


def _via(context: CheckContext, name: str) -> str:
    """Return the inline table of ``via`` if the briefing knows the English name; else empty."""
    for record in context.content.records:
        if isinstance(record, Player) and name in (record.heading.zh, *record.other_names):
            return f'{{ zh = "{record.heading.zh}", en = "{record.heading.en}" }}' if name else ""
    return ""
