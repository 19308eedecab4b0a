"""One session of a client: what it asks, and the answer."""

from __future__ import annotations

import os
import time
from collections.abc import Mapping
from typing import TYPE_CHECKING

import asyncssh

from tui.cli.args.spec import Options
from tui.serve import messages
from tui.serve.client import Client
from tui.serve.request.capture import CapturedOutput
from tui.serve.request.environment import heard, language_of
from tui.serve.request.executor import answer, is_quick, wants_panels
from tui.serve.request.parser import read
from tui.serve.workers.pty import fitting
from tui.serve.workers.supervisor import Supervisor
from tui.text.language import Wording

if TYPE_CHECKING:
    from tui.serve.connection import ClientConnection


class ClientSession(asyncssh.SSHServerSession[bytes]):
    """Answers one request and ends."""

    def __init__(self, connection: ClientConnection) -> None:
        self._connection = connection
        self._service = connection.service
        self._line: str | None = None
        self._term = ""
        self._running: Supervisor | None = None
        self._kind = ""
        self._begun = time.monotonic()
        self._over = False

    # -- what asyncssh calls

    def connection_made(self, chan: asyncssh.SSHServerChannel[bytes]) -> None:
        """There is a channel."""
        self._chan = chan
        self.client = Client(chan, self._service.plan.language)

    def pty_requested(
        self, term_type: str, term_size: tuple[int, int, int, int], term_modes: Mapping[int, int]
    ) -> bool:
        """The client has a terminal."""
        self._term, self.client.size = term_type, term_size[:2]
        return True

    def terminal_size_changed(self, width: int, height: int, pixwidth: int, pixheight: int) -> None:
        """It has another size."""
        self.client.size = (width, height)
        if self._running:
            self._running.resize(width, height)

    def shell_requested(self) -> bool:
        """No command: the panels."""
        return True

    def exec_requested(self, command: str) -> bool:
        """A command."""
        self._line = command
        return True

    def subsystem_requested(self, subsystem: str) -> bool:
        """Sftp and the like are not to be had."""
        self._connection.refused("subsystem", subsystem=subsystem[:40])
        return False

    def session_started(self) -> None:
        """Answer."""
        try:
            self._answer()
        except Exception as error:  # whatever it is: this session's alone
            self._service.log.event("error", what=f"{type(error).__name__}: {error}"[:200])
            self.client.say(messages.INTERNAL)
            self._end(70, "error")

    def data_received(self, data: bytes, datatype: asyncssh.DataType) -> None:
        """Keys; to a command they are nothing."""
        if self._running:
            self._running.type(data)

    def eof_received(self) -> bool:
        """A client without input (``ssh -n``) wants its answer all the same."""
        return True

    def break_received(self, msec: int) -> bool:
        """Nothing to break."""
        return False

    def pause_writing(self) -> None:
        """The client reads too slowly."""
        if self._running:
            self._running.pause()

    def resume_writing(self) -> None:
        """It reads on."""
        if self._running:
            self._running.resume()

    def connection_lost(self, exc: Exception | None) -> None:
        """The client is gone."""
        if self._running:
            self._running.abandon()
        self._finish("left")

    # -- answering

    def _environ(self) -> dict[str, str]:
        sent = self._chan.get_environment_bytes()
        return heard(sent, self._term, self._service.plan.language)

    def _answer(self) -> None:
        environ = self._environ()
        self.client.language = language_of(environ)
        if refusal := self._service.full():
            self._connection.refused("full")
            self.client.say(refusal)
            self._end(os.EX_TEMPFAIL, "full")
            return
        asked = read(self._line, environ)
        size = self.client.size
        panels = isinstance(asked, Options) and bool(size) and wants_panels(asked)
        command = "refused" if isinstance(asked, CapturedOutput) else asked.command or "overview"
        self._kind = "app" if panels else "command"
        self._service.begin(self, self._kind)
        self._connection.event("app" if panels else "command", command=command)
        if isinstance(asked, CapturedOutput):
            self._connection.refused("command" if asked.code == 2 else "help")
            self._print(asked)
        elif panels or not is_quick(asked, self._line):
            self._begin_process(environ, panels=panels, command=command)
        else:
            columns = fitting(*size)[0] if size else 0
            said = answer(self._service.store, asked, environ, columns=columns)
            self._service.metrics.commands.labels(command).observe(self._elapsed())
            self._print(said)

    def _begin_process(self, environ: dict[str, str], *, panels: bool, command: str) -> None:
        try:
            self._running = Supervisor(self._service, self, self._line, environ)
        except OSError as error:
            self._connection.event("error", what=f"not begun: {error}"[:200])
            self.ended(os.EX_TEMPFAIL, "not begun", messages.NOT_BEGUN)
            return
        if panels:
            self._running.first = self._service.metrics.first_frame
        else:
            self._running.last = self._service.metrics.commands.labels(command)

    def _print(self, said: CapturedOutput) -> None:
        self.client.print(said)
        self._end(said.code, "done")

    def _elapsed(self) -> float:
        return time.monotonic() - self._begun

    # -- ending

    def ended(self, code: int, reason: str, said: Wording | None = None) -> None:
        """The session's process is gone."""
        if said:
            self.client.say(said)
        self._end(code, reason)

    def notify(self, said: Wording) -> None:
        """Tell who looks at the panels something, until they end."""
        if self.client.size and self._running:
            self.client.notice(said)

    def stop(self, reason: str, said: Wording) -> None:
        """End the session, and tell the client why."""
        if self._running:
            self._running.stop(reason, said)

    def _end(self, code: int, reason: str) -> None:
        self.client.exit(code)
        self._finish(reason, code)

    def _finish(self, reason: str, code: int | None = None) -> None:
        if self._over:
            return
        self._over = True
        self._connection.closed()
        if self._kind:
            self._service.end(self, self._kind)
            seconds = round(self._elapsed(), 3)
            told: dict[str, object] = {} if code is None else {"code": code}
            told |= {"seconds": seconds, "bytes": self.client.bytes}
            self._connection.event("end", kind=self._kind, reason=reason, **told)
