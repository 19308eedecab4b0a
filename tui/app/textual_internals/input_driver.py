"""The Linux driver of the app. Other than Textual's own driver, it

- sleeps until input arrives: polling ten times a second costs an idle app CPU time and delays a
  lone Escape, possibly the first byte of an escape sequence, by up to a tenth of a second;
- drops replies of the terminal, whenever they come (``InputParser``), and leaves none to the shell;
- ends the app when the terminal is gone;
- stops reading while the app is behind: the sender is throttled, and no queue grows;
- takes over the terminal again only after a stop, and uses the encoding and size of the terminal.
"""

from __future__ import annotations

import os
import selectors
import signal
import termios
from collections.abc import Iterable
from contextlib import suppress
from functools import partial
from threading import Event
from typing import Any

from textual import constants, events
from textual.app import App
from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message

from tui.app.terminal.capabilities import TerminalCapabilities
from tui.app.terminal.reply_tracker import ReplyTracker
from tui.app.terminal.terminal_file import TerminalFile
from tui.app.terminal.terminal_size import terminal_size
from tui.app.textual_internals.input_parser import InputParser
from tui.app.textual_internals.serial_input import wait_for_widgets

_READ_SIZE = 4096
"""Bytes read at a time."""
_MAX_WAITING = 100
"""Input events that may wait for the app. Each wakes up the event loop through a socket pair, which
Linux fills with 278 bytes."""
_LEAVE_KITTY_KEYS = "\x1b[<u"
"""Textual leaves the keyboard protocol of kitty even where it has not entered it: a program around
this one may have."""
_EXIT_CHECK = 0.02
"""Seconds between two looks at ``exit_event`` while the app is behind."""


class SelectableEvent(Event):
    """An event with a file descriptor that is readable while the event is set (self-pipe)."""

    def __init__(self) -> None:
        super().__init__()
        self.file, self._write_end = os.pipe()

    def set(self) -> None:
        """Set the event and make the descriptor readable."""
        super().set()
        os.write(self._write_end, b"\0")

    def clear(self) -> None:
        """Reset the event and its descriptor."""
        if self.is_set():
            os.read(self.file, _READ_SIZE)
        super().clear()


