"""The commands: the source of key bindings, key bar, help, palette and config keys. No Textual."""

from __future__ import annotations

from tui.app.key_command import KeyCommand
from tui.text.language import Wording


def _same(text: str) -> Wording:
    return Wording(text, text)


COMMANDS: tuple[KeyCommand, ...] = (
    KeyCommand(
        "enter",
        ("enter",),
        Wording("回车", "Enter"),
        Wording("打开记录、链接或引文", "open the record, link or citation"),
        Wording("打开", "open"),
    ),
    KeyCommand(
        "go_back",
        ("escape", "backspace", "left_square_bracket"),
        _same("Esc ["),
        Wording("返回（也可用Backspace）", "go back (also Backspace)"),
        Wording("返回", "back"),
    ),
    KeyCommand("down", ("down", "j"), Wording("↓ j", "↓ j"), Wording("下移", "down")),
    KeyCommand("up", ("up", "k"), Wording("↑ k", "↑ k"), Wording("上移", "up")),
    KeyCommand(
        "inward", ("right", "l"), _same("→ l"), Wording("到右侧面板", "to the panel on the right")
    ),
    KeyCommand(
        "outward",
        ("left", "h"),
        _same("← h"),
        Wording("到左侧面板或栏目", "to the panel on the left, or the sections"),
        Wording("栏目", "sections"),
    ),
    KeyCommand(
        "next_link",
        ("tab", "n"),
        _same("Tab n"),
        Wording("下一个链接或引文", "next link or citation"),
    ),
    KeyCommand(
        "previous_link",
        ("shift+tab", "N"),
        _same("S-Tab N"),
        Wording("上一个链接或引文", "previous link or citation"),
    ),
    KeyCommand(
        "show_hints",
        ("g",),
        _same("g"),
        Wording(
            "用字母打开链接，用编号打开引文",
            "open a link by letters, a citation by number",
        ),
        Wording("链接", "links"),
    ),
    KeyCommand(
        "page_down",
        ("pagedown", "space", "ctrl+f"),
        Wording("空格", "Space"),
        Wording("向下翻页", "page down"),
    ),
    KeyCommand("page_up", ("pageup", "b", "ctrl+b"), _same("b"), Wording("向上翻页", "page up")),
    KeyCommand(
        "half_page_down", ("ctrl+d",), _same("Ctrl+D"), Wording("向下翻半页", "half a page down")
    ),
    KeyCommand(
        "half_page_up", ("ctrl+u",), _same("Ctrl+U"), Wording("向上翻半页", "half a page up")
    ),
    KeyCommand(
        "first",
        ("home",),
        _same("Home"),
        Wording("到开头（也可用gg）", "to the start (also gg)"),
    ),
    KeyCommand("last", ("end", "G"), _same("End G"), Wording("到末尾", "to the end")),
    KeyCommand(
        "open_search",
        ("slash",),
        _same("/"),
        Wording("搜索（首条结果上按↑：以前的查询）", "search (↑ at the top: earlier queries)"),
        Wording("搜索", "search"),
        in_palette=True,
    ),
    KeyCommand(
        "change_order",
        ("s",),
        _same("s"),
        Wording("排序：重要性、日期、数值、拼音", "sort: importance, date, value, name"),
        Wording("排序", "sort"),
        in_palette=True,
    ),
    KeyCommand(
        "reverse_order", ("r",), _same("r"), Wording("倒序", "reverse the order"), in_palette=True
    ),
    KeyCommand(
        "narrow",
        ("t",),
        _same("t"),
        Wording("键入文字筛选列表", "filter the list by text"),
        in_palette=True,
    ),
    KeyCommand(
        "choose_facets",
        ("F",),
        _same("F"),
        Wording("筛选：层级、主题、来源等", "filter: level, subject, source, etc."),
        Wording("筛选", "filter"),
        in_palette=True,
    ),
    KeyCommand(
        "clear_filters",
        ("x",),
        _same("x"),
        Wording("清除全部筛选和标记", "clear all filters and marks"),
        in_palette=True,
    ),
    KeyCommand(
        "mark",
        ("c",),
        _same("c"),
        Wording("标记这一条以便对比或导出", "mark this record, to compare or export it"),
        Wording("标记", "mark"),
        in_palette=True,
    ),
    KeyCommand(
        "open_comparison",
        ("v",),
        _same("v"),
        Wording("对比已标记（或易混）的记录", "compare marked (or easily confused) records"),
        in_palette=True,
    ),
    KeyCommand(
        "open_short_briefs",
        ("B",),
        _same("B"),
        Wording("按主题看简报（约两页）", "briefs by subject, about 2 pages"),
        Wording("专题", "briefs"),
        in_palette=True,
    ),
    KeyCommand("open_timeline", ("T",), _same("T"), Wording("大事记", "timeline"), in_palette=True),
    KeyCommand(
        "zoom",
        ("z",),
        _same("z"),
        Wording("最大化当前面板，或恢复", "zoom the panel, or restore it"),
        Wording("最大化", "zoom"),
        in_palette=True,
    ),
    KeyCommand(
        "fold_sections",
        ("Z",),
        _same("Z"),
        Wording("折叠各部分", "fold the sections"),
        in_palette=True,
    ),
    KeyCommand(
        "open_palette",
        ("colon", "p", "ctrl+p"),
        _same(": p"),
        Wording("命令面板（也可用Ctrl+P）", "palette of commands (also Ctrl+P)"),
        Wording("命令", "commands"),
    ),
    KeyCommand(
        "change_language",
        ("L",),
        _same("L"),
        Wording("切换语言（英文）", "change the language (to Chinese)"),
        Wording("English", "中文"),
        in_palette=True,
    ),
    KeyCommand(
        "open_disagreement",
        ("d",),
        _same("d"),
        Wording("查看这条记录的分歧", "show the dispute about this record"),
        Wording("分歧", "dispute"),
        in_palette=True,
    ),
    KeyCommand(
        "toggle_forecasts",
        ("f",),
        _same("f"),
        Wording("隐藏或显示预测", "hide or show forecasts"),
        in_palette=True,
    ),
    KeyCommand(
        "copy",
        ("y",),
        _same("y"),
        Wording("复制数字或引文及出处", "copy the figure or quote with its source"),
        Wording("复制", "copy"),
        in_palette=True,
    ),
    KeyCommand(
        "toggle_pin",
        ("m",),
        _same("m"),
        Wording("收藏或取消收藏这一条", "pin or unpin this record"),
        in_palette=True,
    ),
    KeyCommand(
        "write_note",
        ("e",),
        _same("e"),
        Wording("为这一条写笔记", "write a note on this record"),
        in_palette=True,
    ),
    KeyCommand("open_pins", ("M",), _same("M"), Wording("查看收藏", "show pins"), in_palette=True),
    KeyCommand(
        "export",
        ("S",),
        _same("S"),
        Wording("导出到文件：页面、列表或已标记的记录", "export page, list or marked records"),
        Wording("导出", "export"),
        in_palette=True,
    ),
    KeyCommand(
        "export_pins",
        ("X",),
        _same("X"),
        Wording("把收藏导出为Markdown文件", "export the pins to a Markdown file"),
        in_palette=True,
    ),
    KeyCommand(
        "go_forward",
        ("w", "right_square_bracket"),
        _same("w ]"),
        Wording("前进", "go forward"),
        in_palette=True,
    ),
    KeyCommand(
        "go_to_overview",
        ("o",),
        _same("o"),
        Wording("回到概览", "go to the overview"),
        in_palette=True,
    ),
    KeyCommand(
        "change_theme",
        ("C",),
        _same("C"),
        Wording("选择配色（可预览）", "choose a color theme, with preview"),
        in_palette=True,
    ),
    KeyCommand("close_notice", ("H",), _same("H"), Wording("关闭提示", "close the notice")),
    KeyCommand(
        "open_problems",
        ("E",),
        _same("E"),
        Wording("查看内容错误（需--watch）", "show content errors (with --watch)"),
    ),
    KeyCommand(
        "open_help",
        ("question_mark", "f1"),
        _same("?"),
        Wording("帮助（也可用F1）", "help (also F1)"),
        Wording("帮助", "help"),
        in_palette=True,
    ),
    KeyCommand(
        "leave",
        ("q", "ctrl+c"),
        _same("q"),
        Wording("退出", "quit"),
        Wording("退出", "quit"),
        in_palette=True,
    ),
)

DIGITS = KeyCommand(
    "go_to_section",
    tuple("0123456789"),
    _same("1 2 …"),
    Wording("到该编号的栏目（可键入两位）", "go to the section of that number, also of two digits"),
)

SUSPEND = KeyCommand(
    "suspend",
    ("ctrl+z",),
    _same("Ctrl+Z"),
    Wording("挂起（用fg命令恢复）", "suspend (the command fg resumes)"),
)

CURSOR_COMMANDS = (
    "down", "up", "page_down", "page_up", "half_page_down", "half_page_up", "first", "last",
)  # fmt: skip
"""Commands that move the cursor of the focused panel."""
