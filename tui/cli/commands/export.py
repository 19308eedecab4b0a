"""``medbrief export``: records in a file format."""

from __future__ import annotations

from tui.cli.args.list_filters import FILTERS, HOW_FILTERS_COMBINE, requested_filters, subject_of
from tui.cli.args.output_format import FRONT_MATTER, TABLE, format_option, requested_format
from tui.cli.args.shared_options import JSON_OPTION
from tui.cli.args.spec import Argument, Command, Example, Options, UsageError
from tui.cli.commands.list_ import print_table
from tui.cli.output.record_output import write_records
from tui.cli.output.selection_report import report_selection
from tui.cli.resolve import report_unknown_id, resolve_reference
from tui.cli.settings import Settings
from tui.export.formats import Contents
from tui.store import Store
from tui.text.language import Wording
from tui.views import matching_facts, select_by_facts
from tui.views.subject_order import in_subject_order

_NOTHING_GIVEN = Wording(
    "没有指定导出的内容：应写上记录的标识、筛选条件（如--tag），或用--all导出整份简报",
    "nothing to export: expected ids of records, filters such as --tag, "
    "or --all for the whole briefing",
)
_IDS_AND_ALL = Wording(
    "--all不能与标识同用：只用其中之一",
    "--all cannot be combined with ids: use one of the two",
)
_IDS_AND_FILTERS = Wording(
    "筛选条件不能与标识同用：只用其中之一",
    "filters cannot be combined with ids: use one of the two",
)
_DEFAULT = "md"


def run(store: Store, options: Options, settings: Settings) -> int:
    """Print the file; return 1 for an unknown id or if no record matches.

    Raises:
        UsageError: unless either ids, filters or ``--all`` are given, for an invalid filter,
            contradicting formats, or docx without pandoc.
    """
    from tui.export.fact_evidence import facts_of, record_of

    language = settings.language
    filters = requested_filters(store, options)
    filtered = bool(filters.facets) or filters.within is not None
    error = (
        (_IDS_AND_ALL if options.all else _IDS_AND_FILTERS if filtered else None)
        if options.id
        else (None if options.all or filtered else _NOTHING_GIVEN)
    )
    if error:
        raise UsageError(error)
    form = requested_format(options, _DEFAULT, settings)
    if filtered:
        found = select_by_facts(store, filters)
        subject = subject_of(store, filters, options)
        ids = in_subject_order(store, found.ids) if filters.facets.get("tag") else found.ids
        contents = Contents(store, ids, language, subject=subject)
        if form == TABLE:
            facts = matching_facts(store, filters, found.ids)
            code = print_table(store, None, settings, set(found.ids), facts=facts)
        else:
            code = write_records(contents, form, options, settings)
        report_selection(store, found, language, filters)
        return code
    named = store.identities() if options.all else []
    identities = [resolve_reference(store, name) for name in options.id]
    for identity in identities:
        record = record_of(store, identity)
        if record is None:
            from tui.cli.args.question_line import look_up_typed

            if (looked_up := look_up_typed(store, options, settings)) is not None:
                return looked_up
            return report_unknown_id(store, identity, settings, as_json=form == "json")
        named.append(record)
    contents = Contents(store, named, language, whole=options.all)
    figures = dict.fromkeys(zip(named, identities, strict=False))
    if figures and all(identity in facts_of(store, record) for record, identity in figures):
        contents = contents._replace(facts=tuple(figures))
    return _write(contents, form, options, settings)


def _write(contents: Contents, form: str, options: Options, settings: Settings) -> int:
    if form == TABLE:
        return print_table(contents.store, None, settings, set(contents.identities))
    return write_records(contents, form, options, settings)


COMMAND = Command(
    "export",
    Wording("导出为文件", "export records to a file"),
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
        Example(
            "medbrief export market-size@2022 jd-health.revenue@2021-H1 -o two.csv",
            Wording("只有这两个数字的表格", "a table of these two figures"),
        ),
        Example(
            "medbrief export --tag financing -o financing.docx",
            Wording(
                "某主题的简报，Word文档（需pandoc）",
                "one subject, as a Word document (requires pandoc)",
            ),
        ),
    ),
    (
        Argument(
            ("id",),
            Wording("记录或数字的标识", "ids of records or figures"),
            "ID",
            nargs="*",
            completion="figure",
        ),
        Argument(("--all",), Wording("整份简报", "the whole briefing"), switch=True),
        *FILTERS,
        format_option(_DEFAULT),
        FRONT_MATTER,
        JSON_OPTION,
    ),
    details=(
        HOW_FILTERS_COMBINE,
        Wording(
            "筛选的是记录：文件包含所选记录的全部内容。docx需要本机装有pandoc。",
            "Filters select records; the file contains everything about each selected record. "
            "docx requires pandoc.",
        ),
        Wording(
            "只写数字的标识（如market-size@2022）时，csv、tsv、json和jsonl只有这些数字；其他格式为其所在的页面。",
            "With ids of figures alone, such as market-size@2022, csv, tsv, json and jsonl contain "
            "these figures; the other formats contain their pages.",
        ),
        Wording(
            "csv和tsv每个事实一行，没有事实的记录也有一行；分歧与其他记录一起导出时只有一行，"
            "不带数值。只导出分歧（如list disagreements --format csv）时每方一行，form为side。",
            "csv and tsv have one row per fact; a record without facts has one row. A disagreement "
            "exported with other records has one row, without a value. Disagreements exported "
            "alone "
            "(list disagreements --format csv) have one row per side; its form is side.",
        ),
        Wording(
            "csv和tsv中，可能被电子表格当作公式的文字（如+55.4%）前有撇号，去掉即为原文；"
            "value与base_value两列是数字，没有撇号。",
            "In csv and tsv, text that a spreadsheet would read as a formula, such as +55.4%, "
            "starts with an apostrophe; remove it to get the original text. The numeric columns "
            "value and base_value have none.",
        ),
    ),
    group="files",
    over_ssh="worker",
)
