"""The commands of the key bar: what is shown of them in a given width."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tui.app.browse.view_state import DigitUse
from tui.app.commands import COMMANDS, DIGITS, KeyCommand
from tui.text.language import Wording

BAR_GROUPS = (
    ("enter", "go_back", "outward", "open_disagreement", DIGITS.action, "next_link"),
    ("open_search", "choose_facets", "change_order", "mark"),
    ("copy", "export"),
    ("zoom", "open_palette", "change_language"),
    ("open_help", "leave"),
)
"""Actions by what they are for, in the order of the key bar."""
_BY_USE = (
    "open_help",  # leads to all others, so that it is always shown
    "go_back",
    "enter",
    "open_search",
    "open_palette",
    "open_disagreement",
    "choose_facets",
    "change_order",
    "leave",
    "zoom",
    "change_language",
    "next_link",
    DIGITS.action,
    "mark",
    "copy",
    "export",
    "outward",
)
"""The same actions, the most useful first: a narrow bar shows the first of them."""
_ON_PAGE = (
    "open_help", "go_back", "enter", "open_disagreement", "open_search", "copy", "next_link",
    "open_palette", "leave",
)  # fmt: skip
"""The most useful ones on a page."""
_ON_PAGE_OF_SECTIONS = (
    "open_help", "enter", "go_back", "open_search", "open_palette", "leave", "change_language",
    DIGITS.action,
)  # fmt: skip
"""The most useful ones on a page where digits go to sections."""
_SECTIONS = Wording("栏目", "sections")
_CITATION = Wording("引文", "citation")
_CITATIONS = Wording("引文", "citations")
DIGITS_WIDTH = {"zh": 8, "en": 13}
"""Cells of “1–99” and its title, whatever digits open: the next keys stay in their places."""
OPEN_DISPUTE = "open_disagreement"
"""Muted where the sources do not disagree, so that the other keys stay in their places."""
_TYPING = {
    "search": (("enter", Wording("打开", "open")), ("go_back", Wording("返回", "back"))),
    "narrow": (("enter", Wording("应用", "apply")), ("go_back", Wording("清除", "clear"))),
}
_CHOOSE = KeyCommand(
    "", (), Wording("↑↓", "↑↓"), Wording("选择", "choose"), Wording("选择", "choose")
)
_ALONG = KeyCommand(
    "", (), Wording("←→", "←→"), Wording("栏目", "section"), Wording("栏目", "section")
)
_OF_BAR = ("enter", "go_back", "open_search", "open_palette", "open_help", "leave")


def panel_groups(panel: str) -> list[list[KeyCommand]]:
    """Return the commands of an input box, which takes all other keys as text, or of the section
    bar; nothing for other panels."""
    by_action = {command.action: command for command in COMMANDS}
    if panel in _TYPING:
        keys = [by_action[action]._replace(bar=title) for action, title in _TYPING[panel]]
        return [[*keys, _CHOOSE]]
    if panel == "sections":
        commands = [by_action[action] for action in _OF_BAR]
        return [[_ALONG, *commands[:2]], commands[2:4], commands[4:]]
    return []


def bar_commands(
    digits: DigitUse = DigitUse(),  # noqa: B008 - immutable
    *,
    on_page: bool = False,
) -> list[KeyCommand]:
    """Return the commands of the key bar, the most useful first; ``on_page``: on a page;
    ``digits``: what these open."""
    in_bar = {command.action: command for command in COMMANDS if command.bar}
    if count := digits.citations or digits.sections:
        keys = f"1–{count}" if count > 1 else "1"
        title = _SECTIONS
        if digits.citations:
            title = _CITATIONS if count > 1 else _CITATION
        in_bar[DIGITS.action] = DIGITS._replace(shown=Wording(keys, keys), bar=title)
    first = _ON_PAGE_OF_SECTIONS if digits.sections else _ON_PAGE
    order = dict.fromkeys((*first, *_BY_USE)) if on_page else _BY_USE
    return [in_bar[action] for action in order if action in in_bar]


def fitting_groups(
    commands: Sequence[KeyCommand],
    grouping: Sequence[tuple[str, ...]],
    width_of: Callable[[KeyCommand], int],
    width: int,
) -> list[list[KeyCommand]]:
    """Return the groups of commands that fit into ``width`` cells, one cell between two groups.

    ``commands``: the most useful first; ``grouping``: the actions of each group; ``width_of``:
    returns the cells of a command. The first command that does not fit ends the choice, so that a
    rare command never takes the place of a more useful one.
    """
    chosen: dict[str, KeyCommand] = {}
    room = width
    for command in commands:
        group = next(group for group in grouping if command.action in group)
        is_first_of_group = bool(chosen) and not set(group) & set(chosen)
        room -= width_of(command) + is_first_of_group
        if room < 0:
            break
        chosen[command.action] = command
    groups = ([chosen[action] for action in group if action in chosen] for group in grouping)
    return [group for group in groups if group]
