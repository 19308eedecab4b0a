"""Messages and labels of the command palette, the filter dialog and the help."""

from __future__ import annotations

from tui.document.facet_declarations import FACETS
from tui.document.shared_labels import NOTHING_FOUND_FOR, STATUS_MEANINGS, STATUS_WORDS
from tui.text.language import Wording

PALETTE_HINT = Wording("命令、栏目或记录", "a command, section or record")
PALETTE = Wording("命令面板", "Commands")
THEME_PALETTE = Wording("配色", "Color theme")
THEME_HINT = Wording("键入名称", "type a name")
THEME_KEYS = Wording("↑↓预览 · 回车采用 · Esc取消", "↑ ↓ preview · Enter use · Esc cancel")
PALETTE_KEYS = Wording(
    "↑↓选择 · 回车执行或打开 · Esc关闭", "↑ ↓ choose · Enter run or open · Esc close"
)
BRIEF_PALETTE = Wording("专题简报", "Short brief on a subject")
BRIEF_HINT = Wording("键入主题", "type a subject")
BRIEF_KEYS = Wording("↑↓选择 · 回车打开 · Esc关闭", "↑ ↓ choose · Enter open · Esc close")
PALETTE_NOTHING = Wording(
    f"{NOTHING_FOUND_FOR.zh}；按Esc关闭，再按/搜索正文",
    f"{NOTHING_FOUND_FOR.en}; Esc closes, / searches the text",
)
DISPUTES = Wording("{count}处分歧，查看哪一处？", "{count} disputes: open which?")
DISPUTES_KEYS = Wording("↑↓选择 · 回车打开 · Esc关闭", "↑ ↓ choose · Enter open · Esc close")
GO_TO = Wording("到{section}", "go to {section}")
FACET_LABELS = {id_: facet.label for id_, facet in FACETS.items()}
FACETS_TITLE = Wording("筛选：{count}条记录匹配", "Filter: {matching}")
FACETS_HINT = Wording(
    "Ctrl+X清空 · 空格勾选 · 回车应用 · Esc取消",
    "Ctrl+X clear · Space tick · Enter apply · Esc back",
)
FACETS_TYPED_HINT = Wording(
    "Ctrl+X清空 · 空格勾选 · 回车应用 · Esc清除文字",
    "Ctrl+X clear · Space tick · Enter apply · Esc clear text",
)
FACETS_RULE = Wording("组内“或”、组间“且”", "OR within a group, AND across groups")
FACETS_WORDS = Wording(
    "j、k移动 · 键入文字或按/筛选选项", "j k move · type, or / first, to narrow the options"
)
FACETS_TYPE = Wording("键入文字筛选选项", "type to narrow the options")
FACET_AND_VALUE = Wording("{value} {facet}", "{value} {facet}")
NO_OPTION = Wording("没有匹配的选项", "no option matches")
NO_FACETS = Wording("没有可用的筛选项。", "No filters available here.")
HELP_TITLE = Wording("帮助", "Help")
HELP_HERE = Wording("此处可用的按键", "Keys that work here")
HELP_TO_BEGIN = Wording("十个常用键", "Ten keys to start with")
HELP_MATCHES = Wording("匹配“{words}”的按键", "Keys for “{words}”")
HELP_NO_MATCH = Wording("没有匹配的按键", "no key matches")
HELP_WORDS = Wording("键入文字查找按键", "type to find a key")
HELP_CLEAR = Wording("Esc清除文字", "Esc clears the text")
HELP_MOUSE = Wording("鼠标", "Mouse")
MOUSE_MEANINGS = (
    (
        Wording("单击", "Click"),
        Wording(
            "打开记录、链接、栏目；执行底栏按键；按列排序",
            "open a row, link or section; press a key of the key bar; a column heading sorts",
        ),
    ),
    (
        Wording("单击", "Click"),
        Wording("在对话框外单击即关闭", "outside a dialog: close it"),
    ),
    (Wording("滚轮", "Wheel"), Wording("滚动指针所在的面板", "scroll the panel under the pointer")),
    (
        Wording("拖动", "Drag"),
        Wording(
            "按住Shift（苹果电脑为Option）拖动选取文字",
            "with Shift held (Option on a Mac): select text",
        ),
    ),
)
HELP_MARKS = Wording("标记", "Marks")
HELP_FORCES = Wording("政策措辞（编者按引文动词分类）", "Force of policies (by the quoted verb)")
MARK_MEANINGS = (
    (
        "[1]",
        Wording(
            "引文编号：选中后按回车，查看来源与原文",
            "citation: select it and press Enter to see the source",
        ),
    ),
    ("*", Wording("已收藏的记录", "pinned record")),
    ("!", Wording("来源数据不一致，详见分歧", "sources disagree: see the disputes")),
    *((mark, STATUS_MEANINGS[mark]) for mark in (*STATUS_WORDS, "preferred", "deprecated")),
)
