"""The parking lot: for each language one process whose panels are composed already, so that a
reader who comes sees them at once."""

from __future__ import annotations

import json
import os
import socket
import time
from contextlib import suppress
from typing import Any, NamedTuple

from tui.serve.request.environment import language_of
from tui.serve.zygote import child
from tui.store import Store
from tui.text.language import LANGUAGES, Language

_PAUSE = 0.15
"""Seconds before another is parked: the reader who just came draws first."""
_KNOWN = ("xterm", "screen", "tmux", "rxvt", "vte", "linux", "alacritty", "foot", "konsole")
_GIVEN_UP = 5
"""Parked processes that died unasked, in a row, before no more are made."""


class _Parked(NamedTuple):
    process: int
    link: socket.socket


class PreforkedWorkers:
    """Holds what is parked."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._parked: dict[Language, _Parked] = {}
        self._due = 0.0
        self._dead = 0

    def fill(self, retired: bool) -> float | None:
        """Park what is missing, if it is time; how long the caller may sleep."""
        missing = [language for language in LANGUAGES if language not in self._parked]
        if retired or not missing or self._dead >= _GIVEN_UP:
            return None
        wait = self._due - time.monotonic()
        if wait > 0:
            return wait
        self._park(missing[0])
        self._due = time.monotonic() + _PAUSE
        return _PAUSE if len(missing) > 1 else None

    def _park(self, language: Language) -> None:
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        try:
            process = os.fork()
        except OSError:
            ours.close()
            theirs.close()
            return
        if process == 0:
            child.wait(self._store, language, theirs.fileno())
        theirs.close()
        self._parked[language] = _Parked(process, ours)

    def take(self, message: dict[str, Any], descriptors: list[int]) -> int | None:
        """Give a reader the panels that wait for them; None where none fit."""
        environ = message["environ"]
        language = language_of(environ)
        if (
            not message["terminal"]
            or message["line"] is not None
            or not environ.get("TERM", "").startswith(_KNOWN)
            or environ.get("NO_COLOR")
            or language not in self._parked
        ):
            return None
        parked = self._parked.pop(language)
        self._due = time.monotonic() + _PAUSE
        with parked.link:
            try:
                socket.send_fds(parked.link, [json.dumps(message).encode()], descriptors[:1])
            except OSError:
                return None
        self._dead = 0
        return parked.process

    def lost(self, process: int) -> None:
        """A process ended: was it parked?"""
        for language, parked in list(self._parked.items()):
            if parked.process == process:
                parked.link.close()
                del self._parked[language]
                self._dead += 1

    def empty(self) -> None:
        """Send home who waits."""
        for parked in self._parked.values():
            with suppress(OSError):
                parked.link.close()
        self._parked.clear()
