"""How much rests on a source, and how much on it alone."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from tui.compile.citations import citations_of
from tui.model import Record


class Weight(NamedTuple):
    """``records`` and ``citations`` that name the source; ``alone``: records, ``facts``: figures
    and rates, that no other source bears out."""

    records: int
    citations: int
    alone: int
    facts: int


def weigh(source: str, records: Iterable[Record]) -> Weight:
    """Count what cites ``source``."""
    citing = citations = alone = facts = 0
    for record in records:
        cited = list(citations_of(record))
        here = [item for item in cited if item.citation.source == source]
        if not here:
            continue
        citing += 1
        citations += len(here)
        alone += len(here) == len(cited)
        by_fact: dict[str, set[str]] = {}
        for item in cited:
            if "@" in item.fact or "#" in item.fact:
                by_fact.setdefault(item.fact, set()).add(item.citation.source)
        facts += sum(sources == {source} for sources in by_fact.values())
    return Weight(citing, citations, alone, facts)
