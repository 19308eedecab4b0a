"""Reading any command line with argparse: what is wrong with it, help, completion."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable
from typing import Any, NoReturn

from tui import __version__
from tui.cli.command import Argument, Options, UsageError
from tui.cli.commands import NAMES, load
from tui.cli.common import COMMON
from tui.cli.output import shown
from tui.text.language import Language


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one line, without the whole usage."""

    def error(self, message: str) -> NoReturn:
        said = shown(message, longest=400)
        self.exit(2, f"{self.prog}: {said}\ntry: {self.prog} --help\n")


def read(arguments: list[str], only: str | None, language: Language) -> Options:
    """Read a command line. ``only``: the one command that it can be.

    Raises:
        SystemExit: with 2 for wrong usage, with 0 after ``--help`` or ``--version``.
    """
    found = vars(parser([only] if only else NAMES, language).parse_args(arguments))
    unsaid = {argument.field: argument.default for argument in COMMON}
    return Options(found.pop("command"), unsaid | found)


def parser(names: Iterable[str], language: Language) -> argparse.ArgumentParser:
    """The parser for these commands."""
    made = _Parser(
        prog="medbrief",
        description="A briefing on China's internet-healthcare industry. Without a command: "
        "opens the panels (or prints the overview where there is no terminal).",
        epilog="exit codes: 0 found, 1 nothing found, 2 wrong usage, 3 the content does not hold",
        parents=[_common(language)],
        allow_abbrev=False,
    )
    made.add_argument("--version", action="version", version=f"medbrief {__version__}")
    commands = made.add_subparsers(dest="command", metavar="COMMAND", parser_class=_Parser)
    for name in names:
        command = load(name)
        added = commands.add_parser(
            name,
            help=command.help.of(language),
            description=command.help.of(language),
            epilog="\n".join(example.line for example in command.examples),
            parents=[_common(language)],
            allow_abbrev=False,
        )
        for argument in command.arguments:
            _add(added, argument, language)
    return made


def _common(language: Language) -> _Parser:
    # SUPPRESS: a subcommand's parser does not undo what stood before the command.
    made = _Parser(add_help=False, argument_default=argparse.SUPPRESS)
    group = made.add_argument_group("common options")
    for argument in COMMON:
        _add(group, argument._replace(default=argparse.SUPPRESS), language)
    return made


def _add(
    to: argparse.ArgumentParser | argparse._ArgumentGroup, argument: Argument, language: Language
) -> argparse.Action:
    details: dict[str, Any] = {"help": argument.help.of(language)}
    if argument.switch:
        return to.add_argument(*argument.names, action="store_true", **details)
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
