"""The commands grouped by task, for the help."""

from __future__ import annotations

from tui.text.language import Wording

HELP_GROUPS: tuple[tuple[Wording, tuple[str, ...]], ...] = (
    (
        Wording("浏览", "Browse"),
        (
            "down", "up", "page_down", "page_up", "first", "last", "enter", "go_back",
            "go_forward", "inward", "outward", "next_link", "previous_link", "show_hints",
            "go_to_overview", "open_timeline",
        ),
    ),
    (
        Wording("查找", "Look up"),
        ("open_search", "open_palette", "narrow", "choose_facets", "clear_filters", "change_order"),
    ),
    (
        Wording("核对出处", "Check the evidence"),
        ("open_citation", "open_disagreement", "toggle_forecasts"),
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
