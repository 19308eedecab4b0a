"""The input driver: keys are read when they are typed, whole or in pieces."""

from __future__ import annotations

import os
import queue
import threading
from collections.abc import Iterator

import pytest
from textual.events import Key
from textual.message import Message

pytest.importorskip("termios")

from tui.app.app import BriefingApp
from tui.app.browse.controller import BrowseController
from tui.app.textual_internals.input_driver import InputDriver
from tui.render.glyphs import UNICODE
from tui.store import Store
from tui.store.originals import Originals

_TIMEOUT = 20
_SILENCE = 0.05
"""Seconds without a message after which none is expected."""


def _app(store: Store) -> BriefingApp:
    return BriefingApp(BrowseController(store, Originals(None), "zh"), UNICODE)


class _Keyboard:
    """Types bytes into a driver whose terminal is a pipe."""

    def __init__(self, store: Store) -> None:
        self.driver = InputDriver(_app(store))
        self.driver.fileno, self._write_end = os.pipe()
        self._messages: queue.Queue[Message] = queue.Queue()
        self.driver.process_message = self._messages.put  # type: ignore[method-assign]
        self.start()

    def start(self) -> None:
        self.thread = threading.Thread(target=self.driver.run_input_thread, daemon=True)
        self.thread.start()

    def stop(self) -> None:
        self.driver.exit_event.set()
        self.thread.join(_TIMEOUT)

    def type(self, keys: bytes) -> None:
        os.write(self._write_end, keys)

    def next_key(self) -> str:
        message = self._messages.get(timeout=_TIMEOUT)
        assert isinstance(message, Key)
        return message.key

    def is_silent(self) -> bool:
        try:
            self._messages.get(timeout=_SILENCE)
        except queue.Empty:
            return True
        return False


@pytest.fixture
async def keyboard(sample_store: Store) -> Iterator[_Keyboard]:
    keyboard = _Keyboard(sample_store)
    yield keyboard
    keyboard.stop()
    assert not keyboard.thread.is_alive()


async def test_an_escape_sequence_is_one_key(keyboard: _Keyboard) -> None:
    keyboard.type(b"\x1b[A")
    assert keyboard.next_key() == "up"
    assert keyboard.is_silent()


async def test_a_lone_escape_is_a_key(keyboard: _Keyboard) -> None:
    for _ in range(3):
        keyboard.type(b"\x1b")
        assert keyboard.next_key() == "escape"
    keyboard.type(b"q")
    assert keyboard.next_key() == "q"


async def test_the_bytes_of_a_character_may_arrive_separately(keyboard: _Keyboard) -> None:
    first, *rest = "医".encode()
    keyboard.type(bytes([first]))
    assert keyboard.is_silent()
    keyboard.type(bytes(rest))
    assert keyboard.next_key()
    assert keyboard.is_silent()


async def test_invalid_utf8_does_not_end_the_input_thread(keyboard: _Keyboard) -> None:
    keyboard.type(b"\xff\xfe")
    keyboard.type(b"j")
    while keyboard.next_key() != "j":
        pass
    assert keyboard.thread.is_alive()


async def test_the_input_thread_can_be_restarted(keyboard: _Keyboard) -> None:
    keyboard.stop()
    keyboard.driver.exit_event.clear()
    keyboard.start()
    keyboard.type(b"j")
    assert keyboard.next_key() == "j"


async def test_the_app_uses_this_driver(sample_store: Store) -> None:
    assert _app(sample_store).get_driver_class() is InputDriver
