"""Parse command lines without argparse, whose import takes longer than a whole lookup.

``parse_fast`` reads well-formed lines and returns None for any other, including requests for help;
``tui.cli.args.argparse_parser`` then takes over. Both read the same command specifications.
``read_common_options`` reads the valid common options of any line, for the help, completion and
error messages.
"""

from __future__ import annotations

from tui.cli.args.shared_options import COMMON_OPTIONS
from tui.cli.args.spec import Argument, Command, Options, UsageError
from tui.fast_namedtuple import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Any


def parse_fast(command: Command | None, words: list[str]) -> Options | None:
    """Return the options of a command line (``words`` without the command); None if it is not
    well-formed."""
    own = command.arguments if command else ()
    known = (*COMMON_OPTIONS, *own)
    flags = {name: argument for argument in known for name in argument.names if argument.is_flag}
    values = {argument.dest: _default(argument) for argument in known}
    unparsed: list[str] = []
    rest = iter(words)
    for word in rest:
        if not word.startswith("-"):
            unparsed.append(word)
            continue
        name, equals, value = word.partition("=")
        argument = flags.get(name)
        if argument is None or (argument.switch and equals):
            return None
        if argument.switch:
            values[argument.dest] = True
            continue
        if not equals:
            value = next(rest, "-")
        if value.startswith("-") or not _store(argument, value, values):
            return None
    positionals = [argument for argument in own if not argument.is_flag]
    if not _store_positionals(positionals, unparsed, values):
        return None
    return Options(command.name if command else None, values)


def read_common_options(words: list[str]) -> dict[str, Any]:
    """Return the common options of a line that may be malformed; an invalid value counts as not
    given."""
    values: dict[str, Any] = {argument.dest: _default(argument) for argument in COMMON_OPTIONS}
    flags = {name: argument for argument in COMMON_OPTIONS for name in argument.names}
    for position, word in enumerate(words, 1):
        if word == "--":
            break
        name, equals, value = word.partition("=")
        argument = flags.get(name)
        if argument is None:
            continue
        if argument.switch:
            values[argument.dest] = True
        elif equals or position < len(words):
            _store(argument, value if equals else words[position], values)
    return values


def default_options(command: Command) -> dict[str, Any]:
    """Return the values of a line with the command and nothing else."""
    return {each.dest: _default(each) for each in (*COMMON_OPTIONS, *command.arguments)}


def _default(argument: Argument) -> object:
    return False if argument.switch else argument.default


def _store(argument: Argument, value: str, values: dict[str, Any]) -> bool:
    """Store a value and return True; return False if the argument does not accept it."""
    if argument.choices and value not in argument.choices:
        return False
    try:
        converted = argument.convert(value) if argument.convert else value
    except UsageError:
        return False
    dest = argument.dest
    values[dest] = [*(values[dest] or ()), converted] if argument.repeatable else converted
    return True


def _store_positionals(
    positionals: list[Argument], words: list[str], values: dict[str, Any]
) -> bool:
    """Store the words in the positional arguments; return False if they do not fit."""
    for argument in positionals:
        if argument.nargs in ("+", "*"):
            if argument.nargs == "+" and not words:
                return False
            converted = []
            for word in words:
                if not _store(argument, word, values):
                    return False
                converted.append(values[argument.dest])
            values[argument.dest], words = converted, []
        elif words:
            if not _store(argument, words[0], values):
                return False
            words = words[1:]
        elif not argument.nargs:
            return False
    return not words
