"""``medbrief schema``: JSON Schema of the records."""

from __future__ import annotations

from tui.cli.args.spec import Argument, Command, Example, Options
from tui.cli.settings import Settings
from tui.text.language import Wording


def run(options: Options, settings: Settings) -> int:
    """Run it. The making half is imported only now."""
    from tui.cli.editing import schema

    return schema.run(options, settings)


COMMAND = Command(
    "schema",
    Wording("输出记录的JSON Schema", "print the JSON Schema of the records"),
    run,
    (Example("medbrief schema statistic", Wording("统计的字段", "the fields of a statistic")),),
    (
        Argument(
            ("kind",),
            Wording("不写则全部", "without it: all of them"),
            "KIND",
            nargs="?",
            completion="form",
        ),
    ),
    needs_store=False,
    group="edit",
)
