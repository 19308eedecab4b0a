"""A session's process as the front end sees it: its terminal or pipes, its limits, its end."""

from __future__ import annotations

import asyncio
import os
import signal
import time
from functools import partial
from typing import TYPE_CHECKING

from prometheus_client import Histogram

from tui.serve import messages
from tui.serve.workers.job import Job
from tui.serve.workers.pipe_reader import PipeReader
from tui.serve.workers.pty import RESET, PseudoTerminal
from tui.text.language import Wording

if TYPE_CHECKING:
    from tui.serve.server_state import ServerState
    from tui.serve.session import ClientSession

_PATIENCE = 2.0
"""Seconds between asking a process to end and ending it."""


class Supervisor:
    """Starts it; ``channel.ended`` is called when it is gone and all it printed was given.

    Raises:
        OSError: there is no zygote just now, or no terminal to be had.
    """

    first: Histogram | None = None
    last: Histogram | None = None

    def __init__(
        self,
        service: ServerState,
        channel: ClientSession,
        line: str | None,
        environ: dict[str, str],
    ) -> None:
        self._service = service
        self._channel: ClientSession | None = channel
        self._loop = asyncio.get_running_loop()
        self._begun = self._typed = time.monotonic()
        self._status: int | None = None
        self._why: tuple[str, Wording] | None = None
        size = channel.client.size
        self._terminal = PseudoTerminal(*size, channel.client.slow) if size else None
        self._timers: list[asyncio.TimerHandle] = []
        descriptors, sources = self._ends()
        message = {"line": line, "environ": environ, "terminal": bool(size)}
        self._process = Job(message, descriptors, self._reaped)
        try:
            service.start(self._process)
        except OSError:
            self._process.let_go()
            if self._terminal:
                self._terminal.close()
            for source, _ in sources:
                os.close(source)
            raise
        self._open = len(sources)
        self._pumps = [
            PipeReader(source, partial(self._give, error=error), self._drained)
            for source, error in sources
        ]
        self._watch()

    def _ends(self) -> tuple[list[int], list[tuple[int, bool]]]:
        if self._terminal:
            return [self._terminal.given()], [(self._terminal.taken(), False)]
        out, err = os.pipe(), os.pipe()
        return [out[1], err[1]], [(out[0], False), (err[0], True)]

    # -- while it runs

    def type(self, data: bytes) -> None:
        """Keys."""
        self._typed = time.monotonic()
        if self._terminal:
            self._terminal.type(data)

    def resize(self, columns: int, rows: int) -> None:
        """Another size."""
        if self._terminal and self._terminal.master >= 0:
            self._terminal.resize(columns, rows)

    def pause(self) -> None:
        """The client reads too slowly: so must the process write."""
        for pump in self._pumps:
            pump.pause()

    def resume(self) -> None:
        """The client reads on."""
        for pump in self._pumps:
            pump.resume()

    def _give(self, data: bytes, *, error: bool) -> None:
        if self._channel:
            self._channel.client.write(data, error=error)
        if self.first and sum(pump.bytes for pump in self._pumps) > 500:
            self.first.observe(time.monotonic() - self._begun)
            self.first = None

    def _watch(self) -> None:
        """Whether it has been left alone for too long, or lasts too long."""
        plan, now = self._service.plan, time.monotonic()
        due = [(self._begun + plan.max_time, "max-time", messages.TOO_LASTING)]
        if self._terminal:
            due.append((self._typed + plan.idle_timeout, "idle", messages.IDLE))
        when, reason, said = min(due, key=lambda item: item[0])
        if when <= now:
            self.stop(reason, said)
        else:
            self._timers = [self._loop.call_later(when - now + 0.01, self._watch)]

    # -- its end

    def stop(self, reason: str, said: Wording) -> None:
        """Ask it to end; the client is told why."""
        if self._why is None:
            self._why = (reason, said)
            self._signal(signal.SIGTERM)
            self._loop.call_later(_PATIENCE, self._signal, signal.SIGKILL)

    def abandon(self) -> None:
        """The client is gone: hang up, and see to it that the process ends."""
        self._channel = None
        self._end_timers()
        for pump in self._pumps:
            pump.close()
        if self._terminal:
            self._terminal.close()
        self._signal(signal.SIGHUP)
        self._loop.call_later(_PATIENCE, self._signal, signal.SIGKILL)

    def _signal(self, sent: signal.Signals) -> None:
        self._process.signal(sent)
        if sent == signal.SIGKILL and self._process.orphaned:
            self._process.forget()

    def _drained(self) -> None:
        self._open -= 1
        if self._process.orphaned and self._status is None:  # nobody is left who would tell
            self._process.forget()
            self._status = 0
        self._finish()

    def _reaped(self, status: int) -> None:
        self._status = status
        self._finish()
        # A process of its own that it left behind could hold the terminal open: not for long.
        self._loop.call_later(_PATIENCE, self._finish, True)

    def _finish(self, anyway: bool = False) -> None:
        if self._channel is None or self._status is None or (self._open and not anyway):
            return
        channel, self._channel = self._channel, None
        self._end_timers()
        for pump in self._pumps:
            pump.close()
        if self._terminal:
            self._terminal.close()
        if self.last:
            self.last.observe(time.monotonic() - self._begun)
        code = os.waitstatus_to_exitcode(self._status)
        if self._terminal and code < 0:
            channel.client.write(RESET)
        if self._why:
            channel.ended(0, *self._why)
        elif code < 0:
            channel.ended(70, "crash", messages.CRASHED)
        elif code == os.EX_TEMPFAIL:
            channel.ended(code, "not begun", messages.NOT_BEGUN)
        else:
            channel.ended(code, "done")

    def _end_timers(self) -> None:
        for timer in self._timers:
            timer.cancel()
