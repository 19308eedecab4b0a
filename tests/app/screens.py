"""Every screen of the app, in one table: a new one is added here, and has its goldens and all
that is checked of them."""

from __future__ import annotations

from typing import NamedTuple

from tests.app.reading import Reading
from tui.app.browse.location import OVERVIEW, Location
from tui.app.widgets.line_view import LineView

Size = tuple[int, int]


class Screen(NamedTuple):
    """What is to be seen: from ``place``, after ``keys``."""

    place: Location
    keys: tuple[str, ...] = ()
    sizes: tuple[Size, ...] = ((60, 20), (80, 24), (120, 40), (200, 60))


_FIRST = Location(OVERVIEW, panel="page")
_MARKET = Location("statistics", "market-size", panel="page")

SCREENS: dict[str, Screen] = {
    "overview": Screen(_FIRST),
    "briefs": Screen(Location("briefs")),
    "players": Screen(Location("players"), ("down",)),
    "player": Screen(Location("players", "jd-health", panel="page")),
    "policies": Screen(Location("policies")),
    "policy": Screen(Location("policies", "policy-nhsa-2019-47", panel="page")),
    "statistics": Screen(Location("statistics")),
    "statistic": Screen(_MARKET, ("tab",)),
    "themes": Screen(Location("themes")),
    "disagreements": Screen(Location("disagreements")),
    "disagreement": Screen(_MARKET, ("d",)),
    "glossary": Screen(Location("glossary")),
    "gaps": Screen(Location("gaps")),
    "sources": Screen(Location("sources")),
    # Without the originals: their text may not be copied.
    "citation": Screen(_MARKET, ("3",)),
    "search": Screen(_FIRST, ("slash", *"health")),
    "search-answer": Screen(_FIRST, ("slash", *"3537")),
    "search-empty": Screen(_FIRST, ("slash",)),
    "search-nothing": Screen(_FIRST, ("slash", *"zzzzzz")),
    "no-forecasts": Screen(_MARKET, ("f",)),
    "timeline": Screen(Location("timeline", panel="page")),
    "comparison": Screen(Location("compare", "jd-health,ali-health", panel="page")),
    "sorted": Screen(Location("statistics", "market-size"), ("s", "s")),
    "alone": Screen(Location("statistics"), ("z",)),
    "narrowed": Screen(Location("policies"), ("F", "space", "escape", "t", *"yibao")),
    "facets": Screen(Location("policies"), ("F", "space")),
    "letters": Screen(_MARKET, ("g",)),
    "pins": Screen(Location("pins")),
    "pinned": Screen(Location("players"), ("m", "down", "m", "M")),
    "palette": Screen(_FIRST, ("p",)),
    "palette-typed": Screen(_FIRST, ("p", *"zc")),
    "themed": Screen(_FIRST, ("C",)),
    "help": Screen(_FIRST, ("question_mark",)),
    "too-small": Screen(_FIRST, (), ((39, 12), (40, 11), (20, 5), (6, 2))),
    "smallest": Screen(_MARKET, (), ((40, 12),)),
}


def panels(reading: Reading) -> str:
    """Where the panels in front stand: ``name column,line widthxheight``, for who checks them."""
    if "-small" in reading.app.screen.classes:
        return "none"
    seen = [panel for panel in reading.app.screen.query(LineView) if panel.region.area]
    return "; ".join(
        f"{panel.id} {panel.region.x},{panel.region.y} {panel.region.width}x{panel.region.height}"
        for panel in seen
        if panel.is_on_screen
    )
