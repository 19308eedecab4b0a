"""``medbrief`` alone: the panels at a terminal, else the overview in print."""

from __future__ import annotations

import os
import sys

from tui.cli import messages
from tui.cli.output.writer import at_terminal, put_lines, say
from tui.cli.settings import Settings
from tui.render.page_layout import lay_out
from tui.store import Store, find_content


def print_overview(store: Store, settings: Settings) -> int:
    """The first page, as text."""
    document = store.document("overview", settings.language)
    if document is None:
        return 1
    put_lines(lay_out(document, settings.width, settings.glyphs), settings)
    return 0


def can_open(settings: Settings) -> bool:
    """Whether the panels can open; says why not where one might wonder."""
    if not at_terminal(sys.stdout):
        return False
    # Textual reads from the one and draws on the other.
    if at_terminal(sys.stdin) and at_terminal(sys.stderr):
        return True
    say(messages.NOT_A_TERMINAL.of(settings.language))
    return False


def open_panels(
    store: Store, settings: Settings, section: str = "", record: str = "", figure: str = ""
) -> int:
    """The app at a section or record, until its reader leaves."""
    from tui.app import run_app
    from tui.app.messages import NO_UNICODE
    from tui.render.glyphs import ASCII
    from tui.store.originals import find_originals

    originals = find_originals(settings.originals, settings.content, os.environ)
    plain = settings.glyphs.edge == ASCII.edge and settings.ambiguous != 2
    hint = NO_UNICODE if plain else None
    watched = find_content(settings.content, os.environ) if settings.watch else None
    return run_app(
        store,
        originals,
        settings.language,
        settings.glyphs,
        chosen=settings.language_from != "default",
        section=section,
        record=record,
        figure=figure,
        theme=settings.theme,
        hint=hint,
        watched=watched,
        ambiguous=settings.ambiguous,
    )
