"""Which panels are visible at which location and width; how often a state is applied."""

from __future__ import annotations

import pytest

from tests.app.controller.keyboard import Keyboard
from tui.app.browse.location import OVERVIEW, SEARCH, TIMELINE, Location
from tui.app.browse.view_state import VisiblePanels, visible_panels
from tui.app.commands import COMMANDS, CURSOR_COMMANDS
from tui.app.key_command import KeyCommand
from tui.store import Store

_LIST, _PAGE = Location("players"), Location("players", "qinghe-health", panel="page")
_BOTH = VisiblePanels(list=True, page=True)
_LIST_ALONE = VisiblePanels(list=True, page=False)
_PAGE_ALONE = VisiblePanels(list=False, page=True)


@pytest.mark.parametrize(
    ("location", "width", "alone", "expected"),
    [
        (_LIST, 100, False, _BOTH),
        (_PAGE, 200, False, _BOTH),
        (_LIST, 99, False, _LIST_ALONE),
        (_PAGE, 99, False, _PAGE_ALONE),
        (_LIST, 200, True, _LIST_ALONE._replace(alone=True)),
        (_PAGE, 200, True, _PAGE_ALONE._replace(alone=True)),
        (_LIST._replace(panel="sections"), 60, False, _LIST_ALONE),
        (Location(OVERVIEW, panel="sections"), 60, False, _PAGE_ALONE),
        (Location(TIMELINE, panel="page"), 200, False, _PAGE_ALONE),
        (_LIST._replace(panel="narrow"), 100, False, _BOTH._replace(narrow=True)),
        (Location(SEARCH, panel="search"), 100, False, _BOTH._replace(search=True)),
        (Location(SEARCH, panel="search"), 60, False, _LIST_ALONE._replace(search=True)),
        (Location(SEARCH, panel="page"), 60, False, _PAGE_ALONE._replace(search=True)),
    ],
)
def test_visible_panels_depend_on_location_and_width(
    location: Location, width: int, alone: bool, expected: VisiblePanels
) -> None:
    shown = visible_panels(location, width, alone=alone)
    assert shown[:5] == expected[:5]
    assert shown.frame == ("box" if width >= 100 else "rule")
    assert shown.page_frame == ("none" if location.section == OVERVIEW else shown.frame)
    assert bool(shown.answer) == (location.section == SEARCH and shown.list)


def test_the_answer_takes_more_lines_of_a_higher_window() -> None:
    heights = [
        visible_panels(Location(SEARCH), 80, lines, alone=False).answer for lines in range(60)
    ]
    assert heights == sorted(heights)
    assert heights[11] == 0
    assert heights[12] == 3  # a frame, and two lines of the answer
    assert all(answer <= lines // 2 for lines, answer in enumerate(heights))


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.action)
@pytest.mark.parametrize("location", [_LIST, _PAGE, Location(OVERVIEW, panel="page")])
def test_every_command_of_the_registry_is_handled_in_one_state(
    sample_store: Store, command: KeyCommand, location: Location
) -> None:
    keyboard = Keyboard(sample_store, location)
    before = keyboard.states
    keyboard.press(command.keys[0])
    if command.action in CURSOR_COMMANDS:
        assert keyboard.states - before <= 1  # none where only the page scrolls
    else:
        assert keyboard.states - before == 1


def test_a_row_move_leaves_the_list_as_it_is(sample_store: Store) -> None:
    keyboard = Keyboard(sample_store, _LIST)
    before = keyboard.state
    keyboard.press("down")
    assert keyboard.state.list is before.list  # the widget has moved its cursor already
    assert keyboard.state.page is not before.page
    assert keyboard.location.record == keyboard.rows[1].id


def test_a_change_of_panel_leaves_list_and_page_as_they_are(sample_store: Store) -> None:
    keyboard = Keyboard(sample_store, _LIST)
    before = keyboard.state
    keyboard.press("right")
    assert keyboard.state.list is before.list
    assert keyboard.state.page is before.page
    assert keyboard.focus == "page"


def test_the_width_determines_the_visible_panels(sample_store: Store) -> None:
    keyboard = Keyboard(sample_store, _LIST)
    keyboard.width = 60
    keyboard.apply(keyboard.controller.resized(keyboard.positions()))
    assert keyboard.state.visible == _LIST_ALONE
