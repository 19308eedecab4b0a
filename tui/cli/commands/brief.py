"""``medbrief brief``: a narrative, or the list of them."""

from __future__ import annotations

from tui.cli.args.shared_options import JSON_OPTION
from tui.cli.args.spec import Argument, Command, Example, Options
from tui.cli.commands import list_, show
from tui.cli.settings import Settings
from tui.store import Store
from tui.text.language import Wording


def run(store: Store, options: Options, settings: Settings) -> int:
    """Print the narrative of that name; without a name, which ones there are."""
    if options.id:
        return show.run(store, options, settings, kind="brief")
    return list_.print_list(store, "brief", settings, as_json=options.json)


COMMAND = Command(
    "brief",
    Wording("读一篇叙述简报", "read a narrative briefing"),
    run,
    (Example("medbrief brief five-minutes", Wording("五分钟读完", "in five minutes")),),
    (
        Argument(
            ("id",),
            Wording("不写则列出全部", "without it: the list of them"),
            "NAME",
            nargs="?",
            completion="brief",
        ),
        JSON_OPTION,
    ),
    over_ssh="worker",
)
