"""One SSH session: receives a request and sends its output."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Mapping

import asyncssh

from tui.cli.args.spec import Options
from tui.serve import messages
from tui.serve.channel_deadlines import ChannelDeadlines
from tui.serve.client import Client
from tui.serve.observability.connection_log import ConnectionLog
from tui.serve.observability.exception_line import exception_line
from tui.serve.request.capture import CapturedOutput
from tui.serve.request.environment import language_of, session_environment
from tui.serve.request.executor import execute, opens_app, runs_inline
from tui.serve.request.request_parser import parse_request
from tui.serve.server_state import ServerState
from tui.serve.workers.job import Job
from tui.serve.workers.pty import clamp_size
from tui.serve.workers.supervisor import Supervisor
from tui.text.language import Wording


class ClientSession(asyncssh.SSHServerSession[bytes]):
    """Handles one request, then closes.

    It counts as a session of ``reader`` until the client has closed its channel: an answer that is
    not read takes memory. ``on_closed``: called once then; ``allows_terminal``: whether the key may
    open the panels.
    """

    def __init__(
        self,
        state: ServerState,
        log: ConnectionLog,
        reader: str,
        on_closed: Callable[[ClientSession], None],
        *,
        allows_terminal: bool,
    ) -> None:
        self._state = state
        self._log = log
        self._reader = reader
        self._on_closed = on_closed
        self._allows_terminal = allows_terminal
        self._terminal_refused = False
        self._line: str | None = None
        self._term = ""
        self._supervisor: Supervisor | None = None
        self._kind = self._command = ""
        self._end: tuple[str, int | None] = ("left", None)
        self._started = time.monotonic()
        self._closed = False
        self._pauses: set[str] = set()
        self._chan: asyncssh.SSHServerChannel[bytes] | None = None
        self._refusal = state.open_session(self, reader)

    # -- callbacks of asyncssh

    def connection_made(self, chan: asyncssh.SSHServerChannel[bytes]) -> None:
        """Keep the channel."""
        self._chan = chan
        self._client = Client(chan, self._state.language)
        self._deadlines = ChannelDeadlines(
            chan, self._state.settings, self._no_request, self._unread
        )

    def pty_requested(
        self, term_type: str, term_size: tuple[int, int, int, int], term_modes: Mapping[int, int]
    ) -> bool:
        """Keep the client's terminal type and size, unless the key is for lookups only."""
        if not self._allows_terminal:
            self._terminal_refused = True
            self._log.refused("terminal")
            return False
        self._term, self._client.size = term_type, term_size[:2]
        return True

    def terminal_size_changed(self, width: int, height: int, pixwidth: int, pixheight: int) -> None:
        """Resize the session's terminal."""
        self._client.size = (width, height)
        if self._supervisor:
            self._supervisor.resize(width, height)

    def shell_requested(self) -> bool:
        """Accept a request without a command: it opens the app."""
        return True

    def exec_requested(self, command: str) -> bool:
        """Accept a command."""
        self._line = command
        return True

    def subsystem_requested(self, subsystem: str) -> bool:
        """Refuse sftp and all other subsystems."""
        self._log.refused("subsystem", subsystem=subsystem[:40])
        return False

    def session_started(self) -> None:
        """Handle the request."""
        self._deadlines.request_received()
        try:
            self._handle_request()
        except Exception as error:  # must not reach the other sessions
            self._log_crash(exception_line(error))
            self._client.print_message(messages.INTERNAL_ERROR)
            self._exit(70, "error")

    def data_received(self, data: bytes, datatype: asyncssh.DataType) -> None:
        """Forward terminal input; ignored for commands answered inline."""
        if self._supervisor:
            self._supervisor.send_input(data)

    def eof_received(self) -> bool:
        """Keep the channel open: a client without input (``ssh -n``) still wants its output."""
        return True

    def break_received(self, msec: int) -> bool:
        """Ignore a BREAK."""
        return False

    def pause_writing(self) -> None:
        """Stop reading the session's output: the client reads this channel too slowly."""
        self._deadlines.output_waits()
        self._pause_output("channel", True)

    def resume_writing(self) -> None:
        """Read the session's output again."""
        self._deadlines.output_continues()
        self._pause_output("channel", False)

    def connection_paused(self, paused: bool) -> None:
        """Stop or resume reading the session's output because of the whole connection."""
        self._pause_output("connection", paused)

    def _pause_output(self, cause: str, paused: bool) -> None:
        (self._pauses.add if paused else self._pauses.discard)(cause)
        if self._supervisor:
            (self._supervisor.pause_output if self._pauses else self._supervisor.resume_output)()

    def connection_lost(self, exc: Exception | None) -> None:
        """The channel is closed: end the session's process, and count the session no longer."""
        if self._closed:
            return
        self._closed = True
        if self._chan:
            self._deadlines.closed()
        if self._supervisor:
            self._supervisor.abandon()
        self._state.close_session(self, self._reader)
        self._log_end()
        self._on_closed(self)

    # -- request

    def _handle_request(self) -> None:
        assert self._chan
        environ = session_environment(
            self._chan.get_environment_bytes(), self._term, self._state.language
        )
        self._client.language = language_of(environ)
        if self._refusal:
            reason, message = self._refusal
            self._log.refused(reason)
            self._client.print_message(message)
            self._exit(os.EX_TEMPFAIL, reason)
            return
        if self._terminal_refused:
            self._client.print_message(messages.NO_TERMINAL)
        request = parse_request(self._line, environ, self._state.store.kinds)
        if isinstance(request, CapturedOutput):
            self._open("command", "refused")
            self._log.refused("command" if request.exit_code == 2 else "help")
            self._print(request)
            return
        self._command = command = request.command or "overview"
        if self._client.size and opens_app(request):
            self._open("app", command)
            self._start_worker(environ, command, app=True)
        else:
            self._open("command", command)
            if runs_inline(request, self._line):
                self._execute_inline(request, environ, command)
            else:
                self._start_worker(environ, command, app=False)

    def _execute_inline(self, request: Options, environ: dict[str, str], command: str) -> None:
        size = self._client.size
        columns = clamp_size(*size)[0] if size else 0
        crashed: list[BaseException] = []
        output = execute(
            self._state.store, request, environ, columns=columns, on_crash=crashed.append
        )
        if crashed:
            raise crashed[0]
        self._state.metrics.commands.labels(command).observe(self._elapsed())
        self._print(output)

    def _start_worker(self, environ: dict[str, str], command: str, *, app: bool) -> None:
        metrics = self._state.metrics
        try:
            self._supervisor = Supervisor(
                self._client,
                self._line,
                environ,
                settings=self._state.settings,
                start_job=self._start_job,
                on_exit=self._worker_exited,
                on_crash=self._worker_crashed,
                first_frame=metrics.first_frame if app else None,
                duration=None if app else metrics.commands.labels(command),
            )
            if self._pauses:
                self._supervisor.pause_output()
        except (OSError, ValueError) as error:
            self._log.event("error", what=f"not started: {error}"[:200])
            self._worker_exited(os.EX_TEMPFAIL, "not started", messages.NOT_STARTED)

    def _start_job(self, job: Job) -> None:
        job.reader = self._reader
        self._state.start_job(job)

    def _print(self, output: CapturedOutput) -> None:
        self._client.print_output(output)
        self._exit(output.exit_code, "done")

    def _elapsed(self) -> float:
        return time.monotonic() - self._started

    # -- end

    def notify(self, message: Wording) -> None:
        """Show a message over the app until the session ends."""
        if self._chan and self._client.size and self._supervisor:
            self._client.show_notice(message)

    def stop(self, reason: str, message: Wording) -> None:
        """End the session and tell the client why."""
        if self._supervisor:
            self._supervisor.stop(reason, message)

    def _worker_crashed(self, what: str) -> None:
        self._state.session_deaths.count()
        self._log_crash(what)

    def _log_crash(self, what: str) -> None:
        self._log.event("crash", command=self._command, error=what)

    def _no_request(self) -> None:
        self._client.print_message(messages.NO_REQUEST)
        self._exit(os.EX_TEMPFAIL, "no request")

    def _worker_exited(self, code: int, reason: str, message: Wording | None) -> None:
        if message:
            self._client.print_message(message)
        self._exit(code, reason)

    def _exit(self, code: int, reason: str) -> None:
        self._end = (reason, code)
        self._client.exit(code)
        self._deadlines.output_waits()

    def _unread(self) -> None:
        self._end = ("not read", None)
        if self._supervisor:
            self._supervisor.abandon()

    def _open(self, kind: str, command: str) -> None:
        self._kind = kind
        self._state.metrics.sessions.labels(kind).inc()
        self._state.metrics.sessions_started.labels(kind).inc()
        self._log.event(kind, command=command)

    def _log_end(self) -> None:
        if self._kind:
            reason, code = self._end
            self._state.metrics.sessions.labels(self._kind).dec()
            fields: dict[str, object] = {} if code is None else {"code": code}
            fields |= {"seconds": round(self._elapsed(), 3), "bytes": self._client.bytes_sent}
            self._log.event("end", kind=self._kind, reason=reason, **fields)
