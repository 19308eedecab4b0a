"""What the help says of itself, in both languages."""

from __future__ import annotations

from tui.cli.args.spec import Group
from tui.text.language import Wording

ABOUT = Wording(
    "中国互联网医疗行业的终端简报：每个数字都带着出处。",
    "A terminal briefing on China's internet-healthcare industry: no figure without its evidence.",
)
ALONE = Wording(
    "单独一个medbrief打开面板；没有终端则印出概览。不是命令的词就是查询：medbrief 医保就是"
    "medbrief find 医保。",
    "medbrief alone opens the panels, or prints the overview where there is no terminal. What is "
    "no command is a query: medbrief jdjk is medbrief find jdjk.",
)
GROUPS: dict[Group, Wording] = {
    "look up": Wording("查", "Look up"),
    "browse": Wording("看", "Browse"),
    "files": Wording("取用", "Take along"),
    "edit": Wording("编辑", "Edit the briefing"),
    "serve": Wording("供别人读", "Serve it to others"),
    "self": Wording("命令行", "The command line itself"),
}
USAGE = Wording("用法", "Usage")
ARGUMENTS = Wording("参数", "Arguments")
OPTIONS = Wording("选项", "Options")
COMMON_OPTIONS = Wording(
    "共同选项（写在命令前后都可以）", "Common options, before or after the command"
)
EXAMPLES = Wording("例子", "Examples")
EXIT_CODES = Wording("退出码", "Exit codes")
VARIABLES = Wording("环境变量", "Environment")
MORE = Wording("更多", "More")
COMMAND = Wording("命令", "COMMAND")
OPTION = Wording("选项", "OPTION")
WORD = Wording("词", "WORD")

ENVIRONMENT: tuple[tuple[str, Wording], ...] = (
    ("MEDBRIEF_CONTENT", Wording("简报内容的文件夹，同--content", "as --content")),
    ("MEDBRIEF_ORIGINALS", Wording("原件的文件夹，同--originals", "as --originals")),
    ("MEDBRIEF_LANG", Wording("zh或en；否则随系统语言", "zh or en; else the locale decides")),
    ("MEDBRIEF_STATE", Wording("off：收藏等什么也不留", "off: keep no pins, keep nothing")),
    ("MEDBRIEF_PAGER", Wording("--pager用的分页器", "the pager for --pager")),
    ("NO_COLOR", Wording("不为空则不用颜色", "no colours if it is not empty")),
)
FURTHER: tuple[tuple[str, Wording], ...] = (
    ("medbrief help COMMAND", Wording("一个命令的用法与例子", "a command, with examples")),
    ("medbrief help json", Wording("--json各字段的含义", "what the fields of --json mean")),
    ("medbrief completion SHELL", Wording("让Tab键补全", "completion by the Tab key")),
)
OWN_EXITS = 3
"""Codes above it stand in the general help alone."""
JSON_TITLE = Wording("--json的字段", "The fields of --json")
JSON_INTRO = Wording(
    "凡有--json的命令，都印出一个JSON数组，最合的在前；字段处处相同。没有找到则是空数组，"
    "退出码为1。check另有字段，见下；cite印的是CSL-JSON。",
    "Every command that takes --json prints an array of objects, best first, with the same "
    "fields everywhere. Where nothing is found the array is empty and the exit code is 1. What "
    "check prints has fields of its own, below; cite prints CSL-JSON.",
)
