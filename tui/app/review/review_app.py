"""The app with the review as its only screen."""

from __future__ import annotations

from typing import ClassVar

from textual import events, on
from textual.binding import Binding, BindingType
from textual.driver import Driver

from tui.app.commands import SUSPEND
from tui.app.keymap import Keymap, key_name
from tui.app.review.review_controller import ReviewController
from tui.app.review.review_screen import ReviewScreen
from tui.app.terminal.capabilities import TerminalCapabilities
from tui.app.terminal_app import TerminalApp
from tui.app.textual_internals.terminal_access import repaint, suspend
from tui.config import Theme
from tui.render.glyphs import UNICODE, Glyphs


class ReviewApp(TerminalApp, inherit_bindings=False):
    """The terminal app with one ``ReviewScreen``."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(key, SUSPEND.action, SUSPEND.title.en, show=False, priority=True)
        for key in SUSPEND.keys
    ]
    CSS_PATH: ClassVar = ["../layout.tcss", "review.tcss"]
    ENABLE_COMMAND_PALETTE = False

    def __init__(
        self,
        controller: ReviewController,
        glyphs: Glyphs = UNICODE,
        *,
        keymap: Keymap | None = None,
        terminal: TerminalCapabilities = TerminalCapabilities(),  # noqa: B008 - immutable
        theme: Theme = "auto",
    ) -> None:
        super().__init__(terminal, theme)
        self.controller = controller
        self._review_screen = ReviewScreen(controller, glyphs, keymap or Keymap())

    def get_default_screen(self) -> ReviewScreen:
        """Return the review."""
        return self._review_screen

    def on_mount(self) -> None:
        """Install signal handlers."""
        if not self.is_headless:
            self.handle_signals()

    async def on_event(self, event: events.Event) -> None:
        """Remove the message from the key bar at the next key or click in the panels."""
        is_input = isinstance(event, (events.Key, events.MouseDown)) and self.accepts_input
        if is_input and self.screen is self._review_screen:
            self._review_screen.clear_message()
        await super().on_event(event)

    def key_without_binding(self, key: events.Key) -> None:
        """Say that a key has no function."""
        if self.screen is self._review_screen:
            name = key_name(key.key, key.character)
            self._review_screen.apply(self.controller.key_without_function(name))

    def action_suspend(self) -> None:
        """Suspend the process, or say why that is impossible."""
        if not suspend(self):
            self._review_screen.apply(self.controller.cannot_suspend())

    @on(Driver.SignalResume)
    def _draw_again(self) -> None:
        repaint(self)
