"""``medbrief open``: the panels at one record or section; without a terminal, its page in print."""

from __future__ import annotations

from typing import NamedTuple

from tui.cli import launch
from tui.cli.args.shared_options import WATCH_OPTION
from tui.cli.args.spec import Argument, Command, Example, Options
from tui.cli.commands import list_
from tui.cli.output.writer import write_lines
from tui.cli.resolve import report_unknown_id, resolve_id
from tui.cli.settings import Settings
from tui.document.fact_ref import record_id_of
from tui.render.page_layout import lay_out
from tui.store import Section, Store
from tui.text.language import Wording


class _Found(NamedTuple):
    section: Section
    record: str = ""


def run(store: Store, options: Options, settings: Settings) -> int:
    """Open the panels there; 1 where there is no such place."""
    found = _find(store, options.id, settings)
    if found is None:
        return report_unknown_id(store, options.id, settings, known=_near(store, options.id))
    if launch.can_open_panels(settings):
        figure = options.id if found.record else ""
        return launch.open_panels(store, settings, found.section.id, found.record, figure)
    identity = found.record or found.section.id
    if document := store.document(identity, settings.language):
        write_lines(lay_out(document, settings.width, settings.glyphs), settings)
        return 0
    return list_.print_list(store, found.section.kind, settings, as_json=False)


def _find(store: Store, name: str, settings: Settings) -> _Found | None:
    """A section by its id or title; a record by its id, by one of its figures or by its name."""
    sections = store.sections()
    for section in sections:
        if name.casefold() in (section.id, *(title.casefold() for title in section.title)):
            return _Found(section)
    row = store.row(resolve_id(store, name), settings.language)
    if row:
        section = next(section for section in sections if section.id == row.section)
        return _Found(section, row.id)
    return None


def _near(store: Store, name: str) -> list[str]:
    """Figures of the record that is named; else sections with a name like it."""
    from tui.text.close_matches import close_matches

    facts = [entry.fact for entry in store.answers(record_id_of(name)) if entry.fact]
    return facts or close_matches(name, [section.id for section in store.sections()])


COMMAND = Command(
    "open",
    Wording("在面板中打开一条记录或一个栏目", "open the panels at a record or section"),
    run,
    (
        Example("medbrief open jd-health", Wording("京东健康的页面", "the page of JD Health")),
        Example(
            "medbrief open market-size@2022",
            Wording("一个数字所在的页面", "the page on which a figure stands"),
        ),
        Example("medbrief open players", Wording("参与者一栏", "the section of players")),
    ),
    (
        Argument(
            ("id",),
            Wording("记录、数字的标识，或栏目名", "the id of a record or figure, or a section"),
            "ID",
            completion="place",
        ),
        WATCH_OPTION,
    ),
    group="browse",
    details=(
        Wording(
            "没有终端（如输出给别的程序）时，印出那一页。",
            "Where there is no terminal, as in a pipe, the page is printed.",
        ),
    ),
    over_ssh="worker",
)
