"""The command that a query means whose first word is a mistyped command."""

from __future__ import annotations

from tui.cli.commands import COMMAND_NAMES, load_command
from tui.cli.output.writer import printable
from tui.search.name_match import records_named
from tui.search.verdict import Verdict
from tui.store import Store
from tui.text.spelling_remainders import LEAST_LENGTH, is_correctable, is_near


def mistyped_command(
    store: Store, query: str, *, is_missing: bool = False, remote: bool = False
) -> str:
    """Return the command line that a query may mean; empty for none.

    Its first word differs from a command by one letter, or by two that are swapped, and the
    briefing does not have it, neither as a word nor in pinyin.

    Args:
        store: the briefing.
        query: the query, as typed.
        is_missing: whether it is known that the answer does not have the first word.
        remote: whether only commands that are available over SSH count.
    """
    first, space, rest = query.strip().partition(" ")
    word = first.lower()
    if not is_missing and (not is_correctable(word) or _is_known(store, word)):
        return ""
    for name in COMMAND_NAMES:
        if len(name) >= LEAST_LENGTH and is_near(word, name) and _is_usable(name, rest, remote):
            return printable(f"medbrief {name}{space}{rest}", 200)
    if rest:
        return ""
    words = (name for kind in store.kinds() for name in kind.words if is_near(word, name))
    return next((printable(f"medbrief {name}", 200) for name in words), "")


def command_meant(store: Store, query: str, verdict: Verdict, *, remote: bool = False) -> str:
    """Return the command line that a query seems to mean of which no word is spelled as in the
    briefing, or whose first word is much like a command and the others name a record; empty for
    none. ``verdict``: of its best hit, which is not exact."""
    if verdict.match == "near" and verdict.all_corrected:
        from tui.cli.args.usage_errors import suggest_command

        return suggest_command(query, store.kinds(), remote=remote) or ""
    first, _, rest = query.strip().partition(" ")
    if not (rest and first.isascii() and first.isalpha()):
        return ""
    if not (rest in store.identities() or records_named(store, rest)):
        return ""
    return mistyped_command(store, query, remote=remote)


def _is_usable(name: str, rest: str, remote: bool) -> bool:
    """Return whether a command is offered here, and takes other words if there are any."""
    if name.startswith("_"):
        return False
    command = load_command(name)
    takes_words = any(not argument.is_flag for argument in command.arguments)
    return (takes_words or not rest) and (command.over_ssh != "" or not remote)


def _is_known(store: Store, word: str) -> bool:
    sql = (
        "SELECT 1 FROM spellings WHERE remainder = ?1 AND word = ?1 "
        "UNION ALL SELECT 1 FROM exact_names WHERE name = ?1 "
        "UNION ALL SELECT 1 FROM readings WHERE pinyin = ?1 LIMIT 1"
    )
    return any(store.query(sql, (word,)))
