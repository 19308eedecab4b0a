"""``medbrief list``: records, one a line, all or those that match the filters."""

from __future__ import annotations

from collections.abc import Container

from tui.cli import messages
from tui.cli.args.list_filters import FILTERS, requested_filters
from tui.cli.args.record_kinds import record_kind
from tui.cli.args.shared_options import JSON_OPTION
from tui.cli.args.spec import Argument, Command, Example, Options
from tui.cli.output.writer import print_message, write_lines, write_output
from tui.cli.settings import Settings
from tui.document import Span
from tui.render.json_output import entry_object, to_json
from tui.render.line_wrap import BLANK, Line
from tui.render.list_layout import listing
from tui.store import Row, Section, Store
from tui.text.language import Language, Wording
from tui.views.ordering import DATE, IMPORTANCE, NAME, VALUE, sort_rows
from tui.views.selection import select

_ID_COLUMN = Wording("标识", "Id")
_NO_MATCH = Wording("没有符合条件的记录", "no records match these filters")
_UNDATED = Wording("略去{count}条没有日期的记录", "{records} omitted")


def run(store: Store, options: Options, settings: Settings) -> int:
    """Print the matching records; return 1 if there are none.

    Raises:
        UsageError: for an unknown kind or an invalid filter.
    """
    kind = record_kind(store, options.record_kind) if options.record_kind else None
    filters = requested_filters(store, options, kind)
    if not filters.facets and filters.within is None:
        return print_list(store, None, settings, as_json=options.json, order=options.sort)
    found = select(store, filters)
    kinds = filters.facets.get("kind", ())
    only = kinds[0] if len(kinds) == 1 else None
    among = set(found.ids)
    code = print_list(store, only, settings, as_json=options.json, among=among, order=options.sort)
    if not found.ids:
        print_message(_NO_MATCH.of(settings.language))
    if found.undated:
        print_message(
            _UNDATED.format(
                count=found.undated, records=messages.count_of(found.undated, "undated record")
            ).of(settings.language)
        )
    return code


def print_list(
    store: Store,
    kind: str | None,
    settings: Settings,
    *,
    as_json: bool,
    among: Container[str] | None = None,
    order: str = IMPORTANCE,
) -> int:
    """Print the records of a kind, or of all kinds under the titles of their sections.

    ``among``: the ids to print, if not all; ``order``: the order within a section, one of
    ``tui.views.ordering``. Return 1 if there are none.
    """
    shown = [
        (section, _rows(store, section, settings.language, among, order))
        for section in store.sections()
        if section.kind != "overview" and kind in (None, section.kind)
    ]
    if as_json:
        entries = {entry.id: entry for entry in store.entries(kind)}
        ids = [row.id for _, rows in shown for row in rows]
        write_output(to_json(entry_object(entries[identity]) for identity in ids))
        return 0 if ids else 1
    lines: list[Line] = []
    for section, rows in shown:
        listed = _section(section, rows, settings)
        if listed and kind is None:
            lines += [BLANK] if lines else []
            lines.append((Span(section.title.of(settings.language), "heading"),))
        lines += listed
    write_lines(lines, settings)
    return 0 if lines else 1


def _rows(
    store: Store, section: Section, language: Language, among: Container[str] | None, order: str
) -> list[Row]:
    rows = store.rows(section.id, language)
    chosen = [row for row in rows if among is None or row.id in among]
    return sort_rows(store, chosen, order, language)


def _section(section: Section, rows: list[Row], settings: Settings) -> list[Line]:
    if not rows:
        return []
    identifier = (_ID_COLUMN.of(settings.language), "left")
    columns = [identifier, *section.columns(settings.language)]
    cells = [(row.id, *row.cells) for row in rows]
    return listing(
        columns, cells, settings.width if settings.fixed_width else None, 1, settings.glyphs
    )


COMMAND = Command(
    "list",
    Wording("列出全部或符合条件的记录", "list records, all or filtered"),
    run,
    (
        Example("medbrief list policies", Wording("全部政策", "all policies")),
        Example(
            "medbrief list policies --level national --since 2020",
            Wording("2020年以来的国家级政策", "national policies since 2020"),
        ),
        Example(
            "medbrief list --tag 医保支付 --source ofweek-2021",
            Wording("引用某来源的某主题记录", "records on a topic that cite a source"),
        ),
    ),
    (
        Argument(
            ("record_kind",),
            Wording("类别：players、policies、statistics等", "players, policies, statistics, …"),
            "KIND",
            nargs="?",
            completion="kind",
        ),
        *FILTERS,
        Argument(
            ("--sort",),
            Wording(
                "排序：按重要性（默认）、日期、名称（拼音）或数值",
                "order by importance (default), date, name or value",
            ),
            default=IMPORTANCE,
            choices=(IMPORTANCE, DATE, NAME, VALUE),
        ),
        JSON_OPTION,
    ),
    details=(
        Wording(
            "筛选条件可以组合：同一条件可写多个值（重复该选项，或以逗号分隔），各值之间为“或”，"
            "不同条件之间为“且”。",
            "Filters can be combined. Values of one filter (repeat the option, or separate them "
            "with commas) are alternatives (OR); different filters must all match (AND).",
        ),
    ),
    over_ssh="worker",
)
