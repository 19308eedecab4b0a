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

from tui.render.glyphs import Glyphs
from tui.store import Store
from tui.store.originals import Originals
from tui.text.language import LANGUAGES, Language

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
) -> int:
    """Open the panels at a section, or at a record of it, or where the reader left them; returns
    when the reader leaves, with 0 unless the app failed. ``chosen``: the language was asked for,
    so that the one last used in the app is no matter."""
    # What the start makes stays until the end: searching it for garbage is a tenth of the time to
    # the first screen. The app takes the search up again once that is drawn.
    gc.disable()
    from tui.app.application import BriefingApp
    from tui.app.keeping import Keeping
    from tui.app.keymap import actions
    from tui.app.navigation import first_place
    from tui.config import read_config
    from tui.state import state_file

    # Without their terminal the panels are nothing: they end with it even where whoever started
    # them ignores hang-ups.
    if hasattr(signal, "SIGHUP"):
        signal.signal(signal.SIGHUP, signal.SIG_DFL)
    # What a terminal without Unicode lacks is a question mark, not an escape of six cells.
    if isinstance(sys.__stderr__, TextIOWrapper):
        sys.__stderr__.reconfigure(errors="replace")
    keeping = Keeping(state_file(os.environ), read_config(os.environ, actions()))
    if not chosen and keeping.kept.language in LANGUAGES:
        language = keeping.kept.language
    place = first_place(section, record) if section else None
    app = BriefingApp(store, originals, language, glyphs, place, keeping)
    try:
        app.run()
    finally:
        gc.enable()
    return app.return_code or 0
