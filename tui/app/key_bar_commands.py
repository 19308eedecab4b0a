"""The commands of the key bar, in order."""

from __future__ import annotations

from tui.app.commands import COMMANDS, KeyCommand

BAR_ORDER = (
    "enter",
    "go_back",
    "open_search",
    "zoom",
    "change_language",
    "open_help",
    "leave",
    "outward",
    "next_link",
    "choose_facets",
    "change_order",
    "export",
)
"""Actions in the order of the key bar; a narrow one shows the first of them."""


def bar_commands() -> list[KeyCommand]:
    """Return the commands of the key bar, the most useful first."""
    in_bar = {command.action: command for command in COMMANDS if command.bar}
    return [in_bar[action] for action in BAR_ORDER]
