"""``medbrief help``: help pages and the manual page."""

from __future__ import annotations

import os
from collections.abc import Sequence

from tui.cli.args.kind_commands import KindCommand
from tui.cli.args.spec import Argument, Command, Example, Options, UsageError
from tui.cli.help import messages
from tui.cli.messages import listed
from tui.cli.output.writer import printable, write_lines, write_output
from tui.cli.settings import Settings
from tui.text.language import Wording

_UNKNOWN = Wording(
    "没有命令“{text}”：应为一个命令（medbrief help commands列出全部），或{topics}{near}",
    "unknown command '{text}': expected a command (medbrief help commands lists them), "
    "or {topics}{near}",
)
TOPICS = COMMANDS_TOPIC, OPTIONS_TOPIC, JSON_TOPIC, CSV_TOPIC = (
    "commands",
    "options",
    "json",
    "csv",
)

_OPTIONS_TOPICS = (OPTIONS_TOPIC, "environment", "exit", "exit-codes")
"""Words for the page of options, environment variables and exit codes."""


def run(options: Options, settings: Settings) -> int:
    """Print the help on a topic, or the general help; with ``--man`` the manual page.

    Raises:
        UsageError: there is no such topic.
    """
    from tui.cli.commands import COMMAND_NAMES, SYNONYMS, load_command
    from tui.cli.help import pages
    from tui.render.page_layout import lay_out

    language = settings.language
    if options.man:
        from tui.cli.help.man_page import render_man_page

        write_output(render_man_page(language))
        return 0
    if options.topic == JSON_TOPIC:
        page = pages.json_fields_page(language)
    elif options.topic == CSV_TOPIC:
        page = pages.csv_columns_page(language)
    elif options.topic == COMMANDS_TOPIC:
        page = pages.commands_page(language)
    elif options.topic in _OPTIONS_TOPICS:
        page = pages.options_page(language)
    elif options.topic:
        name = SYNONYMS.get(options.topic, options.topic)
        if name not in COMMAND_NAMES or name.startswith("_"):
            raise _unknown(name, settings)
        page = pages.command_page(load_command(name), language, remote=settings.remote)
    else:
        page = pages.overview_page(language, _kinds(settings))
    write_lines(lay_out(page, settings.width, settings.glyphs), settings)
    return 0


def _unknown(name: str, settings: Settings) -> UsageError:
    from tui.cli.args.usage_errors import did_you_mean
    from tui.cli.help.pages import visible_commands

    commands = visible_commands()
    known = [each.name for each in commands if each.over_ssh or not settings.remote]
    words = [word for kind in _kinds(settings) for word in kind.words]
    near = did_you_mean(name, [*known, *words, *TOPICS])
    return UsageError(_UNKNOWN.format(text=printable(name), topics=listed(TOPICS), near=near))


def _kinds(settings: Settings) -> Sequence[KindCommand]:
    """Return the kinds of the briefing; none where it is invalid: the help works anyway."""
    from tui.cli.args.kind_commands import listed_kinds
    from tui.store import BriefingError, open_store

    try:
        with open_store(settings.content, os.environ) as store:
            return listed_kinds(store)
    except BriefingError:
        return ()


COMMAND = Command(
    "help",
    Wording("显示帮助", "show help"),
    run,
    (
        Example("medbrief help find", Wording("find的用法", "how to use find")),
        Example("medbrief help commands", messages.COMMANDS_TOPIC),
        Example("medbrief help options", messages.OPTIONS_TOPIC),
        Example("medbrief help json", messages.JSON_FIELDS),
        Example("medbrief help csv", messages.CSV_FIELDS),
        Example("medbrief help --man | man -l -", Wording("手册页", "the manual page")),
    ),
    (
        Argument(
            ("topic",),
            Wording(
                "一个命令，或commands、options、json、csv",
                "a command, or commands, options, json, csv",
            ),
            "TOPIC",
            nargs="?",
            completion="topic",
        ),
        Argument(
            ("--man",),
            Wording("输出手册页（roff格式），供man显示", "print the manual page (roff), for man"),
            switch=True,
        ),
    ),
    needs_store=False,
    group="self",
    details=(
        Wording(
            "在任何命令后加--help，显示该命令的帮助；在末尾加--json help，显示JSON各字段的含义。",
            "Add --help to any command for its help page, or --json help at the end for the "
            "fields of its JSON.",
        ),
    ),
    over_ssh="inline",
)
