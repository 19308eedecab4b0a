"""A user's config that holds mistakes: what is said of it before the answer."""

from __future__ import annotations

import os
from collections.abc import Iterable

from tui.app.keymap import actions
from tui.cli.commands import COMPLETE
from tui.cli.output.writer import print_error_line, print_message, printable
from tui.cli.settings import Settings
from tui.config import read_config
from tui.diagnostics import Problem
from tui.text.language import Language, Wording

_IN_CONFIG = Wording(
    "设置文件有{count}处错误，有误的按默认值处理：",
    "{count} mistake(s) in your config; what is wrong counts as not set:",
)


def report_config_problems(command: str | None, settings: Settings) -> None:
    """Say what is wrong, on standard error: every mistake, those in the keys too. The panels say it
    on their own screen, ``config`` and ``serve`` by themselves; who completes wants no words."""
    if command not in (None, "open", "config", "serve", COMPLETE):
        print_config_problems(read_config(os.environ, actions()).problems, settings.language)


def print_config_problems(problems: Iterable[Problem], language: Language) -> None:
    """The mistakes, one a line."""
    found = list(problems)
    print_message(_IN_CONFIG.format(count=len(found)).of(language))
    for problem in found:
        print_error_line(printable(problem.format(language), longest=1000))
