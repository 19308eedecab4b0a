"""Front end 8b: the browsable briefing, in Textual.

In: an open store, the reader's originals, a language. A place (section, record, citation)
names what is to be seen; the reader fetches its rows and its page; panels draw the lines of
``render`` and move a cursor over them. Every key is a command of one registry, from which
the key bar and the help are made.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
from io import TextIOWrapper

from tui.app.terminal.capability_query import CapabilityQuery, is_east_asian, is_light
from tui.app.terminal.errors import AppCrashedError
from tui.render.glyphs import ASCII, Glyphs
from tui.render.theme import Theme, named, shade
from tui.store import Store
from tui.store.originals import Originals
from tui.text.language import LANGUAGES, Language, Wording

# Read by Textual when it is imported.
# With the Kitty protocol on, longer commits of an input method arrive garbled.
os.environ.setdefault("TEXTUAL_DISABLE_KITTY_KEY", "1")
# What a key changes in two steps (a layout, then what became visible) is drawn in two frames:
# at 60 a second the eye would see the one before the other.
os.environ.setdefault("TEXTUAL_FPS", "250")
# Milliseconds for which an escape may be the beginning of another key. Terminals send a key in
# one piece; Escape itself need not wait a tenth of a second.
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
) -> int:
    """Open the panels at a section, or at a record of it, or where the reader left them; returns
    when the reader leaves.

    ``figure``: of the record, by its name: the page opens where it stands. ``chosen``: the language
    was asked for, so that the one last used in the app is no matter;
    ``theme``: the colours, if they were asked for; ``hint``: what the reader is told at first;
    ``watched``: the content folder whose changes are shown as they are made; ``ambiguous``: cells
    that the terminal gives to characters of ambiguous width, None to ask it.

    Raises:
        PanelsFailedError: something unforeseen; the terminal is as it was.
    """
    # What the start makes stays until the end: searching it for garbage is a tenth of the time to
    # the first screen. The app takes the search up again once that is drawn.
    gc.disable()
    fitting = shade("auto", os.environ)
    unsure = ambiguous is None and is_east_asian(os.environ)
    with CapabilityQuery(os.environ, background=fitting == "any", width=unsure) as question:
        # While the terminal answers.
        from tui.app.app import BriefingApp
        from tui.app.browse.location import first_location
        from tui.app.browse.user_session import UserSession
        from tui.app.keymap import actions
        from tui.app.terminal_app import TerminalCapabilities
        from tui.config import read_config
        from tui.state import state_file

        question.collect()
    if question.background:
        fitting = "light" if is_light(question.background) else "dark"
    ambiguous = ambiguous or question.ambiguous_width
    if ambiguous == 2:
        glyphs = ASCII
    # Without their terminal the panels are nothing: they end with it even where whoever started
    # them ignores hang-ups.
    if hasattr(signal, "SIGHUP"):
        signal.signal(signal.SIGHUP, signal.SIG_DFL)
    # What a terminal without Unicode lacks is a question mark, not an escape of six cells.
    if isinstance(sys.__stderr__, TextIOWrapper):
        sys.__stderr__.reconfigure(errors="replace")
    keeping = UserSession(state_file(os.environ), read_config(os.environ, actions()))
    if not chosen and keeping.kept.language in LANGUAGES:
        language = keeping.kept.language
    place = first_location(section, record) if section else None
    if place and figure:
        from tui.app.browse.fact_link import link_at

        if (link := link_at(store, record, figure, language)) >= 0:
            place = place._replace(link=link, line=-1)
    encoding = getattr(sys.__stderr__, "encoding", None) or "utf-8"
    app = BriefingApp(
        store,
        originals,
        language,
        glyphs,
        place,
        keeping,
        terminal=TerminalCapabilities(fitting, encoding, ambiguous, question.typed),
        theme=theme or named(keeping.theme) or "auto",
        hint=hint,
        watched=watched,
    )
    try:
        app.run()
    finally:
        gc.enable()
    if app.failure:
        raise AppCrashedError(app.failure, app.reader.language)
    return app.return_code or 0
