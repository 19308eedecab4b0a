"""Reading a command line that may be wrong: what can be understood of it all the same."""

from __future__ import annotations

from itertools import zip_longest
from typing import Any

from tui.cli.args.shared_options import COMMON_OPTIONS
from tui.cli.args.spec import Argument, UsageError
from tui.text.language import Wording

HELP_OPTIONS = (
    Argument(("--help", "-h"), Wording("显示帮助", "show this help"), switch=True),
    Argument(("--version",), Wording("显示版本", "show the version"), switch=True),
)
"""Options that every command has and none reads."""


def requests_help(words: list[str]) -> bool:
    """Whether a line asks for help, whatever else it says."""
    options = words[: words.index("--")] if "--" in words else words
    return any(name in options for name in HELP_OPTIONS[0].names)


def read_common_options(words: list[str]) -> dict[str, Any]:
    """The values of the common options: those that are right, and the defaults of the others."""
    values: dict[str, Any] = {
        argument.dest: False if argument.switch else argument.default for argument in COMMON_OPTIONS
    }
    flags = {name: argument for argument in COMMON_OPTIONS for name in argument.names}
    for word, after in zip_longest(words, words[1:]):
        if word == "--":
            break
        name, equals, value = word.partition("=")
        argument = flags.get(name)
        if argument is None:
            continue
        if argument.switch:
            values[argument.dest] = True
        else:
            _take(argument, value if equals else after, values)
    return values


def _take(argument: Argument, value: str | None, values: dict[str, Any]) -> None:
    if value is None or (argument.choices and value not in argument.choices):
        return
    try:
        values[argument.dest] = argument.convert(value) if argument.convert else value
    except UsageError:
        return
