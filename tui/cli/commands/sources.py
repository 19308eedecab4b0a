"""``medbrief sources``: list the source documents."""

from __future__ import annotations

from tui.cli.args.output_format import FRONT_MATTER, TABLE, format_option, requested_format
from tui.cli.args.shared_options import JSON_OPTION
from tui.cli.args.spec import Command, Example, Options
from tui.cli.commands.list_ import contents_of, print_table
from tui.cli.output.record_output import write_records
from tui.cli.settings import Settings
from tui.store import Store
from tui.text.language import Wording


def run(store: Store, options: Options, settings: Settings) -> int:
    """Print the source documents, one a line.

    Raises:
        UsageError: for contradicting formats.
    """
    form = requested_format(options, TABLE, settings)
    if form == TABLE:
        return print_table(store, "source", settings)
    return write_records(contents_of(store, "source", settings), form, options, settings)


COMMAND = Command(
    "sources",
    Wording("列出来源文件", "list the source documents"),
    run,
    (Example("medbrief sources", Wording("全部来源文件", "all source documents")),),
    (format_option(TABLE), FRONT_MATTER, JSON_OPTION),
    over_ssh="worker",
)
