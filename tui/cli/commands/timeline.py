"""``medbrief timeline``: events in chronological order."""

from __future__ import annotations

from tui.cli.args.list_filters import (
    EVENT_FILTERS,
    HOW_FILTERS_COMBINE,
    parse_facet_values,
    requested_filters,
    subject_of,
)
from tui.cli.args.output_format import FRONT_MATTER, TABLE, format_option, requested_format
from tui.cli.args.shared_options import JSON_OPTION
from tui.cli.args.spec import Argument, Command, Example, Options
from tui.cli.output.record_output import write_records
from tui.cli.output.writer import print_message, write_lines
from tui.cli.settings import Settings
from tui.document import Span
from tui.render.line_wrap import BLANK, wrap
from tui.render.page_layout import lay_out
from tui.store import Store
from tui.text.language import NO_TEXT, Wording, enumeration
from tui.views import (
    SelectionFilter,
    TimelineEvent,
    UndatedEvent,
    entry_for,
    joined_subjects,
    select,
    subject_of_types,
    timeline_choices,
    timeline_document,
    timeline_events,
    undated_events,
    undated_lines,
)
from tui.views.subject_order import in_subject_order

_NAME_UNDATED = (TABLE, "md", "html", "docx")
"""The formats in which the page itself names what has no date."""
_NO_EVENTS = Wording("没有符合条件的事件", "no events match")
_FIGURES = Wording(
    "各时期的数据不是事件，见统计：{names}（medbrief show {ids}）",
    "Figures by period are no events; see the statistics: {names} (medbrief show {ids})",
)
_MOST_FIGURES = 3
"""Statistics of a subject that are named below its events."""


def run(store: Store, options: Options, settings: Settings) -> int:
    """Print the events, year by year; return 1 if there are none.

    Raises:
        UsageError: for an invalid filter, or contradicting formats.
    """
    language = settings.language
    form = requested_format(options, TABLE, settings)
    filters = requested_filters(store, options, arguments=EVENT_FILTERS)
    types: tuple[str, ...] = ()
    if options.type:
        types = parse_facet_values("type", options.type, timeline_choices(store))
    events = _events(store, filters, types)
    undated = _undated(store, filters, types)
    if options.reverse:
        events.reverse()
    code = 0
    figures = _figures(store, filters).of(language) if form == TABLE else ""
    if form != TABLE:
        from tui.export.page_contents import timeline_contents

        subject = joined_subjects(
            (subject_of_types(store, types), subject_of(store, filters, options))
        )
        contents = timeline_contents(store, events, undated, language, subject)
        code = write_records(contents, form, options, settings)
    elif events:
        document = timeline_document(store, language, events, undated)
        lines = lay_out(document, settings.width, settings.glyphs)
        if figures:
            lines += [BLANK, *wrap((Span(figures, "muted"),), settings.width)]
        write_lines(lines, settings)
    if not events:
        print_message(_NO_EVENTS.of(language))
        if figures:
            print_message(figures)
    if not events or form not in _NAME_UNDATED:
        for line in undated_lines(undated, language):
            print_message(line)
    return code if events else 1


def _events(store: Store, filters: SelectionFilter, types: tuple[str, ...]) -> list[TimelineEvent]:
    """Return the matching events. Status and source are those of the event, not of its record."""
    events = timeline_events(store, filters.within, types)
    records = _records(store, filters)
    statuses, sources = _own_filters(filters)
    return [
        event
        for event in events
        if (records is None or event.id in records) and _matches(store, event, statuses, sources)
    ]


def _figures(store: Store, filters: SelectionFilter) -> Wording:
    """Return the main statistics of a subject in words, if there are any of the period."""
    if not (tags := filters.facets.get("tag")):
        return NO_TEXT
    wanted = SelectionFilter({"kind": ("statistic",), "tag": tags}, filters.within)
    ids = in_subject_order(store, select(store, wanted).ids)[:_MOST_FIGURES]
    if not ids:
        return NO_TEXT
    names = enumeration([store.answers(each)[0].title for each in ids])
    return _FIGURES.format(names=names, ids=" ".join(ids))


def _records(store: Store, filters: SelectionFilter) -> frozenset[str] | None:
    """Return the records whose events match the other filters; None for all."""
    facets = {
        name: values for name, values in filters.facets.items() if name not in ("status", "source")
    }
    return frozenset(select(store, SelectionFilter(facets)).ids) if facets else None


def _own_filters(filters: SelectionFilter) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return filters.facets.get("status", ()), filters.facets.get("source", ())


def _matches(
    store: Store,
    event: TimelineEvent | UndatedEvent,
    statuses: tuple[str, ...],
    sources: tuple[str, ...],
) -> bool:
    if statuses and event.status not in statuses:
        return False
    if not sources:
        return True
    return any(each["source"] in sources for each in entry_for(store, event).citations)


def _undated(store: Store, filters: SelectionFilter, types: tuple[str, ...]) -> list[UndatedEvent]:
    """Return the undated events that would match if their dates were known to."""
    records = _records(store, filters)
    statuses, sources = _own_filters(filters)
    return [
        event
        for event in undated_events(store, types)
        if (records is None or event.id in records) and _matches(store, event, statuses, sources)
    ]


COMMAND = Command(
    "timeline",
    Wording(
        "按时间顺序列出政策、融资与上线",
        "policies, funding rounds and launches in chronological order",
    ),
    run,
    (
        Example(
            "medbrief timeline --since 2018 --until 2021",
            Wording("某几年的事件", "events of these years"),
        ),
        Example(
            "medbrief timeline --tag financing --since 2021",
            Wording("某一主题某年以来的事件", "events of a subject since a year"),
        ),
        Example(
            "medbrief timeline --type financing,launch",
            Wording("某几类的事件", "events of these types"),
        ),
    ),
    (
        *EVENT_FILTERS,
        Argument(
            ("--type",),
            Wording("类型，如政策、融资、成立", "type, such as policy, financing or founding"),
            "TYPE",
            repeatable=True,
            completion="event-type",
        ),
        Argument(("--reverse",), Wording("新的在前", "newest first"), switch=True),
        format_option(TABLE),
        FRONT_MATTER,
        JSON_OPTION,
    ),
    details=(
        HOW_FILTERS_COMBINE,
        Wording(
            "--status和--source针对事件本身，其余条件针对事件所属的记录。csv、tsv、json和jsonl"
            "每个事件一项；md、html和docx是一张表，列出日期、事件、记录和来源；bibtex包含所引的来源。",
            "--status and --source match the event itself, the other filters the record that it "
            "belongs to. csv, tsv, json and jsonl contain one entry per event; md, html and docx "
            "contain a table of dates, events, records and sources, bibtex the cited sources.",
        ),
    ),
    over_ssh="worker",
)
