"""``medbrief`` alone: the panels at a terminal, else the overview in print."""

from __future__ import annotations

import os

from tui.cli.output import put_lines
from tui.cli.settings import Settings
from tui.render.layout import lay_out
from tui.store import Store


def print_overview(store: Store, settings: Settings) -> int:
    """The first page, as text."""
    document = store.document("overview", settings.language)
    if document is None:
        return 1
    put_lines(lay_out(document, settings.width, settings.glyphs), settings)
    return 0


def open_panels(store: Store, settings: Settings) -> int:
    """The app, until its reader leaves."""
    from tui.app import run_app
    from tui.store.originals import find_originals

    originals = find_originals(settings.originals, settings.content, os.environ)
    return run_app(store, originals, settings.language, settings.glyphs)
