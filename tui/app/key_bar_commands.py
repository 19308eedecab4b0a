"""The commands of the key bar: what is shown of them in a given width."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tui.app.commands import COMMANDS
from tui.app.key_command import KeyCommand
from tui.text.language import Wording

OPEN_DISPUTE = "open_disagreement"
"""Last, because its title says which dispute, so that the other keys stay in their places; its
place is empty where the sources do not disagree."""
DISPUTE_WIDTH = 10
"""Cells that a wide bar keeps for the title of the dispute that the page is about."""
BAR_GROUPS = (
    ("enter", "go_back", "outward", "show_hints"),
    ("open_search", "choose_facets", "change_order", "mark", "copy", "export", "open_short_briefs"),
    ("zoom", "open_palette", "change_language", "open_help", "leave"),
    (OPEN_DISPUTE,),
)
"""Actions by what they are for, in the order of the key bar."""
_LAST_TO_GO = ("open_help", "leave", "go_back", "open_palette")
_ON_LIST = (
    *_LAST_TO_GO, "enter", "open_search", "choose_facets", "change_order", "mark", OPEN_DISPUTE,
    "change_language", "open_short_briefs", "export", "copy", "zoom", "show_hints", "outward",
)  # fmt: skip
"""The same actions: a narrow bar shows the first of them."""
_ON_PAGE = (
    *_LAST_TO_GO, OPEN_DISPUTE, "open_search", "show_hints", "copy", "enter", "zoom",
    "change_language", "export", "open_short_briefs", "outward", "choose_facets", "change_order",
)  # fmt: skip
"""The most useful ones on a page first."""
BARE_WIDTH = 60
"""Cells below which the keys of ``BARE`` have no titles."""
BARE = ("open_palette", "open_help", "leave")
_TYPING = {
    "search": (("enter", Wording("打开", "open")), ("go_back", Wording("返回", "back"))),
    "narrow": (("enter", Wording("应用", "apply")), ("go_back", Wording("清除", "clear"))),
}
_CHOOSE = KeyCommand(
    "", (), Wording("↑↓", "↑↓"), Wording("选择", "choose"), Wording("选择", "choose")
)
_TYPE = KeyCommand("", (), Wording("键入", "Type"), Wording("键入", "type"))
_TYPED = {
    "search": Wording("搜索词", "a query"),
    "narrow": Wording("文字", "words"),
}
_EARLIER = KeyCommand(
    "", (), Wording("首条↑", "↑"), Wording("以前的查询", "on the first: earlier query"),
    Wording("以前的查询", "on the first: earlier query"),
)  # fmt: skip
PALETTE_WHILE_TYPING = KeyCommand(
    "open_palette", ("ctrl+p",), Wording("Ctrl+P", "Ctrl+P"), Wording("命令面板", "commands"),
    Wording("命令", "commands"),
)  # fmt: skip
"""The key of the command palette that is not text."""
_ALONG = KeyCommand(
    "", (), Wording("←→", "←→"), Wording("栏目", "section"), Wording("栏目", "section")
)
_TO_PAGE = Wording("页面", "page")
SELECT_LINK = Wording("选择", "link")
"""What Enter does on a page without a selected link; as wide as the title of the command."""
RESTORE = Wording("还原", "restore")
"""What the key of zoom does to a zoomed panel."""
_OF_BAR = ("enter", "go_back", "open_search", "open_palette", "open_help", "leave")


def panel_groups(panel: str) -> list[list[KeyCommand]]:
    """Return the commands of an input box, which takes all other keys as text, or of the section
    bar; nothing for other panels."""
    by_action = {command.action: command for command in COMMANDS}
    if panel in _TYPING:
        keys = [by_action[action]._replace(bar=title) for action, title in _TYPING[panel]]
        page = by_action["next_link"]._replace(bar=_TO_PAGE)
        typed = _TYPE._replace(bar=_TYPED[panel])
        earlier = [[_EARLIER]] if panel == "search" else []
        return [[typed], [*keys, _CHOOSE, page], [PALETTE_WHILE_TYPING], *earlier]
    if panel == "sections":
        commands = [by_action[action] for action in _OF_BAR]
        return [[_ALONG, *commands[:2]], commands[2:4], commands[4:]]
    return []


def bar_commands(
    *,
    on_page: bool = False,
    on_overview: bool = False,
    narrow: bool = False,
    alone: bool = False,
) -> list[KeyCommand]:
    """Return the commands of the key bar, the most useful first; ``on_page``: on a page;
    ``on_overview``: on the one where a link is always selected, and no page is before it;
    ``narrow``: without room for more than the search and the links; ``alone``: of a zoomed
    panel, with the key that restores the others."""
    by_action = {command.action: command for command in COMMANDS}
    order = _ON_PAGE if on_page else _ON_LIST
    if alone:
        order = tuple(dict.fromkeys((*_LAST_TO_GO, "zoom", *order)))
    if narrow:
        links = ("show_hints",) if on_page else ()
        order = tuple(dict.fromkeys((*_LAST_TO_GO, "open_search", *links, *order)))
    if on_overview and narrow:
        order = tuple(dict.fromkeys((*BARE, "enter", "open_search", *order)))
    elif on_overview:
        order = tuple(dict.fromkeys(("open_help", "leave", "enter", "open_palette", *order)))
    return [by_action[action] for action in order]


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
