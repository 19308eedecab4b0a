"""Output side of a session: writes to the client's terminal, or to its stdout and stderr."""

from __future__ import annotations

import asyncio

import asyncssh

from tui.serve.request.capture import CapturedOutput
from tui.serve.workers.pty import clamp_size
from tui.text.language import Language, Wording

_FRAME_GAP = 0.05
"""Seconds without output after which a frame counts as complete."""


class Client:
    """Writes to a channel until it closes.

    ``size``: columns and rows of the client's terminal, None without one; ``bytes_sent``: bytes
    written so far.
    """

    def __init__(self, chan: asyncssh.SSHServerChannel[bytes], language: Language) -> None:
        self._chan = chan
        self.language = language
        self.size: tuple[int, int] | None = None
        self.bytes_sent = 0
        self._notice = b""
        self._redraw: asyncio.TimerHandle | None = None

    # -- bytes

    def write(self, data: bytes, *, stderr: bool = False) -> None:
        """Write ``data`` unchanged. A terminal has no separate standard error."""
        if self._chan.is_closing():
            return
        self.bytes_sent += len(data)
        separate = stderr and not self.size
        self._chan.write(data, asyncssh.EXTENDED_DATA_STDERR if separate else None)
        if self._notice:
            self._schedule_redraw()

    def throttle(self, paused: bool) -> None:
        """Stop or resume reading what the client types (back-pressure)."""
        if self._chan.is_closing():
            return
        if paused:
            self._chan.pause_reading()
        else:
            self._chan.resume_reading()

    def exit(self, code: int) -> None:
        """Send the exit code and close the channel."""
        if self._redraw:
            self._redraw.cancel()
        if not self._chan.is_closing():
            self._chan.exit(code)

    # -- text

    def print_message(self, message: Wording) -> None:
        """Write a line of the server's own, on standard error."""
        text = f"medbrief: {message.of(self.language)}\n".encode()
        self.write(self._line_ends(text), stderr=True)

    def print_output(self, output: CapturedOutput) -> None:
        """Write what a command printed."""
        if output.stdout:
            self.write(self._line_ends(output.stdout))
        if output.stderr:
            self.write(self._line_ends(output.stderr), stderr=True)

    def _line_ends(self, data: bytes) -> bytes:
        """Translate LF to CRLF for a terminal: no pty does it for this output."""
        return data.replace(b"\n", b"\r\n") if self.size else data

    # -- notice over the app

    def show_notice(self, message: Wording) -> None:
        """Show a message in the last screen line from now on.

        It is drawn again after each frame of the app, never in the middle of one.
        """
        self._notice = f"\x1b[7m {message.of(self.language)} \x1b[0m".encode()
        self._schedule_redraw()

    def _schedule_redraw(self) -> None:
        if self._redraw:
            self._redraw.cancel()
        self._redraw = asyncio.get_running_loop().call_later(_FRAME_GAP, self._draw_notice)

    def _draw_notice(self) -> None:
        if self.size and not self._chan.is_closing():
            row = clamp_size(*self.size)[1]
            self._chan.write(f"\x1b7\x1b[{row};1H".encode() + self._notice + b"\x1b8")
