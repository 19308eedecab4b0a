"""The app: one screen to browse, drawn in the terminal's own colours."""

from __future__ import annotations

import asyncio
import gc
import signal
from contextlib import suppress
from typing import Any

from textual import events
from textual.dom import DOMNode
from textual.driver import Driver
from textual.screen import Screen
from textual.widget import Widget

from tui.app import messages
from tui.app.bindings import rebound
from tui.app.browse.location import OVERVIEW, Location, first_location
from tui.app.browse.page_source import PageSource
from tui.app.browse.screen import BrowseScreen
from tui.app.browse.user_session import UserSession
from tui.app.terminal_app import TerminalApp, TerminalCapabilities
from tui.diagnostics import Problem
from tui.render.glyphs import Glyphs
from tui.render.theme import Theme
from tui.store import Store
from tui.store.originals import Originals
from tui.text.language import Language, Wording


class BriefingApp(TerminalApp, inherit_bindings=False):
    """The browsable briefing."""

    CSS_PATH = "layout.tcss"
    ENABLE_COMMAND_PALETTE = False

    def __init__(
        self,
        store: Store,
        originals: Originals,
        language: Language,
        glyphs: Glyphs,
        place: Location | None = None,
        keeping: UserSession | None = None,
        *,
        terminal: TerminalCapabilities = TerminalCapabilities(),  # noqa: B008 - never changed
        theme: Theme = "auto",
        hint: Wording | None = None,
        watched: str | None = None,
    ) -> None:
        """``place``: where to begin; else where ``keeping`` knows that the reader was last;
        ``hint``: what the reader is told at first; ``watched``: the content folder whose changes
        are shown as they are made."""
        super().__init__(terminal, theme)
        self.hint = hint
        self._watched = watched
        self.problems: tuple[Problem, ...] = ()
        self.keeping = keeping or UserSession()
        self.reader = PageSource(store, originals, language, self.keeping)
        self._glyphs = glyphs
        last = None if place else self.keeping.first_location(store)
        self._first: Location = last[0] if last else place or first_location(OVERVIEW)
        self._of_place: Wording | None = last[1] if last else None
        self._browsing: BrowseScreen | None = None

    def on_mount(self) -> None:
        """A signal to end gives the terminal back before it ends the process."""
        if not self.is_headless:
            with suppress(NotImplementedError):  # Windows
                loop = asyncio.get_running_loop()
                loop.add_signal_handler(signal.SIGTERM, self.exit)
                if hasattr(signal, "SIGHUP"):
                    loop.add_signal_handler(signal.SIGHUP, self._hung_up)
        self.notice(self.keeping.notice(self._of_place))
        self.type_ahead()
        if self._watched:
            from tui.app.content_watcher import watch

            self.run_worker(watch(self._watched, self.show_briefing, self.show_problems))

    def _hung_up(self) -> None:
        """Without their terminal the panels are nothing: they end as if nobody had listened to the
        signal, but for the place, which is kept."""
        self.keep_place()
        signal.signal(signal.SIGHUP, signal.SIG_DFL)
        signal.raise_signal(signal.SIGHUP)

    def keep_place(self) -> None:
        """Where the reader is now, for the next time."""
        if self._browsing is not None:
            self.keeping.leave(self._browsing.here(), self.reader.language)

    def exit(self, *arguments: Any, **named: Any) -> None:
        """Leave; the place is kept."""
        self.keep_place()
        super().exit(*arguments, **named)

    def notice(self, said: Wording | None) -> None:
        """Say one thing below the panels, until the next key; or nothing any more."""
        if self._browsing is not None:
            self._browsing.key_bar.show_message(said)

    async def on_event(self, event: events.Event) -> None:
        """What was said is gone at the first key or click after it."""
        if isinstance(event, (events.Key, events.MouseDown)):
            self.notice(None)
        await super().on_event(event)

    def _register(self, parent: DOMNode, *widgets: Widget, **named: Any) -> list[Widget]:
        """What comes to be shown; a screen, whichever way it comes, with the user's own keys."""
        for each in widgets:
            if isinstance(each, Screen):
                each._bindings = rebound(each._bindings, self.keeping.keymap)
        return super()._register(parent, *widgets, **named)

    def get_driver_class(self) -> type[Driver]:
        """Ours in place of Textual's own for Unix; others are left as they are."""
        chosen = super().get_driver_class()
        if chosen.__name__ != "LinuxDriver":
            return chosen
        from tui.app.textual_internals.input_driver import InputDriver

        return InputDriver

    def on_ready(self) -> None:
        """The first screen is drawn: garbage is looked for again, but not among what the start has
        made."""
        if not gc.isenabled():
            gc.freeze()
            gc.enable()

    # -- content that is being edited

    def show_briefing(self, newer: Store) -> None:
        """The briefing after an edit, at the same place."""
        self.reader.store.reload_from(newer)
        if self._browsing is not None:
            self._browsing.briefing_changed()
        if self.problems:
            self.show_problems(())

    def show_problems(self, problems: tuple[Problem, ...]) -> None:
        """Mistakes of an edit; the briefing before it stays. None: the notice goes."""
        from tui.app.dialogs.problems import ProblemsDialog

        self.problems = problems
        if self._browsing is None:
            return
        if not problems:
            self._browsing.notice.show("", "")
        else:
            first = Wording(*(f"{problems[0].location()} {text}" for text in problems[0].message))
            said = messages.MISTAKES.format(count=len(problems), first=first)
            self._browsing.say(said, messages.SEE_MISTAKES)
        if isinstance(self.screen, ProblemsDialog):
            self.screen.show(problems)

    def get_default_screen(self) -> BrowseScreen:
        """The panels, at the first place."""
        self._browsing = BrowseScreen(self.reader, self._first, self._glyphs)
        return self._browsing
