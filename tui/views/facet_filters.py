"""Facets of a list or of the timeline: the values that occur, with counts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple, TypeAlias

from tui.document.facet_declarations import FACETS
from tui.store import Store
from tui.text.language import Wording
from tui.views.selection import Choice, SelectionFilter, provisions_with, select
from tui.views.timeline_page import timeline_choices, timeline_events

ChosenFacets: TypeAlias = Mapping[str, tuple[str, ...]]
"""The chosen values of each facet: OR within a facet, AND across facets."""

_DIALOG_FACETS = tuple(facet for facet in FACETS if facet != "kind")
"""Facets of the filter dialog; a section has records of one kind."""
_OF_ONE_PROVISION = {"force": "tag", "tag": "force"}
"""The facets that one provision of a policy must have both of."""


class FacetChoice(NamedTuple):
    """A facet and the values that occur, or that it declares. The count of a value is the length of
    the list if it were the only chosen value of its facet, with the chosen values of the others."""

    facet: str
    choices: tuple[Choice, ...]


def record_facets(store: Store, ids: Iterable[str], chosen: ChosenFacets) -> list[FacetChoice]:
    """Return the facets by which the records differ, and those with chosen values."""
    among = set(ids)
    offered: list[FacetChoice] = []
    for facet in _DIALOG_FACETS:
        others = {name: values for name, values in chosen.items() if name != facet and values}
        fitting = (
            among.intersection(select(store, SelectionFilter(others)).ids) if others else among
        )
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
            counted = having
            if given := chosen.get(_OF_ONE_PROVISION.get(facet, ""), ()):
                counted = {value: set() for value in having}
                for identity, value in provisions_with(store, facet, given):
                    counted.setdefault(value, set()).add(identity)
            choices = (
                Choice(value, labels[value], len(counted[value] & fitting)) for value in having
            )
            total = {value: len(each) for value, each in having.items()}
            if declared := FACETS[facet].values:  # in their order, and those that no record has
                counts = {choice.value: choice.records for choice in choices}
                ranked = [Choice(value, name, counts.get(value, 0)) for value, name in declared]
            elif facet == "year":  # the newest first, what has no year last
                ranked = sorted(choices, key=lambda choice: _year(choice.value), reverse=True)
            else:
                ranked = sorted(choices, key=lambda choice: (-total[choice.value], choice.value))
            offered.append(FacetChoice(facet, tuple(ranked)))
    return offered


def _year(value: str) -> int:
    return int(value) if value.isdecimal() else -1


def filter_by_facets(store: Store, ids: Iterable[str], chosen: ChosenFacets) -> set[str]:
    """Return those of the records that have one of the chosen values of every facet."""
    wanted = {facet: values for facet, values in chosen.items() if values}
    return set(ids).intersection(select(store, SelectionFilter(wanted)).ids) if wanted else set(ids)


def timeline_facets(store: Store, chosen: ChosenFacets) -> list[FacetChoice]:
    """Return the facets of the timeline: types and years."""
    types, years = chosen.get("type", ()), chosen.get("year", ())
    of_type: dict[str, int] = {}
    for event in timeline_events(store, years=years):
        of_type[event.type] = of_type.get(event.type, 0) + 1
    every = dict.fromkeys(event.date[:4] for event in timeline_events(store))
    of_year = dict.fromkeys(every, 0)
    for event in timeline_events(store, types=types):
        of_year[event.date[:4]] += 1
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
