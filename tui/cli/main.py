"""Parse the command line, open the store, run the command."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from tui.cli.args.command_line import parse
from tui.cli.args.spec import Options, UsageError
from tui.cli.commands import load_command
from tui.cli.interrupts import raise_on_interrupt
from tui.cli.output.writer import OutputError
from tui.cli.settings import Settings, choose_language, resolve_settings
from tui.config import read_config
from tui.fast_namedtuple import TYPE_CHECKING
from tui.store import Store, open_store
from tui.store.rows import KindInfo
from tui.text.language import LANGUAGES, Language

if TYPE_CHECKING:
    from tui.cli.output.progress import Progress


def main(arguments: list[str] | None = None) -> int:
    """Run one command line (default: that of the process) and return its exit code."""
    words = sys.argv[1:] if arguments is None else arguments
    if "--json" in words:
        from tui.cli.output.json_errors import requests_json, run_with_json_errors

        if requests_json(words):
            return run_with_json_errors(lambda: _main(words))
    return _main(words)


def _main(words: list[str]) -> int:
    config = read_config(os.environ)
    language = choose_language(None, os.environ, config)[0]
    try:
        options = parse(words, language, kinds=lambda: _kinds(words, language))
    except (BrokenPipeError, OutputError) as error:  # of --version
        from tui.cli.errors import report_output_error

        return report_output_error(error, language)
    if options.pager or options.output is not None:
        from tui.cli.output.destination import run_redirected

        return run_redirected(options, execute, config)
    return execute(options, resolve_settings(options, os.environ, sys.stdout, config))


def _kinds(words: list[str], language: Language) -> Sequence[KindInfo]:
    from tui.cli.args.fast_parser import read_common_options
    from tui.cli.args.kind_commands import kinds_of_content

    raise_on_interrupt()  # so that the progress line is erased
    given = read_common_options(words)
    return kinds_of_content(
        given["content"], lambda content: _open(content, given["lang"] or language)
    )


def _open(content: str | None, language: Language) -> Store:
    """Open the briefing, with a progress line while it is compiled."""
    shown: list[Progress] = []

    def progress() -> Progress:
        from tui.cli.output.progress import Progress

        shown.append(Progress(sys.stderr, language))
        return shown[-1]

    try:
        return open_store(content, os.environ, progress)
    finally:
        for each in shown:
            each.erase()


def execute(options: Options, settings: Settings) -> int:
    """Run a command and return its exit code; exceptions become a message and an exit code."""
    as_json = getattr(options, "json", False)
    if settings.config.problems and not as_json:
        _report_config_problems(options, settings)
    code = _execute(options, settings)
    if settings.config.problems and as_json:  # the first line is the message of the error object
        _report_config_problems(options, settings)
    return code


def _report_config_problems(options: Options, settings: Settings) -> None:
    from tui.cli.errors import report_config_problems

    report_config_problems(options.command, settings)


def _execute(options: Options, settings: Settings) -> int:
    try:
        raise_on_interrupt()
        return _run(options, settings)
    except (Exception, KeyboardInterrupt) as error:
        from tui.cli.errors import report_error

        return report_error(error, options.command, settings, options.typed)


def _run(options: Options, settings: Settings) -> int:
    command = load_command(options.command) if options.command else None
    if command and not command.needs_store:  # editing commands work on content that is invalid
        return command.run(options, settings)

    with _open(settings.content, settings.language) as store:
        own = _in_only_language(store, settings)

        def run() -> int:
            if command is None:
                return _launch(store, own)
            try:
                return command.run(store, options, own)
            except UsageError:
                from tui.cli.args.question_line import look_up_typed

                if (code := look_up_typed(store, options, own)) is None:
                    raise
                return code

        try:
            return run()
        except Exception as error:
            from tui.cli.errors import is_unexpected

            # An internal error may be one of the compiled file: another program has changed it.
            if not is_unexpected(error) or not store.rebuild():
                raise
        return run()


def _in_only_language(store: Store, settings: Settings) -> Settings:
    """Return the settings with the language of a briefing that has only one. Say so on standard
    error where the command line asks for the other one."""
    only = store.meta("languages")
    for language in LANGUAGES:
        if language == only != settings.language:
            if settings.language_origin == "option":
                from tui.app.messages import ONE_LANGUAGE
                from tui.cli.output.writer import print_message

                print_message(f"--lang {settings.language}: {ONE_LANGUAGE[language].of(language)}")
            return settings._replace(language=language)
    return settings


def _launch(store: Store, settings: Settings) -> int:
    from tui.cli import launch

    return launch.open_or_print(store, settings)
