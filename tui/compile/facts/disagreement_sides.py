"""The sides of a disagreement: the values of a measure, or a statement and what disputes it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tui.compile.catalogue import Catalogue
from tui.compile.facts.answer import Side
from tui.compile.facts.disagreements import Disagreement
from tui.compile.facts.fact_text import (
    RATE_TYPES,
    ReferencedFact,
    joined,
    measure_title,
    observation_text,
    qualifier,
)
from tui.compile.facts.figure_answers import figure_side, is_used
from tui.document.fact_ref import record_id_of, without_value
from tui.model import Dispute, Observation, Rate, Statement
from tui.model.rivals import amount
from tui.text.language import NO_TEXT, Wording
from tui.text.periods import sort_key

_Cells = tuple[object, ...]
_NO_FIGURE = (None,) * 7


def sides_of(entry: Disagreement, catalogue: Catalogue) -> tuple[Side, ...]:
    """Return the sides: of a measure each value, of a statement first the statement itself, with
    its reasons against the others, then what disputes it."""
    if isinstance(entry.record, Statement):
        claim = _statement(entry.record, catalogue)
        replies = [catalogue.filled(each) for each in entry.replies]
        reason = Wording("".join(it.zh for it in replies), " ".join(it.en for it in replies))
        return (claim._replace(reason=reason), *disputes_of(entry.disputes, catalogue))
    if entry.measure is None:
        return ()
    figures: tuple[Observation | Rate, ...] = (
        *(each for group in entry.rivals for each in group),
        *entry.rates,
    )
    return tuple(
        _filled(figure_side(entry.about, entry.measure, figure), catalogue) for figure in figures
    )


def disputed_figures(entry: Disagreement, catalogue: Catalogue) -> Iterator[Side]:
    """Yield the figures of a statement that something disputes."""
    for dispute in entry.disputes:
        fact = catalogue.fact(dispute.against) if dispute.against else None
        if fact and fact.figure and fact.measure:
            yield figure_side(fact.base, fact.measure, fact.figure)


def disputes_of(disputes: Iterable[Dispute], catalogue: Catalogue) -> tuple[Side, ...]:
    """Return what disputes a statement, each with the reason."""
    return tuple(_dispute(each, catalogue) for each in disputes)


def _dispute(dispute: Dispute, catalogue: Catalogue) -> Side:
    reason = catalogue.filled(dispute.reason)
    fact = _figure_of_measure(dispute.by, catalogue) or catalogue.fact(dispute.by)
    entry = catalogue.entry(fact.id)
    if fact.figure and fact.measure:
        side = figure_side(fact.base, fact.measure, fact.figure)
        name = joined(catalogue.title(fact.id), measure_title(fact.measure) or NO_TEXT)
        if isinstance(fact.figure, Rate):
            title = fact.figure.title
            name = joined(name, title.wording() if title else RATE_TYPES[fact.figure.type])
        side = side._replace(text=joined(name, side.text))
    elif isinstance(entry, Statement):
        side = _statement(entry, catalogue)
    else:
        part = without_value(dispute.by)
        is_fact = part != fact.id
        citations = catalogue.record_citations(fact.id, part if is_fact else "")
        side = Side(fact.text, citations, fact.id, part if is_fact else "")
    return _attributed(side._replace(reason=reason), catalogue)


def _figure_of_measure(reference: str, catalogue: Catalogue) -> ReferencedFact | None:
    """Return the newest figure that the briefing uses of a measure that a reference names without
    one (``ID.METRIC``); None for another reference, also for a statistic, which is a record."""
    measure = catalogue.measures.get(reference)
    if measure is None or not measure.observations:
        return None
    known = [item for item in measure.observations if is_used(measure, item)]
    newest = max(known or measure.observations, key=lambda item: sort_key(item.period))
    text = observation_text(newest, measure)
    record = record_id_of(reference)
    return ReferencedFact(record, text, newest.citations, reference, measure, newest)


def _statement(statement: Statement, catalogue: Catalogue) -> Side:
    said_by = statement.said_by.wording() if statement.said_by else NO_TEXT
    side = Side(catalogue.filled(statement.text), statement.citations, statement.id, holder=said_by)
    return _filled(side, catalogue)


def _filled(side: Side, catalogue: Catalogue) -> Side:
    return _attributed(side._replace(reason=catalogue.filled(side.reason)), catalogue)


def _attributed(side: Side, catalogue: Catalogue) -> Side:
    return side._replace(holder=holder(side, catalogue), originator=originator(side))


def originator(side: Side) -> Wording:
    """Return whose figure or words a side is, where its sources cite them from someone else."""
    found = dict.fromkeys(each.via.wording() for each in side.citations if each.via)
    return Wording("、".join(it.zh for it in found), ", ".join(it.en for it in found))


def holder(side: Side, catalogue: Catalogue) -> Wording:
    """Return who holds a side: the person or company, or else all sources that say it."""
    titles = [catalogue.title(source) for source in _sources(side)]
    names = Wording("、".join(it.zh for it in titles), ", ".join(it.en for it in titles))
    return side.holder if side.holder.zh else names


def disagreement_rows(entry: Disagreement, catalogue: Catalogue) -> Iterator[_Cells]:
    """Yield the rows of the SQL table ``disagreements``: one for each side."""
    for number, side in enumerate(sides_of(entry, catalogue), 1):
        yield (
            *(entry.id, number, entry.record.id, *entry.title, side.fact or None, *side.text),
            *_figure(side),
            next(iter(_sources(side)), None),
            *side.holder,
            *(side.reason if side.reason.zh else (None, None)),
            side.record,
            *(side.originator if side.originator.zh else (None, None)),
        )


def _figure(side: Side) -> _Cells:
    figure = side.figure
    if figure is None:
        return _NO_FIGURE
    whole = amount(figure)
    return (figure.period, float(whole), format(whole, "f"), side.base_unit, qualifier(figure),
            figure.status, side.used)  # fmt: skip


def _sources(side: Side) -> dict[str, None]:
    return dict.fromkeys(citation.source for citation in side.citations)
