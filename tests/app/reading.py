"""A running app under test: press keys, click on words, read the screen cell by cell."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.events import MouseScrollDown
from textual.keys import _character_to_key
from textual.pilot import Pilot
from textual.strip import Strip

from tests.app.idle import run_app
from tui.app.app import BriefingApp
from tui.app.browse.controller import BrowseController
from tui.app.browse.location import Location
from tui.app.browse.screen import BrowseScreen
from tui.app.browse.user_session import UserSession
from tui.app.terminal.capabilities import TerminalCapabilities
from tui.app.widgets.status_bars import KeyBar
from tui.render.glyphs import UNICODE, Glyphs
from tui.store import Store
from tui.store.originals import Originals
from tui.text.language import Language

_SCROLLBAR = " │┃▌"


class Reading:
    """A running app, as its user sees it."""

    def __init__(self, app: BriefingApp, pilot: Pilot[None]) -> None:
        self.app = app
        self._pilot = pilot

    @property
    def strips(self) -> list[Strip]:
        """The lines of the screen, composed of all widgets."""
        return self.app.screen._compositor.render_strips()

    @property
    def lines(self) -> list[str]:
        """The text of each line, padded to the width of the terminal."""
        return [strip.text for strip in self.strips]

    @property
    def text(self) -> str:
        """The screen as one text without trailing spaces."""
        return "\n".join(line.rstrip() for line in self.lines)

    @property
    def chosen(self) -> str:
        """The text under the cursor, which is in reverse video, as the name in the title bar is."""
        pieces: list[str] = []
        for strip in self.strips[1:]:
            piece = ""
            for segment in (*strip, Segment("")):
                if segment.style and segment.style.reverse:
                    piece += segment.text
                    continue
                if piece.strip(_SCROLLBAR):
                    pieces.append(piece.strip())
                piece = ""
        return "".join(pieces)

    @property
    def position(self) -> str:
        """Section, number of the record, number of records."""
        return self.app.controller.state.title.position

    @property
    def has_panels(self) -> bool:
        """Whether the main screen is active, not a dialog."""
        return isinstance(self.app.screen, BrowseScreen)

    @property
    def message(self) -> str:
        """The message in the key bar; without one, the keys that the bar shows."""
        line = self.lines[-1].strip()
        has_message = any(bar.message for bar in self.app.screen.query(KeyBar))
        return line.partition(" │ ")[0] if has_message else line

    async def press(self, *keys: str) -> None:
        """Press keys one after the other."""
        await self._pilot.press(*keys)
        await self._pilot.pause()

    async def chunk(self, *keys: str) -> None:
        """Press keys that arrive in one read."""
        for key in keys:
            name = key if len(key) > 1 else _character_to_key(key)
            self.app.post_message(events.Key(name, key if len(key) == 1 else None))
        await self._pilot.pause()
        await self._pilot.pause()

    async def double_click(self, x: int, y: int) -> None:
        """Click twice on a cell; the events arrive in one read."""
        for _ in range(2):
            for kind in (events.MouseDown, events.MouseUp):
                event = kind(None, x, y, 0, 0, 1, shift=False, meta=False, ctrl=False)
                self.app.post_message(event)
        await self._pilot.pause()
        await self._pilot.pause()

    async def paste(self, text: str) -> None:
        """Paste a text."""
        self.app.post_message(events.Paste(text))
        await self._pilot.pause()
        await self._pilot.pause()

    async def settle(self) -> None:
        """Wait until what was posted has had its effect."""
        await self._pilot.pause()
        await self._pilot.pause()

    async def type(self, text: str) -> None:
        """Type a text."""
        await self.press(*text)

    async def click(self, words: str, cell: int = 0, lines: int = 0) -> None:
        """Click on the first occurrence of words, ``cell`` cells from their beginning and ``lines``
        below."""
        x, y = self.find(words)
        await self._pilot.click(offset=(x + cell, y + lines))
        await self._pilot.pause()

    async def click_cell(self, x: int, y: int) -> None:
        """Click on a cell."""
        await self._pilot.click(offset=(x, y))
        await self._pilot.pause()

    async def wheel(self, words: str, notches: int = 1) -> None:
        """Scroll down with the mouse wheel over words."""
        location = self.find(words)
        for _ in range(notches):
            await self._pilot._post_mouse_events([MouseScrollDown], offset=location, button=0)
        await self._pilot.wait_for_animation()
        await self._pilot.pause()

    def find(self, words: str) -> tuple[int, int]:
        """Return column and line of words on the screen."""
        for y, line in enumerate(self.lines):
            before, found, _ = line.partition(words)
            if found:
                return cell_len(before), y
        raise AssertionError(f"{words!r} is not on the screen:\n{self.text}")

    async def resize(self, width: int, height: int) -> None:
        """Resize the terminal."""
        await self._pilot.resize_terminal(width, height)
        await self._pilot.pause()


@asynccontextmanager
async def opened(
    store: Store,
    size: tuple[int, int] = (80, 24),
    language: Language = "zh",
    *,
    originals: Path | None = None,
    location: Location | None = None,
    session: UserSession | None = None,
    glyphs: Glyphs = UNICODE,
    **settings: Any,
) -> AsyncIterator[Reading]:
    """Run the app in a terminal of ``size``, with 16 colors if not said otherwise, where the cursor
    is in reverse video; ``settings``: further arguments of ``BriefingApp``."""
    settings.setdefault("terminal", TerminalCapabilities(depth="16"))
    folder = Originals(str(originals) if originals else None)
    controller = BrowseController(
        store, folder, language, session, location, settings.get("theme", "auto")
    )
    app = BriefingApp(controller, glyphs, **settings)
    async with run_app(app, size) as pilot:
        yield Reading(app, pilot)
