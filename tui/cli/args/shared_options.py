"""Arguments that several commands share, and the options common to all of them."""

from __future__ import annotations

from tui.cli.args.spec import Argument, UsageError
from tui.text.language import Wording

_NO_WIDTH = Wording(
    "“{text}”不是宽度：要20到400之间的数", "{text!r} is no width: a number from 20 to 400 is wanted"
)
_NO_LIMIT = Wording(
    "“{text}”不是数量：要1到1000之间的数", "{text!r} is no limit: a number from 1 to 1000 is wanted"
)


def _number(text: str, least: int, most: int, wrong: Wording) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 9 and least <= int(text) <= most):
        raise UsageError(wrong.format(text=text))
    return int(text)


def parse_width(text: str) -> int:
    """A width in cells."""
    return _number(text, 20, 400, _NO_WIDTH)


def parse_limit(text: str) -> int:
    """How many answers at most."""
    return _number(text, 1, 1000, _NO_LIMIT)


JSON_OPTION = Argument(("--json",), Wording("输出JSON", "print JSON"), switch=True)

WATCH_OPTION = Argument(
    ("--watch",),
    Wording("内容有改动就在面板里更新", "show changes of the content as they are made"),
    switch=True,
    local_only=True,
)

COMMON_OPTIONS: tuple[Argument, ...] = (
    Argument(
        ("--content",),
        Wording("读DIR里的简报（MEDBRIEF_CONTENT）", "read the briefing in DIR (MEDBRIEF_CONTENT)"),
        "DIR",
        completion="folder",
        local_only=True,
    ),
    Argument(
        ("--originals",),
        Wording(
            "从DIR里的原件取引文上下文（MEDBRIEF_ORIGINALS）",
            "show passages from the original documents in DIR (MEDBRIEF_ORIGINALS)",
        ),
        "DIR",
        completion="folder",
        local_only=True,
    ),
    Argument(
        ("--lang",),
        Wording("语言（默认随系统语言）", "language (default: that of the locale)"),
        choices=("zh", "en"),
    ),
    Argument(("--width",), Wording("按N格排版", "lay out for N cells"), "N", parse_width),
    Argument(
        ("--color", "--colour"),
        Wording(
            "颜色：auto、always、never（默认auto）", "colours: auto, always, never (default: auto)"
        ),
        "WHEN",
        default="auto",
        choices=("auto", "always", "never"),
    ),
    Argument(
        ("--output", "-o"),
        Wording("命令成功后把结果写入FILE", "write the answer to FILE once the command succeeded"),
        "FILE",
        completion="file",
        local_only=True,
    ),
    Argument(
        ("--pager",),
        Wording(
            "在分页器里看（MEDBRIEF_PAGER、PAGER，否则less）",
            "read it in a pager (MEDBRIEF_PAGER, PAGER, else less)",
        ),
        switch=True,
        local_only=True,
    ),
    Argument(
        ("--ambiguous",),
        Wording(
            "终端把“”—…画成几格（MEDBRIEF_AMBIGUOUS，默认auto）",
            "cells of “ ” — … in this terminal (MEDBRIEF_AMBIGUOUS; default: auto)",
        ),
        choices=("auto", "1", "2"),
    ),
    Argument(
        ("--theme",),
        Wording(
            "配色：随终端、深底、浅底或无色（MEDBRIEF_THEME）",
            "colours for a dark or light background, or none (MEDBRIEF_THEME; default: auto)",
        ),
        choices=("auto", "dark", "light", "mono"),
    ),
)
"""Accepted before and after every command."""
