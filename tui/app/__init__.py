"""The terminal app, built with Textual.

``browse`` holds the main screen: its controller knows the location of the user, executes the
commands of the registry (``commands``) and returns the state of the panels, which the screen
applies to the ``widgets``. ``dialogs`` are the screens above it, ``terminal`` talks to the
terminal, ``textual_internals`` is the only package that uses private names of Textual.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable
from io import TextIOWrapper

from tui.app.app_crashed_error import AppCrashedError
from tui.app.terminal.capability_query import CapabilityQuery, is_east_asian, is_light
from tui.app.terminal.exit_signals import end_by_signal, exit_on_signals, stop_time_limit
from tui.config import Theme
from tui.fast_namedtuple import TYPE_CHECKING
from tui.render.glyphs import ASCII, Glyphs
from tui.render.theme import depth, shade, theme_by_name
from tui.store import Store
from tui.store.originals import Originals
from tui.text.language import LANGUAGES, Language, Wording

if TYPE_CHECKING:
    from typing import TypeVar

    from tui.app.app import BriefingApp
    from tui.app.terminal.capabilities import TerminalCapabilities
    from tui.app.terminal_app import TerminalApp

    RunApp = Callable[[BriefingApp], object]
    App = TypeVar("App", bound=TerminalApp)

# Textual reads these when it is imported.
# The Kitty keyboard protocol garbles long commits of an input method.
os.environ.setdefault("TEXTUAL_DISABLE_KITTY_KEY", "1")
# Some keys take two repaints (a layout, then what it made visible). At Textual's 60 frames per
# second the first one would be visible by itself.
os.environ.setdefault("TEXTUAL_FPS", "250")
# Rich never searches for a similar color: our palettes have those of the terminal.
os.environ.setdefault("TEXTUAL_COLOR_SYSTEM", "truecolor")
# Milliseconds to wait for the rest of an escape sequence. Terminals send a key in one piece, so the
# Escape key need not wait for Textual's 100.
os.environ.setdefault("ESCDELAY", "10")


def run_app(
    store: Store,
    originals: Originals,
    language: Language,
    glyphs: Glyphs,
    *,
    chosen: bool = False,
    section: str = "",
    record: str = "",
    figure: str = "",
    theme: Theme | None = None,
    hint: Wording | None = None,
    watched: str | None = None,
    ambiguous: int | None = None,
    remote: bool = False,
    run: RunApp | None = None,
) -> int:
    """Run the app until the user exits, and return the exit code.

    Args:
        store: The briefing.
        originals: The folder of the sources' original files.
        language: The language to start in.
        glyphs: The characters for lines and signs.
        chosen: Whether ``language`` was asked for; if not, the language last used takes precedence.
        section: The section to open; if empty, the app opens where the user left it.
        record: The record of that section to open.
        figure: The fact reference on the record's page to open the page at.
        theme: The theme, if one was asked for.
        hint: A notice to show at the start.
        watched: The content folder to watch for changes.
        ambiguous: Cells of characters of ambiguous width in the terminal; None to query it.
        remote: Whether the user is a client of the SSH server, for whom no file is written.
        run: Runs the app, instead of ``App.run``.

    Raises:
        AppCrashedError: An unexpected exception ended the app; the terminal is restored.
    """

    def import_app() -> Callable[[TerminalCapabilities], BriefingApp]:
        from tui.app.app import BriefingApp
        from tui.app.browse.controller import BrowseController
        from tui.app.browse.location import first_location
        from tui.app.browse.user_session import UserSession
        from tui.app.keymap import actions
        from tui.config import read_config
        from tui.state import state_file

        def create(terminal: TerminalCapabilities) -> BriefingApp:
            session = UserSession(
                state_file(os.environ), read_config(os.environ, actions()), remote=remote
            )
            saved = session.state.language
            start = saved if not chosen and saved in LANGUAGES else language
            theme_or_saved = theme or theme_by_name(session.theme) or "auto"
            location = first_location(section, record) if section else None
            controller = BrowseController(
                store, originals, start, session, location, theme_or_saved
            )
            if figure:
                controller.open_at_fact(figure)
            return BriefingApp(
                controller,
                ASCII if terminal.ambiguous == 2 else glyphs,
                terminal=terminal,
                theme=theme_or_saved,
                hint=hint,
                watched=watched,
            )

        return create

    app = run_in_terminal(import_app, ambiguous, run)
    if app.failure:
        raise AppCrashedError(app.failure, app.controller.lists.briefing.language)
    return end_of(app)


def run_in_terminal(
    import_app: Callable[[], Callable[[TerminalCapabilities], App]],
    ambiguous: int | None,
    run: Callable[[App], object] | None = None,
) -> App:
    """Query the terminal, run an app in it until it exits, and return the app.

    Args:
        import_app: Imports what the app needs, while the terminal replies, and returns a function
            that creates it.
        ambiguous: Cells of characters of ambiguous width in the terminal; None to query it.
        run: Runs the app, instead of ``App.run``.
    """
    # Garbage collection takes 10 % of the time to the first frame; ``on_ready`` enables it again.
    gc.disable()
    exit_on_signals()
    # Print a question mark for what the encoding lacks, not an escape of six cells.
    if isinstance(sys.__stderr__, TextIOWrapper):
        sys.__stderr__.reconfigure(errors="replace")
    encoding = getattr(sys.__stderr__, "encoding", None) or "utf-8"
    terminal_shade = shade("auto", os.environ)
    query_width = ambiguous is None and is_east_asian(os.environ)
    try:
        with CapabilityQuery(
            os.environ, background=terminal_shade == "any", width=query_width, encoding=encoding
        ) as query:
            create = import_app()
            from tui.app.terminal.capabilities import TerminalCapabilities

            query.collect()
            if query.background:
                terminal_shade = "light" if is_light(query.background) else "dark"
            terminal = TerminalCapabilities(
                terminal_shade,
                encoding,
                ambiguous or query.ambiguous_width,
                query.early_input,
                query.awaits_attributes,
                query.saved_attributes,
                depth(os.environ),
            )
            app = create(terminal)
            if run:
                run(app)
            else:
                app.run()
    finally:
        stop_time_limit()
        gc.enable()
    return app


def end_of(app: TerminalApp) -> int:
    """Return the exit code of an app that has ended; end by the signal that ended it."""
    if app.ended_by is not None:
        end_by_signal(app.ended_by)
    return app.return_code or 0
