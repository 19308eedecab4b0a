"""Parse well-formed command lines without argparse, whose import costs more than a lookup.

Returns None for anything else, help and errors above all; then
``tui.cli.args.argparse_parser`` takes over. Both read the same command specifications.
"""

from __future__ import annotations

from tui.cli.args.shared_options import COMMON_OPTIONS
from tui.cli.args.spec import Argument, Command, Options, UsageError
from tui.fast_namedtuple import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Any


def parse_fast(command: Command | None, words: list[str]) -> Options | None:
    """The options of a command line (``words`` without the command), or None."""
    own = command.arguments if command else ()
    known = (*COMMON_OPTIONS, *own)
    flags = {name: argument for argument in known for name in argument.names if argument.is_flag}
    values = {argument.dest: _unsaid(argument) for argument in known}
    loose: list[str] = []
    rest = iter(words)
    for word in rest:
        if not word.startswith("-"):
            loose.append(word)
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
        if not _take(argument, value, values):
            return None
    places = [argument for argument in own if not argument.is_flag]
    named = command.name if command else None
    return Options(named, values) if _place(places, loose, values) else None


def _unsaid(argument: Argument) -> object:
    return False if argument.switch else argument.default


def _take(argument: Argument, value: str, values: dict[str, Any]) -> bool:
    """Whether the value is one that the argument takes; then it is kept."""
    if value.startswith("-") or (argument.choices and value not in argument.choices):
        return False
    try:
        taken = argument.convert(value) if argument.convert else value
    except UsageError:
        return False
    values[argument.dest] = (
        [*(values[argument.dest] or ()), taken] if argument.repeatable else taken
    )
    return True


def _place(places: list[Argument], loose: list[str], values: dict[str, Any]) -> bool:
    """Give the words that no flag took to the arguments that have a place."""
    for argument in places:
        if argument.nargs in ("+", "*"):
            if argument.nargs == "+" and not loose:
                return False
            taken: dict[str, Any] = {}
            many = []
            for word in loose:
                if not _take(argument, word, taken):
                    return False
                many.append(taken[argument.dest])
            values[argument.dest], loose = many, []
        elif loose:
            if not _take(argument, loose[0], values):
                return False
            loose = loose[1:]
        elif not argument.nargs:
            return False
    return not loose
