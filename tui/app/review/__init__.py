"""The review of a source: original, queue of candidates and resulting record, side by side.

Imported by the command ``review`` only: it is the one part of the app that needs the build half.
"""

from __future__ import annotations

import os
from collections.abc import Callable

from tui.app import end_of, run_in_terminal
from tui.app.app_crashed_error import AppCrashedError
from tui.config import Theme
from tui.fast_namedtuple import TYPE_CHECKING
from tui.render.glyphs import ASCII, Glyphs
from tui.render.theme import theme_by_name
from tui.text.language import LANGUAGES, Language

if TYPE_CHECKING:
    from tui.app.review.review_app import ReviewApp
    from tui.app.terminal.capabilities import TerminalCapabilities
    from tui.edit.review_session import ReviewSession


def run_review(
    session: ReviewSession,
    language: Language,
    glyphs: Glyphs,
    *,
    chosen: bool = False,
    theme: Theme | None = None,
    ambiguous: int | None = None,
) -> int:
    """Run the review until the user exits, and return the exit code.

    Args:
        session: What is reviewed.
        language: The language to start in.
        glyphs: The characters for lines and signs.
        chosen: Whether ``language`` was asked for; if not, the language last used takes precedence.
        theme: The theme, if one was asked for.
        ambiguous: Cells of characters of ambiguous width in the terminal; None to query it.

    Raises:
        AppCrashedError: An unexpected exception ended the app; the terminal is restored.
    """

    def import_app() -> Callable[[TerminalCapabilities], ReviewApp]:
        from tui.app.browse.user_session import UserSession
        from tui.app.keymap import actions
        from tui.app.review.review_app import ReviewApp
        from tui.app.review.review_controller import ReviewController
        from tui.config import read_config
        from tui.state import state_file

        def create(terminal: TerminalCapabilities) -> ReviewApp:
            user = UserSession(state_file(os.environ), read_config(os.environ, actions()))
            saved = user.state.language
            start = saved if not chosen and saved in LANGUAGES else language
            return ReviewApp(
                ReviewController(session, start),
                ASCII if terminal.ambiguous == 2 else glyphs,
                keymap=user.keymap,
                terminal=terminal,
                theme=theme or theme_by_name(user.theme) or "auto",
            )

        return create

    app = run_in_terminal(import_app, ambiguous)
    if app.failure:
        raise AppCrashedError(app.failure, app.controller.language)
    return end_of(app)
