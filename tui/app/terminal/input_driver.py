"""Keys from the terminal without waiting: Textual looks for them ten times a second.

That costs an idle app processor time, and a lone Escape, which may be the beginning of another
key, a tenth of a second. Here the thread that reads keys sleeps until there is one.
"""

from __future__ import annotations

import os
import selectors
from codecs import getincrementaldecoder
from threading import Event

from textual import constants
from textual._xterm_parser import XTermParser
from textual.app import App
from textual.drivers.linux_driver import LinuxDriver

_AT_ONCE = 4096
"""Bytes that are read together."""
_MORE = 0.001
"""Seconds by which that delay is surely over."""


class _WakingEvent(Event):
    """An event that also makes a file readable: a thread that waits for files notices it."""

    def __init__(self) -> None:
        super().__init__()
        self.file, self._wake = os.pipe()

    def set(self) -> None:
        super().set()
        os.write(self._wake, b"\0")

    def clear(self) -> None:
        if self.is_set():
            os.read(self.file, _AT_ONCE)
        super().clear()


class InputDriver(LinuxDriver):
    """Textual's own driver, which reads keys when there are some."""

    def __init__(
        self,
        app: App[object],
        *,
        debug: bool = False,
        mouse: bool = True,
        size: tuple[int, int] | None = None,
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self.exit_event = _WakingEvent()

    def _run_input_thread(self) -> None:
        """What goes wrong here ends the app as anything else does."""
        try:
            self.run_input_thread()
        except Exception as error:
            self._app.call_later(self._app._handle_exception, error)

    def run_input_thread(self) -> None:
        """Hand on what is typed, until the app no longer listens."""
        assert isinstance(self.exit_event, _WakingEvent)
        parser = XTermParser(self._debug)
        decode = getincrementaldecoder("utf-8")("replace").decode
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            selector.register(self.exit_event.file, selectors.EVENT_READ)
            undecided = False  # whether an Escape may yet become another key
            while not self.exit_event.is_set():
                wait = constants.ESCAPE_DELAY + _MORE if undecided else None
                keys = [key for key, _ in selector.select(wait) if key.fd == self.fileno]
                if keys:
                    data = os.read(self.fileno, _AT_ONCE)
                    if not data:  # the terminal is gone
                        return
                    text = decode(data)  # nothing yet of a character of which a part has come
                    for message in parser.feed(text) if text else ():
                        self.process_message(message)
                passed = list(parser.tick())
                for message in passed:
                    self.process_message(message)
                undecided = bool(keys or passed)
