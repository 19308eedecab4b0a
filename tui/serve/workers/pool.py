"""The front end's side of the zygote: starts it, sends it jobs, receives their exit statuses."""

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
from tui.serve.zygote.protocol import MAX_MESSAGE

_DRIVER = "tui.serve.zygote.detached_driver:DetachedDriver"


class WorkerPool:
    """One zygote and the jobs it runs.

    ``on_death``: called if the zygote ends before it is retired, with the jobs it had not started.
    """

    def __init__(self, image: bytes, on_death: Callable[[list[Job]], None]) -> None:
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with theirs, _unnamed_file() as file:
            file.write(image)
            file.flush()
            descriptors = (theirs.fileno(), file.fileno())
            self._process = subprocess.Popen(
                [sys.executable, "-m", "tui.serve.zygote", *map(str, descriptors)],
                pass_fds=descriptors,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                env={**os.environ, "PYTHONSAFEPATH": "1", "TEXTUAL_DRIVER": _DRIVER},
                start_new_session=True,
            )
        ours.setblocking(False)
        self._link = ours
        self._on_death = on_death
        self._retired = False
        self._jobs: dict[int, Job] = {}
        self._last_number = 0
        self.ready = asyncio.Event()
        asyncio.get_running_loop().add_reader(ours, self._receive)

    @property
    def pid(self) -> int:
        """The zygote's process id."""
        return self._process.pid

    @property
    def closed(self) -> bool:
        """Whether the zygote has ended; its session processes may still run."""
        return self._link.fileno() < 0

    def start(self, job: Job) -> None:
        """Start a session process.

        Raises:
            OSError: the zygote has ended.
        """
        self._last_number += 1
        data = json.dumps({"start": self._last_number, **job.request}).encode()
        socket.send_fds(self._link, [data], job.descriptors)
        job.owner, job.number = self, self._last_number
        self._jobs[job.number] = job

    def signal_job(self, job: Job, number: signal.Signals) -> None:
        """Send a signal to a session process if it still runs."""
        if job.number not in self._jobs:
            return
        if not self.closed:
            self._send(signal=job.number, number=number)
        elif job.pid:  # orphaned: no zygote to send it
            with suppress(ProcessLookupError):
                os.kill(job.pid, number)

    def forget(self, job: Job) -> None:
        """Remove a finished job."""
        self._jobs.pop(job.number, None)

    def retire(self) -> None:
        """Start no more jobs; the zygote ends with its last one."""
        self._retired = True
        self._send(retire=True)

    def close(self) -> None:
        """End the zygote and its session processes."""
        self._retired = True
        self._zygote_ended()

    def drain_messages(self) -> None:
        """Process the last messages of a zygote that has died."""
        while not self.closed:
            self._receive()

    def _send(self, **message: object) -> None:
        with suppress(OSError):
            self._link.send(json.dumps(message).encode())

    def _receive(self) -> None:
        try:
            data = self._link.recv(MAX_MESSAGE)
        except BlockingIOError:
            return
        except OSError:
            data = b""
        if not data:
            self._zygote_ended()
            return
        message = json.loads(data)
        if "ready" in message:
            self.ready.set()
        elif "started" in message:
            if job := self._jobs.get(message["started"]):
                job.started(message["pid"])
        elif job := self._jobs.pop(message["ended"], None):
            job.close_descriptors()
            job.on_exit(message["status"])

    def _zygote_ended(self) -> None:
        """Close the link. Running session processes live on; jobs not yet started are returned."""
        if self.closed:
            return
        loop = asyncio.get_running_loop()
        loop.remove_reader(self._link)
        self._link.close()
        loop.run_in_executor(None, self._process.wait)
        pending = [job for job in self._jobs.values() if not job.pid]
        for job in pending:
            self.forget(job)
        if self._retired:
            for job in pending:
                job.start_failed()
        else:
            self._on_death(pending)


def _unnamed_file() -> IO[bytes]:
    """Open a file to pass to the zygote, in memory if possible: the disk may be full."""
    if sys.platform == "linux":
        return os.fdopen(os.memfd_create("medbrief"), "w+b")
    return tempfile.TemporaryFile()
