"""Split a partially typed command line and determine what the cursor completes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from tui.cli.args.shared_options import COMMON_OPTIONS, HELP_OPTIONS, WATCH_OPTION
from tui.cli.args.spec import Argument, Command
from tui.cli.commands import COMMAND_NAMES, load_command


class SplitLine(NamedTuple):
    """``words``: those before the word at the cursor; ``typed``: its text up to the cursor;
    ``quoted``: it starts with a quotation mark."""

    words: list[str]
    typed: str
    quoted: bool


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
    """Split a line as a shell does; a quotation may be open at its end."""
    words: list[str] = []
    word, in_word, quote, quoted = "", False, "", False
    chars = iter(line)
    for char in chars:
        if quote:
            if char == quote:
                quote = ""
            else:
                word += next(chars, "") if char == "\\" and quote == '"' else char
        elif char in "'\"":
            quoted = not in_word
            quote, in_word = char, True
        elif char.isspace():
            if in_word:
                words.append(word)
            word, in_word, quoted = "", False, False
        else:
            word += next(chars, "") if char == "\\" else char
            in_word = True
    while words and re.fullmatch(r"[A-Za-z_]\w*=.*", words[0]):  # LANG=zh_CN.UTF-8 medbrief …
        del words[0]
    return SplitLine(words[1:], word, quoted and bool(quote))


def cursor_context(words: Iterable[str]) -> CursorContext:
    """Return what comes next after these words."""
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
        elif command is None and word in COMMAND_NAMES:
            command = load_command(word)
        else:
            command = command or load_command("find")
            positionals += 1
    return CursorContext(command, pending, positionals, used, after_separator)


def options_by_flag(command: Command | None) -> dict[str, Argument]:
    """Return the options that a line with the command accepts, by each of their names."""
    own = command.arguments if command else (WATCH_OPTION,)
    known = (*own, *COMMON_OPTIONS, *HELP_OPTIONS)
    return {name: argument for argument in known if argument.is_flag for name in argument.names}
