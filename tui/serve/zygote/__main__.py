"""The zygote process: loads everything once, then forks one process per session.

``python -m tui.serve.zygote LINK IMAGE``: the descriptors of the link to the front end (see
``tui.serve.zygote.protocol``) and of the compiled briefing. It has one thread and no event loop, so
that it can fork safely.
"""

from __future__ import annotations

import gc
import json
import os
import selectors
import signal
import socket
import sys
import threading
from contextlib import suppress
from typing import Any

from tui.serve.snapshot import open_image
from tui.serve.zygote import child, warmup
from tui.serve.zygote.prefork import PreforkedWorkers
from tui.serve.zygote.protocol import MAX_DESCRIPTORS, MAX_MESSAGE
from tui.store import Store


class Zygote:
    """Forks session processes and reports their exit statuses."""

    def __init__(self, link: socket.socket, store: Store) -> None:
        self._link = link
        self._store = store
        self._jobs: dict[int, int] = {}  # process id -> job number
        self._retired = False
        self._preforked = PreforkedWorkers(store)
        self._wakeup, wakeup_writer = os.pipe()
        for end in (self._wakeup, wakeup_writer):
            os.set_blocking(end, False)
        signal.set_wakeup_fd(wakeup_writer, warn_on_full_buffer=False)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        for number in (signal.SIGINT, signal.SIGHUP):  # meant for the front end
            signal.signal(number, signal.SIG_IGN)

    def run(self) -> None:
        """Run until the front end closes the link, or the last job of a retired zygote ends."""
        self._send(ready=True)
        selector = selectors.DefaultSelector()
        selector.register(self._link, selectors.EVENT_READ)
        selector.register(self._wakeup, selectors.EVENT_READ)
        while not (self._retired and not self._jobs):
            timeout = None if self._retired else self._preforked.refill()
            for key, _ in selector.select(timeout):
                if key.fileobj is self._link:
                    if not self._receive():
                        self._kill_jobs()
                        return
                else:
                    with suppress(BlockingIOError):
                        os.read(self._wakeup, 4096)
            self._reap_children()

    def _receive(self) -> bool:
        """Handle one message; return False at the end of the link."""
        data, descriptors, _, _ = socket.recv_fds(self._link, MAX_MESSAGE, MAX_DESCRIPTORS)
        if not data:
            return False
        message = json.loads(data)
        try:
            if "start" in message:
                self._start_job(message, descriptors)
            elif "signal" in message:
                self._signal_job(message["signal"], message["number"])
            elif "retire" in message:
                self._retired = True
                self._preforked.close()
        finally:
            for descriptor in descriptors:
                os.close(descriptor)
        return True

    def _start_job(self, message: dict[str, Any], descriptors: list[int]) -> None:
        number = message["start"]
        assert threading.active_count() == 1
        pid = self._preforked.assign(message, descriptors)
        if pid is None:
            try:
                pid = os.fork()
            except OSError:  # out of processes or memory
                self._send(ended=number, status=os.EX_TEMPFAIL << 8)
                return
            if pid == 0:
                child.run_job(self._store, message, descriptors)
        self._jobs[pid] = number
        self._send(started=number, pid=pid)

    def _signal_job(self, number: int, signal_number: int) -> None:
        for pid, job in self._jobs.items():
            if job == number:
                with suppress(ProcessLookupError):
                    os.kill(pid, signal_number)

    def _reap_children(self) -> None:
        while True:
            try:
                pid, status = os.waitpid(-1, os.WNOHANG)
            except ChildProcessError:
                return
            if not pid:
                return
            self._preforked.remove(pid)
            number = self._jobs.pop(pid, None)
            if number is not None:
                self._send(ended=number, status=status)

    def _kill_jobs(self) -> None:
        for pid in self._jobs:
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)

    def _send(self, **message: object) -> None:
        with suppress(OSError):  # the front end is gone: the next receive returns no data
            self._link.send(json.dumps(message).encode())


def main(arguments: list[str]) -> int:
    """Load everything, then serve the link."""
    link = socket.socket(fileno=int(arguments[0]))
    with os.fdopen(int(arguments[1]), "rb") as image:
        image.seek(0)
        store = open_image(image.read())
    warmup.warm_up(store)
    gc.collect()  # the warm-up's app: 11 % of all objects, which every child would carry along
    Zygote(link, store).run()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
