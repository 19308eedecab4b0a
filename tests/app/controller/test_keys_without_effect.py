"""A key that does nothing says why in the key bar."""

from __future__ import annotations

import pytest

from tests.app.controller.keyboard import Keyboard
from tui.app.browse.location import OVERVIEW, PINS, TIMELINE, Location
from tui.store import Store
from tui.text.width import cell_width

_GLOSSARY = Location("glossary", panel="page")
_PLAYERS = Location("players")
_OVERVIEW = Location(OVERVIEW, panel="page")

_KEY_BAR = 38
"""Cells of a message in the narrowest window."""
_STATISTIC = Location("statistics", "consultation-market", panel="page")


@pytest.mark.parametrize(
    ("location", "keys", "reason"),
    [
        (_OVERVIEW, ("escape",), "no page to go back to; q quits"),
        (_OVERVIEW, ("w",), "no page to go forward to"),
        (_OVERVIEW, ("o",), "you are here already"),
        (Location(TIMELINE, panel="page"), ("T",), "you are here already"),
        (Location(PINS), ("M",), "you are here already"),
        (Location(PINS), ("enter",), "the list is empty"),
        (_OVERVIEW, ("right",), "no panel on the right; Tab for a link"),
        (_OVERVIEW, ("z",), "only one panel here, nothing to zoom"),
        (_OVERVIEW, ("c",), "no marks here: mark records in a list"),
        (_OVERVIEW, ("s",), "no list here to sort or filter"),
        (_OVERVIEW, ("m",), "select a record first"),
        (_OVERVIEW, ("Z",), "this page has no sections to fold"),
        (_OVERVIEW, ("0",), "there is no section 0"),
        (_OVERVIEW, ("H",), "no notice to close"),
        (_PLAYERS, ("x",), "no filter and no mark to clear"),
        (_STATISTIC, ("g", "9"), "this page has no citation [9]"),
        (_GLOSSARY, ("d",), "no dispute here"),
    ],
)
def test_the_reason_is_said(
    sample_store: Store, location: Location, keys: tuple[str, ...], reason: str
) -> None:
    keyboard = Keyboard(sample_store, location, language="en")
    before = keyboard.location
    keyboard.press(*keys)
    assert keyboard.message == reason
    assert cell_width(reason) <= _KEY_BAR
    assert keyboard.location.page == before.page


def test_the_first_and_the_last_tab_say_so(sample_store: Store) -> None:
    keyboard = Keyboard(sample_store, language="en", width=80)
    keyboard.press("left", "left")
    assert keyboard.message == "this is the first section"
    keyboard.press(*["right"] * 20)
    assert keyboard.message == "this is the last section"


def test_forecasts_are_hidden_and_shown_with_a_message(sample_store: Store) -> None:
    keyboard = Keyboard(sample_store, language="en")
    keyboard.press("f")
    assert keyboard.message == "forecasts hidden"
    keyboard.press("f")
    assert keyboard.message == "forecasts shown"
