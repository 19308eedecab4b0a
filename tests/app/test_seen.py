"""Which panels are seen at which place, in windows of all widths."""

from __future__ import annotations

import pytest

from tui.app.browse.location import OVERVIEW, SEARCH, TIMELINE, Location
from tui.app.browse.view_state import VisiblePanels, visible_panels

_LIST, _PAGE = Location("players"), Location("players", "jd-health", panel="page")
_BOTH = VisiblePanels(list=True, page=True, search=False, narrow=False)
_LIST_ALONE = VisiblePanels(list=True, page=False, search=False, narrow=False)
_PAGE_ALONE = VisiblePanels(list=False, page=True, search=False, narrow=False)


@pytest.mark.parametrize(
    ("place", "width", "alone", "expected"),
    [
        (_LIST, 80, False, _BOTH),
        (_PAGE, 200, False, _BOTH),
        (_LIST, 79, False, _LIST_ALONE),
        (_PAGE, 79, False, _PAGE_ALONE),
        (_LIST, 200, True, _LIST_ALONE),
        (_PAGE, 200, True, _PAGE_ALONE),
        (_LIST._replace(panel="sections"), 60, False, _LIST_ALONE),
        (Location(OVERVIEW, panel="sections"), 60, False, _PAGE_ALONE),
        (Location(TIMELINE, panel="page"), 200, False, _PAGE_ALONE),
        (_LIST._replace(panel="narrow"), 80, False, _BOTH._replace(narrow=True)),
        (Location(SEARCH, panel="search"), 80, False, _BOTH._replace(search=True)),
        (Location(SEARCH, panel="search"), 60, False, _LIST_ALONE._replace(search=True)),
        (Location(SEARCH, panel="page"), 60, False, _PAGE_ALONE._replace(search=True)),
    ],
)
def test_list_and_page_stand_beside_each_other_or_take_turns(
    place: Location, width: int, alone: bool, expected: VisiblePanels
) -> None:
    assert visible_panels(place, width, alone=alone) == expected._replace(alone=alone)
