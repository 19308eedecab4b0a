"""No input crashes the app, at any size: packets of bunched keys, mouse reports, pastes and broken
sequences. ``make fuzz`` takes many more examples, ``tests/e2e`` sends them through terminals."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.message import Message

from tests.app.reading import Reading, opened
from tests.app.screens import SCREENS
from tests.fuzzed_input import END, Packet, fuzz_settings, packets, sizes
from tui.app.browse.location import Location
from tui.app.browse.user_session import UserSession
from tui.app.dialogs import export_dialog
from tui.app.terminal.reply_tracker import ReplyTracker
from tui.app.textual_internals.input_parser import InputParser
from tui.store import Store
from tui.text.control_characters import without_controls
from tui.text.language import LANGUAGES, Language

_LOCATIONS = sorted({screen.location for screen in SCREENS.values()})


class _Keyboard:
    """Types bytes into an app without a terminal, parsed as those of a terminal are."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._parser = InputParser("utf-8", ReplyTracker())

    async def write(self, packet: bytes) -> None:
        """Type bytes that arrive in one read, and wait until they have had their effect."""
        self._post(self._parser.feed(packet))
        while self._parser.delay is not None:
            self._post(self._parser.silence())
        await self._reading.settle()

    def _post(self, messages: Iterable[Message]) -> None:
        for message in messages:
            self._reading.app.post_message(message)


async def _type(
    store: Store, size: tuple[int, int], language: Language, place: Location, typed: list[Packet]
) -> None:
    async with opened(store, size, language, location=place, session=UserSession()) as reading:
        app, keyboard = reading.app, _Keyboard(reading)
        for packet in (*typed, END):
            if isinstance(packet, bytes):
                await keyboard.write(packet)
            else:
                await reading.resize(*packet)
            assert app.failure is None
            if not app.is_running:
                break
            widths = {cell_len(line) for line in reading.lines}
            assert len(widths) <= 1, reading.text
            assert all(without_controls(line) == line for line in reading.lines)
        if app.is_running:
            await keyboard.write(b"qq")
        assert not app.is_running
        assert app.return_code == 0


@given(sizes, st.sampled_from(LANGUAGES), st.sampled_from(_LOCATIONS), packets)
@fuzz_settings(6)
def test_no_input_crashes_the_app(
    sample_store: Store,
    size: tuple[int, int],
    language: Language,
    place: Location,
    typed: list[Packet],
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(export_dialog, "write_file", lambda *_, **__: None)  # to any path
        asyncio.run(_type(sample_store, size, language, place, typed))
