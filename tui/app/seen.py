"""Which panels are seen: told by the place and by the room there is. Where they stand is said in
the style sheet; to show and to hide by its classes would have every style looked up anew at every
key."""

from __future__ import annotations

from typing import NamedTuple

from tui.app.navigation import PAGES, SEARCH, Place

BESIDE = 80
"""Cells from which list and page stand side by side."""


class Seen(NamedTuple):
    """Whether each of them is seen."""

    list: bool
    page: bool
    search: bool
    narrow: bool


def seen(place: Place, width: int, *, alone: bool) -> Seen:
    """``alone``: the reader wants one panel at a time, however much room there is."""
    no_list = place.section in PAGES
    reading = no_list or place.panel == "page"
    one = alone or width < BESIDE
    return Seen(
        list=not no_list and not (one and reading),
        page=reading or not one,
        search=place.section == SEARCH,
        narrow=place.panel == "narrow",
    )
