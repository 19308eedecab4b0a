"""The command palette: type a few letters, get a command, a section or a record."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input

from tui.app import messages
from tui.app.bindings import bindings
from tui.app.browse.location import SEARCH, Location
from tui.app.browse.page_source import Listed, PageSource
from tui.app.commands import COMMANDS
from tui.app.dialogs.cursor_actions import CursorActions
from tui.app.widgets.line_view import LineView
from tui.app.widgets.record_list import RecordList
from tui.app.widgets.text_input import TextInput
from tui.render.glyphs import Glyphs
from tui.search.name_match import match_names
from tui.store import Row

_KEYS = ("go_back", "down", "up", "page_down", "page_up")
_TYPED = frozenset({"j", "k", "b", "space", "backspace"})
"""Keys of those commands that are letters of a query here."""

COMMAND, SECTION = "command", "section"
"""The kinds of rows that are no records."""


class CommandPalette(CursorActions, ModalScreen[Row | None]):
    """Over the panels; gives back the row that was chosen, or nothing."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(*_KEYS, without=_TYPED),
        Binding("ctrl+c", "go_back", show=False),
    ]

    def __init__(self, reader: PageSource, glyphs: Glyphs) -> None:
        super().__init__()
        self._reader = reader
        self._box = TextInput("palette-query")
        self._list = RecordList(glyphs, "palette-list", _stay, self._take)

    def compose(self) -> ComposeResult:
        """The line to type in, and under it what it finds."""
        with Vertical(id="palette"):
            yield self._box
            yield self._list

    def on_mount(self) -> None:
        """Everything that can be done, until something is typed."""
        self._box.placeholder = messages.PALETTE_HINT.of(self._reader.language)
        self._list.can_focus = False
        self._box.focus()
        self._list.show(self._listed(""), "")

    def panel(self) -> LineView | None:
        """Arrows move in the list while the query is typed."""
        return self._list

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._list.show(self._listed(event.value), "")

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        self._list.choose()

    def _take(self, row: Row) -> None:
        self.dismiss(row)

    def action_go_back(self) -> None:
        """Close it."""
        self.dismiss(None)

    def _listed(self, query: str) -> Listed:
        """Commands and sections that the query names, then records that it finds."""
        language = self._reader.language
        offers = _offers(self._reader)
        names = [row.title for row in offers]
        rows = [offers[place] for place in match_names(self._reader.store, query, names)]
        if not query.strip():
            return Listed((("", "left"), ("", "left")), rows)
        found = self._reader.listed(Location(SEARCH, query=query))
        kinds = {section.kind: section.title.of(language) for section in self._reader.sections}
        records = (
            row._replace(cells=(row.title.of(language), kinds.get(row.kind, "")))
            for row in found.rows
        )
        return found._replace(columns=(("", "left"), ("", "left")), rows=[*rows, *records])


def _stay(row: Row) -> None:
    """Moving over a row does nothing yet."""


def _offers(reader: PageSource) -> list[Row]:
    language = reader.language
    offers = []
    for command in COMMANDS:
        if command.offered:
            cells = (command.title.of(language), reader.keeping.keymap.shown(command, language))
            offers.append(Row(command.action, COMMAND, "", command.title, False, cells))
    for section in reader.sections:
        cells = (messages.GO_TO.format(section=section.title).of(language), "")
        offers.append(Row(section.id, SECTION, section.id, section.title, False, cells))
    return offers
