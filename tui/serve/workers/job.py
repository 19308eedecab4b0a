"""A session's process as the front end knows it: what it was asked to be, and who began it."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tui.serve.workers.pool import WorkerPool

_NOT_BEGUN = os.EX_TEMPFAIL << 8
"""The status of a process that could not be begun: try again later."""


class Job:
    """Asked for once; a zygote that dies over it leaves it to the next.

    ``message`` and ``descriptors``: what the zygote is told and given; they are closed here once it
    has them. ``ended``: called once with the status, as ``waitpid`` has it.
    """

    link: WorkerPool
    number = 0
    pid = 0

    def __init__(
        self, message: dict[str, Any], descriptors: list[int], ended: Callable[[int], None]
    ) -> None:
        self.message = message
        self.ended = ended
        self.descriptors = descriptors

    def begun(self, pid: int) -> None:
        """It runs."""
        self.pid = pid
        self.let_go()

    def not_begun(self) -> None:
        """There is nobody who could begin it."""
        self.let_go()
        self.ended(_NOT_BEGUN)

    def let_go(self) -> None:
        """Keep its end of the terminal open no longer."""
        for descriptor in self.descriptors:
            os.close(descriptor)
        self.descriptors = []

    def signal(self, sent: signal.Signals) -> None:
        """Send it a signal, if it still runs."""
        self.link.signal(self, sent)

    @property
    def orphaned(self) -> bool:
        """Nobody would tell of its end."""
        return self.link.gone

    def forget(self) -> None:
        """It is over, whoever told so."""
        self.link.forget(self)
