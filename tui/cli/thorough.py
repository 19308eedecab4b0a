"""Reading any command line with argparse: what is unusual about it, or wrong."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable
from typing import Any, NoReturn

from tui import __version__
from tui.cli import faults, lenient
from tui.cli.command import Argument, Options, UsageError
from tui.cli.commands import NAMES, load
from tui.cli.common import COMMON
from tui.cli.output import say_line, shown
from tui.text.language import Language

UNSAID = {argument.field: False if argument.switch else argument.default for argument in COMMON}
"""The common options of a line that names none."""


class _Wrong(Exception):  # noqa: N818
    """The line cannot be meant; its text is argparse's message."""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise _Wrong(message)


def read(arguments: list[str], only: str | None, language: Language) -> Options:
    """Read a command line. ``only``: the one command that it can be. A line that asks for help is
    one of the command ``help``.

    Raises:
        SystemExit: with 2 for wrong usage, with 0 after ``--version``.
    """
    if lenient.asks_for_help(arguments):
        return help_on(arguments, only)
    language = lenient.common(arguments)["lang"] or language
    try:
        found = vars(parser([only] if only else NAMES, language).parse_args(arguments))
    except _Wrong as wrong:
        command = load(only) if only else None
        said = faults.in_words(str(wrong), arguments, command, language)
        say_line(shown(f"{faults.name_of(command)}: {said}", longest=400))
        say_line(faults.try_line(command, language))
        raise SystemExit(2) from None
    return Options(found.pop("command"), UNSAID | found)


def help_on(arguments: list[str], topic: str | None) -> Options:
    """The options of ``medbrief help TOPIC`` for a line that asks for it in another way."""
    return Options("help", {**lenient.common(arguments), "topic": topic, "man": False})


def parser(names: Iterable[str], language: Language) -> argparse.ArgumentParser:
    """The parser for these commands."""
    made = _Parser(prog="medbrief", parents=[_common(language)], allow_abbrev=False, add_help=False)
    made.add_argument("--version", action="version", version=f"medbrief {__version__}")
    commands = made.add_subparsers(dest="command", metavar="COMMAND", parser_class=_Parser)
    for name in names:
        added = commands.add_parser(
            name, parents=[_common(language)], allow_abbrev=False, add_help=False
        )
        for argument in load(name).arguments:
            _add(added, argument, language)
    return made


def _common(language: Language) -> _Parser:
    # SUPPRESS: a subcommand's parser does not undo what stood before the command.
    made = _Parser(add_help=False, argument_default=argparse.SUPPRESS)
    for argument in COMMON:
        _add(made, argument._replace(default=argparse.SUPPRESS), language)
    return made


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
    if argument.many:
        details["action"] = "append"
    if argument.nargs:
        details["nargs"] = argument.nargs
    return to.add_argument(*argument.names, default=argument.default, **details)


def _converter(convert: Callable[[str], object], language: Language) -> Callable[[str], object]:
    def converted(text: str) -> object:
        try:
            return convert(text)
        except UsageError as error:
            raise argparse.ArgumentTypeError(error.said.of(language)) from None

    return converted
