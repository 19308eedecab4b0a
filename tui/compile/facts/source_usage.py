"""How many records, citations and figures rest on a source."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from tui.compile.facts.record_citations import Cited
from tui.document.fact_ref import is_figure


class SourceUsage(NamedTuple):
    """``records`` and ``citations`` that name the source; ``alone``: records that cite no other
    source; ``facts``: figures and rates that cite no other source."""

    records: int
    citations: int
    alone: int
    facts: int


def count_source_usage(source: str, records: Iterable[Sequence[Cited]]) -> SourceUsage:
    """Count what cites ``source`` among the citations of every record."""
    citing = citations = alone = facts = 0
    for cited in records:
        here = [item for item in cited if item.citation.source == source]
        if not here:
            continue
        citing += 1
        citations += len(here)
        alone += len(here) == len(cited)
        by_fact: dict[str, set[str]] = {}
        for item in cited:
            if is_figure(item.fact):
                by_fact.setdefault(item.fact, set()).add(item.citation.source)
        facts += sum(sources == {source} for sources in by_fact.values())
    return SourceUsage(citing, citations, alone, facts)
