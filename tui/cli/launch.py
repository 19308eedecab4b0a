"""``medbrief`` without a command: open the panels, or print the overview outside a terminal."""

from __future__ import annotations

import os
import sys

from tui.cli.output.writer import is_terminal, print_message, write_lines
from tui.cli.settings import Settings
from tui.render.page_layout import lay_out
from tui.store import Store, find_content
from tui.text.language import Wording

_NOT_A_TERMINAL = Wording(
    "标准输入或标准错误不是终端，无法打开面板；输出概览",
    "standard input or standard error is not a terminal: printing the overview, not the panels",
)


def print_overview(store: Store, settings: Settings) -> int:
    """Print the overview page."""
    document = store.document("overview", settings.language)
    if document is None:
        return 1
    write_lines(lay_out(document, settings.width, settings.glyphs), settings)
    return 0


def can_open_panels(settings: Settings) -> bool:
    """Return whether all three standard streams are terminals; print why not where only standard
    output is one."""
    if not is_terminal(sys.stdout):
        return False
    # Textual reads from standard input and draws on standard error.
    if is_terminal(sys.stdin) and is_terminal(sys.stderr):
        return True
    print_message(_NOT_A_TERMINAL.of(settings.language))
    return False


def open_panels(
    store: Store, settings: Settings, section: str = "", record: str = "", figure: str = ""
) -> int:
    """Run the app, starting at a section, a record or one of its figures; return its exit code."""
    from tui.app import run_app
    from tui.app.messages import NO_UNICODE
    from tui.render.glyphs import ASCII
    from tui.store.originals import find_originals

    originals = find_originals(settings.originals, settings.content, os.environ)
    ascii_only = settings.glyphs.edge == ASCII.edge and settings.ambiguous != 2
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
        hint=NO_UNICODE if ascii_only else None,
        watched=find_content(settings.content, os.environ) if settings.watch else None,
        ambiguous=settings.ambiguous,
    )
