"""Entries of the command palette: commands, sections, themes, and records by their names."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from tui.app import messages
from tui.app.browse.location import SEARCH, SUBJECT, Location
from tui.app.browse.sources.list_source import ListContent, ListSource
from tui.app.commands import COMMANDS
from tui.app.dialogs import messages as dialog_messages
from tui.app.keymap import Keymap
from tui.app.palette_words import BRIEF_WORDS, COMMAND_WORDS, SECTION_WORDS, THEME_WORDS
from tui.search.match_highlight import Highlighter
from tui.search.name_match import match_names, records_beginning
from tui.store import Row
from tui.text.fold import fold
from tui.text.language import Language, Wording
from tui.views import subject_choices

COMMAND, SECTION, THEME, BRIEF = "command", "section", "theme", "short brief"
"""The kinds of rows that are not records."""
_COLUMNS = (("", "left"), ("", "right"))
"""Titles, and keys or kinds, which are never cut."""
_LEAST_LETTERS = 4
"""Letters of a word from which on it can be mistyped: shorter ones are too much alike."""
_MAX_GUESSES = 8
"""Answers of the search that are shown where no name matches."""


class _Entry(NamedTuple):
    """A row of the palette and the names that it goes by."""

    row: Row
    names: tuple[Wording, ...]


def palette_list(
    lists: ListSource,
    keymap: Keymap,
    query: str,
    without_effect: Collection[str] = (),
    *,
    only: str = "",
) -> ListContent:
    """Return the entries whose names match the query: those that begin with it before others, and
    commands, sections, themes and subjects before records. Where no name matches: the names that
    are spelled alike, else what the search finds. Without a query: all but the records,
    the commands of ``without_effect`` last. ``only``: the themes or the short briefs alone."""
    entries = [each for each in _entries(lists, keymap) if only in ("", each.row.kind)]
    if only == THEME:
        entries = _themes(lists)
    if only == BRIEF:  # the title of the palette says what they are
        entries = [
            each._replace(row=each.row._replace(cells=(each.row.cells[0], ""))) for each in entries
        ]
    if not query.strip():
        rows = [entry.row for entry in entries]
        rows.sort(key=lambda row: row.kind == COMMAND and row.id in without_effect)
        return ListContent(_COLUMNS, rows)
    query = query.lstrip(": ") or query
    begin, have = _matching(lists, entries, query)
    records = [] if only else _records(lists, query)
    if not (begin or have or records):
        begin, have = _matching(lists, entries, _respelled(entries, query) or query)
    if not (begin or have or records or only):
        records = _guesses(lists, query)
    named = {row.id: row for row in records}
    starting = [row for row in records if _begins(row, query)]
    rows = [*begin, *starting, *have, *(row for row in named.values() if row not in starting)]
    for at in range(len(rows) - 1, 0, -1):  # one theme after another says once what it is
        if rows[at].kind == rows[at - 1].kind == THEME and not only:
            rows[at] = rows[at]._replace(cells=(rows[at].cells[0], ""))
    language = lists.briefing.language
    empty = dialog_messages.PALETTE_NOTHING.format(words=query.strip()).of(language)
    matches = Highlighter(lists.briefing.store, query)
    return ListContent(_COLUMNS, rows, matches, len(entries), empty=empty)


def _matching(lists: ListSource, entries: list[_Entry], query: str) -> tuple[list[Row], list[Row]]:
    """Return the rows of the entries with a name that begins with the query, those that are called
    as the query first, then the commands with this key or a title that begins with it; and the rows
    with one that has its words."""
    owners = [entry for entry in entries for _ in entry.names]
    names = [name for entry in entries for name in entry.names]
    text = fold(query).strip()
    exact: dict[str, Row] = {}
    commands = [entry.row for entry in entries if entry.row.kind == COMMAND]
    named = {row.id: row for row in commands if query.strip() in row.cells[1].split()}
    named |= {row.id: row for row in commands if _begins(row, query)}
    begin: dict[str, Row] = {}
    have: dict[str, Row] = {}
    for number in match_names(lists.briefing.store, query, names):
        row, name = owners[number].row, names[number]
        folded = {fold(name.zh), fold(name.en)}
        if text in folded:
            exact[row.id] = row
        elif any(each.startswith(text) for each in folded):
            begin[row.id] = row
        else:
            have[row.id] = row
    first = {**exact, **{each: row for each, row in (named | begin).items() if each not in exact}}
    words = text.split()
    rest = [row for each, row in have.items() if each not in first]
    whole = {owners[at].row.id for at, name in enumerate(names) if _begins_words(name, words)}
    return list(first.values()), sorted(rest, key=lambda row: row.id not in whole)


def _begins_words(name: Wording, words: list[str]) -> bool:
    """Return whether words of a name begin with all of the words, or its Chinese has them: a better
    match than letters within a word (brief fin: “short brief: financing”, not “briefing”)."""
    chinese, english = fold(name.zh), fold(name.en).split()
    return all(
        word in chinese if not word.isascii() else any(each.startswith(word) for each in english)
        for word in words
    )


def _respelled(entries: list[_Entry], query: str) -> str:
    """Return the query with mistyped English words as names have them; empty for none."""
    from tui.text.close_matches import close_matches

    names = " ".join(fold(name.en) for entry in entries for name in entry.names).split()
    words = fold(query).split()
    known = {name for name in names if len(name) >= _LEAST_LETTERS}
    respelled = [
        word
        if len(word) < _LEAST_LETTERS
        else next(iter(close_matches(word, known, 1, 0.75)), word)
        for word in words
    ]
    return "" if respelled == words else " ".join(respelled)


def _begins(row: Row, query: str) -> bool:
    text = fold(query).strip()
    return any(fold(title).startswith(text) for title in row.title)


def _records(lists: ListSource, query: str) -> list[Row]:
    """Return the records with a name that begins with the query, then those among what the search
    finds whose titles have all of its words."""
    store, language = lists.briefing.store, lists.briefing.language
    rows = [store.row(each, language) for each in records_beginning(store, query)]
    found = lists.content(Location(SEARCH, query=query)).rows
    titles = [row.title for row in found]
    rows += [found[number] for number in match_names(store, query, titles)]
    unique = {row.id: row for row in rows if row}
    ordered = sorted(unique.values(), key=lambda row: not _begins(row, query))
    return _with_kinds(lists, ordered, language)


def _guesses(lists: ListSource, query: str) -> list[Row]:
    """Return the records that the search finds for an exact answer to the query."""
    location = Location(SEARCH, query=query)
    rows = []
    for row in lists.content(location).rows:
        result = lists.result(location._replace(record=row.id))
        if result and result.verdict.match == "exact":
            rows.append(row)
    return _with_kinds(lists, rows[:_MAX_GUESSES], lists.briefing.language)


def _with_kinds(lists: ListSource, rows: list[Row], language: Language) -> list[Row]:
    kinds = {section.kind: section.tab.of(language) for section in lists.briefing.sections}
    return [row._replace(cells=(row.title.of(language), kinds.get(row.kind, ""))) for row in rows]


def _entries(lists: ListSource, keymap: Keymap) -> list[_Entry]:
    language = lists.briefing.language
    entries = []
    for command in COMMANDS:
        if command.action == "change_language" and lists.briefing.only_language:
            continue
        if command.in_palette:
            cells = (command.title.of(language), keymap.shown(command, language))
            row = Row(command.action, COMMAND, "", command.title, False, cells)
            entries.append(_Entry(row, (command.title, *_names(COMMAND_WORDS, command.action))))
    for number, section in enumerate(lists.briefing.sections, 1):
        goto = dialog_messages.GO_TO.format(section=section.title)
        cells = (goto.of(language), str(number))
        row = Row(section.id, SECTION, section.id, section.title, False, cells)
        names = (section.title, section.tab, goto, *_names(SECTION_WORDS, section.id))
        entries.append(_Entry(row, names))
    kind = dialog_messages.THEME_PALETTE.of(language)
    for row, names in _themes(lists):
        entries.append(_Entry(row._replace(cells=(row.cells[0], kind)), names))
    for tag in subject_choices(lists.briefing.store):
        title = messages.SHORT_BRIEF_OF.format(subject=tag.label)
        cells = (tag.label.of(language), messages.SHORT_BRIEF.of(language))
        row = Row(tag.value, BRIEF, SUBJECT, title, False, cells)
        entries.append(
            _Entry(row, (tag.label, title, *(Wording(word, word) for word in BRIEF_WORDS)))
        )
    return entries


def _themes(lists: ListSource) -> list[_Entry]:
    """Return the themes, each with the value of the option and of the config."""
    words = [Wording(word, word) for word in THEME_WORDS]
    return [
        _Entry(
            Row(theme, THEME, "", name, False, (name.of(lists.briefing.language), theme)),
            (name, Wording(theme, theme), *words),
        )
        for theme, name in messages.THEMES.items()
    ]


def _names(words: dict[str, tuple[str, ...]], identity: str) -> list[Wording]:
    return [Wording(word, word) for word in words.get(identity, ())]
