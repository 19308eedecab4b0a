"""``medbrief open``: open the panels at a record or section; print its page outside a terminal."""

from __future__ import annotations

from typing import NamedTuple

from tui.cli import launch
from tui.cli.args.shared_options import WATCH_OPTION
from tui.cli.args.spec import Argument, Command, Example, Options
from tui.cli.commands import list_
from tui.cli.output.writer import write_lines
from tui.cli.resolve import report_unknown_id, resolve_id
from tui.cli.settings import Settings
from tui.document.fact_ref import is_figure
from tui.render.page_layout import lay_out_text
from tui.store import Section, Store
from tui.text.language import Wording


class _Location(NamedTuple):
    section: Section
    record: str = ""


def run(store: Store, options: Options, settings: Settings) -> int:
    """Open the panels at a record, figure or section; return 1 if there is none of that name."""
    found = _find(store, options.id, settings)
    if found is None:
        identity = resolve_id(store, options.id)
        return report_unknown_id(
            store, identity, settings, known=_similar_sections(store, identity)
        )
    if launch.can_open_panels(settings):
        figure = options.id if found.record else ""
        return launch.open_panels(store, settings, found.section.id, found.record, figure)
    identity = found.record or found.section.id
    if document := store.document(identity, settings.language):
        write_lines(lay_out_text(document, settings.width, settings.glyphs), settings)
        return 0
    return list_.print_list(store, found.section.kind, settings, as_json=False)


def _find(store: Store, name: str, settings: Settings) -> _Location | None:
    """Find a section by its id, its title or a word for its records (companies, 企业), or a record
    by its id, figure or name."""
    sections = store.sections()
    for section in sections:
        if name.casefold() in _names(store, section):
            return _Location(section)
    row = store.row(resolve_id(store, name), settings.language)
    if row:
        section = next(section for section in sections if section.id == row.section)
        return _Location(section, row.id)
    return None


def _similar_sections(store: Store, name: str) -> list[str]:
    from tui.text.close_matches import close_matches

    if is_figure(name):
        return []
    names = [each for section in store.sections() for each in _names(store, section)]
    return close_matches(name, names)


def _names(store: Store, section: Section) -> list[str]:
    words = (kind.words for kind in store.kinds() if kind.id == section.kind)
    return [word.casefold() for word in (section.id, *section.title, *next(words, ()))]


COMMAND = Command(
    "open",
    Wording("在面板中打开记录或栏目", "open the panels at a record or section"),
    run,
    (
        Example("medbrief open jd-health", Wording("京东健康的页面", "the page of JD Health")),
        Example(
            "medbrief open market-size@2022",
            Wording("一个数字所在的页面", "the page with that figure"),
        ),
        Example(
            "medbrief open companies",
            Wording("企业与机构栏目", "the section of companies and institutions"),
        ),
    ),
    (
        Argument(
            ("id",),
            Wording("记录、数字或栏目的标识或名称", "id or name of a record, figure or section"),
            "ID",
            completion="location",
        ),
        WATCH_OPTION,
    ),
    group="browse",
    details=(
        Wording(
            "非终端环境下（如管道）输出该页。",
            "Outside a terminal, for example in a pipe, the page is printed.",
        ),
    ),
    over_ssh="worker",
)
