"""Where a reader is, where from, the way back and forth. Knows nothing of widgets."""

from __future__ import annotations

from typing import NamedTuple

from tui.document import link_target
from tui.document.link_target import (
    comparison_target,
    parse_facets,
    parse_target,
    timeline_target,
)

OVERVIEW = "overview"
SEARCH = "search"
PINS = "pins"
TIMELINE = link_target.TIMELINE
COMPARISON = link_target.COMPARISON

PAGES = (OVERVIEW, TIMELINE, COMPARISON)
"""Sections that are one page and have no list."""


def has_order(section: str) -> bool:
    """Whether a section has a list that can be sorted and narrowed: not that of a search."""
    return section not in (*PAGES, PINS, SEARCH)


def has_facets(section: str) -> bool:
    """Whether what a section shows can be filtered."""
    return has_order(section) or section == TIMELINE


class ListQuery(NamedTuple):
    """How a section is listed: in which order (empty: its own), narrowed by which words, with
    which values of which facets."""

    order: str = ""
    words: str = ""
    facets: tuple[tuple[str, tuple[str, ...]], ...] = ()

    @property
    def chosen(self) -> dict[str, tuple[str, ...]]:
        """The chosen values of each facet."""
        return dict(self.facets)

    def toggled(self, facet: str, value: str) -> ListQuery:
        """The same with a value chosen that was not, or no longer chosen."""
        chosen = self.chosen
        values = chosen.get(facet, ())
        kept = tuple(other for other in values if other != value)
        chosen[facet] = kept if value in values else (*values, value)
        return self._replace(facets=tuple((name, each) for name, each in chosen.items() if each))

    @property
    def unfiltered(self) -> ListQuery:
        """The same order of everything."""
        return ListQuery(self.order)

    @property
    def filters(self) -> bool:
        """Whether anything may be left out."""
        return bool(self.words.strip() or self.facets)


class Location(NamedTuple):
    """Something to be seen. ``record`` empty: the first of the section; of a comparison the ids,
    with commas between. ``cited_by`` and ``citation``: the source ``record`` seen at a citation of
    another page. ``query``: what the search section lists. ``panel``, ``line``, ``link`` and
    ``top``, the first line of the list: where in it the reader was."""

    section: str
    record: str = ""
    cited_by: str = ""
    citation: int = 0
    query: str = ""
    panel: str = "list"
    line: int = 0
    link: int = -1
    arranged: ListQuery = ListQuery()
    top: int = -1

    @property
    def page(self) -> str:
        """The name of its page: a record's id, or of a page that is made when it is asked for
        what it is made of, as links say it: ``compare:ID,ID``, ``timeline:type=launch``."""
        if self.section == TIMELINE:
            return timeline_target(self.arranged.facets)
        if self.section == COMPARISON:
            return comparison_target((self.record,))
        return OVERVIEW if self.section == OVERVIEW else self.record


def generated_location(page: str) -> Location | None:
    """Where a page is that is made when it is asked for; None for any other name."""
    target = parse_target(page)
    if target.kind == COMPARISON:
        return Location(COMPARISON, target.name, panel="page")
    if target.kind == TIMELINE:
        facets = parse_facets(target.name)
        return Location(TIMELINE, panel="page", arranged=ListQuery(facets=facets))
    return None


def first_location(section: str, record: str = "") -> Location:
    """Where a reader begins who asked for a section, or for a record of it: at its page."""
    return Location(section, record, panel="page" if record or section == OVERVIEW else "list")


class History:
    """The present place, those before it, and those from which the reader came back."""

    _LONGEST = 200

    def __init__(self, place: Location) -> None:
        self.place = place
        self._past: list[Location] = []
        self._future: list[Location] = []

    def go(self, place: Location) -> None:
        """Move on; the way back leads here, and what lay ahead is forgotten."""
        if place != self.place:
            self._past.append(self.place)
            del self._past[: -self._LONGEST]
            self._future.clear()
        self.place = place

    def adjust(self, **changes: object) -> None:
        """The reader moves about within the present place."""
        self.place = self.place._replace(**changes)  # type: ignore[arg-type]

    def back(self) -> Location | None:
        """Return to the place before; None at the beginning."""
        return self._turn(self._past, self._future)

    def forward(self) -> Location | None:
        """Undo a step back; None where there was none."""
        return self._turn(self._future, self._past)

    def _turn(self, ahead: list[Location], behind: list[Location]) -> Location | None:
        if not ahead:
            return None
        behind.append(self.place)
        self.place = ahead.pop()
        return self.place
