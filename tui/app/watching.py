"""Content that is being edited: noticed, compiled beside the app, and handed over or explained."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable
from contextlib import suppress

from tui.problem import Problem
from tui.store import BriefingError, Store, open_store
from tui.store.child import command, problems_of
from tui.store.fingerprint import fingerprint

_PAUSE = 1.0
"""Seconds between two looks at the folder: some hundred ``stat`` calls, a few milliseconds."""
_SETTLED = 0.15
"""Seconds in which nothing changes any more: editors write in several steps."""


async def watch(
    folder: str,
    changed: Callable[[Store], None],
    broken: Callable[[tuple[Problem, ...]], None],
    pause: float = _PAUSE,
) -> None:
    """For ever: after each change of the content, call ``changed`` with the new briefing or
    ``broken`` with the mistakes."""
    seen = fingerprint(folder)
    while True:
        await asyncio.sleep(pause)
        if (state := fingerprint(folder)) == seen:
            continue
        seen = await _settled(folder, state)
        problems = await _compiled(folder)
        if not problems:
            try:
                # In the cache by now; else, where there is none, compiled in a thread.
                store = await asyncio.to_thread(open_store, folder, os.environ)
            except BriefingError as error:
                problems = error.problems
            else:
                changed(store)
                continue
        broken(problems)


async def _settled(folder: str, state: str) -> str:
    while True:
        await asyncio.sleep(_SETTLED)
        if (now := fingerprint(folder)) == state:
            return state
        state = now


async def _compiled(folder: str) -> tuple[Problem, ...]:
    """Compile in a process of its own: keys are answered meanwhile."""
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
    except ValueError:  # it was killed, say: whoever opens the briefing will see
        return ()
