"""Watching a content folder and compiling it in a subprocess, for front ends whose event loop must
not block."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress

from tui.diagnostics import Problem
from tui.store.compile_subprocess import CHECK, command_line, parse_problems
from tui.store.fingerprint import fingerprint

_POLL_INTERVAL = 1.0
"""Seconds between two fingerprints: some hundred ``stat`` calls each, a few milliseconds."""
_DEBOUNCE = 0.15
"""Seconds without a further change after which a change counts as complete: editors write in
several steps."""


async def watch_content(folder: str, interval: float = _POLL_INTERVAL) -> AsyncIterator[None]:
    """Yield once after each change of the content, without end. ``interval`` in seconds."""
    known = fingerprint(folder)
    while True:
        await asyncio.sleep(interval)
        if (state := fingerprint(folder)) != known:
            known = await _wait_until_unchanged(folder, state)
            yield


async def _wait_until_unchanged(folder: str, state: str) -> str:
    while True:
        await asyncio.sleep(_DEBOUNCE)
        if (now := fingerprint(folder)) == state:
            return state
        state = now


async def compile_in_subprocess(folder: str) -> tuple[Problem, ...]:
    """Compile the content into the cache and return its problems.

    The result is empty if the subprocess is killed; opening the briefing reports the problems then.
    """
    return await _problems_of(command_line(folder))


async def check_in_subprocess(folder: str) -> tuple[Problem, ...]:
    """Return what the editorial rules find in the content; nothing if the subprocess is killed."""
    return await _problems_of(command_line(folder, CHECK))


async def _problems_of(command: list[str]) -> tuple[Problem, ...]:
    pipe, devnull = asyncio.subprocess.PIPE, asyncio.subprocess.DEVNULL
    child = await asyncio.create_subprocess_exec(
        *command, stdin=devnull, stdout=pipe, stderr=devnull
    )
    try:
        printed, _ = await child.communicate()
    finally:
        with suppress(ProcessLookupError):
            child.kill()
        await child.wait()
    try:
        return parse_problems(printed)
    except ValueError:
        return ()
