"""``medbrief export``: records as Markdown, HTML, JSON, CSV or BibTeX."""

from __future__ import annotations

from tui.cli.args.spec import Argument, Command, Example, Options
from tui.cli.output.writer import print_error, write_file_output
from tui.cli.resolve import report_unknown_id
from tui.cli.settings import Settings
from tui.export.formats import FORMATS, export
from tui.store import Store
from tui.text.language import Wording

_NOTHING_GIVEN = Wording(
    "没有指定导出的内容：应写上记录的标识，或用--all导出整份简报",
    "nothing to export: expected ids of records, or --all for the whole briefing",
)
_IDS_AND_ALL = Wording(
    "--all不能与标识同用：只用其中之一",
    "--all cannot be combined with ids: use one of the two",
)


def run(store: Store, options: Options, settings: Settings) -> int:
    """Print the file; return 1 for an unknown id, 2 unless either ids or ``--all`` are given."""
    from tui.export.fact_evidence import record_of

    if bool(options.id) == options.all:
        error = _IDS_AND_ALL if options.all else _NOTHING_GIVEN
        print_error(error.of(settings.language), settings.language)
        return 2
    ids = store.identities() if options.all else []
    for identity in options.id:
        record = record_of(store, identity)
        if record is None:
            return report_unknown_id(store, identity, settings)
        ids.append(record)
    write_file_output(export(store, ids, options.format, settings.language, whole=options.all))
    return 0


COMMAND = Command(
    "export",
    Wording("导出为文件", "export records to a file format"),
    run,
    (
        Example(
            "medbrief export --all --format html > briefing.html",
            Wording("整份简报，一个网页文件", "the whole briefing, as one web page"),
        ),
        Example(
            "medbrief export market-size jd-health > two.md",
            Wording("两条记录，带脚注的Markdown", "two records, as Markdown with footnotes"),
        ),
        Example(
            "medbrief export --all --format csv > facts.csv",
            Wording("每个事实一行的表格", "a table with one row per fact"),
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
            choices=tuple(FORMATS),
        ),
    ),
    group="files",
    over_ssh="worker",
)
