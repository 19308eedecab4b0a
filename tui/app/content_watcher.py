"""Content that is being edited: noticed, compiled beside the app, and handed over or explained."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable

from tui.diagnostics import Problem
from tui.store import BriefingError, Store, open_store
from tui.store.content_changes import compile_in_subprocess, watch_content


async def watch(
    folder: str,
    changed: Callable[[Store], None],
    broken: Callable[[tuple[Problem, ...]], None],
    pause: float = 1.0,
) -> None:
    """For ever: after each change of the content, call ``changed`` with the new briefing or
    ``broken`` with the mistakes."""
    async for _ in watch_content(folder, pause):
        problems = await compile_in_subprocess(folder)
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
