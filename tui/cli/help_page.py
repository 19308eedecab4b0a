"""The help, made from what the commands say of themselves: pages for a reader at a terminal."""

from __future__ import annotations

from tui.cli.command import Argument, Command, Group
from tui.cli.commands import NAMES, load
from tui.cli.common import COMMON
from tui.cli.exits import EXITS
from tui.cli.lenient import ASKING
from tui.document import Block, Document, Fields, Heading, Paragraph, Span, Spans
from tui.render.fields import SHAPES
from tui.text.language import Language, Wording
from tui.text.width import cell_width, pad

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
_COMMAND = Wording("命令", "COMMAND")
_OPTION = Wording("选项", "OPTION")
_WORD = Wording("词", "WORD")

ENVIRONMENT: tuple[tuple[str, Wording], ...] = (
    ("MEDBRIEF_CONTENT", Wording("简报内容的文件夹，同--content", "as --content")),
    ("MEDBRIEF_ORIGINALS", Wording("原件的文件夹，同--originals", "as --originals")),
    ("MEDBRIEF_LANG", Wording("zh或en；否则随系统语言", "zh or en; else the locale decides")),
    ("MEDBRIEF_PAGER", Wording("--pager用的分页器", "the pager for --pager")),
    ("NO_COLOR", Wording("不为空则不用颜色", "no colours if it is not empty")),
)
_FURTHER: tuple[tuple[str, Wording], ...] = (
    ("medbrief help COMMAND", Wording("一个命令的用法与例子", "a command, with examples")),
    ("medbrief help json", Wording("--json各字段的含义", "what the fields of --json mean")),
    ("medbrief completion SHELL", Wording("让Tab键补全", "completion by the Tab key")),
)
_OWN_EXITS = 3
"""Codes above it stand in the general help alone."""
_JSON_TITLE = Wording("--json的字段", "The fields of --json")
_JSON_INTRO = Wording(
    "凡有--json的命令，都印出一个JSON数组，最合的在前；字段处处相同。没有找到则是空数组，"
    "退出码为1。",
    "Every command that takes --json prints an array of objects, best first, with the same "
    "fields everywhere. Where nothing is found the array is empty and the exit code is 1.",
)


def overview_page(language: Language) -> Document:
    """What ``medbrief --help`` shows."""
    listed: list[tuple[Wording, list[tuple[str, Wording]]]] = []
    for group, title in GROUPS.items():
        commands = [command for command in visible() if command.group == group]
        if commands:
            listed.append((title, [(command.name, command.help) for command in commands]))
    rows = [row for _, group_rows in listed for row in group_rows]
    common = [(label(argument), argument.help) for argument in (*COMMON, *ASKING)]
    exits = [(str(code), meaning) for code, meaning in EXITS]
    width = max(cell_width(name) for name, _ in (*rows, *common, *ENVIRONMENT, *_FURTHER))
    blocks: list[Block] = [
        Paragraph((Span(ALONE.of(language)),)),
        Heading(USAGE.of(language)),
        *(Paragraph(usage, 2) for usage in general_usage(language)),
    ]
    for title, items in listed:
        blocks += [Heading(title.of(language)), _fields(items, language, width)]
    for title, items in (
        (COMMON_OPTIONS, common),
        (VARIABLES, list(ENVIRONMENT)),
        (EXIT_CODES, exits),
        (MORE, list(_FURTHER)),
    ):
        blocks += [Heading(title.of(language)), _fields(items, language, width)]
    return Document("medbrief", ABOUT.of(language), tuple(blocks))


def command_page(command: Command, language: Language) -> Document:
    """What ``medbrief COMMAND --help`` shows."""
    own = [argument for argument in command.arguments if argument.is_flag]
    parts: list[tuple[Wording, list[tuple[str, Wording]]]] = [
        (ARGUMENTS, [(place(item), item.help) for item in places(command)]),
        (OPTIONS, [(label(argument), argument.help) for argument in own]),
    ]
    common = [(label(argument), argument.help) for argument in (*COMMON, *ASKING)]
    rows = [row for _, items in parts for row in items]
    width = max(cell_width(name) for name, _ in (*rows, *common))
    blocks: list[Block] = [
        *(Paragraph((Span(detail.of(language)),)) for detail in command.details),
        Heading(USAGE.of(language)),
        Paragraph(usage(command, language), 2),
    ]
    for title, items in parts:
        if items:
            blocks += [Heading(title.of(language)), _fields(items, language, width)]
    if command.examples:
        examples = [(example.line, example.gives) for example in command.examples]
        blocks += [Heading(EXAMPLES.of(language)), _fields(examples, language)]
    blocks += [Heading(COMMON_OPTIONS.of(language)), _fields(common, language, width)]
    exits = [(str(code), meaning) for code, meaning in EXITS if code <= _OWN_EXITS]
    blocks += [Heading(EXIT_CODES.of(language)), _fields(exits, language, width)]
    return Document(f"medbrief {command.name}", command.help.of(language), tuple(blocks))


def fields_page(language: Language) -> Document:
    """What ``medbrief help json`` shows."""
    width = max(cell_width(f"{field.name}  {field.form}") for s in SHAPES for field in s.fields)
    blocks: list[Block] = [Paragraph((Span(_JSON_INTRO.of(language)),))]
    for shape in SHAPES:
        name = max(len(field.name) for field in shape.fields)
        rows = [(f"{f.name.ljust(name)}  {f.form}", f.meaning) for f in shape.fields]
        blocks += [Heading(shape.title.of(language)), _fields(rows, language, width)]
    return Document(_JSON_TITLE.of(language), "", tuple(blocks))


def visible() -> list[Command]:
    """The commands that people use, in order."""
    return [command for name in NAMES if (command := load(name)).group != "hidden"]


def places(command: Command) -> list[Argument]:
    """The arguments that are known by their place."""
    return [argument for argument in command.arguments if not argument.is_flag]


def general_usage(language: Language) -> list[Spans]:
    """The ways to write a line."""
    option, word = f"[{_OPTION.of(language)}…]", f"{_WORD.of(language)}…"
    return [
        (Span("medbrief", "title"), Span(f" {option}")),
        (Span("medbrief", "title"), Span(f" {_COMMAND.of(language)} {option}")),
        (Span("medbrief", "title"), Span(f" {word} {option}")),
    ]


def usage(command: Command, language: Language) -> Spans:
    """How a line with the command is written."""
    words = "".join(f" {place(argument)}" for argument in places(command))
    option = _OPTION.of(language)
    return (Span(f"medbrief {command.name}", "title"), Span(f"{words} [{option}…]"))


def place(argument: Argument) -> str:
    """An argument of a place as a usage line has it: ``QUERY…``, ``[KIND]``."""
    name = argument.metavar or "|".join(argument.choices)
    if argument.nargs in ("+", "*"):
        name += "…"
    return f"[{name}]" if argument.nargs in ("?", "*") else name


def label(argument: Argument) -> str:
    """An option with its other names and its value: ``--output, -o FILE``."""
    value = argument.metavar or "|".join(argument.choices)
    return ", ".join(argument.names) + (f" {value}" if value else "")


def _fields(rows: list[tuple[str, Wording]], language: Language, width: int = 0) -> Fields:
    return Fields(tuple((pad(name, width), (Span(text.of(language)),)) for name, text in rows))
