"""Every citation of a record, with the fact that it supports."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from pydantic import BaseModel

from tui.compile.facts.fact_text import observation_key
from tui.document.fact_ref import part_ref, rate_ref
from tui.model import Citation, Measure, Metric, Observation, Rate, Record


class Cited(NamedTuple):
    """A citation and the fact that it supports; ``fact`` is empty for the record as a whole."""

    fact: str
    citation: Citation


def citations_of(record: Record) -> Iterator[Cited]:
    """Yield the citations of a record in the order of its fields."""
    yield from _citations(record, record.id, "", None)


def _citations(value: object, base: str, fact: str, measure: Measure | None) -> Iterator[Cited]:
    if isinstance(value, Measure):
        measure = value
    if isinstance(value, Citation):
        yield Cited(fact, value)
    elif isinstance(value, tuple):
        for item in value:
            yield from _citations(item, base, fact, measure)
    elif isinstance(value, BaseModel):
        if isinstance(value, Metric):
            base = part_ref(base, value.id)
        elif isinstance(value, Observation) and measure:
            fact = observation_key(base, value, measure)
        elif isinstance(value, Rate):
            fact = rate_ref(base, value.id)
        elif not isinstance(value, Measure) and not isinstance(value, Record):
            own = getattr(value, "id", None)
            fact = part_ref(base, own) if isinstance(own, str) else fact
        for field in type(value).model_fields:
            yield from _citations(getattr(value, field), base, fact, measure)
