"""A key in the search box of an app in this process: from the press to the screen with the
results."""

from __future__ import annotations

import asyncio
import time
from pathlib import Path

from rich.console import RenderableType
from textual import events
from textual.drivers.headless_driver import HeadlessDriver
from textual.keys import _character_to_key
from textual.screen import Screen

import tui.app
from tests.benchmarks.data.briefings import Briefing, live_briefing
from tests.benchmarks.measure import BenchmarkError, Result, percentile
from tui.app.app import BriefingApp
from tui.app.browse.controller import BrowseController
from tui.render.glyphs import UNICODE
from tui.store import Store, open_store
from tui.store.originals import Originals

_TYPED = ("医疗保险", "yiliao")
_LIMIT = 25.0
_SIZES = ((80, 24), (120, 40))
_QUIET = 0.06
"""Seconds without a repaint after which it is complete."""
_MAX_WAITS = 100
"""Number of such waits after which something is wrong."""


class _SilentDriver(HeadlessDriver):
    """A driver that accepts all output like a real terminal and discards it."""

    @property
    def is_headless(self) -> bool:
        return False

    def write(self, data: str) -> None:
        self.drawn = getattr(self, "drawn", 0) + len(data.encode())


class _TimedApp(BriefingApp):
    """The app, recording when it last painted."""

    CSS_PATH = str(Path(tui.app.__file__).with_name("layout.tcss"))
    painted = 0.0
    spent = 0.0

    def _display(self, screen: Screen[object], renderable: RenderableType | None) -> None:
        super()._display(screen, renderable)
        if renderable is not None:
            self.painted, self.spent = time.perf_counter(), time.process_time()


def measure_typing(rounds: int) -> list[Result]:
    """Measure each letter of some queries."""
    results = []
    for size in _SIZES:
        walls, cpus = asyncio.run(_typed(live_briefing(), size, rounds))
        name = f"a key in the search box, {size[0]}x{size[1]}"
        results += [
            Result(f"{name}: CPU to the repaint, median", "ms", cpus),
            Result(f"{name}: to the repaint, median", "ms", walls, _LIMIT),
            Result(f"{name}: to the repaint, p95", "ms", walls, _LIMIT, percentile(walls, 95)),
        ]
    return results


async def _typed(
    briefing: Briefing, size: tuple[int, int], rounds: int
) -> tuple[tuple[float, ...], tuple[float, ...]]:
    with open_store(briefing.content, briefing.environ) as store:
        app = _app(store)
        running = asyncio.create_task(app.run_async(size=size, mouse=False))
        await _wait_for_repaint(app)
        taken: list[tuple[float, float]] = []
        for number in range(max(1, rounds) + 1):
            for text in _TYPED:
                await _press(app, "slash", "/")
                keys = [await _press(app, _character_to_key(char), char) for char in text]
                taken += keys if number else []  # the first round is a warm-up
                await _press(app, "escape", None)
        app.exit()
        await running
    return tuple(wall for wall, _ in taken), tuple(cpu for _, cpu in taken)


def _app(store: Store) -> _TimedApp:
    app = _TimedApp(BrowseController(store, Originals(None), "zh"), UNICODE)
    app.driver_class = _SilentDriver
    return app


async def _press(app: _TimedApp, key: str, character: str | None) -> tuple[float, float]:
    """Press a key and return wall-clock and processor milliseconds until the last repaint."""
    start, spent = time.perf_counter(), time.process_time()
    app.post_message(events.Key(key, character))
    await _wait_for_repaint(app)
    return (app.painted - start) * 1000, (app.spent - spent) * 1000


async def _wait_for_repaint(app: _TimedApp) -> None:
    """Wait until nothing more is painted."""
    before = -1.0
    for _ in range(_MAX_WAITS):
        if before == app.painted != 0.0:
            return
        before = app.painted
        await asyncio.sleep(_QUIET)
    raise BenchmarkError("the app does not paint, or does not stop painting")
