"""What a command is: what it is for, what it takes, what runs it."""

from __future__ import annotations

from collections.abc import Callable

from tui.fast_namedtuple import TYPE_CHECKING, NamedTuple
from tui.text.language import Wording

if TYPE_CHECKING:
    from typing import Any, Literal, TypeAlias

Completed: TypeAlias = """Literal[
    "", "record", "place", "source", "name", "brief", "kind", "form", "topic", "facet",
    "happening", "figure", "file", "folder"
]"""
"""What a shell offers for an argument: ids, ids with figures and sections, source ids, names,
narratives, kinds as ``list`` names them, kinds of files, what there is help on, values of the
facet that the argument is named for, types of happenings, ids with figures, files, folders, or
nothing but ``choices``."""

Group: TypeAlias = 'Literal["look up", "browse", "files", "edit", "serve", "self", "hidden"]'
"""Under which head the help names a command; ``hidden``: under none, it is for programs."""

OverSSH: TypeAlias = 'Literal["", "at once", "apart"]'
"""Whether readers at a distance may ask for a command, and how the server answers: at once, or in
a process apart, because it takes so long that others would wait. Empty: it is not to be had."""


class UsageError(ValueError):
    """A word of the command line that cannot be meant: what is wrong with it, in both languages."""

    def __init__(self, said: Wording) -> None:
        super().__init__(said.en)
        self.said = said


class Argument(NamedTuple):
    """An argument as argparse takes it. ``names``: flags (``--limit``), or one name of a place;
    ``convert`` reads the word and raises ``UsageError``; ``switch``: a flag without a value;
    ``many``: a flag that may be given again, so that its value is the list of all; ``local``: it
    reaches files or programs of the machine, so that nobody at a distance may give it."""

    names: tuple[str, ...]
    help: Wording
    metavar: str = ""
    convert: Callable[[str], object] | None = None
    default: object = None
    nargs: Literal["", "?", "+", "*"] = ""
    switch: bool = False
    choices: tuple[str, ...] = ()
    complete: Completed = ""
    many: bool = False
    local: bool = False

    @property
    def is_flag(self) -> bool:
        """Whether it is named on the command line."""
        return self.names[0].startswith("-")

    @property
    def field(self) -> str:
        """Under which name commands read it."""
        return self.names[0].lstrip("-").replace("-", "_")


class Example(NamedTuple):
    """A command line and what it gives."""

    line: str
    gives: Wording


class Command(NamedTuple):
    """``run``: (store, options, settings) to an exit code; where no compiled briefing is needed
    (``needs_store`` false): (options, settings). ``details``: what the help says beyond ``help``,
    a paragraph each."""

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
    """What a command line said: an attribute for each argument of its command."""

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
