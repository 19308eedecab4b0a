"""The sides of a disagreement: the values of a measure, or a statement and what disputes it."""

from __future__ import annotations

from collections.abc import Iterator

from tui.compile.catalogue import Catalogue
from tui.compile.facts.answer import Side
from tui.compile.facts.disagreements import Disagreement
from tui.compile.facts.fact_text import RATE_TYPES, joined, measure_title, qualifier
from tui.compile.facts.figure_answers import figure_side
from tui.document.fact_ref import without_value
from tui.model import Dispute, Observation, Rate, Statement
from tui.model.rivals import amount
from tui.text.language import NO_TEXT, Wording
from tui.text.unit_names import base_unit_code

_Cells = tuple[object, ...]
_NO_FIGURE = (None,) * 7


def sides_of(entry: Disagreement, catalogue: Catalogue) -> tuple[Side, ...]:
    """Return the sides: of a measure each value, of a statement first the statement itself, then
    what disputes it."""
    if isinstance(entry.record, Statement):
        return (_statement(entry.record, catalogue), *disputes_of(entry.record, catalogue))
    if entry.measure is None:
        return ()
    figures: tuple[Observation | Rate, ...] = (
        *(each for group in entry.rivals for each in group),
        *entry.rates,
    )
    return tuple(
        _filled(figure_side(entry.about, entry.measure, figure), catalogue) for figure in figures
    )


def disputes_of(statement: Statement, catalogue: Catalogue) -> tuple[Side, ...]:
    """Return what disputes a statement, each with the reason."""
    return tuple(_dispute(each, catalogue) for each in statement.disputed_by)


def _dispute(dispute: Dispute, catalogue: Catalogue) -> Side:
    fact, reason = catalogue.fact(dispute.by), catalogue.filled(dispute.reason)
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
        is_fact = part != fact.id and part not in catalogue.measures
        citations = catalogue.record_citations(fact.id, part if is_fact else "")
        side = Side(fact.text, citations, fact.id, part if is_fact else "")
    return side._replace(reason=reason, holder=holder(side, catalogue))


def _statement(statement: Statement, catalogue: Catalogue) -> Side:
    said_by = statement.said_by.wording() if statement.said_by else NO_TEXT
    side = Side(catalogue.filled(statement.text), statement.citations, statement.id, holder=said_by)
    return _filled(side, catalogue)


def _filled(side: Side, catalogue: Catalogue) -> Side:
    reason = catalogue.filled(side.reason)
    return side._replace(holder=holder(side, catalogue), reason=reason)


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
        )


def _figure(side: Side) -> _Cells:
    figure = side.figure
    if figure is None:
        return _NO_FIGURE
    whole, unit = amount(figure), base_unit_code(figure.unit)
    return (figure.period, float(whole), format(whole, "f"), unit, qualifier(figure),
            figure.status, side.used)  # fmt: skip


def _sources(side: Side) -> dict[str, None]:
    return dict.fromkeys(citation.source for citation in side.citations)
