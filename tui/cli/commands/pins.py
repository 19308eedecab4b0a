"""``medbrief pins``: the records pinned in the panels, with their notes."""

from __future__ import annotations

import os

from tui.cli.args.spec import Argument, Command, Example, Options
from tui.cli.output.writer import print_message, write_lines, write_output
from tui.cli.settings import Settings
from tui.store import Store
from tui.text.language import Wording

_NONE = Wording(
    "还没有收藏：在面板里选中条目后按m", "no pins yet: press m on a record in the panels"
)
_OFF = Wording("收藏已由MEDBRIEF_STATE=off关闭", "pins are disabled by MEDBRIEF_STATE=off")


def run(store: Store, options: Options, settings: Settings) -> int:
    """Print the pins with their figures and notes, or as Markdown; return 1 if there are none."""
    from tui.export.pins_file import pin_lines, pins_file
    from tui.state import state_file

    file = state_file(os.environ)
    if file and file.problem:
        print_message(file.problem.of(settings.language))
    if file is None or not file.state.pins:
        print_message((_NONE if file else _OFF).of(settings.language))
        return 1
    pins = file.state.pins
    if options.format == "md":
        write_output(pins_file(store, pins, settings.language))
    else:
        write_lines(pin_lines(store, pins, settings.language, settings.width), settings)
    return 0


COMMAND = Command(
    "pins",
    Wording("列出收藏与笔记", "list your pins and notes"),
    run,
    (
        Example("medbrief pins", Wording("收藏的条目与笔记", "the pinned records and their notes")),
        Example(
            "medbrief pins --format md > mine.md",
            Wording("导出为带出处的Markdown简报", "a Markdown briefing with its sources"),
        ),
    ),
    (
        Argument(
            ("--format",),
            Wording("格式：text、md（默认text）", "format: text, md (default: text)"),
            "FORMAT",
            default="text",
            choices=("text", "md"),
        ),
    ),
    group="browse",
)
