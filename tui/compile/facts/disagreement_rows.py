"""Rows of the SQL table ``disagreements``: one for each side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tui.compile.catalogue import Catalogue
from tui.compile.facts.disagreements import Disagreement
from tui.compile.facts.fact_text import (
    observation_key,
    observation_text,
    qualifier,
    rate_text,
)
from tui.compile.facts.figure_answers import is_used
from tui.document.fact_ref import rate_ref
from tui.model import Bilingual, Citation, Measure, Observation, Rate, Statement
from tui.model.rivals import amount
from tui.text.language import Wording
from tui.text.unit_names import base_unit_code

_Cells = tuple[object, ...]
_NO_FIGURE = (None,) * 7


def disagreement_rows(entry: Disagreement, catalogue: Catalogue) -> Iterator[_Cells]:
    """Yield the rows of a disagreement: of a measure each value, of a statement first the statement
    itself, then what disputes it."""
    if isinstance(entry.record, Statement):
        sides = _statement_sides(entry.record, catalogue)
    elif entry.measure:
        sides = _figure_sides(entry, entry.measure, catalogue)
    else:
        return
    for side, cells in enumerate(sides, 1):
        yield (entry.id, side, entry.record.id, *entry.title, *cells)


def _figure_sides(entry: Disagreement, measure: Measure, catalogue: Catalogue) -> Iterator[_Cells]:
    for observation in (each for group in entry.rivals for each in group):
        yield (
            observation_key(entry.about, observation, measure),
            *observation_text(observation, measure),
            *_figure(observation, is_used(measure, observation)),
            *_said_by(None, observation.citations, catalogue),
            *_reason(observation.reason_for_rank or observation.note, catalogue),
        )
    for rate in entry.rates:
        yield (
            rate_ref(entry.about, rate.id),
            *rate_text(rate, measure),
            *_figure(rate, not rate.disputed),
            *_said_by(None, rate.citations, catalogue),
            *_reason(rate.disputed or rate.note, catalogue),
        )


def _figure(figure: Observation | Rate, used: bool) -> _Cells:
    whole, unit = amount(figure), base_unit_code(figure.unit)
    return (figure.period, float(whole), format(whole, "f"), unit, qualifier(figure),
            figure.status, used)  # fmt: skip


def _statement_sides(statement: Statement, catalogue: Catalogue) -> Iterator[_Cells]:
    yield (
        None,
        *catalogue.filled(statement.text),
        *_NO_FIGURE,
        *_said_by(statement.said_by, statement.citations, catalogue),
        *_reason(None, catalogue),
    )
    for dispute in statement.disputed_by:
        fact = catalogue.fact(dispute.by)
        citations = fact.citations or catalogue.record_citations(fact.id)
        yield (
            dispute.by,
            *fact.text,
            *_NO_FIGURE,
            *_said_by(None, citations, catalogue),
            *_reason(dispute.reason, catalogue),
        )


def _said_by(
    said_by: Bilingual | None, citations: Sequence[Citation], catalogue: Catalogue
) -> _Cells:
    """Return the first source, and who says it: the person or company, or else all sources."""
    sources = list(dict.fromkeys(citation.source for citation in citations))
    titles = [catalogue.title(source) for source in sources]
    names = Wording("、".join(it.zh for it in titles), ", ".join(it.en for it in titles))
    return (sources[0] if sources else None, *(said_by.wording() if said_by else names))


def _reason(text: Bilingual | None, catalogue: Catalogue) -> _Cells:
    return tuple(catalogue.filled(text)) if text else (None, None)
