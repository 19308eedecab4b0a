"""The command ``medbrief``: reads the arguments, opens the store, runs the command."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable

from tui.cli.args.parser import parse
from tui.cli.args.spec import Options
from tui.cli.commands import load_command
from tui.cli.settings import Settings, choose_language, resolve_settings
from tui.config import read_config
from tui.store import Store, open_store


def main(arguments: list[str] | None = None) -> int:
    """Run one command line and return its exit code."""
    words = sys.argv[1:] if arguments is None else arguments
    config = read_config(os.environ)
    options = parse(words, choose_language(None, os.environ, config)[0])
    if options.pager or options.output is not None:
        from tui.cli.output.destination import run_redirected

        return run_redirected(options, answer, config)
    return answer(options, resolve_settings(options, os.environ, sys.stdout, config))


def answer(options: Options, settings: Settings) -> int:
    """Run a command and return its exit code, whatever goes wrong."""
    if settings.config.problems:
        from tui.cli.config_errors import report_config_problems

        report_config_problems(options.command, settings)
    try:
        return _run(options, settings)
    except (Exception, KeyboardInterrupt) as error:
        from tui.cli.errors import report_error

        return report_error(error, settings)


def _run(options: Options, settings: Settings) -> int:
    command = load_command(options.command) if options.command else None
    if command and not command.needs_store:  # editing may have no compiled briefing
        return command.run(options, settings)

    def compiling() -> Callable[[int, int], None]:
        from tui.cli.output.progress import Progress

        return Progress(sys.stderr, settings.language)

    with open_store(settings.content, os.environ, compiling) as store:
        return command.run(store, options, settings) if command else _overview(store, settings)


def _overview(store: Store, settings: Settings) -> int:
    from tui.cli import launch

    if launch.can_open_panels(settings):
        return launch.open_panels(store, settings)
    return launch.print_overview(store, settings)
