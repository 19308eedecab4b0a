"""``medbrief sources``: list the source documents."""

from __future__ import annotations

from tui.cli.args.shared_options import JSON_OPTION
from tui.cli.args.spec import Command, Example, Options
from tui.cli.commands.list_ import print_list
from tui.cli.settings import Settings
from tui.store import Store
from tui.text.language import Wording


def run(store: Store, options: Options, settings: Settings) -> int:
    """Print the source documents, one a line."""
    return print_list(store, "source", settings, as_json=options.json)


COMMAND = Command(
    "sources",
    Wording("列出来源文件", "list the source documents"),
    run,
    (Example("medbrief sources", Wording("全部来源文件", "all source documents")),),
    (JSON_OPTION,),
    over_ssh="worker",
)
