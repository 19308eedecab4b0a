"""The client's end of a session: what is written to it, as its terminal or its pipes want it."""

from __future__ import annotations

import asyncio

import asyncssh

from tui.serve.request.capture import CapturedOutput
from tui.serve.workers.pty import fitting
from tui.text.language import Language, Wording

_QUIET = 0.05
"""Seconds without output after which a frame is whole."""


class Client:
    """Writes while there is somebody to read. ``size``: columns and rows of its terminal, None
    where it has none; ``bytes``: how many it was given."""

    def __init__(self, chan: asyncssh.SSHServerChannel[bytes], language: Language) -> None:
        self._chan = chan
        self.language = language
        self.size: tuple[int, int] | None = None
        self.bytes = 0
        self._notice = b""
        self._redraw: asyncio.TimerHandle | None = None

    # -- bytes

    def write(self, data: bytes, *, error: bool = False) -> None:
        """As they are."""
        if self._chan.is_closing():
            return
        self.bytes += len(data)
        self._chan.write(data, asyncssh.EXTENDED_DATA_STDERR if error and not self.size else None)
        if self._notice:
            self._draw_soon()

    def slow(self, wait: bool) -> None:
        """Let it wait before it sends more, or go on."""
        if self._chan.is_closing():
            return
        if wait:
            self._chan.pause_reading()
        else:
            self._chan.resume_reading()

    def exit(self, code: int) -> None:
        """Nothing more is said."""
        if self._redraw:
            self._redraw.cancel()
        if not self._chan.is_closing():
            self._chan.exit(code)

    # -- words

    def say(self, said: Wording) -> None:
        """A line of the server's own."""
        text = f"medbrief: {said.of(self.language)}\n".encode()
        self.write(self._lines(text), error=True)

    def print(self, said: CapturedOutput) -> None:
        """The answer of a command."""
        if said.stdout:
            self.write(self._lines(said.stdout))
        if said.stderr:
            self.write(self._lines(said.stderr), error=True)

    def _lines(self, data: bytes) -> bytes:
        """There is no terminal beneath an answer that would return the carriage."""
        return data.replace(b"\n", b"\r\n") if self.size else data

    # -- over the panels

    def notice(self, said: Wording) -> None:
        """In the last line of the screen, from now on: drawn again whenever a frame was drawn over
        it, and never into the middle of one."""
        self._notice = f"\x1b[7m {said.of(self.language)} \x1b[0m".encode()
        self._draw_soon()

    def _draw_soon(self) -> None:
        if self._redraw:
            self._redraw.cancel()
        self._redraw = asyncio.get_running_loop().call_later(_QUIET, self._draw)

    def _draw(self) -> None:
        if self.size and not self._chan.is_closing():
            row = fitting(*self.size)[1]
            self._chan.write(f"\x1b7\x1b[{row};1H".encode() + self._notice + b"\x1b8")
