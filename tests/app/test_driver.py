"""Keys are read as soon as they are typed, whole or in pieces."""

from __future__ import annotations

import os
import queue
import threading
import time
from collections.abc import Iterator

import pytest
from textual.events import Key
from textual.message import Message

pytest.importorskip("termios")

from tui.app.textual_internals.input_driver import InputDriver
from tui.render.glyphs import UNICODE
from tui.store import Store
from tui.store.originals import Originals

_PATIENCE = 20


class _Typist:
    def __init__(self, store: Store) -> None:
        from tui.app.app import BriefingApp
        from tui.app.browse.controller import BrowseController

        self.driver = InputDriver(
            BriefingApp(BrowseController(store, Originals(None), "zh"), UNICODE)
        )
        self.driver.fileno, self._keyboard = os.pipe()
        self._heard: queue.Queue[Message] = queue.Queue()
        self.driver.process_message = self._heard.put  # type: ignore[method-assign]
        self.thread = threading.Thread(target=self.driver.run_input_thread, daemon=True)
        self.thread.start()

    def type(self, keys: bytes) -> None:
        os.write(self._keyboard, keys)

    def next_key(self) -> str:
        message = self._heard.get(timeout=_PATIENCE)
        assert isinstance(message, Key)
        return message.key

    def is_silent(self) -> bool:
        time.sleep(0.05)
        return self._heard.empty()

    def end(self) -> None:
        self.driver.exit_event.set()
        self.thread.join(_PATIENCE)


@pytest.fixture
async def typist(sample_store: Store) -> Iterator[_Typist]:
    typist = _Typist(sample_store)
    yield typist
    typist.end()
    assert not typist.thread.is_alive()


async def test_a_key_of_several_bytes_is_one_key(typist: _Typist) -> None:
    typist.type(b"\x1b[A")
    assert typist.next_key() == "up"
    assert typist.is_silent()


async def test_escape_alone_is_a_key_by_itself(typist: _Typist) -> None:
    for _ in range(3):
        typist.type(b"\x1b")
        assert typist.next_key() == "escape"
    typist.type(b"q")
    assert typist.next_key() == "q"


async def test_a_character_may_arrive_in_pieces(typist: _Typist) -> None:
    first, *rest = "医".encode()
    typist.type(bytes([first]))
    assert typist.is_silent()
    typist.type(bytes(rest))
    assert len(typist.next_key()) >= 1
    assert typist.is_silent()


async def test_bytes_that_are_no_text_end_nothing(typist: _Typist) -> None:
    typist.type(b"\xff\xfe")
    typist.type(b"j")
    heard = [typist.next_key()]
    while heard[-1] != "j":
        heard.append(typist.next_key())
    assert typist.thread.is_alive()


async def test_it_can_be_ended_and_begun_again(typist: _Typist) -> None:
    typist.end()
    typist.driver.exit_event.clear()
    typist.thread = threading.Thread(target=typist.driver.run_input_thread, daemon=True)
    typist.thread.start()
    typist.type(b"j")
    assert typist.next_key() == "j"


async def test_the_app_takes_this_driver(typist: _Typist) -> None:
    assert typist.driver._app.get_driver_class() is InputDriver
