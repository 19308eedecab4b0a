"""Reading a command line that is still being typed: its words, and what is due at the cursor."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from tui.cli.args.shared_options import COMMON_OPTIONS, HELP_OPTIONS, WATCH_OPTION
from tui.cli.args.spec import Argument, Command
from tui.cli.commands import COMMAND_NAMES, load_command


class SplitLine(NamedTuple):
    """``words``: those before the cursor's; ``typed``: the beginning of the cursor's word;
    ``quoted``: it began with a quotation mark."""

    words: list[str]
    typed: str
    quoted: bool


class CursorContext(NamedTuple):
    """``command``: None while none is named; ``wanted``: the option whose value is due;
    ``loose``: how many words stand in places; ``used``: options that stand on the line."""

    command: Command | None
    wanted: Argument | None
    loose: int
    used: set[str]
    only_words: bool


def split_line(line: str) -> SplitLine:
    """Words as a shell sees them, of a line that may end within a quotation."""
    words: list[str] = []
    word, begun, quote, opened = "", False, "", False
    chars = iter(line)
    for char in chars:
        if quote:
            if char == quote:
                quote = ""
            else:
                word += next(chars, "") if char == "\\" and quote == '"' else char
        elif char in "'\"":
            opened = not begun
            quote, begun = char, True
        elif char.isspace():
            if begun:
                words.append(word)
            word, begun, opened = "", False, False
        else:
            word += next(chars, "") if char == "\\" else char
            begun = True
    while words and re.fullmatch(r"[A-Za-z_]\w*=.*", words[0]):  # LANG=zh_CN.UTF-8 medbrief …
        del words[0]
    return SplitLine(words[1:], word, opened and bool(quote))


def cursor_context(words: Iterable[str]) -> CursorContext:
    """What is due after these words."""
    command: Command | None = None
    wanted: Argument | None = None
    loose, used, only_words = 0, set[str](), False
    for word in words:
        if wanted:
            wanted = None
        elif word == "--" and not only_words:
            only_words = True
        elif word.startswith("-") and not only_words:
            name, equals, _ = word.partition("=")
            argument = options_by_flag(command).get(name)
            if argument:
                used.add(argument.dest)
                wanted = None if argument.switch or equals else argument
        elif command is None and word in COMMAND_NAMES:
            command = load_command(word)
        else:
            command = command or load_command("find")
            loose += 1
    return CursorContext(command, wanted, loose, used, only_words)


def options_by_flag(command: Command | None) -> dict[str, Argument]:
    """The options that a line with the command takes, by every name."""
    own = command.arguments if command else (WATCH_OPTION,)
    known = (*own, *COMMON_OPTIONS, *HELP_OPTIONS)
    return {name: argument for argument in known if argument.is_flag for name in argument.names}
