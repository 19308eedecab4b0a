"""``medbrief brief``: print a narrative briefing, or list them."""

from __future__ import annotations

from tui.cli.args.shared_options import JSON_OPTION
from tui.cli.args.spec import Argument, Command, Example, Options
from tui.cli.commands import list_, show
from tui.cli.settings import Settings
from tui.store import Store
from tui.text.language import Wording


def run(store: Store, options: Options, settings: Settings) -> int:
    """Print a brief; without a name, list the briefs."""
    if options.id:
        return show.run(store, options, settings, kind="brief")
    return list_.print_list(store, "brief", settings, as_json=options.json)


COMMAND = Command(
    "brief",
    Wording("阅读一篇叙述简报", "read a narrative briefing"),
    run,
    (Example("medbrief brief five-minutes", Wording("五分钟概览", "the five-minute version")),),
    (
        Argument(
            ("id",),
            Wording("简报的名称；省略则列出全部", "name of a brief; without it, list all"),
            "NAME",
            nargs="?",
            completion="brief",
        ),
        JSON_OPTION,
    ),
    over_ssh="worker",
)
