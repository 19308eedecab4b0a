"""The commands of the help: those of a panel, those to begin with, and all of them by task."""

from __future__ import annotations

from tui.app.browse.location import OVERVIEW, PAGES, has_facets, has_order
from tui.text.language import Wording

HELP_GROUPS: tuple[tuple[Wording, tuple[str, ...]], ...] = (
    (
        Wording("浏览", "Browse"),
        (
            "down", "up", "page_down", "page_up", "half_page_down", "half_page_up", "first",
            "last", "go_to_section", "enter", "go_back", "go_forward", "inward", "outward",
            "show_hints", "next_link", "previous_link", "go_to_overview", "open_short_briefs",
            "open_timeline",
        ),
    ),
    (
        Wording("查找", "Look up"),
        ("open_search", "open_palette", "narrow", "choose_facets", "clear_filters", "change_order",
         "reverse_order"),
    ),
    (
        Wording("核对出处", "Check the evidence"),
        ("open_disagreement", "toggle_forecasts"),
    ),
    (Wording("对比", "Compare"), ("mark", "open_comparison")),
    (
        Wording("收藏、复制与导出", "Keep, copy and export"),
        ("copy", "export", "toggle_pin", "write_note", "open_pins", "export_pins"),
    ),
    (
        Wording("显示", "View"),
        ("zoom", "fold_sections", "change_language", "change_theme", "close_notice",
         "open_problems"),
    ),
    (Wording("帮助与退出", "Help and leave"), ("open_help", "leave", "suspend")),
)  # fmt: skip
"""Title and actions of each group."""

TO_BEGIN = (
    "enter", "go_back", "go_to_section", "open_search", "open_palette", "show_hints",
    "open_disagreement", "copy", "export", "leave",
)  # fmt: skip
"""Ten commands that a new reader needs."""
_OF_PANEL = {
    "list": (
        "down", "up", "enter", "narrow", "choose_facets", "change_order", "reverse_order", "mark",
        "open_comparison",
        "copy", "toggle_pin", "open_short_briefs", "inward",
    ),
    "page": (
        "page_down", "page_up", "show_hints", "next_link", "previous_link", "enter",
        "open_disagreement", "fold_sections", "choose_facets", "copy", "toggle_pin",
        "open_short_briefs", "outward",
    ),
    "sections": ("outward", "inward", "go_to_section", "down", "enter"),
}  # fmt: skip


def keys_here(panel: str, section: str) -> tuple[str, ...]:
    """Return the commands that do something in a panel of a section; in an input box those of the
    list below it."""
    unavailable = {
        *(() if has_order(section) else ("narrow", "change_order", "reverse_order", "mark")),
        *(() if has_facets(section) else ("choose_facets",)),
        *(("fold_sections",) if section == OVERVIEW else ()),
        *(("open_comparison",) if section in PAGES else ()),
    }
    if panel == "page" and section not in PAGES:
        unavailable.add("choose_facets")  # filters the list beside the page
    actions = _OF_PANEL.get(panel, _OF_PANEL["list"])
    return tuple(action for action in actions if action not in unavailable)
