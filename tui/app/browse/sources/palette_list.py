"""Entries of the command palette: commands, sections, themes, and records found by the search."""

from __future__ import annotations

from tui.app import messages
from tui.app.browse.location import SEARCH, Location
from tui.app.browse.sources.list_source import ListContent, ListSource
from tui.app.commands import COMMANDS
from tui.app.keymap import Keymap
from tui.search.name_match import match_names
from tui.store import Row

COMMAND, SECTION, THEME = "command", "section", "theme"
"""The kinds of rows that are not records."""


def palette_list(lists: ListSource, keymap: Keymap, query: str) -> ListContent:
    """Return commands and sections whose names match the query, then records that it finds."""
    briefing = lists.briefing
    language = briefing.language
    entries = _entries(lists, keymap)
    names = [row.title for row in entries]
    rows = [entries[number] for number in match_names(briefing.store, query, names)]
    columns = (("", "left"), ("", "left"))
    if not query.strip():
        return ListContent(columns, rows)
    found = lists.content(Location(SEARCH, query=query))
    kinds = {section.kind: section.title.of(language) for section in briefing.sections}
    records = (
        row._replace(cells=(row.title.of(language), kinds.get(row.kind, ""))) for row in found.rows
    )
    return found._replace(columns=columns, rows=[*rows, *records])


def _entries(lists: ListSource, keymap: Keymap) -> list[Row]:
    language = lists.briefing.language
    entries = []
    for command in COMMANDS:
        if command.in_palette:
            cells = (command.title.of(language), keymap.shown(command, language))
            entries.append(Row(command.action, COMMAND, "", command.title, False, cells))
    for section in lists.briefing.sections:
        cells = (messages.GO_TO.format(section=section.title).of(language), "")
        entries.append(Row(section.id, SECTION, section.id, section.title, False, cells))
    for theme, name in messages.THEMES.items():
        entries.append(Row(theme, THEME, "", name, False, (name.of(language), theme)))
    return entries
