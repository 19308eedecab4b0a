"""``medbrief new``: a commented template of a record."""

from __future__ import annotations

from tui.cli.args.spec import Argument, Command, Example, Options
from tui.cli.settings import Settings
from tui.text.language import Wording


def run(options: Options, settings: Settings) -> int:
    """Run it. The making half is imported only now."""
    from tui.cli.editing import new

    return new.run(options, settings)


COMMAND = Command(
    "new",
    Wording("写一个记录的模板", "write the template of a record"),
    run,
    (
        Example(
            "medbrief new statistic my-statistic",
            Wording("写入content/statistics/", "writes it into content/statistics/"),
        ),
    ),
    (
        Argument(
            ("kind",),
            Wording("source、player、policy、statistic等", "source, player, policy, statistic, …"),
            "KIND",
            completion="form",
        ),
        Argument(
            ("id",), Wording("不写则印出模板", "without it: print the template"), "ID", nargs="?"
        ),
    ),
    needs_store=False,
    group="edit",
)
