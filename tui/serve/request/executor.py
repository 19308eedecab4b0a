"""Execute a parsed request on an open briefing, with the output of the local command."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from typing import TextIO

from tui.app.app_crashed_error import AppCrashedError
from tui.cli import launch
from tui.cli.args.kind_commands import listed_kinds
from tui.cli.args.spec import Options
from tui.cli.commands import load_command
from tui.cli.errors import INTERNAL_ERROR, is_unexpected, report_error
from tui.cli.output.writer import write_lines
from tui.cli.settings import Settings, resolve_settings
from tui.render.page_layout import lay_out_text
from tui.serve.request.capture import CapturedOutput, capture_output
from tui.serve.request.environment import EMPTY_CONFIG
from tui.serve.request.help import help_page
from tui.store import Store

OnCrash = Callable[[BaseException], None]
_MAX_INLINE_BYTES = 200
"""Longest line answered inline: a query of thousands of words takes half a second."""
_MAX_INLINE_RESULTS = 100
"""Largest ``--limit`` answered inline."""


def runs_inline(options: Options, line: str | None) -> bool:
    """Return whether the request is fast enough for the event loop, without a worker."""
    if len((line or "").encode("utf-8", "replace")) > _MAX_INLINE_BYTES:
        return False
    if getattr(options, "all", False) or (getattr(options, "limit", 0) or 0) > _MAX_INLINE_RESULTS:
        return False
    return options.command is None or load_command(options.command).over_ssh == "inline"


def opens_app(options: Options) -> bool:
    """Return whether the request opens the app when the client has a terminal."""
    return options.command in (None, "open")


def client_settings(options: Options, environ: Mapping[str, str], out: TextIO | None) -> Settings:
    """Return the settings of a request, from the client's environment only."""
    settings = resolve_settings(options, environ, out, EMPTY_CONFIG)
    return settings._replace(originals=None, remote=True)


def execute(
    store: Store,
    options: Options,
    environ: Mapping[str, str],
    *,
    columns: int = 0,
    on_crash: OnCrash | None = None,
) -> CapturedOutput:
    """Run a command and capture its output.

    ``columns``: width of the client's terminal in cells, 0 without one. ``on_crash``: see
    ``run_command``.
    """
    if columns:
        environ = {**environ, "COLUMNS": str(columns)}
    with capture_output(terminal=bool(columns)) as (out, err):
        exit_code = run_command(store, options, client_settings(options, environ, out), on_crash)
        return CapturedOutput(exit_code, out.getvalue(), err.getvalue())


def run_command(
    store: Store, options: Options, settings: Settings, on_crash: OnCrash | None = None
) -> int:
    """Run a command on the standard streams of this process and return its exit code.

    ``on_crash``: called with an unexpected exception, whose exit code is 70 (EX_SOFTWARE); without
    it a message is printed.
    """
    if getattr(options, "json", False):
        from tui.cli.output.json_errors import run_with_json_errors

        return run_with_json_errors(lambda: _run(store, options, settings, on_crash))
    return _run(store, options, settings, on_crash)


def _run(store: Store, options: Options, settings: Settings, on_crash: OnCrash | None) -> int:
    try:
        if options.command is None:
            return launch.open_or_print(store, settings)
        command = load_command(options.command)
        if command.name == "help" and not options.topic and not options.man:
            page = help_page(settings.language, listed_kinds(store))
            write_lines(lay_out_text(page, settings.width, settings.glyphs), settings)
            return 0
        if command.needs_store:
            return command.run(store, options, settings)
        return command.run(options, settings)
    except Exception as error:
        if on_crash and is_unexpected(error):
            on_crash(error.error if isinstance(error, AppCrashedError) else error)
            return INTERNAL_ERROR
        os.environ.pop("MEDBRIEF_DEBUG", None)  # never send a traceback to a client
        return report_error(error, options.command, settings, options.typed)
