"""Reading a command line: which command, with which arguments and common options."""

from __future__ import annotations

import argparse
from typing import NoReturn

from tui import __version__
from tui.cli.command_table import COMMANDS

_TAKE_A_VALUE = ("--content", "--originals", "--lang", "--width", "--color", "--colour")
_DEFAULTS = {"content": None, "originals": None, "lang": None, "width": None, "color": "auto"}


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one line, without the whole usage."""

    def error(self, message: str) -> NoReturn:
        from tui.cli.output import shown

        said = shown(message, longest=400)
        self.exit(2, f"{self.prog}: {said}\ntry: {self.prog} --help\n")


def parse(arguments: list[str]) -> argparse.Namespace:
    """Read a command line.

    Raises:
        SystemExit: with 2 for wrong usage, with 0 after ``--help`` or ``--version``.
    """
    arguments, command = _with_command(arguments)
    options = _parser(command).parse_args(arguments)
    for name, value in _DEFAULTS.items():
        if not hasattr(options, name):
            setattr(options, name, value)
    return options


def _with_command(arguments: list[str]) -> tuple[list[str], str | None]:
    """The arguments with their command, and its name. ``medbrief 医保`` is ``medbrief find 医保``:
    a first word that is no command begins a query."""
    skip = False
    for place, word in enumerate(arguments):
        if skip:
            skip = False
        elif word in _TAKE_A_VALUE:
            skip = True
        elif not word.startswith("-") or word == "-":
            if word in COMMANDS:
                return arguments, word
            return [*arguments[:place], "find", *arguments[place:]], "find"
    return arguments, None


def _width(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 20 <= int(text) <= 400):
        raise argparse.ArgumentTypeError(f"{text!r} is no width: a number from 20 to 400 is wanted")
    return int(text)


def _common() -> _Parser:
    """Options accepted before and after every command."""
    # SUPPRESS: a subcommand's parser does not undo what stood before the command.
    parser = _Parser(add_help=False, argument_default=argparse.SUPPRESS)
    group = parser.add_argument_group("common options")
    group.add_argument(
        "--content", metavar="DIR", help="read the briefing in DIR (MEDBRIEF_CONTENT)"
    )
    group.add_argument(
        "--originals",
        metavar="DIR",
        help="show passages from the original documents in DIR (MEDBRIEF_ORIGINALS)",
    )
    group.add_argument(
        "--lang", choices=("zh", "en"), help="language (default: that of the locale)"
    )
    group.add_argument("--width", type=_width, metavar="N", help="lay out for N cells")
    group.add_argument(
        "--color", "--colour", choices=("auto", "always", "never"), help="colours (default: auto)"
    )
    return parser


def _parser(only: str | None) -> argparse.ArgumentParser:
    """The parser. ``only``: the one command it is built for; argparse takes half a millisecond
    for each, and a look-up needs one."""
    parser = _Parser(
        prog="medbrief",
        description="A briefing on China's internet-healthcare industry. Without a command: "
        "opens the panels (or prints the overview where there is no terminal).",
        epilog="exit codes: 0 found, 1 nothing found, 2 wrong usage, 3 the content does not hold",
        parents=[_common()],
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"medbrief {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", parser_class=_Parser)
    for name in [only] if only else COMMANDS:
        command = COMMANDS[name]
        added = commands.add_parser(
            name,
            help=command.help,
            description=command.help[0].upper() + command.help[1:] + ".",
            epilog=f"example: {command.example}",
            parents=[_common()],
            allow_abbrev=False,
        )
        for names, details in command.arguments:
            added.add_argument(*names, **details)
    return parser
