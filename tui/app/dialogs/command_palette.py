"""The command palette: find a command, a section or a record by a few letters."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from tui.app.bindings import bindings
from tui.app.browse.sources.list_source import ListSource
from tui.app.browse.sources.palette_list import BRIEF, THEME, palette_list
from tui.app.cursor_actions import CursorActions
from tui.app.dialogs import messages
from tui.app.dialogs.dialog_screen import DialogScreen
from tui.app.keymap import Keymap
from tui.app.widgets.dialog_box import DialogBox, TextLine
from tui.app.widgets.line_view import LineView
from tui.app.widgets.record_list import RecordList
from tui.app.widgets.text_input import TextInput
from tui.config import THEMES, Theme
from tui.render.glyphs import Glyphs
from tui.render.theme import theme_by_name
from tui.store import Row

_COMMANDS = ("go_back", "down", "up", "page_down", "page_up")
_TYPED_KEYS = frozenset({"j", "k", "b", "space", "backspace"})
"""Keys of these commands that are part of a query here."""
_TEXTS = {
    "": (messages.PALETTE, messages.PALETTE_KEYS, messages.PALETTE_HINT),
    THEME: (messages.THEME_PALETTE, messages.THEME_KEYS, messages.THEME_HINT),
    BRIEF: (messages.BRIEF_PALETTE, messages.BRIEF_KEYS, messages.BRIEF_HINT),
}
"""Title, keys and placeholder, by the kind of entries."""
_LINES = 26
_CHROME = 7
"""Lines of the dialog without the list."""


class CommandPalette(CursorActions, DialogScreen[Row | None]):
    """An input line above the entries. The result is the chosen row, None if it was closed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(*_COMMANDS, without=_TYPED_KEYS),
        Binding("ctrl+c", "go_back", show=False),
    ]

    def __init__(
        self,
        lists: ListSource,
        keymap: Keymap,
        glyphs: Glyphs,
        theme: Theme,
        use_theme: Callable[[Theme], None],
        without_effect: Collection[str] = (),
        only: str = "",
        chosen: str = "",
    ) -> None:
        """``theme``: the chosen one; ``use_theme``: shows another; ``without_effect``: the commands
        that can do nothing where the palette is opened; ``only``: the kind of entries that
        it lists, empty for all; ``chosen``: the entry under the cursor at first."""
        super().__init__()
        self._lists = lists
        self._keymap = keymap
        self._theme: Theme = theme
        self._shown_theme: Theme = theme
        self._use_theme = use_theme
        self._without_effect = without_effect
        self._only = only
        self._chosen = chosen
        lines = len(THEMES) + _CHROME if only == THEME else _LINES
        self._frame = DialogBox(glyphs, "palette", lines)
        self._hint = TextLine("palette-hint")
        self._box = TextInput("palette-query", self._show, lambda _: self._list.choose())
        self._list = RecordList(glyphs, "palette-list", self._preview, self._choose)

    def compose(self) -> ComposeResult:
        """Lay out the input line, the list and the hint."""
        with self._frame:
            yield self._box
            yield self._list
            yield self._hint

    def on_mount(self) -> None:
        """List all commands and sections, and focus the input line."""
        language = self._lists.briefing.language
        title, keys, hint = _TEXTS[self._only]
        self._frame.set_titles(title.of(language))
        self._hint.show(keys.of(language))
        self._box.placeholder = hint.of(language)
        self._list.can_focus = False
        self._list.use_while_typing(in_use=True)
        self.set_focus(self._box)
        self._show("")

    def _show(self, query: str) -> None:
        content = palette_list(
            self._lists, self._keymap, query, self._without_effect, only=self._only
        )
        names = [row.id for row in content.rows]
        cursor = names.index(self._chosen) if self._chosen in names else 0
        self._list.show(content, cursor)
        self._use(self._theme)

    @property
    def shows_below(self) -> bool:
        """Whether the screen below previews a theme."""
        return self._only == THEME or self._shown_theme != self._theme

    def panel(self) -> LineView | None:
        """Return the list: cursor keys move in it while the query is typed."""
        return self._list

    def _preview(self, number: int) -> None:
        """Show the theme under the cursor, if it is one."""
        row = self._list.rows[number]
        self._use((theme_by_name(row.id) if row.kind == THEME else None) or self._theme)

    def _use(self, theme: Theme) -> None:
        if theme != self._shown_theme:
            self._shown_theme = theme
            self._use_theme(theme)
            self.refresh()

    def _choose(self, number: int) -> None:
        row = self._list.rows[number]
        if row.kind != THEME:
            self._use(self._theme)
        self.dismiss(row)

    def cancel(self) -> None:
        """Close the palette, with the colors as they were."""
        self._use(self._theme)
        self.dismiss(None)

    action_go_back = cancel
