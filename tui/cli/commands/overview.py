"""``medbrief overview``: print the overview."""

from __future__ import annotations

from tui.cli.args.spec import Command, Example, Options
from tui.cli.settings import Settings
from tui.store import Store
from tui.text.language import Wording


def run(store: Store, options: Options, settings: Settings) -> int:  # noqa: ARG001
    """Print the page that the panels open with."""
    from tui.cli.launch import print_overview

    return print_overview(store, settings)


COMMAND = Command(
    "overview",
    Wording("输出概览：要点与各部分的条数", "print the overview: key takeaways and contents"),
    run,
    (Example("medbrief overview", Wording("输出概览", "print the overview")),),
    over_ssh="worker",
)
