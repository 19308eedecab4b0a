"""Reading any command line with argparse: what is unusual about it, or wrong."""

from __future__ import annotations

import argparse
import itertools
import re
from collections.abc import Callable
from typing import Any, NoReturn

from tui import __version__
from tui.cli.args import recovery, usage_errors
from tui.cli.args.shared_options import COMMON_OPTIONS, WATCH_OPTION
from tui.cli.args.spec import Argument, Command, Options, UsageError
from tui.cli.commands import load_command
from tui.cli.output.writer import print_error_line, printable
from tui.text.language import Language

_OPTION = re.compile(r"-(?!\d*\.?\d+$)[^ ]+$")
"""What argparse takes for an option that it does not know: no number below zero, nothing with a
space in it."""


class _Wrong(Exception):  # noqa: N818
    """The line cannot be meant; its text is argparse's message."""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise _Wrong(message)


def parse_with_argparse(words: list[str], name: str | None, language: Language) -> Options:
    """Read a command line: ``words`` are what stands on it beside the command. A line that asks for
    help is one of the command ``help``.

    Raises:
        SystemExit: with 2 for wrong usage, with 0 after ``--version``.
    """
    if recovery.requests_help(words):
        return help_options(words, name)
    language = recovery.read_common_options(words)["lang"] or language
    command = load_command(name) if name else None
    try:
        found = vars(build_parser(command, language).parse_args(_sorted(words, command)))
    except _Wrong as wrong:
        said = usage_errors.translate_error(str(wrong), words, command, language)
        print_error_line(printable(f"{usage_errors.program_name(command)}: {said}", longest=400))
        print_error_line(usage_errors.help_hint(command, language))
        raise SystemExit(2) from None
    return Options(name, found)


def help_options(words: list[str], topic: str | None) -> Options:
    """The options of ``medbrief help TOPIC`` for a line that asks for it in another way."""
    return Options("help", {**recovery.read_common_options(words), "topic": topic, "man": False})


def _sorted(words: list[str], command: Command | None) -> list[str]:
    """The words with options first: argparse takes none between the words of a query."""
    flags = {name: item for item in _arguments(command) for name in item.names if item.is_flag}
    options: list[str] = []
    loose: list[str] = []
    rest = iter(words)
    for word in rest:
        if word == "--":
            loose += rest
        elif word in flags:
            options.append(word)
            options += itertools.islice(rest, 0 if flags[word].switch else 1)
        elif word.partition("=")[0] in flags or word[:2] in flags or _OPTION.match(word):
            options.append(word)
        else:
            loose.append(word)
    return [*options, "--", *loose] if loose else options


def build_parser(command: Command | None, language: Language) -> argparse.ArgumentParser:
    """The parser for what stands on a line beside the command."""
    made = _Parser(allow_abbrev=False, add_help=False)
    made.add_argument(
        "--version", action="version", default=argparse.SUPPRESS, version=f"medbrief {__version__}"
    )
    for argument in _arguments(command):
        _add(made, argument, language)
    return made


def _arguments(command: Command | None) -> tuple[Argument, ...]:
    return (*COMMON_OPTIONS, *(command.arguments if command else (WATCH_OPTION,)))


def _add(to: argparse.ArgumentParser, argument: Argument, language: Language) -> argparse.Action:
    details: dict[str, Any] = {}
    if argument.switch:
        default = argument.default or False
        return to.add_argument(*argument.names, action="store_true", default=default)
    if argument.convert:
        details["type"] = _converter(argument.convert, language)
    if argument.choices:
        details["choices"] = argument.choices
    if argument.metavar:
        details["metavar"] = argument.metavar
    if argument.repeatable:
        details["action"] = "append"
    if argument.nargs:
        details["nargs"] = argument.nargs
    return to.add_argument(*argument.names, default=argument.default, **details)


def _converter(convert: Callable[[str], object], language: Language) -> Callable[[str], object]:
    def converted(text: str) -> object:
        try:
            return convert(text)
        except UsageError as error:
            raise argparse.ArgumentTypeError(error.message.of(language)) from None

    return converted
