"""Pre-forked session processes: for each language one app, composed but without a terminal.

Time from connecting to the full first frame: 36 ms instead of 467 with a fork per session.
"""

from __future__ import annotations

import json
import os
import socket
import time
from contextlib import suppress
from typing import NamedTuple

from tui.serve.request.environment import language_of
from tui.serve.zygote import child
from tui.serve.zygote.protocol import Request
from tui.store import Store
from tui.text.language import LANGUAGES, Language

_REFILL_DELAY = 0.15
"""Seconds until the next fork, so that the session just started draws first."""
_TERMINALS = ("xterm", "screen", "tmux", "rxvt", "vte", "linux", "alacritty", "foot", "konsole")
_FIRST_RETRY, _MAX_RETRY = 0.3, 60.0
"""Seconds until the next fork while processes die waiting: doubles from the first value to the
second with each death."""


class _Waiting(NamedTuple):
    pid: int
    link: socket.socket


class PreforkedWorkers:
    """The processes that wait for a session. ``reports``: see ``child.run_preforked``."""

    def __init__(self, store: Store, reports: int) -> None:
        self._store = store
        self._reports = reports
        self._waiting: dict[Language, _Waiting] = {}
        self._next_fork = 0.0
        self._retry = _FIRST_RETRY

    @property
    def pids(self) -> list[int]:
        """The ids of the processes that wait."""
        return [worker.pid for worker in self._waiting.values()]

    def refill(self) -> float | None:
        """Fork a missing process if it is due; return seconds until the next call, None for any."""
        missing = [language for language in LANGUAGES if language not in self._waiting]
        if not missing:
            return None
        delay = self._next_fork - time.monotonic()
        if delay > 0:
            return delay
        self._next_fork = time.monotonic() + _REFILL_DELAY
        self._fork(missing[0])
        return _REFILL_DELAY if len(missing) > 1 else None

    def _fork(self, language: Language) -> None:
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with theirs:
            try:
                pid = os.fork()
            except OSError:  # out of processes or memory
                ours.close()
                self._delay_next_fork()
                return
            if pid == 0:
                child.run_preforked(self._store, language, theirs.fileno(), self._reports)
        self._waiting[language] = _Waiting(pid, ours)

    def _delay_next_fork(self) -> None:
        self._next_fork = time.monotonic() + self._retry
        self._retry = min(2 * self._retry, _MAX_RETRY)

    def assign(self, request: Request, descriptors: list[int]) -> int | None:
        """Hand a session to a waiting process; return its id, None if none fits the request."""
        environ = request["environ"]
        language = language_of(environ)
        if (
            not request["terminal"]
            or request["line"] is not None
            or not environ.get("TERM", "").startswith(_TERMINALS)
            or language not in self._waiting
        ):
            return None
        worker = self._waiting.pop(language)
        self._next_fork = time.monotonic() + _REFILL_DELAY
        with worker.link:
            try:
                socket.send_fds(worker.link, [json.dumps(environ).encode()], descriptors)
            except OSError:
                return None
        self._retry = _FIRST_RETRY
        return worker.pid

    def remove(self, pid: int) -> bool:
        """Drop a process that has ended; return whether it was waiting."""
        for language, worker in list(self._waiting.items()):
            if worker.pid == pid:
                worker.link.close()
                del self._waiting[language]
                self._delay_next_fork()
                return True
        return False

    def close(self) -> None:
        """Close all pre-forked workers: each exits at the end of its link."""
        for worker in self._waiting.values():
            with suppress(OSError):
                worker.link.close()
        self._waiting.clear()
