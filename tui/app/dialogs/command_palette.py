"""The command palette: find a command, a section or a record by a few letters."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical

from tui.app import messages
from tui.app.bindings import bindings
from tui.app.browse.sources.list_source import ListSource
from tui.app.browse.sources.palette_list import palette_list
from tui.app.cursor_actions import CursorActions
from tui.app.dialogs.dialog_screen import DialogScreen
from tui.app.keymap import Keymap
from tui.app.widgets.line_view import LineView
from tui.app.widgets.record_list import RecordList
from tui.app.widgets.text_input import TextInput
from tui.render.glyphs import Glyphs
from tui.store import Row

_COMMANDS = ("go_back", "down", "up", "page_down", "page_up")
_TYPED_KEYS = frozenset({"j", "k", "b", "space", "backspace"})
"""Keys of these commands that are part of a query here."""


class CommandPalette(CursorActions, DialogScreen[Row | None]):
    """An input line above the entries. The result is the chosen row, None if it was closed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(*_COMMANDS, without=_TYPED_KEYS),
        Binding("ctrl+c", "go_back", show=False),
    ]

    def __init__(self, lists: ListSource, keymap: Keymap, glyphs: Glyphs) -> None:
        super().__init__()
        self._lists = lists
        self._keymap = keymap
        self._box = TextInput("palette-query", self._show, lambda _: self._list.choose())
        self._list = RecordList(glyphs, "palette-list", lambda _: None, self._choose)

    def compose(self) -> ComposeResult:
        """Lay out the input line and the list."""
        with Vertical(id="palette"):
            yield self._box
            yield self._list

    def on_mount(self) -> None:
        """List all commands and sections, and focus the input line."""
        self._box.placeholder = messages.PALETTE_HINT.of(self._lists.briefing.language)
        self._list.can_focus = False
        self.set_focus(self._box)
        self._show("")

    def _show(self, query: str) -> None:
        self._list.show(palette_list(self._lists, self._keymap, query))

    def panel(self) -> LineView | None:
        """Return the list: cursor keys move in it while the query is typed."""
        return self._list

    def _choose(self, number: int) -> None:
        self.dismiss(self._list.rows[number])

    def action_go_back(self) -> None:
        """Close the palette."""
        self.dismiss(None)
