"""Part 5: a key in the search box of an app within this process, from the press to the screen
that shows what it finds."""

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
from tests.benchmarks.measure import BenchmarkError, Result, percentile
from tests.benchmarks.shelf import Briefing, real
from tui.app.app import BriefingApp
from tui.app.browse.controller import BrowseController
from tui.render.glyphs import UNICODE
from tui.store import Store, open_store
from tui.store.originals import Originals

_TYPED = ("医疗保险", "yiliao")
_LIMIT = 25.0
_SIZES = ((80, 24), (120, 40))
_QUIET = 0.06
"""Seconds without a repaint after which no more is to come."""
_PATIENCE = 100
"""Times that long after which something is wrong."""


class _Paper(HeadlessDriver):
    """A terminal that takes all that is drawn, as a real one does, and shows it to nobody."""

    @property
    def is_headless(self) -> bool:
        return False

    def write(self, data: str) -> None:
        self.drawn = getattr(self, "drawn", 0) + len(data.encode())


class _TimedApp(BriefingApp):
    """The app, which notes when it drew last."""

    CSS_PATH = str(Path(tui.app.__file__).with_name("layout.tcss"))
    painted = 0.0
    spent = 0.0

    def _display(self, screen: Screen[object], renderable: RenderableType | None) -> None:
        super()._display(screen, renderable)
        if renderable is not None:
            self.painted, self.spent = time.perf_counter(), time.process_time()


def type_queries(rounds: int) -> list[Result]:
    """Each letter of some queries, typed one by one."""
    results = []
    for size in _SIZES:
        walls, cpus = asyncio.run(_typed(real(), size, rounds))
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
        await _quiet(app)
        taken: list[tuple[float, float]] = []
        for number in range(max(1, rounds) + 1):
            for text in _TYPED:
                await _press(app, "slash", "/")
                keys = [await _press(app, _character_to_key(char), char) for char in text]
                taken += keys if number else []  # the first round warms up
                await _press(app, "escape", None)
        app.exit()
        await running
    return tuple(wall for wall, _ in taken), tuple(cpu for _, cpu in taken)


def _app(store: Store) -> _TimedApp:
    app = _TimedApp(BrowseController(store, Originals(None), "zh"), UNICODE)
    app.driver_class = _Paper
    return app


async def _press(app: _TimedApp, key: str, character: str | None) -> tuple[float, float]:
    """Milliseconds, by the clock and of the processor, until all is drawn that the key changes."""
    start, spent = time.perf_counter(), time.process_time()
    app.post_message(events.Key(key, character))
    await _quiet(app)
    return (app.painted - start) * 1000, (app.spent - spent) * 1000


async def _quiet(app: _TimedApp) -> None:
    """Wait until nothing more is drawn."""
    before = -1.0
    for _ in range(_PATIENCE):
        if before == app.painted != 0.0:
            return
        before = app.painted
        await asyncio.sleep(_QUIET)
    raise BenchmarkError("the app does not draw, or does not cease to")
