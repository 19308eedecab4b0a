"""``medbrief sources``: list the source documents."""

from __future__ import annotations

from tui.cli.args.list_filters import FILTERS, HOW_FILTERS_COMBINE, requested_filters
from tui.cli.args.output_format import FRONT_MATTER, TABLE, format_option
from tui.cli.args.shared_options import JSON_OPTION
from tui.cli.args.sort_options import ORDER_OPTIONS
from tui.cli.args.spec import Command, Example, Options
from tui.cli.commands.list_ import list_records
from tui.cli.settings import Settings
from tui.store import Store
from tui.text.language import Wording

_FILTERS = tuple(
    argument for argument in FILTERS if argument.dest in ("type", "tag", "since", "until")
)


def run(store: Store, options: Options, settings: Settings) -> int:
    """Print the source documents, one a line, as ``list sources`` does.

    Raises:
        UsageError: for an invalid filter, or contradicting formats.
    """
    filters = requested_filters(store, options, "source", _FILTERS)
    return list_records(store, "source", filters, options, settings)


COMMAND = Command(
    "sources",
    Wording("列出来源文件", "list the source documents"),
    run,
    (
        Example("medbrief sources", Wording("全部来源文件", "all source documents")),
        Example(
            "medbrief sources --since 2021 --sort date",
            Wording("2021年以来的，新的在前", "sources since 2021, newest first"),
        ),
    ),
    (*_FILTERS, *ORDER_OPTIONS, format_option(TABLE), FRONT_MATTER, JSON_OPTION),
    details=(HOW_FILTERS_COMBINE,),
    over_ssh="worker",
)
