"""One session of a client: what it asks, and the answer."""

from __future__ import annotations

import os
import time
from collections.abc import Mapping
from typing import TYPE_CHECKING

import asyncssh

from tui.cli.command import Options
from tui.serve import wording
from tui.serve.answering import answer, is_quick, wants_panels
from tui.serve.locale import language_of, locale_of
from tui.serve.request import read
from tui.serve.running import Running
from tui.serve.streams import Answer
from tui.serve.terminal import fitting
from tui.text.language import Language, Wording

if TYPE_CHECKING:
    from tui.serve.connection import Connection


class Channel(asyncssh.SSHServerSession[bytes]):
    """Answers one request and ends."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._service = connection.service
        self._line: str | None = None
        self._size: tuple[int, int] | None = None
        self._term = ""
        self._running: Running | None = None
        self._kind = ""
        self._begun = time.monotonic()
        self._bytes = 0
        self._over = False
        self.language: Language = self._service.plan.language

    # -- what asyncssh calls

    def connection_made(self, chan: asyncssh.SSHServerChannel[bytes]) -> None:
        """There is a channel."""
        self._chan = chan

    def pty_requested(
        self, term_type: str, term_size: tuple[int, int, int, int], term_modes: Mapping[int, int]
    ) -> bool:
        """The client has a terminal."""
        self._term, self._size = term_type, term_size[:2]
        return True

    def terminal_size_changed(self, width: int, height: int, pixwidth: int, pixheight: int) -> None:
        """It has another size."""
        self._size = (width, height)
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
            self._say(wording.INTERNAL)
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
        sent = {
            name.decode("ascii", "replace"): value.decode("ascii", "replace")
            for name, value in self._chan.get_environment_bytes().items()
        }
        environ = locale_of({**sent, "TERM": self._term})
        if not any(name.startswith(("LANG", "LC_")) for name in environ):
            environ["LANG"] = "zh_CN.UTF-8" if self._service.plan.language == "zh" else "C.UTF-8"
        return environ

    def _answer(self) -> None:
        environ = self._environ()
        self.language = language_of(environ)
        if refusal := self._service.full():
            self._connection.refused("full")
            self._say(refusal)
            self._end(os.EX_TEMPFAIL, "full")
            return
        asked = read(self._line, environ)
        panels = isinstance(asked, Options) and bool(self._size) and wants_panels(asked)
        command = "refused" if isinstance(asked, Answer) else asked.command or "overview"
        self._kind = "app" if panels else "command"
        self._service.begin(self, self._kind)
        self._connection.event("app" if panels else "command", command=command)
        if isinstance(asked, Answer):
            self._connection.refused("command" if asked.code == 2 else "help")
            self._print(asked)
        elif panels or not is_quick(asked):
            self._begin_process(environ, panels=panels, command=command)
        else:
            columns = fitting(*self._size)[0] if self._size else 0
            said = answer(self._service.store, asked, environ, columns=columns)
            self._service.metrics.commands.labels(command).observe(self._elapsed())
            self._print(said)

    def _begin_process(self, environ: dict[str, str], *, panels: bool, command: str) -> None:
        try:
            self._running = Running(self._service, self, self._line, environ, self._size)
        except OSError as error:
            self._connection.event("error", what=f"not begun: {error}"[:200])
            self.ended(os.EX_TEMPFAIL, "not begun", wording.NOT_BEGUN)
            return
        if panels:
            self._running.first = self._service.metrics.first_frame
        else:
            self._running.last = self._service.metrics.commands.labels(command)

    def _elapsed(self) -> float:
        return time.monotonic() - self._begun

    # -- writing

    def write(self, data: bytes, *, error: bool = False) -> None:
        """To the client, if it is still there."""
        if self._chan.is_closing():
            return
        self._bytes += len(data)
        self._chan.write(data, asyncssh.EXTENDED_DATA_STDERR if error and not self._size else None)

    def slow(self, wait: bool) -> None:
        """Let the client wait before it sends more, or go on."""
        if self._chan.is_closing():
            return
        if wait:
            self._chan.pause_reading()
        else:
            self._chan.resume_reading()

    def _say(self, said: Wording) -> None:
        text = f"medbrief: {said.of(self.language)}\n".encode()
        self.write(self._lines(text), error=True)

    def _lines(self, data: bytes) -> bytes:
        """There is no terminal beneath an answer that would return the carriage."""
        return data.replace(b"\n", b"\r\n") if self._size else data

    def _print(self, said: Answer) -> None:
        if said.stdout:
            self.write(self._lines(said.stdout))
        if said.stderr:
            self.write(self._lines(said.stderr), error=True)
        self._end(said.code, "done")

    # -- ending

    def ended(self, code: int, reason: str, said: Wording | None = None) -> None:
        """The session's process is gone."""
        if said:
            self._say(said)
        self._end(code, reason)

    def notify(self, said: Wording) -> None:
        """Tell a running session something, in the last line of its screen."""
        if self._size and self._running:
            text = said.of(self.language)
            row = fitting(*self._size)[1]
            self.write(f"\x1b7\x1b[{row};1H\x1b[7m {text} \x1b[0m\x1b8".encode())

    def stop(self, reason: str, said: Wording) -> None:
        """End the session, and tell the client why."""
        if self._running:
            self._running.stop(reason, said)

    def _end(self, code: int, reason: str) -> None:
        if not self._chan.is_closing():
            self._chan.exit(code)
        self._finish(reason, code)

    def _finish(self, reason: str, code: int | None = None) -> None:
        if self._over:
            return
        self._over = True
        if self._kind:
            self._service.end(self, self._kind)
            seconds = round(self._elapsed(), 3)
            told = {} if code is None else {"code": code}
            self._connection.event(
                "end", kind=self._kind, reason=reason, seconds=seconds, bytes=self._bytes, **told
            )
