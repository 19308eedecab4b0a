"""What a list or the timeline can be filtered by: the values that occur in it, with counts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple, TypeAlias

from tui.store import Store
from tui.text.language import Wording
from tui.views.selection import Choice, Wanted, select
from tui.views.timeline import happenings, timeline_choices

Chosen: TypeAlias = Mapping[str, tuple[str, ...]]
"""Of each facet the values of which one must hold; all facets must."""

FACETS = ("level", "region", "role", "type", "basis", "status", "tag", "source")
"""Those of records, in the order in which a reader is offered them."""


class FacetChoice(NamedTuple):
    """A facet and the values that occur. A value counts what would be seen were it the only one
    of its facet, with what is chosen of the others."""

    facet: str
    choices: tuple[Choice, ...]


def record_facets(store: Store, ids: Iterable[str], chosen: Chosen) -> list[FacetChoice]:
    """The facets of some records: those by which they differ, and those that are chosen."""
    among = set(ids)
    offered: list[FacetChoice] = []
    for facet in FACETS:
        others = {name: values for name, values in chosen.items() if name != facet and values}
        fitting = among.intersection(select(store, Wanted(others)).ids) if others else among
        labels: dict[str, Wording] = {}
        having: dict[str, set[str]] = {}
        rows = store.query(
            "SELECT id, value, label_zh, label_en FROM facets WHERE facet = ?", (facet,)
        )
        for identity, value, zh, en in rows:
            if identity in among:
                labels[value] = Wording(zh, en)
                having.setdefault(value, set()).add(identity)
        every = len(having) == 1 and all(len(each) == len(among) for each in having.values())
        if having and (not every or chosen.get(facet)):
            choices = (
                Choice(value, labels[value], len(each & fitting)) for value, each in having.items()
            )
            total = {value: len(each) for value, each in having.items()}
            ranked = sorted(choices, key=lambda choice: (-total[choice.value], choice.value))
            offered.append(FacetChoice(facet, tuple(ranked)))
    return offered


def narrowed(store: Store, ids: Iterable[str], chosen: Chosen) -> set[str]:
    """Those of the records that have one of the chosen values of every facet."""
    wanted = {facet: values for facet, values in chosen.items() if values}
    return set(ids).intersection(select(store, Wanted(wanted)).ids) if wanted else set(ids)


def timeline_facets(store: Store, chosen: Chosen) -> list[FacetChoice]:
    """Types and years of what happened."""
    types, years = chosen.get("type", ()), chosen.get("year", ())
    of_type: dict[str, int] = {}
    for happening in happenings(store, years=years):
        of_type[happening.type] = of_type.get(happening.type, 0) + 1
    every = dict.fromkeys(happening.date[:4] for happening in happenings(store))
    of_year = dict.fromkeys(every, 0)
    for happening in happenings(store, types=types):
        of_year[happening.date[:4]] += 1
    return [
        FacetChoice(
            "type",
            tuple(
                choice._replace(records=of_type.get(choice.value, 0))
                for choice in timeline_choices(store)
            ),
        ),
        FacetChoice(
            "year",
            tuple(
                Choice(year, Wording(f"{year}年", year), count)
                for year, count in sorted(of_year.items(), reverse=True)
            ),
        ),
    ]
