"""Keys that arrive in one packet: each takes effect before the next one is routed."""

from __future__ import annotations

from tests.app.reading import Reading, opened
from tui.app.browse.location import Location
from tui.app.browse.user_session import UserSession
from tui.store import Store

_DIALOGS = {
    "p": "escape",
    "F": "escape",
    "question_mark": "q",
    "e": "enter",
    "S": "escape",
}
"""The keys that open and close each dialog."""


async def test_keys_behind_those_that_open_and_close_a_dialog_go_to_the_panels(
    sample_store: Store,
) -> None:
    async with opened(sample_store, location=Location("statistics")) as reading:
        for open_key, close_key in _DIALOGS.items():
            await reading.press("home")
            await reading.chunk(open_key, close_key, "j", "j")
            assert reading.has_panels, open_key
            assert " 3/" in reading.position, open_key
            await reading.press("home", open_key)
            assert not reading.has_panels, open_key
            await reading.chunk(close_key, "j", "j")
            assert reading.has_panels, open_key
            assert " 3/" in reading.position, open_key


async def test_a_row_of_the_palette_clicked_twice_is_chosen_once(sample_store: Store) -> None:
    async with opened(sample_store) as reading:
        await reading.press("p", *"zc")
        await reading.double_click(*reading.find("到政策"))
        assert reading.app.failure is None
        assert reading.has_panels


async def test_text_behind_the_key_that_opens_a_dialog_is_typed_into_it(
    sample_store: Store,
) -> None:
    location = Location("policies")
    async with opened(sample_store, location=location, session=UserSession()) as reading:
        await reading.chunk("e", *"jkq 1/", "enter")
        assert await _note(reading) == "jkq 1/"


async def _note(reading: Reading) -> str:
    await reading.press("e")
    (line,) = [line for line in reading.lines if "jkq" in line]
    return line.strip(" │")
