"""Doing once, before anybody waits for it, what every session does."""

from __future__ import annotations

import asyncio
import sys

from textual.pilot import Pilot

from tui.app.app import BriefingApp
from tui.app.browse.controller import BrowseController
from tui.cli.commands import COMMAND_NAMES, load_command
from tui.render.glyphs import UNICODE
from tui.serve.request.capture import CapturedOutput
from tui.serve.request.executor import answer
from tui.serve.request.parser import read
from tui.store import Store
from tui.store.originals import Originals

_LINES = ("find 2022", "find nothing-like-it", "list --json", "export --all", "help", "--nonsense")


def warm(store: Store) -> None:
    """Import and compile what sessions need: the panels, drawn once for nobody, and answers."""
    for name in COMMAND_NAMES:
        load_command(name)
    for line in _LINES:
        asked = read(line, {})
        if not isinstance(asked, CapturedOutput):
            answer(store, asked, {})
    try:
        _draw(store)
    except Exception as error:  # a session would say so too: the service need not end for it
        sys.stderr.write(f"medbrief: {type(error).__name__} while warming up\n")


def _draw(store: Store) -> None:
    async def leave(pilot: Pilot[object]) -> None:
        await pilot.pause()
        pilot.app.exit()

    app = BriefingApp(BrowseController(store, Originals(None), "zh"), UNICODE)
    app.run(headless=True, size=(80, 24), auto_pilot=leave)
    asyncio.set_event_loop(None)
    if app.failure:
        raise app.failure
