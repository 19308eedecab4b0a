"""``medbrief overview``: print the overview."""

from __future__ import annotations

from tui.cli.args.shared_options import JSON_OPTION
from tui.cli.args.spec import Command, Example, Options
from tui.cli.settings import Settings
from tui.document import Cards
from tui.document.link_target import OVERVIEW, parse_target
from tui.store import Store
from tui.text.language import Wording


def run(store: Store, options: Options, settings: Settings) -> int:
    """Print the page that the panels open with; with ``--json`` its key figures."""
    if options.json:
        return _print_json(store, settings)
    from tui.cli.launch import print_overview

    return print_overview(store, settings)


def _print_json(store: Store, settings: Settings) -> int:
    from tui.cli.output.writer import write_output
    from tui.render.json_output import entry_objects, to_json

    page = store.document(OVERVIEW, settings.language)
    dashboards = [block for block in page.blocks if isinstance(block, Cards)] if page else []
    ids = [parse_target(card.target).record for each in dashboards for card in each.figures]
    entries = [store.answers(identity)[0] for identity in ids if identity]
    write_output(to_json(entry_objects(store, entries)))
    return 0 if entries else 1


COMMAND = Command(
    "overview",
    Wording("输出概览：要点与各部分的条数", "print the overview: key takeaways and contents"),
    run,
    (
        Example("medbrief overview", Wording("输出概览", "print the overview")),
        Example(
            "medbrief overview --json",
            Wording("其中的关键数字，供程序读取", "its key figures, for programs"),
        ),
    ),
    (JSON_OPTION,),
    over_ssh="worker",
)
