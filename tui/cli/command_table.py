"""Every command that can be typed, with its arguments."""

from __future__ import annotations

import argparse
from typing import Any, NamedTuple

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


class Command(NamedTuple):
    """``arguments``: flags or names with what argparse wants to know of each."""

    help: str
    example: str
    arguments: tuple[tuple[tuple[str, ...], dict[str, Any]], ...] = ()


def kind(text: str) -> str:
    """A kind of record, in the singular or the plural."""
    known = _PLURALS.get(text.lower(), text.lower())
    if known not in KINDS:
        raise argparse.ArgumentTypeError(
            f"no such kind: {text!r} (choose from {', '.join(_PLURALS)})"
        )
    return known


def _limit(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 1 <= int(text) <= 1000):
        raise argparse.ArgumentTypeError(f"{text!r} is no limit: a number from 1 to 1000 is wanted")
    return int(text)


_JSON = (("--json",), {"action": "store_true", "help": "print JSON"})

COMMANDS: dict[str, Command] = {
    "find": Command(
        "look up a fact",
        "medbrief find 市场规模 2022",
        (
            (
                ("query",),
                {"nargs": "+", "metavar": "QUERY", "help": "words, a name, a number, a year"},
            ),
            (
                ("--limit",),
                {"type": _limit, "default": 5, "metavar": "N", "help": "at most N answers (5)"},
            ),
            (
                ("--explain",),
                {"action": "store_true", "help": "say why each answer stands where it does"},
            ),
            _JSON,
        ),
    ),
    "show": Command(
        "show a record's page",
        "medbrief show jd-health",
        ((("id",), {"metavar": "ID", "help": "as find and list print it"}), _JSON),
    ),
    "list": Command(
        "list records, all or of a kind",
        "medbrief list policies",
        (
            (
                ("kind",),
                {"nargs": "?", "type": kind, "metavar": "KIND", "help": ", ".join(_PLURALS)},
            ),
            _JSON,
        ),
    ),
    "sources": Command("list the source documents", "medbrief sources", (_JSON,)),
    "brief": Command(
        "read a narrative briefing",
        "medbrief brief five-minutes",
        (
            (("id",), {"nargs": "?", "metavar": "NAME", "help": "without it: the list of them"}),
            _JSON,
        ),
    ),
    "disagreements": Command("show where the sources disagree", "medbrief disagreements", (_JSON,)),
    "check": Command(
        "check the content against the rules",
        "medbrief check --explain K401",
        (
            (("--explain",), {"metavar": "CODE", "help": "what a rule is for, with an example"}),
            (
                ("--coverage",),
                {"action": "store_true", "help": "which figures of the originals are quoted"},
            ),
            (("--fix",), {"action": "store_true", "help": "mend what can be mended by machine"}),
            _JSON,
        ),
    ),
    "schema": Command(
        "print the JSON Schema of the records",
        "medbrief schema statistic",
        ((("kind",), {"nargs": "?", "metavar": "KIND", "help": "without it: all of them"}),),
    ),
    "new": Command(
        "write the template of a record",
        "medbrief new statistic my-statistic",
        (
            (("kind",), {"metavar": "KIND", "help": "source, player, policy, statistic, …"}),
            (("id",), {"nargs": "?", "metavar": "ID", "help": "without it: print the template"}),
        ),
    ),
}
"""Every command, in the order in which the help names them."""
