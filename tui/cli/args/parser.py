"""Which command a command line names, and what it says of it."""

from __future__ import annotations

from tui.cli.args import fast_parser
from tui.cli.args.shared_options import COMMON_OPTIONS
from tui.cli.args.spec import Options
from tui.cli.commands import COMMAND_NAMES, COMPLETE, load_command
from tui.text.language import Language


def parse(arguments: list[str], language: Language) -> Options:
    """Read a command line.

    Raises:
        SystemExit: with 2 for wrong usage, with 0 after ``--version``.
    """
    if arguments[:1] == [COMPLETE]:  # what follows is no line of ours, but one to be completed
        return Options(COMPLETE, {"line": arguments[1:], **_unsaid()})
    if arguments[-2:] == ["--json", "help"]:
        from tui.cli.args import argparse_parser

        return argparse_parser.help_options(arguments, "json")
    place, name = _command(arguments)
    words = arguments
    if place is None:  # the panels, or ``--help``
        options = fast_parser.parse_fast(None, words)
    else:
        if name is None:  # ``medbrief 医保`` is ``medbrief find 医保``
            name = "find"
        else:
            words = [*arguments[:place], *arguments[place + 1 :]]
        options = fast_parser.parse_fast(load_command(name), words)
    if options:
        return options
    from tui.cli.args import argparse_parser

    return argparse_parser.parse_with_argparse(words, name, language)


def _unsaid() -> dict[str, object]:
    return {argument.dest: argument.default for argument in COMMON_OPTIONS}


def _command(arguments: list[str]) -> tuple[int | None, str | None]:
    """The place of the first word that no common option takes, and its command if it is one."""
    valued = {name for argument in COMMON_OPTIONS if not argument.switch for name in argument.names}
    skip = False
    for place, word in enumerate(arguments):
        if skip:
            skip = False
        elif word in valued:
            skip = True
        elif not word.startswith("-") or word == "-":
            return place, word if word in COMMAND_NAMES else None
    return None, None
