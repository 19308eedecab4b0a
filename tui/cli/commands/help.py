"""``medbrief help``: how to use the command line."""

from __future__ import annotations

from tui.cli.args.spec import Argument, Command, Example, Options, UsageError
from tui.cli.output.writer import write_lines, write_output
from tui.cli.settings import Settings
from tui.text.language import Wording

_UNKNOWN = Wording("没有命令“{text}”{near}", "there is no command {text!r}{near}")
JSON_TOPIC = "json"


def topic(text: str) -> str:
    """What there is help on: a command, or ``json``."""
    from tui.cli.args.usage_errors import did_you_mean
    from tui.cli.commands import COMMAND_NAMES

    known = [*(name for name in COMMAND_NAMES if not name.startswith("_")), JSON_TOPIC]
    if text in known:
        return text
    raise UsageError(_UNKNOWN.format(text=text, near=did_you_mean(text, known)))


def run(options: Options, settings: Settings) -> int:
    """Print the help on a topic, or on all; with ``--man`` the manual page."""
    from tui.cli.commands import load_command
    from tui.cli.help import pages
    from tui.render.page_layout import lay_out

    language = settings.language
    if options.man:
        from tui.cli.help.man_page import render_man_page

        write_output(render_man_page(language))
        return 0
    if options.topic == JSON_TOPIC:
        page = pages.json_fields_page(language)
    elif options.topic:
        page = pages.command_page(load_command(options.topic), language)
    else:
        page = pages.overview_page(language)
    write_lines(lay_out(page, settings.width, settings.glyphs), settings)
    return 0


COMMAND = Command(
    "help",
    Wording("显示帮助", "show help"),
    run,
    (
        Example("medbrief help find", Wording("find的用法", "how to use find")),
        Example("medbrief help json", Wording("--json各字段的含义", "the fields of --json")),
        Example("medbrief help --man | man -l -", Wording("手册页", "the manual page")),
    ),
    (
        Argument(
            ("topic",),
            Wording("一个命令，或json", "a command, or json"),
            "TOPIC",
            topic,
            nargs="?",
            completion="topic",
        ),
        Argument(
            ("--man",),
            Wording("印出手册页（roff），供man阅读", "print the manual page (roff) for man"),
            switch=True,
        ),
    ),
    needs_store=False,
    group="self",
    details=(
        Wording(
            "任何命令行里写上--help，就显示那个命令的帮助；末尾写上--json help，就显示JSON的字段。",
            "--help anywhere on a line shows the help of its command; --json help at the end of "
            "a line shows the fields of JSON.",
        ),
    ),
    over_ssh="inline",
)
