"""The commands of the review: the source of its key bindings, key bar and help. No Textual."""

from __future__ import annotations

from tui.app.commands import COMMANDS
from tui.app.key_command import KeyCommand
from tui.text.language import Wording


def _key(name: str, key: str, zh: str, en: str, bar: Wording | None = None) -> KeyCommand:
    return KeyCommand(name, (key,), Wording(key, key), Wording(zh, en), bar)


_OWN = (
    _key("add", "a", "写入所示的记录", "add to the record that is shown", Wording("采用", "add")),
    _key("move", "m", "改选另一条记录，或新建", "choose another record, or make one",
         Wording("改选", "move")),
    _key("reject", "n", "不是数字，或不采用（须填理由）", "not a figure, or not wanted (asks why)",
         Wording("不采用", "no figure")),
    _key("reject_alike", "N", "同类各项都不采用（须填理由）", "reject all of this kind (asks why)"),
    _key("skip", "s", "搁置", "set aside", Wording("搁置", "skip")),
    _key("edit", "e", "在编辑器中打开（$EDITOR）", "open in $EDITOR at the line",
         Wording("编辑", "edit")),
    _key("undo", "u", "撤销上一步", "undo the last step", Wording("撤销", "undo")),
    _key("reopen", "r", "恢复为未决，取回写入的内容",
         "make it undecided again, take back what was written"),
    _key("set_period", "p", "指定时期", "set the period"),
    _key("set_value", "v", "指定数值与单位", "set value and unit"),
    _key("name_via", "c", "写明转引自谁", "name whose figure it is"),
    _key("write_gloss", "g", "填写引文的英译", "write the quote in English"),
    _key("toggle_open", "o", "只列未决，或全部", "list undecided ones only, or all",
         Wording("只列未决", "only open")),
    KeyCommand("next_panel", ("tab", "right", "l"), Wording("Tab →", "Tab →"),
               Wording("下一个面板", "next panel"), Wording("面板", "panel")),
    KeyCommand("previous_panel", ("shift+tab", "left", "h"), Wording("S-Tab ←", "S-Tab ←"),
               Wording("上一个面板", "previous panel")),
)  # fmt: skip
HOMES = KeyCommand(
    "choose_home",
    tuple("123"),
    Wording("1–3", "1–3"),
    Wording("选择可能的归属", "choose one of the likely records"),
)
_SHARED_TITLES = {
    "open_search": Wording("按文字筛选队列", "filter the queue by text"),
    "go_back": Wording("清除筛选，回到队列", "clear the filter, back to the queue"),
}
_SHARED = ("open_search", "go_back", "zoom", "change_language", "open_help", "leave")
"""Commands of the main screen that have a function here, with their keys there."""

REVIEW_COMMANDS: tuple[KeyCommand, ...] = (
    *_OWN,
    *(
        command._replace(title=_SHARED_TITLES.get(command.action, command.title))
        for command in COMMANDS
        if command.action in _SHARED
    ),
)

BAR_GROUPS = (
    ("add", "move", "reject", "skip"),
    ("edit", "undo"),
    ("next_panel", "toggle_open", "open_search"),
    ("open_help", "leave"),
)
BY_USE = (
    "open_help",
    "add",
    "move",
    "reject",
    "skip",
    "next_panel",
    "leave",
    "edit",
    "undo",
    "toggle_open",
    "open_search",
)
"""The same actions, the most useful first: a narrow bar shows the first of them."""
HELP_GROUPS = (
    (
        Wording("决定", "Decide"),
        ("add", "move", "choose_home", "set_period", "set_value", "write_gloss", "name_via",
         "reject", "reject_alike", "skip", "reopen", "undo", "edit"),
    ),
    (
        Wording("浏览", "Browse"),
        ("down", "up", "page_down", "page_up", "first", "last", "next_panel", "previous_panel",
         "open_search", "toggle_open", "go_back"),
    ),
    (Wording("显示与退出", "View and leave"),
     ("zoom", "change_language", "open_help", "leave", "suspend")),
)  # fmt: skip
