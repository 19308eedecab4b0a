"""Headings and paragraphs of the help."""

from __future__ import annotations

from tui.cli.args.spec import Group
from tui.text.language import Wording

ABOUT = Wording(
    "终端简报：每个数字都有出处。",
    "A briefing in the terminal: no figure without its evidence.",
)
WITHOUT_COMMAND = Wording(
    "不带参数运行medbrief会打开面板；非终端环境下输出概览。不是命令的词都作为查询："
    "medbrief 医保等同于medbrief find 医保。",
    "Without arguments medbrief opens the panels, or prints the overview outside a terminal. "
    "Anything that is not a command is a search: medbrief jdjk is medbrief find jdjk.",
)
GROUPS: dict[Group, Wording] = {
    "look up": Wording("查询", "Look up"),
    "browse": Wording("浏览", "Browse"),
    "files": Wording("导出与引用", "Export and cite"),
    "self": Wording("设置与帮助", "Settings and help"),
    "edit": Wording("编辑", "Edit the briefing"),
    "serve": Wording("服务", "Serve it to others"),
}
OF_READERS: tuple[Group, ...] = ("look up", "browse", "files")
"""The groups whose commands the general help explains; it names the others."""
FREQUENT_OPTIONS = ("--lang", "--output", "--width", "--color", "--pager", "--help")
FREQUENT = Wording("常用选项（写在命令前后均可）", "Frequent options, before or after the command")
OTHER_COMMANDS = Wording("其他命令", "Other commands")
ALL_COMMANDS = Wording("全部命令", "All commands")
OPTIONS_TITLE = Wording("各命令通用的选项、环境变量与退出码", "Options of every command")
DETAILS = Wording("说明", "Details")
SEE_OPTIONS = Wording("说明见medbrief help options。", "medbrief help options explains them.")
KINDS = Wording("按类别列出（等同于list）", "List records of one kind (same as list)")
USAGE = Wording("用法", "Usage")
ARGUMENTS = Wording("参数", "Arguments")
OPTIONS = Wording("选项", "Options")
COMMON_OPTIONS = Wording(
    "通用选项（写在命令前后均可）", "Common options, before or after the command"
)
EXAMPLES = Wording("示例", "Examples")
EXIT_CODES = Wording("退出码", "Exit codes")
VARIABLES = Wording("环境变量", "Environment variables")
MORE = Wording("更多", "More help")
COMMAND = Wording("命令", "COMMAND")
OPTION = Wording("选项", "OPTION")
WORD = Wording("词", "WORD")

ENVIRONMENT: tuple[tuple[str, Wording], ...] = (
    (
        "MEDBRIEF_CONTENT",
        Wording("简报内容的文件夹，同--content", "folder of the content, same as --content"),
    ),
    (
        "MEDBRIEF_ORIGINALS",
        Wording("原件的文件夹，同--originals", "folder of the originals, same as --originals"),
    ),
    ("MEDBRIEF_LANG", Wording("zh或en；未设则随系统语言", "zh or en; default: from the locale")),
    ("MEDBRIEF_STATE", Wording("off：退出后不保存任何状态", "off: save nothing between sessions")),
    ("MEDBRIEF_PAGER", Wording("--pager所用的分页器", "pager that --pager uses")),
    ("NO_COLOR", Wording("不为空则不用颜色", "no colors if set and not empty")),
)
JSON_FIELDS = Wording("--json各字段的含义", "the fields of --json")
COMMANDS_TOPIC = Wording("全部命令，包括编辑与服务", "all commands, also of editors and servers")
OPTIONS_TOPIC = Wording(
    "全部通用选项、环境变量与退出码", "all common options, environment variables, exit codes"
)
CSV_FIELDS = Wording("csv与tsv各列的含义", "the columns of csv and tsv")
FURTHER: tuple[tuple[str, Wording], ...] = (
    ("medbrief help COMMAND", Wording("某个命令的用法与示例", "usage of a command, with examples")),
    ("medbrief help commands", COMMANDS_TOPIC),
    ("medbrief help options", OPTIONS_TOPIC),
    ("medbrief help json", JSON_FIELDS),
    ("medbrief help csv", CSV_FIELDS),
    ("medbrief completion SHELL", Wording("Tab键补全脚本", "script for Tab completion")),
)
JSON_TITLE = Wording("--json的字段", "Fields of --json")
JSON_INTRO = Wording(
    "带--json的命令都输出一个JSON数组，最匹配的在前，各命令的字段相同。没有找到时输出空数组，"
    "退出码为1。check的字段不同，见下；cite输出CSL-JSON。",
    "Every command with --json prints an array of objects with the same fields, best match first. "
    "If nothing is found, the array is empty and the exit code is 1. check has fields of its own, "
    "listed below; cite prints CSL-JSON.",
)
CSV_TITLE = Wording("csv与tsv的列", "Columns of csv and tsv")
CSV_INTRO = Wording(
    "每个事实一行；没有事实的记录也有一行。分歧（kind为disagreement）与其他记录一同导出时只有一行，不含数值；"
    "单独导出时每一方一行，其数值与指标各行重复，求和时应排除。未知或不适用的单元格为空。新增的列总在末尾。"
    "写入文件时以BOM开头（供Excel识别UTF-8），输出到管道时没有。",
    "One row per fact; a record without facts has one row. A disagreement (kind = disagreement) "
    "has one row without a value beside other records. Exported alone, it has one row per side: "
    "the values also appear in the rows of the measures, so exclude it from sums. Cells are empty "
    "if a value is unknown or does not apply. New columns are added at the end. A file begins with "
    "a byte-order mark, so that Excel reads it as UTF-8; output to a pipe does not.",
)
