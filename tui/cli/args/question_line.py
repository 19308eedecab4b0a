"""Lines that begin with the word for a command and go on as a question (``impact of COVID on …``,
``show me the market size``): what the command does not accept is looked up."""

from __future__ import annotations

import re
import shlex
from collections.abc import Sequence

from tui.cli.args.fast_parser import default_options, parse_fast
from tui.cli.args.spec import Command, Options
from tui.cli.commands import COMPLETE, SYNONYMS, load_command
from tui.cli.output.writer import print_message, printable
from tui.cli.settings import Settings
from tui.store import Store
from tui.text.language import Wording
from tui.text.word_set import words_of

_LOOKED_UP = Wording(
    "按问题查找，同：{lookup}；命令的用法：{help}",
    "read as a question, the same as: {lookup}; for the command: {help}",
)
_QUESTION_WORDS = words_of(
    "about all an any are at between by can did do does for from has have how if in is it its "
    "me my of on our than that the their these they this those up was we what when where whether "
    "which who why will you your"
)
"""English words of sentences: of no id, subject or name of a record. Not those that join names
(and, or, to, with, vs)."""
_ARTICLE = re.compile(r"\b[a-z]{3,} a [a-z]{3,}")
"""The article between words: alone a letter may be any name."""
_CHINESE = ("什么", "哪", "吗", "多少", "如何", "怎么", "怎样", "是否", "几")
_LEAST_WORDS = 2
"""Words after that for the command; one alone is a mistyped id or value."""
_LONGEST = 200
_EXPANDED = frozenset('"$`!\\')
"""Characters with a meaning in double quotes in a shell."""


def reads_as_question(words: Sequence[str]) -> bool:
    """Return whether the words after one for a command read as a question."""
    if any(mark in word for word in words for mark in _CHINESE):
        return True
    plain = [part.strip(".,?!").lower() for word in words for part in word.split()]
    if len(words) < _LEAST_WORDS:
        return False
    return not _QUESTION_WORDS.isdisjoint(plain) or bool(_ARTICLE.search(" ".join(plain)))


def question_options(line: Sequence[str], after: Sequence[str], typed: str) -> Options | None:
    """Return the options of a lookup of a line that its command does not accept; None for one that
    does not read as a question or has options other than common ones.

    Args:
        line: all words.
        after: those without the word for the command.
        typed: that word.
    """
    find = load_command("find")
    lookup, rest = parse_fast(find, list(line)), parse_fast(find, list(after))
    if lookup is None or rest is None or _has_options(find, rest):
        return None
    if not reads_as_question(rest.query):
        return None
    lookup.question_word = typed
    return lookup


def look_up_typed(store: Store, options: Options, settings: Settings) -> int | None:
    """Look up a line that its command does not accept where it reads as a question or begins with
    the Chinese word for a command (比较2022和2023年的用户数); None for any other, and for one with
    options of the command."""
    command = load_command(options.command or COMPLETE)
    words: list[str] = []
    for argument in command.arguments:
        given = getattr(options, argument.dest)
        if not argument.is_flag:
            words += given if isinstance(given, list) else [given] if given else []
    typed = options.typed or command.name
    query = words if command.name == "list" and options.typed else [typed, *words]
    if not words:
        return None
    values: dict[str, object] = {"query": query}
    if options.typed not in SYNONYMS:
        if not reads_as_question(words) or _has_options(command, options):
            return None
        values["question_word"] = typed
    from tui.cli.args.kind_commands import run_command

    return run_command(store, "find", options, settings, values)


def note_lookup(query: Sequence[str], typed: str, settings: Settings) -> None:
    """Say on standard error how a line was read."""
    words = " ".join(query)
    if not all(word.isalnum() for word in query):
        words = shlex.quote(words) if _EXPANDED.intersection(words) else f'"{words}"'
    lookup = printable(f"medbrief find {words}", _LONGEST)
    help_line = f"medbrief {typed} --help"
    print_message(_LOOKED_UP.format(lookup=lookup, help=help_line).of(settings.language))


def _has_options(command: Command, options: Options) -> bool:
    """Return whether any option of a command is given."""
    defaults = default_options(command)
    return any(
        getattr(options, argument.dest) != defaults[argument.dest]
        for argument in command.arguments
        if argument.is_flag
    )
