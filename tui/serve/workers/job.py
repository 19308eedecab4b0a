"""One session process: the request to start it, and its state in the front end."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from typing import Protocol

from tui.serve.zygote.protocol import Request

_START_FAILED = os.EX_TEMPFAIL << 8
"""Wait status of a job that could not start: temporary failure."""

OnJobEnd = Callable[[int, str], None]
"""Called with the wait status and the exception that the process reported, empty if none."""


class JobOwner(Protocol):
    """The pool whose zygote runs a job, or the queue in which it waits for a zygote."""

    @property
    def closed(self) -> bool:
        """Whether the zygote has ended, so that no exit status will arrive."""

    def signal_job(self, job: Job, number: signal.Signals) -> None:
        """Send a signal to the job's process."""

    def forget(self, job: Job) -> None:
        """Remove the job."""


class Job:
    """A session process. Only a job that no zygote has read is handed on to another one.

    ``request`` and ``descriptors``: sent to the zygote; the descriptors are closed here once it
    has them. ``on_end``: called once.
    """

    owner: JobOwner
    number = 0
    pid = 0
    taken = False
    """Whether a zygote has read the request."""
    attempts = 0
    """Zygotes that the request was sent to."""
    reader = ""
    """Whose session it is: readers' jobs are started in turns."""

    def __init__(self, request: Request, descriptors: list[int], on_end: OnJobEnd) -> None:
        self.request = request
        self.descriptors = descriptors
        self._on_end = on_end

    def started(self, pid: int) -> None:
        """Record that the process runs."""
        self.pid = pid
        self.close_descriptors()

    def ended(self, status: int, error: str) -> None:
        """Report the end of the process."""
        self.close_descriptors()
        self._on_end(status, error)

    def start_failed(self) -> None:
        """Report a temporary failure: no zygote can start the job."""
        self.ended(_START_FAILED, "")

    def close_descriptors(self) -> None:
        """Close the process's end of the terminal or pipes in the front end."""
        for descriptor in self.descriptors:
            os.close(descriptor)
        self.descriptors = []

    def signal(self, number: signal.Signals) -> None:
        """Send a signal to the process if it still runs."""
        self.owner.signal_job(self, number)

    @property
    def orphaned(self) -> bool:
        """Whether its zygote has ended, so that no exit status will arrive."""
        return self.owner.closed

    def forget(self) -> None:
        """Mark the job as finished."""
        self.owner.forget(self)
