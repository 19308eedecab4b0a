"""Answering a line from an open briefing: the bytes and the exit code of the local command."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import TextIO

from tui.cli import launch
from tui.cli.args.spec import Options
from tui.cli.commands import load_command
from tui.cli.errors import report_error
from tui.cli.output.writer import write_lines
from tui.cli.settings import Settings, resolve_settings
from tui.render.page_layout import lay_out
from tui.serve.request.capture import CapturedOutput, caught
from tui.serve.request.environment import NOBODYS
from tui.serve.request.help import help_page
from tui.store import Store

_SHORT = 200
"""Bytes of a line that others can wait for: a query of thousands of words takes half a second."""
_FEW = 100
"""Answers, likewise."""


def is_quick(options: Options, line: str | None) -> bool:
    """Whether others can wait while it is answered."""
    if len((line or "").encode("utf-8", "replace")) > _SHORT:
        return False
    if getattr(options, "limit", 0) > _FEW:
        return False
    return options.command is None or load_command(options.command).over_ssh == "inline"


def wants_panels(options: Options) -> bool:
    """Whether, at a terminal, it opens the panels."""
    return options.command in (None, "open")


def settings_of(options: Options, environ: Mapping[str, str], out: TextIO | None) -> Settings:
    """As the local command settles them, from what the client sent alone."""
    return resolve_settings(options, environ, out, NOBODYS)._replace(originals=None)


def answer(
    store: Store, options: Options, environ: Mapping[str, str], *, columns: int = 0
) -> CapturedOutput:
    """What the command prints; ``columns``: how wide the client's terminal is, if it has one."""
    if columns:
        environ = {**environ, "COLUMNS": str(columns)}
    with caught(terminal=bool(columns)) as (out, err):
        code = run(store, options, settings_of(options, environ, out))
        return CapturedOutput(code, out.taken(), err.taken())


def run(store: Store, options: Options, settings: Settings) -> int:
    """Run the command on the standard streams of this process and return its exit code."""
    try:
        if options.command is None:
            if launch.can_open_panels(settings):
                return launch.open_panels(store, settings)
            return launch.print_overview(store, settings)
        command = load_command(options.command)
        if command.name == "help" and not options.topic and not options.man:
            write_lines(
                lay_out(help_page(settings.language), settings.width, settings.glyphs), settings
            )
            return 0
        if command.needs_store:
            return command.run(store, options, settings)
        return command.run(options, settings)
    except Exception as error:
        os.environ.pop("MEDBRIEF_DEBUG", None)  # a traceback is no answer to a client
        return report_error(error, settings)
