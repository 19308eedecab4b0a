"""The app: the main screen, signals, and updates of content that is being edited."""

from __future__ import annotations

from typing import ClassVar

from textual import events, on
from textual.binding import Binding, BindingType
from textual.driver import Driver

from tui.app.browse.controller import BrowseController
from tui.app.browse.screen import BrowseScreen
from tui.app.commands import SUSPEND
from tui.app.keymap import key_name
from tui.app.terminal.capabilities import TerminalCapabilities
from tui.app.terminal_app import TerminalApp
from tui.app.textual_internals.terminal_access import repaint, suspend
from tui.config import Theme
from tui.fast_namedtuple import TYPE_CHECKING
from tui.render.glyphs import Glyphs
from tui.store import Store
from tui.text.language import Wording

if TYPE_CHECKING:
    from tui.diagnostics import Problem


class BriefingApp(TerminalApp, inherit_bindings=False):
    """The terminal app with one ``BrowseScreen``."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(key, SUSPEND.action, SUSPEND.title.en, show=False, priority=True)
        for key in SUSPEND.keys
    ]
    CSS_PATH = "layout.tcss"
    ENABLE_COMMAND_PALETTE = False

    def __init__(
        self,
        controller: BrowseController,
        glyphs: Glyphs,
        *,
        terminal: TerminalCapabilities = TerminalCapabilities(),  # noqa: B008 - immutable
        theme: Theme = "auto",
        hint: Wording | None = None,
        watched: str | None = None,
    ) -> None:
        """``hint``: a notice at the start; ``watched``: the content folder to watch for changes."""
        super().__init__(terminal, theme)
        self.controller = controller
        self._glyphs = glyphs
        self._hint = hint
        self._watched = watched
        self._browse_screen: BrowseScreen | None = None

    def get_default_screen(self) -> BrowseScreen:
        """Return the main screen."""
        self._browse_screen = BrowseScreen(
            self.controller,
            self._glyphs,
            encoding=self.terminal.encoding,
            use_theme=self.choose_theme,
            hint=self._hint,
        )
        return self._browse_screen

    def on_mount(self) -> None:
        """Install signal handlers, start to watch the content."""
        if not self.is_headless:
            self.handle_signals()
        if self._watched:
            from tui.app.content_watcher import watch  # lazy: readers watch nothing

            self.run_worker(watch(self._watched, self.show_briefing, self.show_problems))

    async def on_event(self, event: events.Event) -> None:
        """Remove the message from the key bar at the next key or click in the panels."""
        screen = self._browse_screen
        if (
            isinstance(event, (events.Key, events.MouseDown))
            and self.accepts_input
            and screen is self.screen
        ):
            screen.clear_message()
        await super().on_event(event)

    def key_without_binding(self, key: events.Key) -> None:
        """Say in the main screen that a key has no function."""
        if self._browse_screen and self.screen is self._browse_screen:
            positions = self._browse_screen.positions()
            name = key_name(key.key, key.character)
            self._browse_screen.apply(self.controller.key_without_function(name, positions))

    def action_suspend(self) -> None:
        """Suspend the process, or say why that is impossible, in a dialog once it is closed."""
        if not suspend(self) and self._browse_screen:
            positions = self._browse_screen.positions()
            self._browse_screen.apply(self.controller.cannot_suspend(positions))

    @on(Driver.SignalResume)
    def _draw_again(self) -> None:
        repaint(self)

    # -- exit

    def save_location(self) -> None:
        """Save where the user is, and text that is not entered yet, for the next session."""
        if self._browse_screen:
            if self.screen_stack and self.screen is not self._browse_screen:
                self._keep_text()
            self.controller.save_location(self._browse_screen.positions())

    def _keep_text(self) -> None:
        from tui.app.dialogs.prompt_dialog import PromptDialog

        for screen in self.screen_stack:
            if isinstance(screen, PromptDialog):
                screen.keep_text()

    # -- content that is being edited

    def show_briefing(self, newer: Store) -> None:
        """Show the briefing after an edit, at the same location."""
        if self._browse_screen:
            positions = self._browse_screen.positions()
            self._browse_screen.apply(self.controller.content_changed(newer, positions))
            self._update_problems_dialog(())

    def show_problems(self, problems: tuple[Problem, ...]) -> None:
        """Show that an edit has problems; the briefing before it stays."""
        if self._browse_screen:
            positions = self._browse_screen.positions()
            self._browse_screen.apply(self.controller.problems_found(problems, positions))
            self._update_problems_dialog(problems)

    def _update_problems_dialog(self, problems: tuple[Problem, ...]) -> None:
        from tui.app.dialogs.problems_dialog import ProblemsDialog

        if isinstance(self.screen, ProblemsDialog):
            self.screen.show(problems)
