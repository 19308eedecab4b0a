"""Kinds of records as commands: ``medbrief policies`` is ``medbrief list policies``.

The briefing says which kinds there are and by which words they go. A kind with a command of its own
(``sources``, ``disagreements``) is shown by that command.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple, TypeAlias

from tui.cli.args.fast_parser import default_options
from tui.cli.args.shared_options import COMMON_OPTIONS
from tui.cli.args.spec import Options
from tui.cli.commands import COMMAND_NAMES, load_command
from tui.cli.settings import Settings
from tui.store import BriefingError, Store, open_store
from tui.store.rows import KindInfo
from tui.text.close_matches import CUTOFF, close_matches
from tui.text.language import Wording

Kinds: TypeAlias = Callable[[], Sequence[KindInfo]]
"""Returns the kinds of the briefing."""
_HELP = "help"


class KindCommand(NamedTuple):
    """A kind as the help lists it: the words that name it, and the title of its section."""

    words: tuple[str, ...]
    title: Wording


def kinds_of_content(
    content: str | None,
    opened: Callable[[str | None], Store] = lambda content: open_store(content, os.environ),
) -> Sequence[KindInfo]:
    """Return the kinds of a briefing; none where it is invalid. ``opened``: opens it."""
    try:
        with opened(content) as store:
            return store.kinds()
    except BriefingError:
        return ()


def kind_words(kinds: Sequence[KindInfo]) -> dict[str, KindInfo]:
    """Return the words that name a kind, in small letters."""
    return {word.lower(): kind for kind in kinds for word in (*kind.words, kind.id)}


def command_of(kind: KindInfo) -> str:
    """Return the command that shows the records of a kind."""
    return next((word for word in kind.words if word in COMMAND_NAMES), "list")


def kind_line(
    words: list[str], position: int, name: str | None, kinds: Kinds
) -> tuple[str, list[str]] | None:
    """Return command and words of a line that names a kind in place of a command, or as the topic
    of ``help``; None for any other.

    Args:
        words: the line; without the command, if ``name`` is one.
        position: the place of its first word that is neither an option nor the value of one.
        name: the command, if there is one.
        kinds: the kinds of the briefing; asked only where a word may be one.
    """
    if name not in (None, _HELP) or not position < len(words):
        return None
    known = kind_words(kinds())
    kind = known.get(words[position].lower())
    if kind is None:  # ``list`` says which kind is meant
        return (
            None
            if name or not close_matches(words[position], known, 1, CUTOFF)
            else ("list", words)
        )
    command = command_of(kind)
    rest = [*words[:position], *words[position + 1 :]]
    if name == _HELP:
        return _HELP, [*rest, command]
    return (command, words) if command == "list" else (command, rest)


def run_kind(
    store: Store,
    kind: str,
    options: Options,
    settings: Settings,
    filters: Mapping[str, Sequence[str]] = MappingProxyType({}),
) -> int:
    """Show the records of a kind, with the options that all commands have; return the exit code.
    ``filters``: further options, and ``subject``, of a kind without a command of its own."""
    name = command_of(next(each for each in store.kinds() if each.id == kind))
    values: dict[str, object] = {}
    if name == "list":
        values["record_kind"] = kind
        for option, texts in filters.items():
            values[option] = texts[0] if option in ("since", "until") else list(texts)
    return run_command(store, name, options, settings, values)


def run_command(
    store: Store,
    name: str,
    options: Options,
    settings: Settings,
    values: Mapping[str, object] = MappingProxyType({}),
) -> int:
    """Run another command with the options that all commands have and its own ``values``; return
    the exit code."""
    command = load_command(name)
    shared = {argument.dest: getattr(options, argument.dest) for argument in COMMON_OPTIONS}
    defaults = default_options(command) | shared | {"json": options.json}
    return command.run(store, Options(name, {**defaults, **values}), settings)


def listed_kinds(store: Store) -> list[KindCommand]:
    """Return the kinds that have no command of their own, in the order of their sections, each with
    its section, its first word and its first Chinese word."""
    sections = {section.kind: section for section in store.sections()}
    commands = []
    for kind in store.kinds():
        if command_of(kind) == "list":
            chinese = next((word for word in kind.words if not word.isascii()), "")
            words = dict.fromkeys(filter(None, (sections[kind.id].id, kind.words[0], chinese)))
            commands.append(KindCommand(tuple(words), sections[kind.id].title))
    return commands
