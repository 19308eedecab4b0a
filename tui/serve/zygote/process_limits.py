"""What one session process may take of the machine: memory, and processor time beside others."""

from __future__ import annotations

import os
import resource
from collections import deque
from contextlib import suppress
from pathlib import Path

NICE = 19
"""Added to the niceness of session processes, and set for their scheduling groups. A process of
niceness 19 has the weight 15, one of niceness 0 has 1024 (sched_prio_to_weight in the kernel): 50
busy sessions have 750, and the 66 of 100 that two addresses can open have 990, so that the front
end gets more than half of a core. With 15 they have 50 x 36, which is more than its 1024."""
_MORE_MEMORY = 200 * 1024 * 1024
"""Bytes that a session may allocate beyond the zygote's. Measured: 22 MB for the panels on 500x300
cells, 3 MB for the largest export."""
_INTERVAL = 0.1
"""Seconds between two writes: Linux refuses more frequent ones of a user (EAGAIN)."""


def lower_priority() -> None:
    """Let the front end run before this process."""
    with suppress(OSError):
        os.nice(NICE)


def limit_memory() -> None:
    """Let allocations beyond the limit fail with MemoryError (setrlimit(2), RLIMIT_DATA).

    Does nothing where the system does not tell how much this process has: other than Linux.
    """
    with suppress(OSError, ValueError):
        pages = Path("/proc/self/statm").read_text(encoding="ascii").split()
        used = int(pages[5]) * resource.getpagesize()  # proc_pid_statm(5): data
        limit = used + _MORE_MEMORY
        hard = resource.getrlimit(resource.RLIMIT_DATA)[1]
        if hard == resource.RLIM_INFINITY or limit < hard:
            resource.setrlimit(resource.RLIMIT_DATA, (limit, limit))


class SchedulingGroups:
    """Lowers the priority of sessions where each is a scheduling group (sched(7), autogroup).

    The niceness of a process counts within its group only. Used by the zygote, which knows all
    sessions: Linux accepts ten changes a second.
    """

    def __init__(self) -> None:
        self._waiting: deque[int] = deque()

    def add(self, pid: int) -> None:
        """Lower the priority of a session that has just been forked, soon."""
        self._waiting.append(pid)

    @property
    def delay(self) -> float | None:
        """Seconds until ``lower`` should be called; None if there is nothing to do."""
        return _INTERVAL if self._waiting else None

    def lower(self) -> None:
        """Lower the priority of those sessions that can be reached now."""
        for _ in range(len(self._waiting)):
            pid = self._waiting.popleft()
            try:
                if os.getsid(pid) == pid:  # else it is in the zygote's group still
                    _set_group_niceness(pid)
                    continue
            except BlockingIOError:  # too soon
                self._waiting.appendleft(pid)
                return
            except OSError:  # it has ended; there are no such groups; not allowed in a container
                continue
            self._waiting.append(pid)


def _set_group_niceness(pid: int) -> None:
    descriptor = os.open(f"/proc/{pid}/autogroup", os.O_WRONLY)
    try:
        os.write(descriptor, b"%d" % NICE)
    finally:
        os.close(descriptor)
