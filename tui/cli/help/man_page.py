"""The manual page in roff (man(7)), generated from the command specifications.

It is installed as ``share/man/man1/medbrief.1`` and ``share/man/zh_CN/man1/medbrief.1``.
"""

from __future__ import annotations

import re

from tui import __version__
from tui.cli.args.shared_options import COMMON_OPTIONS, HELP_OPTIONS
from tui.cli.args.spec import Argument, Command
from tui.cli.exit_codes import EXIT_CODES
from tui.cli.help import messages, pages
from tui.document import Spans
from tui.export.csv_columns import CSV_COLUMNS
from tui.render.json_fields import SHAPES
from tui.text.language import Language, Wording
from tui.text.linebreak.clusters import classify, clusters

_NAME = Wording("名称", "NAME")
_SYNOPSIS = Wording("概要", "SYNOPSIS")
_DESCRIPTION = Wording("说明", "DESCRIPTION")
_COMMANDS = Wording("命令", "COMMANDS")
_COMMON = Wording("通用选项", "COMMON OPTIONS")
_ENVIRONMENT = Wording("环境变量", "ENVIRONMENT")
_EXIT_STATUS = Wording("退出码", "EXIT STATUS")
_FIELDS = Wording("JSON字段", "JSON FIELDS")
_COLUMNS = Wording("CSV列", "CSV COLUMNS")
_EXAMPLES = Wording("示例：", "Examples:")
_TITLE = Wording("终端简报", "a briefing in the terminal")
_MANUAL = Wording("用户命令", "User Commands")


def render_man_page(language: Language, date: str = "") -> str:
    """Return the manual page in one language; ``date``: that of the release, if known."""
    lines = [
        f'.TH MEDBRIEF 1 "{date}" "medbrief {__version__}" "{_MANUAL.of(language)}"',
        ".ad l",
        ".nh",
        *_head(_NAME, language),
        f"medbrief \\- {_text(_TITLE.of(language))}",
        *_head(_SYNOPSIS, language),
    ]
    for number, usage in enumerate(pages.general_usage(language)):
        lines += [".br"] if number else []
        lines.append(_usage(usage))
    lines += _head(_DESCRIPTION, language)
    lines += [
        _text(messages.ABOUT.of(language)),
        ".PP",
        _text(messages.WITHOUT_COMMAND.of(language)),
    ]
    lines += _head(_COMMANDS, language)
    for command in pages.visible_commands():
        lines += _command(command, language)
    lines += _head(_COMMON, language)
    for argument in (*COMMON_OPTIONS, *HELP_OPTIONS):
        lines += _entry(pages.option_label(argument), argument.help, language)
    for head, rows in (
        (_ENVIRONMENT, messages.ENVIRONMENT),
        (_EXIT_STATUS, tuple((str(code), meaning) for code, meaning in EXIT_CODES)),
    ):
        lines += _head(head, language)
        for name, meaning in rows:
            lines += _entry(name, meaning, language)
    lines += _head(_FIELDS, language)
    for shape in SHAPES:
        lines += [".SS", _text(shape.title.of(language))]
        for field in shape.fields:
            lines += _entry(f"{field.name} ({field.form})", field.meaning, language)
    lines += _head(_COLUMNS, language)
    for group in CSV_COLUMNS:
        lines += _entry(group.names.replace(" ", ", "), group.meaning, language)
    return "\n".join(line for line in lines if line) + "\n"


def _head(title: Wording, language: Language) -> list[str]:
    return [f".SH {_text(title.of(language))}"]


def _command(command: Command, language: Language) -> list[str]:
    lines = [".SS", _text(f"medbrief {command.name}")]
    lines += [
        _usage(pages.command_usage(command, language)),
        ".PP",
        _text(command.help.of(language)),
    ]
    for detail in command.details:
        lines += [".PP", _text(detail.of(language))]
    for argument in command.arguments:
        lines += _entry(_label(argument), argument.help, language)
    if command.examples:
        lines += [".PP", _text(_EXAMPLES.of(language))]
    for example in command.examples:
        lines += _entry(example.line_in(language), example.result, language)
    return lines


def _label(argument: Argument) -> str:
    return pages.option_label(argument) if argument.is_flag else pages.positional_label(argument)


def _usage(spans: Spans) -> str:
    first, *rest = spans
    after = "".join(_text(span.text) for span in rest)
    return f"\\fB{_text(first.text)}\\fR{after}"


def _entry(term: str, meaning: Wording, language: Language) -> list[str]:
    return [".TP", f"\\fB{_text(term)}\\fR", _text(meaning.of(language))]


def _text(text: str) -> str:
    """Return text for roff, with break points marked: roff does not break Chinese lines."""
    kinds = classify(text)
    parts: list[str] = []
    for start, _, after, free in clusters(kinds, 0, len(kinds)):
        piece = text[start:after]
        parts += piece if free else [piece]
    marked = "\\:".join(_escaped(part) for part in parts if part)
    marked = re.sub(r"(?<=\s)\\:|\\:(?=\s)", "", marked)
    return f"\\&{marked}" if marked.startswith((".", "'")) else marked


def _escaped(text: str) -> str:
    return text.replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq").replace("`", "\\(ga")
