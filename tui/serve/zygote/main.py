"""The process that sessions are forked from: it has imported and loaded everything, has one thread
and no running loop.

``python -m tui.serve.zygote.main LINK IMAGE``: the descriptors of its end of the link to the front
end (SOCK_SEQPACKET, a JSON object a message) and of the compiled briefing. It is told
``{"start": N, …}`` with the session's descriptors, ``{"signal": N, "number": S}`` and
``{"retire": true}``; it tells ``{"ready": true}``,
``{"started": N, "process": P}``, ``{"ended": N, "status": S}``. It ends with its
last session once it was retired, and with all of them when the front end is gone.
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

from tui.serve.snapshot import opened
from tui.serve.zygote import child, warmup
from tui.serve.zygote.prefork import PreforkedWorkers
from tui.store import Store

LONGEST = 65536
"""Bytes of a message."""
_DESCRIPTORS = 2


class Zygote:
    """Starts sessions, and tells how they ended."""

    def __init__(self, link: socket.socket, store: Store) -> None:
        self._link = link
        self._store = store
        self._running: dict[int, int] = {}
        self._retired = False
        self._lot = PreforkedWorkers(store)
        self._woken, waker = os.pipe()
        for end in (self._woken, waker):
            os.set_blocking(end, False)
        signal.set_wakeup_fd(waker, warn_on_full_buffer=False)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        for number in (signal.SIGINT, signal.SIGHUP):  # meant for the front end
            signal.signal(number, signal.SIG_IGN)

    def run(self) -> None:
        """Until the front end is gone, or the last session of a retired one has ended."""
        self._tell(ready=True)
        selector = selectors.DefaultSelector()
        selector.register(self._link, selectors.EVENT_READ)
        selector.register(self._woken, selectors.EVENT_READ)
        while not (self._retired and not self._running):
            for key, _ in selector.select(self._lot.fill(self._retired)):
                if key.fileobj is self._link:
                    if not self._hear():
                        self._end_all()
                        return
                else:
                    with suppress(BlockingIOError):
                        os.read(self._woken, 4096)
            self._reap()

    def _hear(self) -> bool:
        """One message; False at the end of the link."""
        data, descriptors, _, _ = socket.recv_fds(self._link, LONGEST, _DESCRIPTORS)
        if not data:
            return False
        message = json.loads(data)
        try:
            if "start" in message:
                self._start(message, descriptors)
            elif "signal" in message:
                self._signal(message["signal"], message["number"])
            elif "retire" in message:
                self._retired = True
                self._lot.empty()
        finally:
            for descriptor in descriptors:
                os.close(descriptor)
        return True

    def _start(self, message: dict[str, Any], descriptors: list[int]) -> None:
        number = message["start"]
        assert threading.active_count() == 1
        if process := self._lot.take(message, descriptors):
            self._running[process] = number
            self._tell(started=number, process=process)
            return
        try:
            process = os.fork()
        except OSError:  # the machine has no more of them
            self._tell(ended=number, status=os.EX_TEMPFAIL << 8)
            return
        if process == 0:
            child.live(self._store, message, descriptors)
        self._running[process] = number
        self._tell(started=number, process=process)

    def _signal(self, number: int, sent: int) -> None:
        for process, running in self._running.items():
            if running == number:
                with suppress(ProcessLookupError):
                    os.kill(process, sent)

    def _reap(self) -> None:
        while True:
            try:
                process, status = os.waitpid(-1, os.WNOHANG)
            except ChildProcessError:
                return
            if not process:
                return
            self._lot.lost(process)
            number = self._running.pop(process, None)
            if number is not None:
                self._tell(ended=number, status=status)

    def _end_all(self) -> None:
        for process in self._running:
            with suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)

    def _tell(self, **message: object) -> None:
        with suppress(OSError):  # nobody listens: the end of the link tells so next
            self._link.send(json.dumps(message).encode())


def main(arguments: list[str]) -> int:
    """Load everything, then serve the link."""
    link = socket.socket(fileno=int(arguments[0]))
    with os.fdopen(int(arguments[1]), "rb") as image:
        image.seek(0)
        store = opened(image.read())
    warmup.warm(store)
    gc.collect()
    gc.freeze()
    gc.disable()
    Zygote(link, store).run()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
