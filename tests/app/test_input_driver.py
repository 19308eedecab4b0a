"""The input driver: keys are read when they are typed, whole or in pieces."""

from __future__ import annotations

import asyncio
import os
import queue
import threading
import time
from collections.abc import Iterator

import pytest
from textual import constants
from textual.drivers._writer_thread import WriterThread
from textual.events import Callback, Key, Paste, Resize
from textual.message import Message

pytest.importorskip("termios")

from tui.app.app import BriefingApp
from tui.app.browse.controller import BrowseController
from tui.app.terminal.capabilities import TerminalCapabilities
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

    def __init__(self, app: BriefingApp) -> None:
        self.driver = InputDriver(app)
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

    def close(self) -> None:
        os.close(self._write_end)

    def next_message(self) -> Message:
        return self._messages.get(timeout=_TIMEOUT)

    def next_key(self) -> str:
        message = self.next_message()
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
    keyboard = _Keyboard(_app(sample_store))
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


@pytest.mark.parametrize("pause", [False, True], ids=["at once", "in pieces"])
async def test_a_late_reply_is_no_key(keyboard: _Keyboard, pause: bool) -> None:
    keyboard.type(b"a")
    assert keyboard.next_key() == "a"
    for piece in (b"\x1b]11;rgb:0000/00", b"00/0000\x1b\\\x1b[?62;", b"22c\x1b[5;3R"):
        keyboard.type(piece)
        assert not pause or keyboard.is_silent()
    keyboard.type(b"b")
    assert keyboard.next_key() == "b"
    assert keyboard.is_silent()


async def test_pasted_control_sequences_are_no_keys(keyboard: _Keyboard) -> None:
    keyboard.type("\x1b[200~医\x1b]11;x\x1b[31m保\x1b[201~".encode())
    message = keyboard.next_message()
    assert isinstance(message, Paste)
    assert message.text == "医\x1b]11;x\x1b[31m保"
    assert keyboard.is_silent()


@pytest.mark.parametrize("encoding", ["gbk", "gb18030", "gb2312", "big5", "utf-8", "ascii"])
async def test_input_is_decoded_in_the_encoding_of_the_terminal(
    sample_store: Store, encoding: str
) -> None:
    app = BriefingApp(
        BrowseController(sample_store, Originals(None), "zh"),
        UNICODE,
        terminal=TerminalCapabilities(encoding=encoding),
    )
    keyboard = _Keyboard(app)
    # The second byte of some characters is that of an ASCII letter: 誠 in Big5, 丂 in GBK.
    text = {"big5": "誠實", "gbk": "丂医", "gb18030": "丂医"}.get(encoding, "医保")
    for byte in text.encode("utf-8" if encoding == "ascii" else encoding):
        keyboard.type(bytes([byte]))
    assert keyboard.next_key() + keyboard.next_key() == text
    keyboard.stop()


async def test_the_app_ends_at_the_end_of_its_terminal(sample_store: Store) -> None:
    keyboard = _Keyboard(_app(sample_store))
    hung_up = asyncio.Event()
    keyboard.driver._app.hang_up = hung_up.set  # type: ignore[attr-defined]
    keyboard.close()
    await asyncio.wait_for(hung_up.wait(), _TIMEOUT)
    keyboard.thread.join(_TIMEOUT)
    assert not keyboard.thread.is_alive()


async def test_a_keyboard_protocol_that_was_not_entered_is_not_left(
    sample_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[str] = []
    monkeypatch.setattr(constants, "DISABLE_KITTY_KEY", True)  # as ``tui.app`` sets it
    monkeypatch.setattr(WriterThread, "write", lambda _, text: written.append(text))
    driver = InputDriver(_app(sample_store))
    driver._writer_thread = WriterThread(driver._file)
    driver._has_terminal = True
    driver.stop_application_mode()
    assert "\x1b[?1049l" in written
    assert not [text for text in written if text.endswith("u")]


async def test_the_app_uses_this_driver(sample_store: Store) -> None:
    assert _app(sample_store).get_driver_class() is InputDriver


@pytest.mark.parametrize(
    "sequence",
    [
        b"\x1b[48;9999;9999;1;1t",
        b"\x1b[99999999999u",
        b"\x1b[48;24;80;0;0t\x1b[<0;1;1M",
        b"\x1b[9999999999999999999;1H",
    ],
)
async def test_a_number_out_of_range_does_not_end_the_input_thread(
    keyboard: _Keyboard, sequence: bytes
) -> None:
    keyboard.type(sequence)
    keyboard.type(b"j")
    while not isinstance(message := keyboard.next_message(), Key) or message.key != "j":
        assert not isinstance(message, Resize) or message.size.width < 1000
    assert keyboard.thread.is_alive()


@pytest.mark.parametrize("keys", [b"l", b"\x1b[<35;10;10M"], ids=["keys", "mouse"])
async def test_a_busy_app_is_not_sent_more_input_than_it_can_handle(
    keyboard: _Keyboard, keys: bytes
) -> None:
    keyboard.type(keys * 1000)
    end = time.monotonic() + _TIMEOUT
    while keyboard.is_silent():  # on a busy machine the first may take a while
        assert time.monotonic() < end
    received = 1
    while not keyboard.is_silent():
        received += 1
    assert received <= 200


async def test_input_goes_on_when_the_app_has_handled_it(keyboard: _Keyboard) -> None:
    waiting = keyboard.driver._app._message_queue
    keyboard.type(b"l" * 1000)
    received = 0
    while received < 1000:
        if not keyboard.is_silent():
            received += 1
            continue
        event = await asyncio.wait_for(waiting.get(), _TIMEOUT)
        assert isinstance(event, Callback)
        await event.callback()
    assert keyboard.is_silent()
