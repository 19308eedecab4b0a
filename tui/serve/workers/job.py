"""One session process: the request to start it, and its state in the front end."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from typing import Any, Protocol

_START_FAILED = os.EX_TEMPFAIL << 8
"""Wait status of a job that could not start: temporary failure."""


class JobOwner(Protocol):
    """The pool whose zygote runs a job."""

    @property
    def closed(self) -> bool:
        """Whether the zygote has ended, so that no exit status will arrive."""

    def signal_job(self, job: Job, number: signal.Signals) -> None:
        """Send a signal to the job's process."""

    def forget(self, job: Job) -> None:
        """Remove the job."""


class Job:
    """A session process. If a zygote dies before it started the job, the next one gets it.

    ``request`` and ``descriptors``: sent to the zygote; the descriptors are closed here once it
    has them. ``on_exit``: called once with the wait status.
    """

    owner: JobOwner
    number = 0
    pid = 0

    def __init__(
        self, request: dict[str, Any], descriptors: list[int], on_exit: Callable[[int], None]
    ) -> None:
        self.request = request
        self.descriptors = descriptors
        self.on_exit = on_exit

    def started(self, pid: int) -> None:
        """Record that the process runs."""
        self.pid = pid
        self.close_descriptors()

    def start_failed(self) -> None:
        """Report a temporary failure: no zygote can start the job."""
        self.close_descriptors()
        self.on_exit(_START_FAILED)

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
