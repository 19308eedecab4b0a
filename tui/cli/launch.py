"""``medbrief`` alone: the panels at a terminal, else the overview in print."""

from __future__ import annotations

import os
import sys

from tui.cli import messages
from tui.cli.output.writer import is_terminal, print_message, write_lines
from tui.cli.settings import Settings
from tui.render.page_layout import lay_out
from tui.store import Store, find_content


def print_overview(store: Store, settings: Settings) -> int:
    """The first page, as text."""
    document = store.document("overview", settings.language)
    if document is None:
        return 1
    write_lines(lay_out(document, settings.width, settings.glyphs), settings)
    return 0


def can_open_panels(settings: Settings) -> bool:
    """Whether the panels can open; says why not where one might wonder."""
    if not is_terminal(sys.stdout):
        return False
    # Textual reads from the one and draws on the other.
    if is_terminal(sys.stdin) and is_terminal(sys.stderr):
        return True
    print_message(messages.NOT_A_TERMINAL.of(settings.language))
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
        chosen=settings.language_origin != "default",
        section=section,
        record=record,
        figure=figure,
        theme=settings.theme,
        hint=hint,
        watched=watched,
        ambiguous=settings.ambiguous,
    )
