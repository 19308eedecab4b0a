"""The table of all screens. Each screen in it has golden files and is checked against
``screen_rules``."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from rich.cells import cell_len

from tests.app.reading import Reading, opened
from tui.app.browse.location import OVERVIEW, Location
from tui.store import Store
from tui.text.language import Language

Size = tuple[int, int]
"""Columns and lines."""

ALL_SIZES: tuple[Size, ...] = ((60, 20), (80, 24), (120, 40), (200, 60))
"""One panel, two panels, three panels, and a very large terminal."""


class Screen(NamedTuple):
    """A screen: ``location`` after pressing ``keys``."""

    location: Location
    keys: tuple[str, ...] = ()
    sizes: tuple[Size, ...] = ALL_SIZES
    """The sizes in which the rules are checked."""
    golden_sizes: tuple[Size, ...] = ((80, 24), (120, 40))
    """The sizes that have a golden file."""
    originals: bool = True
    """Whether the app gets a folder of originals."""


_LARGE_TOO: tuple[Size, ...] = ((80, 24), (120, 40), (200, 60))
_OVERVIEW = Location(OVERVIEW, panel="page")
_STATISTIC = Location("statistics", "e-prescriptions", panel="page")
_TOO_SMALL: tuple[Size, ...] = ((39, 12), (40, 11), (20, 5), (6, 2))

EXISTING_FILE = "exists.md"
"""A file in the working folder."""

SCREENS: dict[str, Screen] = {
    "overview": Screen(_OVERVIEW, golden_sizes=ALL_SIZES),
    "briefs": Screen(Location("briefs"), golden_sizes=_LARGE_TOO),
    "players": Screen(Location("players"), ("down",), golden_sizes=ALL_SIZES),
    "player": Screen(Location("players", "changle-health", panel="page"), golden_sizes=_LARGE_TOO),
    "policies": Screen(Location("policies"), golden_sizes=_LARGE_TOO),
    "policy": Screen(
        Location("policies", "policy-payment-2021", panel="page"), golden_sizes=_LARGE_TOO
    ),
    "statistics": Screen(Location("statistics")),
    "statistic": Screen(_STATISTIC, ("tab",), golden_sizes=ALL_SIZES),
    "themes": Screen(Location("themes")),
    "disagreements": Screen(Location("disagreements")),
    "disagreement": Screen(_STATISTIC, ("d",), golden_sizes=_LARGE_TOO),
    "glossary": Screen(Location("glossary")),
    "gaps": Screen(Location("gaps")),
    "sources": Screen(Location("sources"), golden_sizes=_LARGE_TOO),
    "citation": Screen(_STATISTIC, ("g", "3"), golden_sizes=_LARGE_TOO),
    "citation-without-original": Screen(_STATISTIC, ("g", "3"), originals=False),
    "search": Screen(_OVERVIEW, ("slash", *"health"), golden_sizes=ALL_SIZES),
    "search-answer": Screen(_OVERVIEW, ("slash", *"chufang 2023"), golden_sizes=_LARGE_TOO),
    "search-empty": Screen(_OVERVIEW, ("slash",)),
    "search-nothing": Screen(_OVERVIEW, ("slash", *"zzzzzz")),
    "no-forecasts": Screen(_STATISTIC, ("f",)),
    "timeline": Screen(Location("timeline", panel="page"), golden_sizes=_LARGE_TOO),
    "comparison": Screen(
        Location("compare", "changle-health,xiaoman-health", panel="page"), golden_sizes=ALL_SIZES
    ),
    "sorted": Screen(Location("statistics", "e-prescriptions"), ("s", "s")),
    "alone": Screen(Location("statistics"), ("z",)),
    "narrowed": Screen(Location("policies"), ("F", "space", "enter", "t", *"yibao")),
    "facets": Screen(Location("policies"), ("F", "space")),
    "letters": Screen(_STATISTIC, ("g",)),
    "pins": Screen(Location("pins")),
    "pinned": Screen(Location("players"), ("m", "down", "m", "M")),
    "palette": Screen(_OVERVIEW, ("p",)),
    "palette-typed": Screen(_OVERVIEW, ("p", *"zc")),
    "export": Screen(Location("players"), ("c", "down", "c", "S"), ALL_SIZES[:3]),
    "export-question": Screen(
        Location("policies"),
        ("S", "tab", "ctrl+u", *EXISTING_FILE, "enter"),
        sizes=((80, 24),),
        golden_sizes=((80, 24),),
    ),
    "themed": Screen(_OVERVIEW, ("C", "down", "enter")),
    "help": Screen(_OVERVIEW, ("question_mark",), golden_sizes=_LARGE_TOO),
    "too-small": Screen(_OVERVIEW, (), _TOO_SMALL, _TOO_SMALL),
    "smallest": Screen(_STATISTIC, (), ((40, 12),), ((40, 12),)),
}


async def render(
    name: str, size: Size, language: Language, store: Store, originals: Path | None
) -> str:
    """Return a screen as the text of its golden file.

    It contains the lines of the screen, the text under the cursor and the regions of the panels.
    """
    screen = SCREENS[name]
    folder = originals if screen.originals else None
    async with opened(store, size, language, location=screen.location, originals=folder) as reading:
        await reading.press(*screen.keys)
        assert [cell_len(line) for line in reading.lines] == [size[0]] * size[1]
        return f"{reading.text}\n--- chosen: {reading.chosen}\n--- panels: {_regions(reading)}\n"


def _regions(reading: Reading) -> str:
    """Return the visible panels as ``name column,line widthxheight``."""
    if "-small" in reading.app.screen.classes:
        return "none"
    return "; ".join(
        f"{panel.id} {panel.region.x},{panel.region.y} {panel.region.width}x{panel.region.height}"
        for panel in reading.app.screen.query("LineView, AnswerCard, #search, #narrow")
        if panel.region.area and panel.is_on_screen
    )
