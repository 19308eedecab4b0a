"""A Linux driver that blocks until input arrives.

Textual's own driver polls ten times a second, which costs an idle app CPU time and delays a lone
Escape, possibly the first byte of an escape sequence, by up to a tenth of a second.
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

_READ_SIZE = 4096
"""Bytes read at a time."""
_MARGIN = 0.001
"""Seconds added to the escape delay, so that the parser finds it expired."""


class _SelectableEvent(Event):
    """An event with a file descriptor that is readable while the event is set (self-pipe)."""

    def __init__(self) -> None:
        super().__init__()
        self.file, self._write_end = os.pipe()

    def set(self) -> None:
        super().set()
        os.write(self._write_end, b"\0")

    def clear(self) -> None:
        if self.is_set():
            os.read(self.file, _READ_SIZE)
        super().clear()


class InputDriver(LinuxDriver):
    """Textual's driver with an input thread that sleeps in ``select`` without a timeout."""

    def __init__(
        self,
        app: App[object],
        *,
        debug: bool = False,
        mouse: bool = True,
        size: tuple[int, int] | None = None,
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self.exit_event = _SelectableEvent()

    def _run_input_thread(self) -> None:
        """Handle exceptions of this thread as the app handles its own."""
        try:
            self.run_input_thread()
        except Exception as error:
            self._app.call_later(self._app._handle_exception, error)

    def run_input_thread(self) -> None:
        """Parse input and post its events until ``exit_event`` is set or the terminal is gone."""
        assert isinstance(self.exit_event, _SelectableEvent)
        parser = XTermParser(self._debug)
        decode = getincrementaldecoder("utf-8")("replace").decode
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            selector.register(self.exit_event.file, selectors.EVENT_READ)
            pending = False  # whether an Escape may still become an escape sequence
            while not self.exit_event.is_set():
                timeout = constants.ESCAPE_DELAY + _MARGIN if pending else None
                ready = [key for key, _ in selector.select(timeout) if key.fd == self.fileno]
                if ready:
                    data = os.read(self.fileno, _READ_SIZE)
                    if not data:  # end of file: the terminal is gone
                        return
                    text = decode(data)  # empty until a character is complete
                    for message in parser.feed(text) if text else ():
                        self.process_message(message)
                expired = list(parser.tick())
                for message in expired:
                    self.process_message(message)
                pending = bool(ready or expired)
