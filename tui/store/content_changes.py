"""Content that is being edited, for front ends that must not stand still meanwhile: its changes
noticed, and compiled in a process of its own."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress

from tui.diagnostics import Problem
from tui.store.compile_subprocess import command, problems_of
from tui.store.fingerprint import fingerprint

_PAUSE = 1.0
"""Seconds between two looks at the folder: some hundred ``stat`` calls, a few milliseconds."""
_SETTLED = 0.15
"""Seconds in which nothing changes any more: editors write in several steps."""


async def changes(folder: str, pause: float = _PAUSE) -> AsyncIterator[None]:
    """For ever: once after each change of the content, when it is over."""
    seen = fingerprint(folder)
    while True:
        await asyncio.sleep(pause)
        if (state := fingerprint(folder)) != seen:
            seen = await _settled(folder, state)
            yield


async def _settled(folder: str, state: str) -> str:
    while True:
        await asyncio.sleep(_SETTLED)
        if (now := fingerprint(folder)) == state:
            return state
        state = now


async def compiled(folder: str) -> tuple[Problem, ...]:
    """Compile the content into the cache; what is wrong with it. Where nothing can be said, nothing
    is: whoever opens the briefing will see."""
    pipe, nowhere = asyncio.subprocess.PIPE, asyncio.subprocess.DEVNULL
    child = await asyncio.create_subprocess_exec(
        *command(folder), stdin=nowhere, stdout=pipe, stderr=nowhere
    )
    try:
        printed, _ = await child.communicate()
    finally:
        with suppress(ProcessLookupError):
            child.kill()
    try:
        return problems_of(printed)
    except ValueError:  # it was killed, say
        return ()
