"""The front end's end of the link to the zygote: starts it, asks it for sessions, hears how they
end, and starts another when it dies."""

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
from typing import Any

from tui.serve.zygote import LONGEST

_DRIVER = "tui.serve.parked:ParkedDriver"
Ended = Callable[[int], None]


class Link:
    """One zygote with the sessions that it started."""

    def __init__(self, image: bytes, died: Callable[[], None]) -> None:
        """``died``: called where it ends before it was retired."""
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with theirs, tempfile.TemporaryFile() as file:
            file.write(image)
            file.flush()
            numbers = (theirs.fileno(), file.fileno())
            self._process = subprocess.Popen(
                [sys.executable, "-m", "tui.serve.zygote", *map(str, numbers)],
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
        self._sessions: dict[int, Ended] = {}
        self._processes: dict[int, int] = {}
        self._next = 0
        self.ready = asyncio.Event()
        asyncio.get_running_loop().add_reader(ours, self._hear)

    @property
    def process(self) -> int:
        """Its process id."""
        return self._process.pid

    def start(self, message: dict[str, Any], descriptors: list[int], ended: Ended) -> int:
        """Begin a session on ``descriptors``; ``ended`` is told the status of its process. The
        number by which it is known.

        Raises:
            OSError: the zygote is gone.
        """
        self._next += 1
        number = self._next
        data = json.dumps({"start": number, **message}).encode()
        socket.send_fds(self._link, [data], descriptors)
        self._sessions[number] = ended
        return number

    def signal(self, number: int, sent: signal.Signals) -> None:
        """Send a signal to the session's process, if it still runs."""
        if number not in self._sessions:
            return
        if not self.gone:
            self._send(signal=number, number=sent)
        elif process := self._processes.get(number):  # an orphan
            with suppress(ProcessLookupError):
                os.kill(process, sent)

    def forget(self, number: int) -> None:
        """A session is over, whoever told so."""
        self._sessions.pop(number, None)
        self._processes.pop(number, None)

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
        self._gone()

    def _send(self, **message: object) -> None:
        with suppress(OSError):
            self._link.send(json.dumps(message).encode())

    def _hear(self) -> None:
        try:
            data = self._link.recv(LONGEST)
        except BlockingIOError:
            return
        except OSError:
            data = b""
        if not data:
            self._gone()
            return
        message = json.loads(data)
        if "ready" in message:
            self.ready.set()
        elif "started" in message:
            self._processes[message["started"]] = message["process"]
        elif ended := self._sessions.pop(message["ended"], None):
            self._processes.pop(message["ended"], None)
            ended(message["status"])

    def _gone(self) -> None:
        if self.gone:
            return
        asyncio.get_running_loop().remove_reader(self._link)
        self._link.close()
        asyncio.get_running_loop().run_in_executor(None, self._process.wait)
        if not self._retired:
            self._died()
