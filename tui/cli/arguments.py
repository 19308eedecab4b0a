"""What can be typed: commands, their arguments, and the options that are common to all."""

from __future__ import annotations

import argparse
from typing import NoReturn

from tui import __version__

KINDS = (
    "brief",
    "player",
    "policy",
    "statistic",
    "statement",
    "disagreement",
    "term",
    "gap",
    "source",
)
_PLURALS = {
    "briefs": "brief",
    "players": "player",
    "policies": "policy",
    "statistics": "statistic",
    "statements": "statement",
    "themes": "statement",
    "disagreements": "disagreement",
    "terms": "term",
    "glossary": "term",
    "gaps": "gap",
    "sources": "source",
}
COMMANDS = ("find", "show", "list", "sources", "brief", "disagreements", "check", "schema", "new")
_TAKE_A_VALUE = ("--content", "--originals", "--lang", "--width", "--color", "--colour")
_DEFAULTS = {"content": None, "originals": None, "lang": None, "width": None, "color": "auto"}


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one line, without the whole usage."""

    def error(self, message: str) -> NoReturn:
        from tui.cli.output import shown

        said = shown(message, longest=400)
        self.exit(2, f"{self.prog}: {said}\ntry: {self.prog} --help\n")


def parse(arguments: list[str]) -> argparse.Namespace:
    """Read a command line.

    Raises:
        SystemExit: with 2 for wrong usage, with 0 after ``--help`` or ``--version``.
    """
    parser = _parser()
    options = parser.parse_args(_with_command(arguments))
    for name, value in _DEFAULTS.items():
        if not hasattr(options, name):
            setattr(options, name, value)
    return options


def _with_command(arguments: list[str]) -> list[str]:
    """``medbrief 医保`` is ``medbrief find 医保``: the first word that is no command is a query."""
    skip = False
    for place, word in enumerate(arguments):
        if skip:
            skip = False
        elif word in _TAKE_A_VALUE:
            skip = True
        elif not word.startswith("-") or word == "-":
            if word in COMMANDS:
                return arguments
            return [*arguments[:place], "find", *arguments[place:]]
    return arguments


def kind(text: str) -> str:
    """A kind of record, in the singular or the plural."""
    known = _PLURALS.get(text.lower(), text.lower())
    if known not in KINDS:
        raise argparse.ArgumentTypeError(
            f"no such kind: {text!r} (choose from {', '.join(_PLURALS)})"
        )
    return known


def _width(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 20 <= int(text) <= 400):
        raise argparse.ArgumentTypeError(f"{text!r} is no width: a number from 20 to 400 is wanted")
    return int(text)


def _limit(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 1 <= int(text) <= 1000):
        raise argparse.ArgumentTypeError(f"{text!r} is no limit: a number from 1 to 1000 is wanted")
    return int(text)


def _common() -> _Parser:
    """Options accepted before and after every command."""
    # SUPPRESS: a subcommand's parser does not undo what stood before the command.
    parser = _Parser(add_help=False, argument_default=argparse.SUPPRESS)
    group = parser.add_argument_group("common options")
    group.add_argument(
        "--content", metavar="DIR", help="read the briefing in DIR (MEDBRIEF_CONTENT)"
    )
    group.add_argument(
        "--originals",
        metavar="DIR",
        help="show passages from the original documents in DIR (MEDBRIEF_ORIGINALS)",
    )
    group.add_argument(
        "--lang", choices=("zh", "en"), help="language (default: that of the locale)"
    )
    group.add_argument("--width", type=_width, metavar="N", help="lay out for N cells")
    group.add_argument(
        "--color", "--colour", choices=("auto", "always", "never"), help="colours (default: auto)"
    )
    return parser


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="medbrief",
        description="A briefing on China's internet-healthcare industry. Without a command: "
        "opens the panels (or prints the overview where there is no terminal).",
        epilog="exit codes: 0 found, 1 nothing found, 2 wrong usage, 3 the content does not hold",
        parents=[_common()],
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"medbrief {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", parser_class=_Parser)

    def command(name: str, text: str, example: str) -> _Parser:
        return commands.add_parser(
            name,
            help=text,
            description=text[0].upper() + text[1:] + ".",
            epilog=f"example: {example}",
            parents=[_common()],
            allow_abbrev=False,
        )

    find = command("find", "look up a fact", "medbrief find 市场规模 2022")
    find.add_argument("query", nargs="+", metavar="QUERY", help="words, a name, a number, a year")
    find.add_argument("--limit", type=_limit, default=5, metavar="N", help="at most N answers (5)")
    show = command("show", "show a record's page", "medbrief show jd-health")
    show.add_argument("id", metavar="ID", help="as find and list print it")
    listed = command("list", "list records, all or of a kind", "medbrief list policies")
    listed.add_argument("kind", nargs="?", type=kind, metavar="KIND", help=", ".join(_PLURALS))
    sources = command("sources", "list the source documents", "medbrief sources")
    brief = command("brief", "read a narrative briefing", "medbrief brief five-minutes")
    brief.add_argument("id", nargs="?", metavar="NAME", help="without it: the list of them")
    disagreements = command(
        "disagreements", "show where the sources disagree", "medbrief disagreements"
    )
    check = command("check", "check the content against the rules", "medbrief check --explain K401")
    check.add_argument("--explain", metavar="CODE", help="what a rule is for, with an example")
    check.add_argument(
        "--coverage", action="store_true", help="which figures of the originals are quoted"
    )
    check.add_argument("--fix", action="store_true", help="mend what can be mended by machine")
    for each in (find, show, listed, sources, brief, disagreements, check):
        each.add_argument("--json", action="store_true", help="print JSON")
    schema = command("schema", "print the JSON Schema of the records", "medbrief schema statistic")
    schema.add_argument("kind", nargs="?", metavar="KIND", help="without it: all of them")
    new = command("new", "write the template of a record", "medbrief new statistic my-statistic")
    new.add_argument("kind", metavar="KIND", help="source, player, policy, statistic, …")
    new.add_argument("id", nargs="?", metavar="ID", help="without it: print the template")
    return parser