class InputDriver(LinuxDriver):
    """Draws on the terminal of standard error and reads keys from that of standard input."""

    def __init__(
        self,
        app: App[object],
        *,
        debug: bool = False,
        mouse: bool = True,
        size: tuple[int, int] | None = None,
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self.exit_event = SelectableEvent()
        self.terminal: TerminalCapabilities = getattr(app, "terminal", TerminalCapabilities())
        self._early_input = self.terminal.early_input
        self._replies = ReplyTracker()
        if self.terminal.awaits_attributes:
            self._replies.sent("attributes")
        self._has_terminal = False
        self._posted = 0
        self.was_stopped = False
        """Whether the last SIGTSTP stopped the process."""
        self.open_output()

    def open_output(self) -> None:
        """Draw on what descriptor 2 is now."""
        output: Any = TerminalFile(2, self.terminal.encoding)
        self._file = output

    def _get_terminal_size(self) -> tuple[int, int]:
        return terminal_size((self.fileno, 2, 1), os.environ)

    # -- taking the terminal over and giving it back

    def start_application_mode(self) -> None:
        """Take the terminal over."""
        if not self._has_terminal:
            super().start_application_mode()  # type: ignore[no-untyped-call]
            self._has_terminal = self._writer_thread is not None
            if self.terminal.attributes:  # those before the first query
                self.attrs_before = self.terminal.attributes

    def stop_application_mode(self) -> None:
        """Give the terminal back, without replies that would be typed into the shell."""
        if self._has_terminal:
            if not self.is_terminal_gone():
                self._replies.wait()
            self._has_terminal = False
            super().stop_application_mode()
            self._mouse_pixels = False

    def _enable_mouse_support(self) -> None:
        super()._enable_mouse_support()
        if self._mouse_pixels:
            self._enable_mouse_pixels()

    def _disable_mouse_support(self) -> None:
        """Also stop reports in pixels, which Textual leaves on."""
        if self._mouse_pixels:
            self.write("\x1b[?1016l")
        super()._disable_mouse_support()

    def close(self) -> None:
        """End the thread that writes."""
        super().close()
        self._writer_thread = None

    def write(self, data: str) -> None:
        """Write to the terminal; drop what is drawn while another program has it."""
        is_unmatched = data == _LEAVE_KITTY_KEYS and constants.DISABLE_KITTY_KEY
        if self._writer_thread is not None and not is_unmatched:
            super().write(data)

    def _request_terminal_sync_mode_support(self) -> None:
        super()._request_terminal_sync_mode_support()
        self._replies.sent("2026")

    def _query_in_band_window_resize(self) -> None:
        super()._query_in_band_window_resize()
        self._replies.sent("2048")

    # -- stop and continue

    def handle_stops(self) -> None:
        """Install the handlers of SIGTSTP and SIGCONT, as Textual does with a new driver."""
        signal.signal(signal.SIGTSTP, self._sigtstp_application)
        signal.signal(signal.SIGCONT, self._sigcont_application)

    def _sigtstp_application(self, *_: object) -> None:
        """Stop the process group, as the terminal does at Ctrl+Z. The kernel does not stop a group
        that nobody could continue (POSIX: orphaned process group)."""
        had_terminal = self._has_terminal and self._auto_restart
        if had_terminal:
            self.suspend_application_mode()
            self._must_signal_resume = True
        self.was_stopped = False
        handler = signal.signal(signal.SIGTSTP, signal.SIG_DFL)
        os.killpg(os.getpgrp(), signal.SIGTSTP)
        signal.signal(signal.SIGTSTP, handler)
        if had_terminal:
            self.resume_application_mode()

    def _sigcont_application(self, *_: object) -> None:
        """Take the terminal over again after a stop. A SIGCONT without a stop changes nothing;
        after a SIGSTOP the shell may have changed the modes."""
        self.was_stopped = True
        if self._auto_restart and not (self._has_terminal and self._is_raw()):
            if self._has_terminal:
                self.suspend_application_mode()
                self._must_signal_resume = True
            self.resume_application_mode()

    def _is_raw(self) -> bool:
        try:
            return not termios.tcgetattr(self.fileno)[3] & (termios.ICANON | termios.ECHO)
        except termios.error:  # gone
            return True

    # -- input

    def _run_input_thread(self) -> None:
        """Handle exceptions of this thread as the app handles its own."""
        try:
            self.run_input_thread()
        except Exception as error:
            self._app.call_later(self._app._handle_exception, error)

    def run_input_thread(self) -> None:
        """Parse input and post its events until ``exit_event`` is set or the terminal is gone."""
        assert isinstance(self.exit_event, SelectableEvent)
        parser = InputParser(self.terminal.encoding, self._replies, debug=self._debug)
        early, self._early_input = self._early_input, b""
        self._post(parser.feed(early))
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            selector.register(self.exit_event.file, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                ready = {key.fd for key, _ in selector.select(parser.delay)}
                if self.fileno in ready:
                    data = self._read()
                    if data is None:
                        self._report_hangup()
                        return
                    self._post(parser.feed(data))
                elif not ready:
                    self._post(parser.silence())

    def _post(self, messages: Iterable[Message]) -> None:
        """Post input events; wait for the app after every hundred of them."""
        for message in messages:
            self.process_message(message)
            self._posted += 1
            if self._posted % _MAX_WAITING == 0:
                self._wait_for_app()

    def _wait_for_app(self) -> None:
        """Wait until the app has handled all input so far, or ends or suspends this thread."""
        handled = Event()
        with suppress(RuntimeError):  # the event loop has ended
            self.send_message(events.Callback(callback=partial(self._finish_input, handled)))
        while not handled.wait(_EXIT_CHECK) and not self.exit_event.is_set():
            pass

    async def _finish_input(self, handled: Event) -> None:
        try:
            await wait_for_widgets(self._app)
        finally:
            handled.set()

    def _read(self) -> bytes | None:
        """Read input; return None if no more can come. An end of file alone does not say so: it is
        Ctrl+D if another process has taken the terminal out of raw mode."""
        try:
            data = os.read(self.fileno, _READ_SIZE)
        except BlockingIOError:
            return b""
        except OSError:  # EIO: hung up, or in a background process group that is orphaned
            return None
        return None if not data and self.is_terminal_gone() else data

    def is_terminal_gone(self) -> bool:
        """Return whether the terminal was closed. A pipe counts as closed."""
        try:
            termios.tcgetattr(self.fileno)
        except termios.error:
            return True
        return False

    def _report_hangup(self) -> None:
        """End the app as SIGHUP does, which is not delivered if the shell ignores it."""
        end = getattr(self._app, "hang_up", self._app.exit)
        with suppress(RuntimeError):  # the event loop has ended
            self._loop.call_soon_threadsafe(end)
