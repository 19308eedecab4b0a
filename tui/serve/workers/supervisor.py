"""Runs one session process: its terminal or pipes, its time limits, its end."""

from __future__ import annotations

import asyncio
import os
import signal
import time
from collections.abc import Callable
from functools import partial

from prometheus_client import Histogram

from tui.config.server_settings import ServerSettings
from tui.serve import messages
from tui.serve.client import Client
from tui.serve.workers.job import Job
from tui.serve.workers.pipe_reader import PipeReader
from tui.serve.workers.pty import RESET, PseudoTerminal
from tui.serve.zygote.protocol import Request
from tui.text.language import Wording

_INTERRUPTED = 128 + signal.SIGINT
"""Exit code, as in shells."""
_KILL_DELAY = 2.0
"""Seconds between SIGTERM and SIGKILL."""
_FIRST_FRAME_BYTES = 500
"""Output that counts as the app's first frame: its terminal set-up alone is shorter."""

OnExit = Callable[[int, str, Wording | None], None]
"""Called with the exit code, the reason for the log, and the message to the client."""


class Supervisor:
    """Starts the process; calls ``on_exit`` once it has ended and its output is delivered.

    ``start_job``: hands a job to the zygote. ``first_frame`` and ``duration``: histograms that
    record the time to the app's first frame and to the end of the process. ``on_crash``: called
    with an unexpected exception or signal that ended it, also if the client has left.

    Raises:
        OSError: no zygote or no pseudo-terminal is available.
        ValueError: the request is too long.
    """

    def __init__(
        self,
        client: Client,
        line: str | None,
        environ: dict[str, str],
        *,
        settings: ServerSettings,
        start_job: Callable[[Job], None],
        on_exit: OnExit,
        on_crash: Callable[[str], None],
        first_frame: Histogram | None = None,
        duration: Histogram | None = None,
    ) -> None:
        self._client: Client | None = client
        self._settings = settings
        self._on_exit = on_exit
        self._on_crash = on_crash
        self._first_frame = first_frame
        self._duration = duration
        self._loop = asyncio.get_running_loop()
        self._started = self._last_input = time.monotonic()
        self._status: int | None = None
        self._stop_reason: tuple[str, Wording] | None = None
        self._timer: asyncio.TimerHandle | None = None
        size = client.size
        self._terminal = PseudoTerminal(*size, client.throttle) if size else None
        descriptors, sources = self._open_streams()
        request = Request(line=line, environ=environ, terminal=bool(size))
        self._job = Job(request, descriptors, self._exited)
        try:
            start_job(self._job)
        except (OSError, ValueError):
            self._job.close_descriptors()
            if self._terminal:
                self._terminal.close()
            for source, _ in sources:
                os.close(source)
            raise
        self._open_readers = len(sources)
        self._readers = [
            PipeReader(source, partial(self._forward, stderr=stderr), self._reader_ended)
            for source, stderr in sources
        ]
        self._check_limits()

    def _open_streams(self) -> tuple[list[int], list[tuple[int, bool]]]:
        """Return the process's descriptors, and those to read from with "is standard error"."""
        if self._terminal:
            return [self._terminal.detach_slave()], [(self._terminal.duplicate_master(), False)]
        out, err = os.pipe(), os.pipe()
        return [out[1], err[1]], [(out[0], False), (err[0], True)]

    # -- while it runs

    def send_input(self, data: bytes) -> None:
        """Forward what the client typed."""
        self._last_input = time.monotonic()
        if self._terminal:
            self._terminal.send_input(data)

    def resize(self, columns: int, rows: int) -> None:
        """Resize the terminal."""
        if self._terminal:
            self._terminal.resize(columns, rows)

    def pause_output(self) -> None:
        """Stop reading the output, so that the process blocks."""
        for reader in self._readers:
            reader.pause()

    def resume_output(self) -> None:
        """Read the output again."""
        for reader in self._readers:
            reader.resume()

    def _forward(self, data: bytes, *, stderr: bool) -> None:
        if self._client:
            self._client.write(data, stderr=stderr)
        read = sum(reader.bytes_read for reader in self._readers)
        if self._first_frame and read > _FIRST_FRAME_BYTES:
            self._first_frame.observe(time.monotonic() - self._started)
            self._first_frame = None

    def _check_limits(self) -> None:
        """Stop the session if it is idle or too old; else check again at the next limit."""
        settings, now = self._settings, time.monotonic()
        limits = [(self._started + settings.max_time, "max-time", messages.TIME_LIMIT)]
        if self._terminal:
            limits.append((self._last_input + settings.idle_timeout, "idle", messages.IDLE_TIMEOUT))
        due, reason, message = min(limits, key=lambda limit: limit[0])
        if due <= now:
            self.stop(reason, message)
        else:
            self._timer = self._loop.call_later(due - now + 0.01, self._check_limits)

    # -- end

    def stop(self, reason: str, message: Wording) -> None:
        """Terminate the process; the client gets the message when it has ended."""
        if self._stop_reason is None:
            self._stop_reason = (reason, message)
            self._signal(signal.SIGTERM)
            self._loop.call_later(_KILL_DELAY, self._signal, signal.SIGKILL)

    def abandon(self) -> None:
        """Hang up and end the process: the client is gone."""
        self._client = None
        self._close_streams()
        self._signal(signal.SIGHUP)
        self._loop.call_later(_KILL_DELAY, self._signal, signal.SIGKILL)

    def _signal(self, number: signal.Signals) -> None:
        self._job.signal(number)
        if number == signal.SIGKILL and self._job.orphaned:
            self._job.forget()

    def _reader_ended(self) -> None:
        self._open_readers -= 1
        if self._job.orphaned and self._status is None:  # no exit status will arrive
            self._job.forget()
            self._status = 0
        self._finish()

    def _exited(self, status: int, error: str) -> None:
        self._status = status
        code = os.waitstatus_to_exitcode(status)
        if code < 0 and code != -signal.SIGINT and self._client and not self._stop_reason:
            error = error or f"killed by signal {-code}"
        if error:
            self._on_crash(error)
        self._finish()
        # A process it left behind may hold the terminal open: do not wait for end of file long.
        self._loop.call_later(_KILL_DELAY, self._finish, True)

    def _finish(self, force: bool = False) -> None:
        """Report the end once, when the process has exited and its output is delivered.

        ``force``: do not wait for the output.
        """
        if self._client is None or self._status is None or (self._open_readers and not force):
            return
        client, self._client = self._client, None
        terminal = self._terminal
        self._close_streams()
        if self._duration:
            self._duration.observe(time.monotonic() - self._started)
        code = os.waitstatus_to_exitcode(self._status)
        if terminal and (code < 0 or code == os.EX_SOFTWARE):
            client.write(RESET)
        if self._stop_reason:
            # The output of a command is cut short; the app has no output that could be.
            self._on_exit(os.EX_TEMPFAIL if self._duration else 0, *self._stop_reason)
        elif code == -signal.SIGINT:  # Ctrl-C during a command
            self._on_exit(_INTERRUPTED, "interrupted", None)
        elif code < 0 or code == os.EX_SOFTWARE:
            failed = self._duration and code > 0
            message = messages.INTERNAL_ERROR if failed else messages.CRASHED
            self._on_exit(os.EX_SOFTWARE, "crash", message)
        elif code == os.EX_TEMPFAIL:
            self._on_exit(code, "not started", messages.NOT_STARTED)
        else:
            self._on_exit(code, "done", None)

    def _close_streams(self) -> None:
        if self._timer:
            self._timer.cancel()
        for reader in self._readers:
            reader.close()
        if self._terminal:
            self._terminal.close()
