"""Run what every session runs once, before forking: imports, caches, one headless app.

Time from connecting to the full first frame: 467 ms instead of 545.
"""

from __future__ import annotations

import asyncio

from textual.pilot import Pilot

from tui.app.app import BriefingApp
from tui.app.browse.controller import BrowseController
from tui.cli.commands import COMMAND_NAMES, load_command
from tui.render.glyphs import UNICODE
from tui.serve.request.capture import CapturedOutput
from tui.serve.request.executor import execute
from tui.serve.request.request_parser import parse_request
from tui.store import Store
from tui.store.originals import Originals

_LINES = ("find 2022", "find nothing-like-it", "list --json", "export --all", "help", "--nonsense")


def warm_up(store: Store) -> None:
    """Import all commands, execute some requests, and draw the app once without a terminal.

    Raises:
        Exception: whatever the app raised.
    """
    for name in COMMAND_NAMES:
        load_command(name)
    for line in _LINES:
        request = parse_request(line, {})
        if not isinstance(request, CapturedOutput):
            execute(store, request, {})
    _run_headless_app(store)


def _run_headless_app(store: Store) -> None:
    async def leave(pilot: Pilot[object]) -> None:
        await pilot.pause()
        pilot.app.exit()

    app = BriefingApp(BrowseController(store, Originals(None), "zh"), UNICODE)
    app.run(headless=True, size=(80, 24), auto_pilot=leave)
    asyncio.set_event_loop(None)
    if app.failure:
        raise app.failure
