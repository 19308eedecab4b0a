"""Choose one of several disputes: their questions, and below them what each side of one says."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from tui.app.bindings import bindings
from tui.app.browse.sources.dispute_choices import DisputeChoice, sides
from tui.app.browse.sources.list_source import ListContent
from tui.app.cursor_actions import CursorActions
from tui.app.dialogs import messages
from tui.app.dialogs.dialog_screen import DialogScreen
from tui.app.widgets.dialog_box import DialogBox, TextLine
from tui.app.widgets.record_list import RecordList
from tui.render.glyphs import Glyphs
from tui.store import Row, Store
from tui.text.language import Language, Wording
from tui.text.width import cell_width

_COMMANDS = ("enter", "go_back", "down", "up", "page_down", "page_up", "first", "last")
_AROUND_TITLE = 10
_CHROME = 13
"""Lines of the dialog without the questions."""


class DisputeDialog(CursorActions, DialogScreen[str]):
    """The result is the target of the chosen dispute."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(*_COMMANDS),
        Binding("ctrl+c", "go_back", show=False),
    ]

    def __init__(
        self,
        disputes: Sequence[DisputeChoice],
        first: int,
        store: Store,
        language: Language,
        glyphs: Glyphs,
    ) -> None:
        """``first``: the number of the dispute under the cursor at first."""
        super().__init__()
        self._disputes, self._first = disputes, first
        self._store = store
        self._language: Language = language
        self._frame = DialogBox(glyphs, "disputes", len(disputes) + _CHROME)
        self._frame.set_titles(messages.DISPUTES.format(count=len(disputes)).of(language))
        self._list = RecordList(glyphs, "dispute-list", self._show_sides, self._choose)
        self._sides = Static(id="dispute-sides", markup=False)
        self._keys = TextLine("dispute-keys", messages.DISPUTES_KEYS.of(language))

    def compose(self) -> ComposeResult:
        """Lay out the questions, the sides and the keys."""
        with self._frame:
            yield self._list
            yield self._sides
            yield self._keys

    def on_mount(self) -> None:
        """List the questions."""
        rows = [
            Row(dispute.id, "", "", Wording(dispute.title, dispute.title), False, (dispute.title,))
            for dispute in self._disputes
        ]
        self._list.show(ListContent((("", "left"),), rows), self._first)
        self._list.styles.height = len(rows)
        self.set_focus(self._list)
        self._show_sides(self._first)

    def _show_sides(self, number: int) -> None:
        texts = sides(self._store, self._language, self._disputes[number].id)
        lines = [f"≠ {text}" if n else text for n, text in enumerate(texts)]
        title = self._disputes[number].title
        if cell_width(title) > self.app.size.width - _AROUND_TITLE:  # cut in the list
            lines.insert(0, title)
        self._sides.update("\n".join(lines))

    def _choose(self, number: int) -> None:
        self.dismiss(self._disputes[number].target)

    def action_enter(self) -> None:
        """Open the dispute under the cursor."""
        self._list.choose()

    def action_go_back(self) -> None:
        """Close the dialog without a choice."""
        self.dismiss(None)
