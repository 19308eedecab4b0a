"""Options that several commands share, and the common options of every command."""

from __future__ import annotations

from tui.cli.args.spec import Argument, UsageError
from tui.config import THEMES
from tui.text.language import Wording

_INVALID_WIDTH = Wording(
    "宽度“{text}”无效：应为20到400之间的整数",
    "invalid width {text!r}: expected a number from 20 to 400",
)
_INVALID_LIMIT = Wording(
    "条数“{text}”无效：应为1到1000之间的整数",
    "invalid limit {text!r}: expected a number from 1 to 1000",
)


def _number(text: str, least: int, most: int, error: Wording) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 9 and least <= int(text) <= most):
        raise UsageError(error.format(text=text))
    return int(text)


def parse_width(text: str) -> int:
    """Return a width in columns."""
    return _number(text, 20, 400, _INVALID_WIDTH)


def parse_limit(text: str) -> int:
    """Return a maximum number of results."""
    return _number(text, 1, 1000, _INVALID_LIMIT)


JSON_OPTION = Argument(("--json",), Wording("输出JSON", "print JSON"), switch=True)

WATCH_OPTION = Argument(
    ("--watch",),
    Wording("内容改动后自动重新载入", "reload the panels when the content changes"),
    switch=True,
    local_only=True,
)

HELP_OPTIONS = (
    Argument(("--help", "-h"), Wording("显示帮助", "show this help"), switch=True),
    Argument(("--version", "-V"), Wording("显示版本", "show the version"), switch=True),
)
"""Handled by the parser; no command reads them."""

COMMON_OPTIONS: tuple[Argument, ...] = (
    Argument(
        ("--content",),
        Wording("简报内容的文件夹（MEDBRIEF_CONTENT）", "folder of the content (MEDBRIEF_CONTENT)"),
        "DIR",
        completion="folder",
        local_only=True,
    ),
    Argument(
        ("--originals",),
        Wording(
            "原件的文件夹，用来显示引文的上下文（MEDBRIEF_ORIGINALS）",
            "folder of the original documents, for the context of quotations (MEDBRIEF_ORIGINALS)",
        ),
        "DIR",
        completion="folder",
        local_only=True,
    ),
    Argument(
        ("--lang",),
        Wording("语言（默认随系统语言）", "language (default: from the locale)"),
        choices=("zh", "en"),
    ),
    Argument(
        ("--width",),
        Wording("排版宽度为N列（默认随终端）", "lay out for N columns (default: the terminal's)"),
        "N",
        parse_width,
    ),
    Argument(
        ("--color", "--colour"),
        Wording(
            "颜色：auto、always、never（默认auto）", "colors: auto, always, never (default: auto)"
        ),
        "WHEN",
        default="auto",
        choices=("auto", "always", "never"),
    ),
    Argument(
        ("--output", "-o"),
        Wording("命令成功后把结果写入FILE", "write the output to FILE if the command succeeds"),
        "FILE",
        completion="file",
        local_only=True,
    ),
    Argument(
        ("--pager",),
        Wording(
            "用分页器显示（依次取MEDBRIEF_PAGER、PAGER、less）",
            "show the output in a pager (MEDBRIEF_PAGER, else PAGER, else less)",
        ),
        switch=True,
        local_only=True,
    ),
    Argument(
        ("--ambiguous",),
        Wording(
            "“”—…等字符在终端里占几列（MEDBRIEF_AMBIGUOUS，默认auto）",
            "width of “ ” — … in the terminal, in columns (MEDBRIEF_AMBIGUOUS; default: auto)",
        ),
        choices=("auto", "1", "2"),
    ),
    Argument(
        ("--theme",),
        Wording(
            f"配色：{'、'.join(THEMES)}（MEDBRIEF_THEME，默认auto）",
            f"colors: {', '.join(THEMES)} (MEDBRIEF_THEME; default: auto)",
        ),
        "NAME",
        choices=THEMES,
    ),
)
"""Accepted before and after every command."""
