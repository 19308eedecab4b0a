"""Write log lines without ever blocking the caller."""

from __future__ import annotations

import os
import select
import threading
from collections.abc import Callable

_MAX_PENDING = 1 << 20
"""Bytes that wait for a blocked descriptor, about 5,000 lines; further lines are dropped."""
_CLOSE_TIMEOUT = 1.0
"""Seconds that pending lines get at the end."""


class LogWriter:
    """Writes lines to a descriptor from its own thread.

    A pipe that nobody reads blocks only that thread, a full disk fails only its writes. Lines that
    are lost are counted, and ``on_dropped`` is called with their number; as soon as writing works
    again, ``drop_notice`` makes the line that reports the count. The thread is a daemon: it ends
    with the process even in the middle of a blocked write.
    """

    def __init__(self, descriptor: int, drop_notice: Callable[[int], bytes]) -> None:
        self._descriptor = descriptor
        self._drop_notice = drop_notice
        self.on_dropped: Callable[[int], object] = lambda _: None
        self._changed = threading.Condition()
        self._pending: list[bytes] = []
        self._pending_size = 0
        self._unreported = 0
        self._in_line = False  # the last write ended in the middle of a line
        self._closed = False
        self._thread = threading.Thread(target=self._run, name="log", daemon=True)
        self._thread.start()

    def write(self, line: bytes) -> None:
        """Queue one record, one or more whole lines; drop it when the queue is full."""
        with self._changed:
            full = self._pending_size + len(line) > _MAX_PENDING
            if full:
                self._unreported += 1
            else:
                self._pending.append(line)
                self._pending_size += len(line)
                self._changed.notify()
        if full:
            self.on_dropped(1)

    def close(self) -> None:
        """Write what is pending, for at most a second, and end the thread if it is not blocked."""
        with self._changed:
            self._closed = True
            self._changed.notify()
        self._thread.join(_CLOSE_TIMEOUT)

    def _run(self) -> None:
        while True:
            with self._changed:
                while not self._pending:
                    if self._closed:
                        return
                    self._changed.wait()
                records, self._pending, self._pending_size = self._pending, [], 0
                dropped, self._unreported = self._unreported, 0
            if dropped and not self._write(self._drop_notice(dropped)):
                self._count(dropped)
            lost = sum(not self._write(record) for record in records)
            if lost:
                self._count(lost)
                self.on_dropped(lost)

    def _count(self, lost: int) -> None:
        with self._changed:
            self._unreported += lost

    def _write(self, record: bytes) -> bool:
        """Write a record; return whether it was written completely."""
        data = memoryview(b"\n" + record if self._in_line else record)
        start = len(data)
        while data:
            try:
                data = data[os.write(self._descriptor, data) :]
            except BlockingIOError:  # the parent made the descriptor non-blocking
                poll = select.poll()
                poll.register(self._descriptor, select.POLLOUT)
                poll.poll()
            except OSError:  # a full disk, a closed pipe
                self._in_line = self._in_line or len(data) < start
                return False
        self._in_line = False
        return True
