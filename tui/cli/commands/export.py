"""``medbrief export``: records as a file to send on, print or compute with."""

from __future__ import annotations

from tui.cli import messages
from tui.cli.args.spec import Argument, Command, Example, Options
from tui.cli.output.writer import print_message, write_file_output
from tui.cli.resolve import report_unknown_id
from tui.cli.settings import Settings
from tui.store import Store
from tui.text.language import Wording

_FORMATS = ("md", "html", "json", "csv", "bibtex")


def run(store: Store, options: Options, settings: Settings) -> int:
    """Print the file; 1 where an id is unknown, 2 where it is not said what to export."""
    from tui.export.fact_evidence import record_of
    from tui.export.formats import export

    if bool(options.id) == options.all:
        said = messages.IDS_OR_ALL if options.all else messages.WHAT_TO_EXPORT
        print_message(said.of(settings.language))
        return 2
    ids = store.identities() if options.all else []
    for asked in options.id:
        record = record_of(store, asked)
        if record is None:
            return report_unknown_id(store, asked, settings)
        ids.append(record)
    write_file_output(export(store, ids, options.format, settings.language, whole=options.all))
    return 0


COMMAND = Command(
    "export",
    Wording("导出为文件", "export records as a file"),
    run,
    (
        Example(
            "medbrief export --all --format html > briefing.html",
            Wording("整份简报，一个网页文件", "the whole briefing as one web page"),
        ),
        Example(
            "medbrief export market-size jd-health > two.md",
            Wording("两条记录，带脚注的Markdown", "two records as Markdown with footnotes"),
        ),
        Example(
            "medbrief export --all --format csv > facts.csv",
            Wording("每个事实一行的表格", "a table with a row per fact"),
        ),
    ),
    (
        Argument(
            ("id",),
            Wording("记录的标识", "ids of records"),
            "ID",
            nargs="*",
            completion="record",
        ),
        Argument(("--all",), Wording("整份简报", "the whole briefing"), switch=True),
        Argument(
            ("--format",),
            Wording("格式（默认md）", "format (default: md)"),
            default="md",
            choices=_FORMATS,
        ),
    ),
    group="files",
    over_ssh="worker",
)
