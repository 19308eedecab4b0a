"""The one registry of commands: keys, key bar and help are made from it. Nothing of Textual is
imported here: the command line names actions and keys too."""

from __future__ import annotations

from typing import NamedTuple

from tui.text.language import Wording


class KeyCommand(NamedTuple):
    """``action``: the method of the screen that does it, without ``action_``; ``keys``: as
    Textual names them; ``shown``: how a person calls the key; ``bar``: a short title if the key
    bar names it."""

    action: str
    keys: tuple[str, ...]
    shown: Wording
    title: Wording
    bar: Wording | None = None
    offered: bool = False
    """Whether the command palette offers it: what moves a cursor it does not."""


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
        ("escape", "backspace"),
        _same("Esc"),
        Wording("返回（也可用Backspace）", "back (Backspace too)"),
        Wording("返回", "back"),
    ),
    KeyCommand(
        "go_forward",
        ("w", "right_square_bracket"),
        _same("w ]"),
        Wording("前进（撤销返回）", "forward again, after back"),
        offered=True,
    ),
    KeyCommand("down", ("down", "j"), Wording("↓ j", "↓ j"), Wording("下移", "down")),
    KeyCommand("up", ("up", "k"), Wording("↑ k", "↑ k"), Wording("上移", "up")),
    KeyCommand(
        "inward",
        ("right",),
        _same("→"),
        Wording("到右边的面板", "to the panel on the right"),
    ),
    KeyCommand(
        "outward",
        ("left",),
        _same("←"),
        Wording("到左边的面板，直至栏目", "to the panel on the left, and to the sections"),
        Wording("栏目", "sections"),
    ),
    KeyCommand(
        "next_link",
        ("tab", "n"),
        _same("Tab n"),
        Wording("下一个链接或引文", "next link or citation"),
        Wording("链接", "links"),
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
        Wording("按字母打开屏上的链接", "go to a link on the screen by a letter"),
    ),
    KeyCommand(
        "page_down",
        ("pagedown", "space"),
        Wording("空格", "Space"),
        Wording("下一屏", "a screen down"),
    ),
    KeyCommand("page_up", ("pageup", "b"), _same("b"), Wording("上一屏", "a screen up")),
    KeyCommand("first", ("home",), _same("Home"), Wording("到开头", "to the beginning")),
    KeyCommand("last", ("end",), _same("End"), Wording("到末尾", "to the end")),
    KeyCommand(
        "open_search",
        ("slash",),
        _same("/"),
        Wording("搜索", "search"),
        Wording("搜索", "search"),
        offered=True,
    ),
    KeyCommand(
        "change_order",
        ("s",),
        _same("s"),
        Wording("排序：重要性、日期、数值、拼音", "sort: importance, date, value, name"),
        Wording("排序", "sort"),
        offered=True,
    ),
    KeyCommand(
        "narrow",
        ("t",),
        _same("t"),
        Wording("在列表里键入以缩小范围", "type to narrow the list"),
        offered=True,
    ),
    KeyCommand(
        "choose_facets",
        ("F",),
        _same("F"),
        Wording("筛选：层级、主题、来源等", "filter: level, subject, source and so on"),
        Wording("筛选", "filter"),
        offered=True,
    ),
    KeyCommand(
        "clear_filters",
        ("x",),
        _same("x"),
        Wording("取消全部筛选和标记", "take away all filters and marks"),
        offered=True,
    ),
    KeyCommand(
        "mark",
        ("c",),
        _same("c"),
        Wording("标记这一条，以便对比", "mark this one for a comparison"),
        offered=True,
    ),
    KeyCommand(
        "open_comparison",
        ("v",),
        _same("v"),
        Wording("并列对比标记的（或易混的）", "compare what is marked, or easily confused"),
        offered=True,
    ),
    KeyCommand(
        "open_timeline",
        ("T",),
        _same("T"),
        Wording("大事记", "timeline"),
        offered=True,
    ),
    KeyCommand(
        "zoom",
        ("z",),
        _same("z"),
        Wording("只看这一面板，或恢复", "this panel alone, or all of them"),
        offered=True,
    ),
    KeyCommand(
        "open_palette",
        ("colon", "p"),
        _same(": p"),
        Wording("命令面板：命令、栏目、记录", "palette: commands, sections, records"),
    ),
    KeyCommand(
        "change_language",
        ("l",),
        _same("l"),
        Wording("换语言（换成英文）", "change the language (to Chinese)"),
        Wording("English", "中文"),
        offered=True,
    ),
    KeyCommand(
        "open_disagreement",
        ("d",),
        _same("d"),
        Wording("看来源在此处的分歧", "see how the sources disagree here"),
        offered=True,
    ),
    KeyCommand(
        "toggle_forecasts",
        ("f",),
        _same("f"),
        Wording("隐藏或显示预测", "hide or show forecasts"),
        offered=True,
    ),
    KeyCommand(
        "copy",
        ("y",),
        _same("y"),
        Wording("复制数字或引文，带出处", "copy the figure or quote, with its source"),
        offered=True,
    ),
    KeyCommand(
        "toggle_pin",
        ("m",),
        _same("m"),
        Wording("收藏这一条，再按取消", "pin this record, or unpin it"),
        offered=True,
    ),
    KeyCommand(
        "write_note",
        ("e",),
        _same("e"),
        Wording("给这一条写一句笔记", "write a note on this record"),
        offered=True,
    ),
    KeyCommand(
        "open_pins",
        ("M",),
        _same("M"),
        Wording("看收藏", "see your pins"),
        offered=True,
    ),
    KeyCommand(
        "export_pins",
        ("X",),
        _same("X"),
        Wording("把收藏存为Markdown文件", "write the pins to a Markdown file"),
        offered=True,
    ),
    KeyCommand(
        "go_to_overview",
        ("o",),
        _same("o"),
        Wording("回到概览", "to the overview"),
        offered=True,
    ),
    KeyCommand(
        "change_theme",
        ("C",),
        _same("C"),
        Wording("换配色：自动、深底、浅底、无色", "change the colours: auto, dark, light, none"),
        offered=True,
    ),
    KeyCommand(
        "close_notice",
        ("H",),
        _same("H"),
        Wording("收起提示", "close the notice"),
    ),
    KeyCommand(
        "open_problems",
        ("E",),
        _same("E"),
        Wording("看内容中的错误（用--watch时）", "see mistakes in the content (with --watch)"),
    ),
    KeyCommand(
        "open_help",
        ("question_mark",),
        _same("?"),
        Wording("帮助", "help"),
        Wording("帮助", "help"),
        offered=True,
    ),
    KeyCommand(
        "leave",
        ("q", "ctrl+c"),
        _same("q"),
        Wording("退出", "quit"),
        Wording("退出", "quit"),
        offered=True,
    ),
)

DIGITS = KeyCommand(
    "open_citation",
    tuple("0123456789"),
    _same("1–99"),
    Wording("看该编号的引文", "see the citation of that number"),
)


_BAR_ORDER = (
    "enter",
    "go_back",
    "open_search",
    "change_language",
    "open_help",
    "leave",
    "outward",
    "next_link",
    "choose_facets",
    "change_order",
)
"""A narrow key bar names the first of these."""


def bar_commands() -> list[KeyCommand]:
    """The commands that the key bar names, the most useful first."""
    named = {command.action: command for command in COMMANDS if command.bar}
    return [named[action] for action in _BAR_ORDER]
