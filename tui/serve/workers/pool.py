"""The front end's end of the link to the zygote: starts it, asks it for sessions, hears how they
end."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from typing import IO

from tui.serve.workers.job import Job
from tui.serve.zygote.main import LONGEST

_DRIVER = "tui.serve.zygote.detached_driver:DetachedDriver"


class WorkerPool:
    """One zygote with the sessions that it started."""

    def __init__(self, image: bytes, died: Callable[[list[Job]], None]) -> None:
        """``died``: called where it ends before it was retired, with what it was asked to begin
        and had not."""
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with theirs, _nameless() as file:
            file.write(image)
            file.flush()
            numbers = (theirs.fileno(), file.fileno())
            self._process = subprocess.Popen(
                [sys.executable, "-m", "tui.serve.zygote.main", *map(str, numbers)],
                pass_fds=numbers,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                env={**os.environ, "PYTHONSAFEPATH": "1", "TEXTUAL_DRIVER": _DRIVER},
                start_new_session=True,
            )
        ours.setblocking(False)
        self._link = ours
        self._died = died
        self._retired = False
        self._sessions: dict[int, Job] = {}
        self._next = 0
        self.ready = asyncio.Event()
        asyncio.get_running_loop().add_reader(ours, self._hear)

    @property
    def process(self) -> int:
        """Its process id."""
        return self._process.pid

    def start(self, process: Job) -> None:
        """Begin a session's process.

        Raises:
            OSError: the zygote is gone.
        """
        self._next += 1
        data = json.dumps({"start": self._next, **process.message}).encode()
        socket.send_fds(self._link, [data], process.descriptors)
        process.link, process.number = self, self._next
        self._sessions[self._next] = process

    def signal(self, process: Job, sent: signal.Signals) -> None:
        """Send a signal to a session's process, if it still runs."""
        if process.number not in self._sessions:
            return
        if not self.gone:
            self._send(signal=process.number, number=sent)
        elif process.pid:  # an orphan
            with suppress(ProcessLookupError):
                os.kill(process.pid, sent)

    def forget(self, process: Job) -> None:
        """A session is over, whoever told so."""
        self._sessions.pop(process.number, None)

    @property
    def gone(self) -> bool:
        """Whether the zygote has ended; its sessions may live on."""
        return self._link.fileno() < 0

    def retire(self) -> None:
        """No new sessions: it ends with its last one."""
        self._retired = True
        self._send(retire=True)

    def close(self) -> None:
        """End it with all its sessions."""
        self._retired = True
        self._lost()

    def _send(self, **message: object) -> None:
        with suppress(OSError):
            self._link.send(json.dumps(message).encode())

    def hear_all(self) -> None:
        """What a zygote said last that cannot be spoken to any more."""
        while not self.gone:
            self._hear()

    def _hear(self) -> None:
        try:
            data = self._link.recv(LONGEST)
        except BlockingIOError:
            return
        except OSError:
            data = b""
        if not data:
            self._lost()
            return
        message = json.loads(data)
        if "ready" in message:
            self.ready.set()
        elif "started" in message:
            if process := self._sessions.get(message["started"]):
                process.begun(message["process"])
        elif process := self._sessions.pop(message["ended"], None):
            process.let_go()
            process.ended(message["status"])

    def _lost(self) -> None:
        """The zygote is gone. Its sessions live on; those that it had not begun are another's."""
        if self.gone:
            return
        asyncio.get_running_loop().remove_reader(self._link)
        self._link.close()
        asyncio.get_running_loop().run_in_executor(None, self._process.wait)
        waiting = [process for process in self._sessions.values() if not process.pid]
        for process in waiting:
            self.forget(process)
        if self._retired:
            for process in waiting:
                process.not_begun()
        else:
            self._died(waiting)


def _nameless() -> IO[bytes]:
    """A file to hand over: in memory where the system has such files, since a disk may be full."""
    if sys.platform == "linux":
        return os.fdopen(os.memfd_create("medbrief"), "w+b")
    return tempfile.TemporaryFile()
