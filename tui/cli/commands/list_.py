"""``medbrief list``: records, a line each, all of them or those that fit the filters."""

from __future__ import annotations

from collections.abc import Container

from tui.cli import messages
from tui.cli.args.list_filters import FILTERS, requested_filters
from tui.cli.args.record_kinds import PLURALS, kind
from tui.cli.args.shared_options import JSON_OPTION
from tui.cli.args.spec import Argument, Command, Example, Options, UsageError
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

_NOTHING_FITS = Wording("没有记录符合这些条件", "no record fits these filters")
_UNDATED = Wording("因没有日期而未列出：{count}条", "left out for want of a date: {count}")


def run(store: Store, options: Options, settings: Settings) -> int:
    """Print the records that were asked for; 1 where none fits, 2 for a filter that cannot be."""
    try:
        asked = requested_filters(store, options)
    except UsageError as error:
        print_message(error.message.of(settings.language))
        return 2
    if not asked.facets and asked.within is None:
        return print_list(store, None, settings, as_json=options.json, order=options.sort)
    found = select(store, asked)
    kinds = asked.facets.get("kind", ())
    only = kinds[0] if len(kinds) == 1 else None
    among = set(found.ids)
    code = print_list(store, only, settings, as_json=options.json, among=among, order=options.sort)
    if not found.ids:
        print_message(_NOTHING_FITS.of(settings.language))
    if found.undated:
        print_message(_UNDATED.format(count=found.undated).of(settings.language))
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
    """Print the records of a kind, or of all kinds under their sections' titles; where ``among``
    is given, only those. ``order``: within a section, see ``tui.views.ordering``."""
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
    identifier = (messages.IDENTIFIER.of(settings.language), "left")
    columns = [identifier, *section.columns(settings.language)]
    cells = [(row.id, *row.cells) for row in rows]
    return listing(
        columns, cells, settings.width if settings.fixed_width else None, 1, settings.glyphs
    )


COMMAND = Command(
    "list",
    Wording("列出全部或符合条件的记录", "list records, all or those that fit"),
    run,
    (
        Example("medbrief list policies", Wording("全部政策", "all policies")),
        Example(
            "medbrief list policies --level national --since 2020",
            Wording("2020年以来的国家级政策", "national policies since 2020"),
        ),
        Example(
            "medbrief list --tag 医保支付 --source ofweek-2021",
            Wording("某来源关于某主题的记录", "what a source says on a subject"),
        ),
    ),
    (
        Argument(
            ("place",),
            Wording("、".join(PLURALS), ", ".join(PLURALS)),
            "KIND",
            kind,
            nargs="?",
            completion="kind",
        ),
        *FILTERS,
        Argument(
            ("--sort",),
            Wording(
                "顺序：按重要性（默认）、日期、名称（拼音）或数值",
                "by importance (default), date, name or value",
            ),
            default=IMPORTANCE,
            choices=(IMPORTANCE, DATE, NAME, VALUE),
        ),
        JSON_OPTION,
    ),
    details=(
        Wording(
            "条件可写多个：同一条件的几个值（写几遍，或以逗号相连）合其一即可，不同的条件都要合。",
            "Filters may be combined: of several values of one (given again, or with commas) one "
            "has to fit, and all filters have to hold.",
        ),
    ),
    over_ssh="worker",
)
