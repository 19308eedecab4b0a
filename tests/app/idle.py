"""Run an app under test and wait until it has nothing left to do.

Textual's pilot waits until the process uses little CPU: at least 20 ms, twice for each key. That
was three quarters of the time of these tests. Here the wait ends when the event loop is empty.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from unittest.mock import patch

from textual.app import App
from textual.pilot import Pilot

_MAX_FRAMES = 50
"""Frames after which an app that draws without end counts as idle."""


@asynccontextmanager
async def run_app(
    app: App[None], size: tuple[int, int], headless: bool = True
) -> AsyncIterator[Pilot[None]]:
    """Run ``app`` in a terminal of ``size``; its pilot waits for an empty event loop."""

    async def wait_for_idle(min_sleep: float = 0, max_sleep: float = 1) -> None:
        """Replace Textual's function of this name; the arguments are unused."""
        for _ in range(_MAX_FRAMES):
            await _until_loop_is_empty()
            if not app.is_running or not app.screen_stack:
                return
            # What Textual does within 16 ms, it does now.
            if app._resize_timer is not None:
                app._check_resize()
                await _until_loop_is_empty()
            app.screen._on_timer_update()
            await asyncio.sleep(0)
            if not _ready():
                return

    with (
        patch("textual.app.wait_for_idle", wait_for_idle),
        patch("textual.pilot.wait_for_idle", wait_for_idle),
    ):
        async with app.run_test(headless=headless, size=size) as pilot:
            await pilot.pause()
            yield pilot


async def _until_loop_is_empty() -> None:
    await asyncio.sleep(0)
    while _ready():
        await asyncio.sleep(0)


def _ready() -> int:
    """Return the number of callbacks that wait for their turn."""
    return len(asyncio.get_running_loop()._ready)  # type: ignore[attr-defined]
