"""An event loop that continues in a forked process."""

from __future__ import annotations

import asyncio
import selectors


class ForkableEventLoop(asyncio.SelectorEventLoop):
    """While it is stopped, the process may fork and the child run it further.

    Tasks, timers and callbacks are objects in memory, which each process has for itself. What two
    processes would share is in the kernel: the registrations of epoll, which poll(2) does not
    have, and the pipe through which signals and threads wake up the loop.
    """

    def __init__(self) -> None:
        super().__init__(selectors.PollSelector())

    def separate_from_parent(self) -> list[int]:
        """Replace the pipe in the child; return its descriptors."""
        self._close_self_pipe()  # type: ignore[attr-defined]
        self._make_self_pipe()  # type: ignore[attr-defined]
        return [self._ssock.fileno(), self._csock.fileno()]  # type: ignore[attr-defined]
