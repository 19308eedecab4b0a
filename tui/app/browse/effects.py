"""Actions beyond the panels that a command asks the screen for: dialogs, clipboard, theme, exit."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias

from tui.app.browse.location import Location
from tui.config import Theme
from tui.fast_namedtuple import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from tui.app.browse.sources.dispute_choices import DisputeChoice
    from tui.app.browse.sources.export_choices import ExportChoice
    from tui.diagnostics import Problem
    from tui.text.language import Wording


class MoveLink(NamedTuple):
    """Select the link of the page that is ``steps`` further."""

    steps: int


class ShowLinkHints(NamedTuple):
    """Label the visible links with letters. ``messages``: for the key bar, by whether a link is
    visible, which depends on the layout, and whether the page has citations."""

    messages: Mapping[tuple[bool, bool], Wording]


class OpenPalette(NamedTuple):
    """Open the command palette. ``without_effect``: the commands that can do nothing here;
    ``only``: the kind of entries that it lists, empty for all; ``chosen``: the entry under the
    cursor at first."""

    without_effect: frozenset[str] = frozenset()
    only: str = ""
    chosen: str = ""


class ChooseDispute(NamedTuple):
    """Let the user choose one of several disputes. ``first``: the number of the one under the
    cursor at first."""

    disputes: Sequence[DisputeChoice]
    first: int = 0


class OpenFilters(NamedTuple):
    """Open the filter dialog for the list, or the timeline, of a location."""

    location: Location


class OpenHelp(NamedTuple):
    """Open the help. ``here``: the commands that it lists first; ``omitted``: those it omits."""

    here: tuple[str, ...] = ()
    omitted: tuple[str, ...] = ()


class OpenProblems(NamedTuple):
    """Open the list of content problems."""

    problems: Sequence[Problem]


class CopyText(NamedTuple):
    """Write ``sequence``, which copies a text, to the terminal."""

    sequence: str


class ShowCopiedText(NamedTuple):
    """Write ``sequence`` to the terminal, if there is one, and show the text on the full screen."""

    title: str
    text: str
    hint: str
    sequence: str


class AskForLine(NamedTuple):
    """Ask for one line of text. ``check`` returns why an entered text is refused, empty where it is
    accepted; ``on_enter`` is then called with it. ``keep`` is called with the text that is left
    unfinished, with an empty one if the user cancels."""

    title: str
    hint: str
    text: str
    on_enter: Callable[[str], None]
    check: Callable[[str], str] = lambda _: ""
    keep: Callable[[str], None] = lambda _: None
    selected: bool = False


class OpenExport(NamedTuple):
    """Open the export dialog. ``choices``: what can be exported; ``first``: the number of the one
    that is chosen at first."""

    choices: Sequence[ExportChoice]
    first: int = 0


class UseTheme(NamedTuple):
    """Switch the theme."""

    theme: Theme


class Leave(NamedTuple):
    """Exit the app."""


Effect: TypeAlias = (
    MoveLink
    | ShowLinkHints
    | OpenPalette
    | ChooseDispute
    | OpenFilters
    | OpenHelp
    | OpenProblems
    | CopyText
    | ShowCopiedText
    | AskForLine
    | OpenExport
    | UseTheme
    | Leave
)
