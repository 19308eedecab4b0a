"""What stands on the screen, cell by cell: text goldens of the panels at several sizes."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.cells import cell_len

from tests.app.reading import Reading, opened
from tests.golden import check_golden
from tui.app.navigation import OVERVIEW, Place
from tui.store import Store
from tui.text.language import LANGUAGES, Language

_GOLDEN = Path(__file__).parent / "golden"
_STATISTIC = Place("statistics", "market-size", panel="page")
_VIEWS: dict[str, tuple[Place, tuple[str, ...]]] = {
    "overview": (Place(OVERVIEW, panel="page"), ()),
    "players": (Place("players"), ("down",)),
    "statistic": (_STATISTIC, ("tab",)),
    "policy": (Place("policies", "policy-nhsa-2019-47", panel="page"), ()),
    # Without the originals: their text may not be copied.
    "citation": (_STATISTIC, ("3",)),
    "search": (Place(OVERVIEW, panel="page"), ("slash", *"health")),
    "timeline": (Place("timeline", panel="page"), ()),
    "comparison": (Place("compare", "jd-health,ali-health", panel="page"), ()),
    "sorted": (Place("statistics", "market-size"), ("s", "s")),
    "alone": (Place("statistics"), ("z",)),
    "narrowed": (Place("policies"), ("F", "space", "escape", "t", *"yibao")),
    "facets": (Place("policies"), ("F", "space")),
    "letters": (_STATISTIC, ("g",)),
    "help": (Place(OVERVIEW, panel="page"), ("question_mark",)),
}
_SIZES = [(80, 24), (120, 40)]
_ONE_PANEL = (60, 20)
_SEEN = [
    *[(view, size) for view in _VIEWS for size in _SIZES],
    *[(view, _ONE_PANEL) for view in ("overview", "players", "statistic", "search")],
]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("view", "size"), _SEEN, ids=[f"{view}-{size[0]}x{size[1]}" for view, size in _SEEN]
)
async def test_the_screen_shows_what_its_golden_holds(
    real_store: Store, view: str, size: tuple[int, int], language: Language
) -> None:
    place, keys = _VIEWS[view]
    async with opened(real_store, size, language, place=place) as reading:
        await reading.press(*keys)
        assert [cell_len(line) for line in reading.lines] == [size[0]] * size[1]
        name = f"{view}-{size[0]}x{size[1]}-{language}.txt"
        check_golden(_GOLDEN / name, _seen(reading))


def _seen(reading: Reading) -> str:
    return f"{reading.text}\n--- chosen: {reading.chosen}\n"
