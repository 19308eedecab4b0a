"""``medbrief show``: print the page of a record."""

from __future__ import annotations

from tui.cli.args.shared_options import JSON_OPTION
from tui.cli.args.spec import Argument, Command, Example, Options
from tui.cli.output.writer import write_lines, write_output
from tui.cli.resolve import report_unknown_id, resolve_id
from tui.cli.settings import Settings
from tui.render.json_output import entry_objects, to_json
from tui.render.page_layout import lay_out
from tui.store import Store
from tui.text.language import Wording


def run(store: Store, options: Options, settings: Settings, kind: str | None = None) -> int:
    """Print the page; return 1 if there is no such record (of that kind)."""
    identity = resolve_id(store, options.id)
    answers = [entry for entry in store.answers(identity) if kind in (None, entry.kind)]
    document = store.document(identity, settings.language) if answers else None
    if document is None:
        return report_unknown_id(store, options.id, settings, kind, as_json=options.json)
    if options.json:
        write_output(to_json(entry_objects(store, answers)))
    else:
        write_lines(lay_out(document, settings.width, settings.glyphs), settings)
    return 0


COMMAND = Command(
    "show",
    Wording("显示一条记录的页面", "show the page of a record"),
    run,
    (Example("medbrief show jd-health", Wording("京东健康的页面", "the page of JD Health")),),
    (
        Argument(
            ("id",),
            Wording(
                "find、list所列的标识，或全名", "id as find and list print it, or the full name"
            ),
            "ID",
            completion="record",
        ),
        JSON_OPTION,
    ),
    group="look up",
    over_ssh="worker",
)
