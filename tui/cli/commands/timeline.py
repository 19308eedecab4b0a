"""``medbrief timeline``: what happened when."""

from __future__ import annotations

from tui.cli.args.list_filters import SINCE, UNTIL, parse_facet_values, requested_range
from tui.cli.args.shared_options import JSON_OPTION
from tui.cli.args.spec import Argument, Command, Example, Options, UsageError
from tui.cli.output.writer import print_message, write_lines, write_output
from tui.cli.settings import Settings
from tui.render.json_output import entry_object, to_json
from tui.render.page_layout import lay_out
from tui.store import Store
from tui.text.language import Wording
from tui.views import entry_for, timeline, timeline_choices, timeline_entries

_NOTHING = Wording("这段时间里没有这类事件", "nothing of that type happened in that time")


def run(store: Store, options: Options, settings: Settings) -> int:
    """Print what happened, year by year; 1 where nothing did, 2 for what cannot be asked."""
    try:
        within = requested_range(options)
        types = (
            parse_facet_values("type", options.type, timeline_choices(store))
            if options.type
            else ()
        )
    except UsageError as error:
        print_message(error.message.of(settings.language))
        return 2
    found = timeline_entries(store, within, types)
    if options.json:
        write_output(to_json(entry_object(entry_for(store, happening)) for happening in found))
    elif found:
        document = timeline(store, settings.language, within, types)
        write_lines(lay_out(document, settings.width, settings.glyphs), settings)
    if not found:
        print_message(_NOTHING.of(settings.language))
    return 0 if found else 1


COMMAND = Command(
    "timeline",
    Wording("按时间看政策、融资与上线", "policies, financings, launches in order of time"),
    run,
    (
        Example("medbrief timeline --since 2018 --until 2021", Wording("某几年", "of some years")),
        Example("medbrief timeline --type financing,融资", Wording("某一类", "of one type")),
    ),
    (
        SINCE,
        UNTIL,
        Argument(
            ("--type",),
            Wording("类型，如政策、融资、成立", "type: policy, financing, founding"),
            "TYPE",
            repeatable=True,
            completion="happening",
        ),
        JSON_OPTION,
    ),
    over_ssh="worker",
)
