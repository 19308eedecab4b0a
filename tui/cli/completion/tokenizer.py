"""Split a partially typed command line and determine what the cursor completes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

from tui.cli.args.shared_options import COMMON_OPTIONS, HELP_OPTIONS, WATCH_OPTION
from tui.cli.args.spec import Argument, Command
from tui.cli.commands import COMMAND_NAMES, SYNONYMS, load_command

_ASSIGNMENT = re.compile(r"[A-Za-z_]\w*=")
"""Starts a variable assignment before the command: LANG=zh_CN.UTF-8 medbrief …"""
_REDIRECTION = re.compile(r"(\d*[<>]|&>)[>|&]?")
"""Starts a redirection: 2>&1, > FILE, &>FILE."""
_ESCAPED_IN_DOUBLE_QUOTES = '$`"\\'


class Word(NamedTuple):
    """``raw``: the word as typed; ``text``: without quotation marks and backslashes; ``quote``: the
    quotation mark that is still open at its end, or empty; ``quote_start``: the position in ``raw``
    after that mark, else 0."""

    raw: str
    text: str
    quote: str
    quote_start: int


class SplitLine(NamedTuple):
    """``words``: those before the word at the cursor; ``last``: that word up to the cursor."""

    words: list[str]
    last: Word


class CursorContext(NamedTuple):
    """``command``: None before a command is typed; ``pending``: the option whose value comes next;
    ``positionals``: the number of positional words so far; ``used``: options so far;
    ``after_separator``: ``--`` comes before, so words that start with ``-`` are not options."""

    command: Command | None
    pending: Argument | None
    positionals: int
    used: set[str]
    after_separator: bool


def split_line(line: str) -> SplitLine:
    """Split a line into words, without variable assignments, redirections and the command's name.

    A quotation may be open at the end of the line.
    """
    words: list[Word] = []
    position = 0
    while True:
        while position < len(line) and line[position].isspace():
            position += 1
        word = read_word(line, position)
        position += len(word.raw)
        if position >= len(line):
            break
        words.append(word)
    while words and _ASSIGNMENT.match(words[0].raw):
        del words[0]
    return SplitLine(list(_arguments(words[1:])), word)


def _arguments(words: Iterable[Word]) -> Iterable[str]:
    target_follows = False
    for word in words:
        redirection = _REDIRECTION.match(word.raw)
        if not (redirection or target_follows):
            yield word.text
        target_follows = bool(redirection and redirection[0] == word.raw)


def read_word(line: str, start: int = 0) -> Word:
    """Read the word that starts at a position, by the quoting rules of POSIX (XCU 2.2)."""
    text, quote, quote_start = "", "", start
    position = start
    while position < len(line):
        char, following = line[position], line[position + 1 : position + 2]
        position += 1
        if char == quote:
            quote, quote_start = "", start
        elif char == "\\" and (
            not quote or (quote == '"' and following in (*_ESCAPED_IN_DOUBLE_QUOTES, "\n", ""))
        ):
            text += "" if following == "\n" else following
            position += len(following)
        elif quote:
            text += char
        elif char in "'\"":
            quote, quote_start = char, position
        elif char.isspace():
            position -= 1
            break
        else:
            text += char
    return Word(line[start:position], text, quote, quote_start - start)


def cursor_context(
    words: Iterable[str], command_of_kind: Callable[[str], str] = lambda _: ""
) -> CursorContext:
    """Return what comes next after these words.

    ``command_of_kind``: returns the command that a kind of record stands for; empty for any other
    word.
    """
    command: Command | None = None
    pending: Argument | None = None
    positionals, used, after_separator = 0, set[str](), False
    for word in words:
        if pending:
            pending = None
        elif word == "--" and not after_separator:
            after_separator = True
        elif word.startswith("-") and not after_separator:
            name, equals, _ = word.partition("=")
            argument = options_by_flag(command).get(name)
            if argument:
                used.add(argument.dest)
                pending = None if argument.switch or equals else argument
        elif command is None and (name := SYNONYMS.get(word, word)) in COMMAND_NAMES:
            command = load_command(name)
        elif command is None and (name := command_of_kind(word)):
            command = load_command(name)
            positionals += name == "list"
        else:
            command = command or load_command("find")
            positionals += 1
    return CursorContext(command, pending, positionals, used, after_separator)


def options_by_flag(command: Command | None) -> dict[str, Argument]:
    """Return the options that a line with the command accepts, by each of their names."""
    own = command.arguments if command else (WATCH_OPTION,)
    known = (*own, *COMMON_OPTIONS, *HELP_OPTIONS)
    return {name: argument for argument in known if argument.is_flag for name in argument.names}
