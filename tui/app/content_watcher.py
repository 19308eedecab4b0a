"""Watch content that is being edited: compile each change beside the app and report the result."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable

from tui.diagnostics import Problem
from tui.store import BriefingError, Store, open_store
from tui.store.content_changes import check_in_subprocess, compile_in_subprocess, watch_content


async def watch(
    folder: str,
    on_compiled: Callable[[Store], None],
    on_problems: Callable[[tuple[Problem, ...]], None],
    interval: float = 1.0,
) -> None:
    """After each change in the folder, call ``on_compiled`` with the new briefing, and then
    ``on_problems`` with what the editorial rules find; of invalid content only ``on_problems``.
    Never returns.

    ``interval``: seconds between two checks for changes.
    """
    async for _ in watch_content(folder, interval):
        problems = await compile_in_subprocess(folder)
        if not problems:
            try:
                # From the cache; without a cache it is compiled again, so not in the event loop.
                store = await asyncio.to_thread(open_store, folder, os.environ)
            except BriefingError as error:
                problems = error.problems
            else:
                on_compiled(store)
                problems = await check_in_subprocess(folder)
                if not problems:
                    continue
        on_problems(problems)
