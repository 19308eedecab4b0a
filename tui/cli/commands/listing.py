"""``medbrief list``: records, a line each."""

from __future__ import annotations

from tui.cli import wording
from tui.cli.command import Argument, Command, Example, Options
from tui.cli.common import JSON
from tui.cli.kinds import PLURALS, kind
from tui.cli.output import put, put_lines
from tui.cli.settings import Settings
from tui.document import Span
from tui.render.contract import entry_object, to_json
from tui.render.lines import BLANK, Line
from tui.render.listing import listing
from tui.store import Section, Store
from tui.text.language import Wording


def run(store: Store, options: Options, settings: Settings) -> int:
    """Print the records that were asked for."""
    return print_list(store, options.kind, settings, as_json=options.json)


def print_list(store: Store, kind: str | None, settings: Settings, *, as_json: bool) -> int:
    """Print the records of a kind, or of all kinds under their sections' titles."""
    if as_json:
        entries = store.entries(kind)
        put(to_json(entry_object(entry) for entry in entries))
        return 0 if entries else 1
    sections = [
        section
        for section in store.sections()
        if section.kind != "overview" and kind in (None, section.kind)
    ]
    lines: list[Line] = []
    for section in sections:
        if len(sections) > 1:
            lines += [BLANK] if lines else []
            lines.append((Span(section.title.of(settings.language), "heading"),))
        lines += _section(store, section, settings)
    put_lines(lines, settings)
    return 0 if lines else 1


def _section(store: Store, section: Section, settings: Settings) -> list[Line]:
    language = settings.language
    identifier = (wording.IDENTIFIER.of(language), "left")
    columns = [identifier, *section.columns(language)]
    rows = [(row.id, *row.cells) for row in store.rows(section.id, language)]
    return listing(columns, rows, settings.width if settings.fixed else None, name=1)


COMMAND = Command(
    "list",
    Wording("列出全部或一类记录", "list records, all or of a kind"),
    run,
    (Example("medbrief list policies", Wording("全部政策", "all policies")),),
    (
        Argument(
            ("kind",),
            Wording("、".join(PLURALS), ", ".join(PLURALS)),
            "KIND",
            kind,
            nargs="?",
        ),
        JSON,
    ),
)
