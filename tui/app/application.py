"""The app: one screen to browse, drawn in the terminal's own colours."""

from __future__ import annotations

import asyncio
import gc
import signal
from contextlib import suppress

from textual.app import App
from textual.driver import Driver

from tui.app.browse import BrowseScreen
from tui.app.navigation import OVERVIEW, Place, first_place
from tui.app.reader import Reader
from tui.render.glyphs import Glyphs
from tui.store import Store
from tui.store.originals import Originals
from tui.text.language import Language


class BriefingApp(App[None], inherit_bindings=False):
    """The browsable briefing."""

    CSS_PATH = "layout.tcss"
    ENABLE_COMMAND_PALETTE = False

    def __init__(
        self,
        store: Store,
        originals: Originals,
        language: Language,
        glyphs: Glyphs,
        place: Place | None = None,
    ) -> None:
        super().__init__(ansi_color=True)
        self.theme = "ansi-dark"
        self.reader = Reader(store, originals, language)
        self._glyphs = glyphs
        self._first = place or first_place(OVERVIEW)

    def on_mount(self) -> None:
        """A signal to end gives the terminal back before it ends the process."""
        if not self.is_headless:
            with suppress(NotImplementedError):  # Windows
                asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, self.exit)

    def get_driver_class(self) -> type[Driver]:
        """Ours in place of Textual's own for Unix; others are left as they are."""
        chosen = super().get_driver_class()
        if chosen.__name__ != "LinuxDriver":
            return chosen
        from tui.app.driver import PromptDriver

        return PromptDriver

    def on_ready(self) -> None:
        """The first screen is drawn: garbage is looked for again, but not among what the start has
        made."""
        if not gc.isenabled():
            gc.freeze()
            gc.enable()

    def get_default_screen(self) -> BrowseScreen:
        """The panels, at the first place."""
        return BrowseScreen(self.reader, self._first, self._glyphs)
