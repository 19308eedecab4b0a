"""``medbrief timeline``: events in chronological order."""

from __future__ import annotations

from tui.cli.args.list_filters import SINCE, UNTIL, parse_facet_values, requested_range
from tui.cli.args.shared_options import JSON_OPTION
from tui.cli.args.spec import Argument, Command, Example, Options
from tui.cli.output.writer import print_message, write_lines, write_output
from tui.cli.settings import Settings
from tui.render.json_output import entry_object, to_json
from tui.render.page_layout import lay_out
from tui.store import Store
from tui.text.language import Wording
from tui.views import entry_for, timeline, timeline_choices, timeline_events

_NO_EVENTS = Wording("没有符合条件的事件", "no events match")


def run(store: Store, options: Options, settings: Settings) -> int:
    """Print the events, year by year; return 1 if there are none.

    Raises:
        UsageError: for an invalid filter.
    """
    language = settings.language
    types: tuple[str, ...] = ()
    within = requested_range(options)
    if options.type:
        types = parse_facet_values("type", options.type, timeline_choices(store))
    events = timeline_events(store, within, types)
    if options.json:
        write_output(to_json(entry_object(entry_for(store, event)) for event in events))
    elif events:
        document = timeline(store, language, within, types)
        write_lines(lay_out(document, settings.width, settings.glyphs), settings)
    if not events:
        print_message(_NO_EVENTS.of(language))
    return 0 if events else 1


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
            Wording("某几年的事件", "the events of some years"),
        ),
        Example(
            "medbrief timeline --type financing,融资",
            Wording("某一类的事件", "the events of one type"),
        ),
    ),
    (
        SINCE,
        UNTIL,
        Argument(
            ("--type",),
            Wording("类型，如政策、融资、成立", "type, such as policy, financing or founding"),
            "TYPE",
            repeatable=True,
            completion="event-type",
        ),
        JSON_OPTION,
    ),
    over_ssh="worker",
)
