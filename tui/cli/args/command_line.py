"""Parse a command line: find its command, then its options, with the fast parser where possible."""

from __future__ import annotations

from tui.cli.args import fast_parser
from tui.cli.args.shared_options import COMMON_OPTIONS
from tui.cli.args.spec import Options
from tui.cli.commands import COMMAND_NAMES, COMPLETE, SYNONYMS, load_command
from tui.fast_namedtuple import TYPE_CHECKING
from tui.text.language import Language
from tui.text.spelling_remainders import LEAST_LENGTH

if TYPE_CHECKING:
    from tui.cli.args.kind_commands import Kinds


def parse(
    arguments: list[str], language: Language, *, remote: bool = False, kinds: Kinds | None = None
) -> Options:
    """Return the options of a command line. Words that start with no command are a query, or name a
    kind of record (``medbrief policies --level national``).

    ``remote``: it is a client's of the SSH server; errors suggest no option that is refused there.
    ``kinds``: those of the briefing, asked where a line makes no sense as a query.

    Raises:
        SystemExit: code 2 for a usage error, 0 after ``--version``.
    """
    if arguments[:1] == [COMPLETE]:  # the rest is the line to complete, not options of this one
        defaults = {argument.dest: argument.default for argument in COMMON_OPTIONS}
        return Options(COMPLETE, {"line": arguments[1:], **defaults})
    if arguments[-2:] == ["--json", "help"]:
        from tui.cli.args import argparse_parser

        return argparse_parser.help_options(arguments, "json")
    position, name = _find_command(arguments)
    words, command = arguments, name
    typed = arguments[position] if position is not None and name else ""
    if position is None:  # only options: the panels, ``--help`` or ``--version``
        options = fast_parser.parse_fast(None, words)
    else:
        if name is None:  # ``medbrief 医保`` is ``medbrief find 医保``
            name = "find"
        else:
            words = [*arguments[:position], *arguments[position + 1 :]]
        options = fast_parser.parse_fast(load_command(name), words)
    # A query that is a kind goes into a file as ``list`` writes it.
    if options and (
        options.output in (None, "-")
        if command is None
        else command != "help" or not _is_other_topic(options)
    ):
        return _as_typed(options, typed, command)
    if kinds and position is not None:
        from tui.cli.args.kind_commands import kind_line

        start = _find_command(words)[0] if command else position
        if start is not None and (line := kind_line(words, start, command, kinds)):
            name, words = line
            typed = typed or arguments[start]
            options = fast_parser.parse_fast(load_command(name), words)
    if options is None and typed and command:
        from tui.cli.args.question_line import question_options

        if options := question_options(arguments, words, typed):
            return options
    if options is None:
        from tui.cli.args import argparse_parser

        options = argparse_parser.parse_with_argparse(
            words, name, language, typed=typed, remote=remote
        )
    return _as_typed(options, typed, command)


def _is_other_topic(options: Options) -> bool:
    """Return whether ``help`` is asked for something else than a command, which may be a kind."""
    from tui.cli.commands.help import TOPICS

    return options.topic not in (None, *COMMAND_NAMES, *SYNONYMS, *TOPICS)


def _as_typed(options: Options, typed: str, command: str | None) -> Options:
    """Note in the options the word for the command, and whether a lookup was typed without it."""
    if typed not in ("", options.command):
        options.typed = typed
    options.is_implied = command is None and options.command == "find"
    return options


def _find_command(arguments: list[str]) -> tuple[int | None, str | None]:
    """Return the position of the first word that is neither an option nor its value, and the
    command it names, if any. Capitals count only where other words follow: HELP is a command, and
    “Open questions” a query."""
    with_value = {
        name for argument in COMMON_OPTIONS if not argument.switch for name in argument.names
    }
    skip = False
    found: list[int] = []
    for position, word in enumerate(arguments):
        if skip:
            skip = False
        elif word in with_value:
            skip = True
        elif not word.startswith("-") or word == "-":
            found.append(position)
    if not found:
        return None, None
    word = arguments[found[0]]
    word = SYNONYMS.get(word, word)
    if len(found) == 1 and len(word) >= LEAST_LENGTH:
        word = word.lower()
    return found[0], word if word in COMMAND_NAMES else None
