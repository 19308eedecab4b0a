"""Specification of commands: arguments, examples, and the function that runs each."""

from __future__ import annotations

from collections.abc import Callable

from tui.fast_namedtuple import TYPE_CHECKING, NamedTuple
from tui.text.language import Language, Wording

if TYPE_CHECKING:
    from typing import Any, Literal, TypeAlias

CompletionKind: TypeAlias = """Literal[
    "", "record", "location", "source", "name", "brief", "kind", "file-kind", "topic", "facet",
    "event-type", "figure", "rule", "file", "folder"
]"""
"""What the shell completes an argument with: record ids; ids, their figures and sections
("location"); source ids; names; ids of briefs; record kinds as ``list`` spells them; kinds of
content files ("file-kind"); help topics; values of the facet named as the argument; event types;
ids and their figures; codes of the rules of ``check``; paths. Empty: only ``choices``."""

Group: TypeAlias = 'Literal["look up", "browse", "files", "edit", "serve", "self", "hidden"]'
"""Heading under which the help lists a command; ``hidden`` commands are for programs."""

OverSSH: TypeAlias = 'Literal["", "inline", "worker"]'
"""How the SSH server runs a command: in its own process, or in a worker process because it takes
long enough to delay other sessions. Empty: not available over SSH."""


class UsageError(ValueError):
    """An invalid command line; ``message`` explains it in both languages."""

    def __init__(self, message: Wording) -> None:
        super().__init__(message.en)
        self.message = message


class Argument(NamedTuple):
    """A positional argument or an option, in the terms of argparse.

    ``names``: flags (``--limit``), or the one name of a positional; ``convert``: parses the value
    and raises ``UsageError``; ``switch``: an option without a value; ``repeatable``: each use adds
    to a list; ``local_only``: reaches files or programs of this machine, so it is not accepted over
    SSH.
    """

    names: tuple[str, ...]
    help: Wording
    metavar: str = ""
    convert: Callable[[str], object] | None = None
    default: object = None
    nargs: Literal["", "?", "+", "*"] = ""
    switch: bool = False
    choices: tuple[str, ...] = ()
    completion: CompletionKind = ""
    repeatable: bool = False
    local_only: bool = False

    @property
    def is_flag(self) -> bool:
        """Return whether this is an option, not a positional argument."""
        return self.names[0].startswith("-")

    @property
    def dest(self) -> str:
        """Return the attribute of ``Options`` that holds the value."""
        return self.names[0].lstrip("-").replace("-", "_")


class Example(NamedTuple):
    """A command line and what it prints or does. ``english``: the line for readers of English, if
    ``line`` has Chinese words."""

    line: str
    result: Wording
    english: str = ""

    def line_in(self, language: Language) -> str:
        """Return the line for readers of a language."""
        return self.english if self.english and language == "en" else self.line


class Command(NamedTuple):
    """A subcommand.

    ``run``: takes (store, options, settings), or (options, settings) where ``needs_store`` is
    false, and returns the exit code; ``details``: paragraphs that only the command's own help page
    shows.
    """

    name: str
    help: Wording
    run: Callable[..., int]
    examples: tuple[Example, ...]
    arguments: tuple[Argument, ...] = ()
    needs_store: bool = True
    group: Group = "browse"
    details: tuple[Wording, ...] = ()
    over_ssh: OverSSH = ""


class Options:
    """A parsed command line: the command and one attribute per argument. ``typed``: the word that
    stands for the command, where it is another (``companies`` for ``list``). ``is_implied``: a
    lookup was typed without ``find``. ``question_word``: the word for a command with which a
    question begins that is looked up."""

    typed = ""
    is_implied = False
    question_word = ""

    def __init__(self, command: str | None, values: dict[str, Any]) -> None:
        self.command = command
        self.__dict__.update(values)

    def __getattr__(self, name: str) -> Any:
        raise AttributeError(name)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Options) and self.__dict__ == other.__dict__

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"Options({self.__dict__!r})"
