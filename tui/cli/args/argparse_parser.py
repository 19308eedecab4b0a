"""Parse any command line with argparse: unusual ones, requests for help, and usage errors."""

from __future__ import annotations

import argparse
import itertools
from collections.abc import Callable
from typing import Any, NoReturn

from tui import __version__
from tui.cli.args import usage_errors
from tui.cli.args.fast_parser import read_common_options
from tui.cli.args.shared_options import COMMON_OPTIONS, HELP_OPTIONS, WATCH_OPTION
from tui.cli.args.spec import Argument, Command, Options, UsageError
from tui.cli.args.usage_errors import OPTION
from tui.cli.commands import load_command
from tui.cli.output.writer import write_output
from tui.text.language import Language


class _ParseError(Exception):
    """A usage error; its text is argparse's message."""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise _ParseError(message)


class _PrintVersion(argparse.Action):
    """As ``action="version"``, which ignores errors of standard output."""

    def __call__(self, *_: object) -> NoReturn:
        write_output(f"medbrief {__version__}\n")
        raise SystemExit(0)


def parse_with_argparse(
    words: list[str],
    name: str | None,
    language: Language,
    *,
    typed: str = "",
    remote: bool = False,
) -> Options:
    """Return the options of a command line (``words`` without the command ``name``). A line that
    asks for help becomes the command ``help``.

    ``typed``: the word for the command in errors, if it is not its name; ``remote``: errors suggest
    no option that is refused over SSH.

    Raises:
        SystemExit: code 2 for a usage error, 0 after ``--version``.
    """
    if _requests_help(words):
        return help_options(words, name)
    language = read_common_options(words)["lang"] or language
    command = load_command(name) if name else None
    try:
        values = vars(build_parser(command, language).parse_args(_options_first(words, command)))
    except _ParseError as error:
        message = usage_errors.translate_error(str(error), words, command, language, remote=remote)
        usage_errors.print_usage_error(message, command, language, typed=typed)
        raise SystemExit(2) from None
    return Options(name, values)


def help_options(words: list[str], topic: str | None) -> Options:
    """Return the options of ``medbrief help TOPIC`` for a line that asks for help differently."""
    return Options("help", {**read_common_options(words), "topic": topic, "man": False})


def _requests_help(words: list[str]) -> bool:
    options = words[: words.index("--")] if "--" in words else words
    return any(name in options for name in HELP_OPTIONS[0].names)


def _options_first(words: list[str], command: Command | None) -> list[str]:
    """Move options to the front: argparse accepts none between the words of a positional."""
    flags = {name: item for item in _arguments(command) for name in item.names if item.is_flag}
    options: list[str] = []
    positionals: list[str] = []
    rest = iter(words)
    for word in rest:
        if word == "--":
            positionals += rest
        elif word in flags:
            options.append(word)
            options += itertools.islice(rest, 0 if flags[word].switch else 1)
        elif word.partition("=")[0] in flags or word[:2] in flags or OPTION.match(word):
            options.append(word)
        else:
            positionals.append(word)
    return [*options, "--", *positionals] if positionals else options


def build_parser(command: Command | None, language: Language) -> argparse.ArgumentParser:
    """Return the argparse parser of a command's options; ``language`` is that of its errors."""
    parser = _Parser(allow_abbrev=False, add_help=False)
    version = HELP_OPTIONS[1].names
    parser.add_argument(*version, action=_PrintVersion, nargs=0, default=argparse.SUPPRESS)
    for argument in _arguments(command):
        _add(parser, argument, language)
    return parser


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
