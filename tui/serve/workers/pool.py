"""The front end's side of a zygote: starts it, sends it jobs, receives their exit statuses."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
from collections import deque
from contextlib import suppress
from typing import IO, Any, Protocol

from tui.serve.workers.job import Job
from tui.serve.workers.start_queue import StartQueue
from tui.serve.zygote.protocol import MAX_MESSAGE, pack_message

_DRIVER = "tui.app.textual_internals.detachable_driver:DetachableDriver"
_END_TIME = 2.0
"""Seconds that a zygote gets to end after its link is closed."""
_MAX_UNREAD = 4
"""Requests that may wait in the socket. The rest wait here, where they are started in turns, and
where one whose client has left is not started at all."""


class PoolOwner(Protocol):
    """Receives what a pool reports."""

    def zygote_ready(self) -> None:
        """Sessions can be forked."""

    def zygote_answered(self) -> None:
        """The zygote has answered a ping."""

    def zygote_died(self, pending: list[Job]) -> None:
        """The zygote ended before it was retired. ``pending``: the jobs it had not started."""

    def problem(self, text: str) -> None:
        """Anything else for the log."""


class WorkerPool:
    """One zygote and the jobs it runs. ``image``: the compiled briefing."""

    def __init__(self, image: bytes, owner: PoolOwner) -> None:
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        try:
            with theirs, _unnamed_file() as file:
                file.write(image)
                file.flush()
                self._process = _start_zygote(theirs.fileno(), file.fileno())
        except OSError:
            ours.close()
            raise
        ours.setblocking(False)
        self._link = ours
        self._owner = owner
        self._retired = False
        self._jobs: dict[int, Job] = {}
        self._last_number = 0
        self._unread: set[int] = set()
        self._queue = StartQueue()
        self._control: deque[bytes] = deque()
        self._blocked = False
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
        """Start a session process, once the zygote has read earlier requests.

        A job that waits too long fails.

        Raises:
            OSError: the zygote has ended.
            ValueError: the request is too long or no valid Unicode.
        """
        number = self._last_number + 1
        data = pack_message(number, {"request": job.request})
        if not self._must_wait and not self._queue:
            try:
                self._send_request(job, number, data)
                return
            except BlockingIOError:
                self._wait_for_room(True)
        self._last_number = number
        job.owner, job.number = self, number
        self._queue.add(job)

    @property
    def _must_wait(self) -> bool:
        return self._blocked or len(self._unread) >= _MAX_UNREAD

    def _send_request(self, job: Job, number: int, data: bytes) -> None:
        socket.send_fds(self._link, [data], job.descriptors)
        self._last_number = max(self._last_number, number)
        job.owner, job.number = self, number
        job.attempts += 1
        self._jobs[number] = job
        self._unread.add(number)
        self._queue.count_turn(job.reader)

    def _send_waiting(self) -> None:
        """Send what waits, as far as the zygote has read and the socket has room."""
        try:
            while self._control:
                self._link.send(self._control[0])
                self._control.popleft()
            while len(self._unread) < _MAX_UNREAD and (job := self._queue.next_job()):
                self._send_waiting_request(job)
        except BlockingIOError:
            self._wait_for_room(True)
        except OSError:  # the zygote has ended, which the reader of the link will find
            self._wait_for_room(False)
        else:
            self._wait_for_room(False)

    def _send_waiting_request(self, job: Job) -> None:
        data = pack_message(job.number, {"request": job.request})
        try:
            self._send_request(job, job.number, data)
        except (BlockingIOError, BrokenPipeError, ConnectionResetError):
            raise
        except OSError:  # such as too many descriptors in flight: unix(7), ETOOMANYREFS
            self._queue.remove(job)
            job.start_failed()
        else:
            self._queue.remove(job)

    def _wait_for_room(self, blocked: bool) -> None:
        if blocked != self._blocked:
            self._blocked = blocked
            loop = asyncio.get_running_loop()
            if blocked:
                loop.add_writer(self._link, self._send_waiting)
            else:
                loop.remove_writer(self._link)

    def signal_job(self, job: Job, number: signal.Signals) -> None:
        """Send a signal to a session process if it still runs.

        A job that waits ends: every signal it gets is meant to end it.
        """
        if self._queue.remove(job):
            job.start_failed()
            return
        if job.number not in self._jobs:
            return
        data = pack_message(job.number, {"signal": number})
        try:
            self._link.send(data)
        except OSError as error:
            if job.pid:  # the zygote has ended or does not read: it cannot reuse the process id
                with suppress(ProcessLookupError):
                    os.kill(job.pid, number)
            elif isinstance(error, BlockingIOError):
                self._send_later(data)

    def _send_later(self, data: bytes) -> None:
        self._control.append(data)
        self._wait_for_room(True)

    def forget(self, job: Job) -> None:
        """Remove a finished job."""
        if self._queue.remove(job):
            job.close_descriptors()
        self._jobs.pop(job.number, None)
        self._unread.discard(job.number)

    def ping(self) -> None:
        """Ask the zygote to answer."""
        with suppress(OSError):
            self._link.send(pack_message(0, {"ping": True}))

    def kill(self) -> None:
        """Kill the zygote; its session processes live on."""
        self._process.kill()

    def retire(self) -> list[Job]:
        """Start no more jobs; the zygote ends with its last one. Return those that waited.

        Without a job it is killed: it may still be starting, or hang.
        """
        self._retired = True
        waiting = self._queue.clear()
        if not self._jobs:
            self._process.kill()
            self._zygote_ended()
            return waiting
        data = pack_message(0, {"retire": True})
        try:
            self._link.send(data)
        except BlockingIOError:
            self._send_later(data)
        except OSError:  # it has ended
            pass
        return waiting

    def close(self) -> None:
        """End the zygote and its session processes."""
        self._retired = True
        self._zygote_ended()

    def drain_messages(self) -> None:
        """Process the last messages of a zygote that has died."""
        while not self.closed:
            self._receive()

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
        self._handle(json.loads(data))

    def _handle(self, message: dict[str, Any]) -> None:
        match message:
            case {"ready": True}:
                self._owner.zygote_ready()
            case {"pong": True}:
                self._owner.zygote_answered()
            case {"taken": number}:
                if job := self._jobs.get(number):
                    job.taken = True
                self._unread.discard(number)
                self._send_waiting()
            case {"started": number, "pid": pid}:
                if job := self._jobs.get(number):
                    job.started(pid)
            case {"ended": number, "status": status}:
                if job := self._jobs.pop(number, None):
                    job.ended(status, message.get("error", ""))
            case {"problem": text}:
                self._owner.problem(text)

    def _zygote_ended(self) -> None:
        """Close the link. Running session processes live on; jobs not yet started are returned."""
        if self.closed:
            return
        loop = asyncio.get_running_loop()
        loop.remove_reader(self._link)
        self._wait_for_room(False)
        self._link.close()
        loop.run_in_executor(None, _wait_for_end, self._process)
        pending = [job for job in self._jobs.values() if not job.pid]
        for job in pending:
            self.forget(job)
        pending += self._queue.clear()
        if self._retired:
            for job in pending:
                job.start_failed()
        else:
            self._owner.zygote_died(pending)


def _start_zygote(link: int, image: int) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        # -P: a module of that name in the working directory must not run instead.
        [sys.executable, "-P", "-m", "tui.serve.zygote", str(link), str(image)],
        pass_fds=(link, image),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        env={**os.environ, "TEXTUAL_DRIVER": _DRIVER},
        start_new_session=True,
    )


def _wait_for_end(process: subprocess.Popen[bytes]) -> None:
    """Wait for a zygote whose link is closed; kill one that hangs, which would delay a stop."""
    try:
        process.wait(_END_TIME)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _unnamed_file() -> IO[bytes]:
    """Open a file to pass to the zygote, in memory if possible: the disk may be full."""
    if sys.platform == "linux":
        return os.fdopen(os.memfd_create("medbrief"), "w+b")
    return tempfile.TemporaryFile()
