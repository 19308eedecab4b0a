"""Which panels are seen: told by the place and by the room there is. Where they stand is said in
the style sheet; to show and to hide by its classes would have every style looked up anew at every
key."""

from __future__ import annotations

from typing import NamedTuple

from tui.app.browse.location import PAGES, SEARCH, Location

BESIDE = 80
"""Cells from which list and page stand side by side."""


class VisiblePanels(NamedTuple):
    """Whether each of them is seen."""

    list: bool
    page: bool
    search: bool
    narrow: bool


def visible_panels(place: Location, width: int, *, alone: bool) -> VisiblePanels:
    """``alone``: the reader wants one panel at a time, however much room there is."""
    no_list = place.section in PAGES
    reading = no_list or place.panel == "page"
    one = alone or width < BESIDE
    return VisiblePanels(
        list=not no_list and not (one and reading),
        page=reading or not one,
        search=place.section == SEARCH,
        narrow=place.panel == "narrow",
    )
