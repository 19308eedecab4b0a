"""A page of text above the main screen, such as its help."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from tui.app.bindings import bindings
from tui.app.commands import CURSOR_COMMANDS
from tui.app.cursor_actions import CursorActions
from tui.app.dialogs.dialog_screen import DialogScreen
from tui.app.widgets.document_view import DocumentView
from tui.document import Document
from tui.render.glyphs import Glyphs

_COMMANDS = ("go_back", "open_help", "leave", *CURSOR_COMMANDS)


class PageDialog(CursorActions, DialogScreen[None]):
    """A document that scrolls."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(*_COMMANDS)]

    def __init__(self, document: Document, glyphs: Glyphs) -> None:
        super().__init__()
        self._document = document
        self._page = DocumentView(glyphs, "page-dialog")

    def compose(self) -> ComposeResult:
        """Lay out the page."""
        yield self._page

    def on_mount(self) -> None:
        """Show the page."""
        self.set_focus(self._page)
        self._page.show(self._document)

    def action_go_back(self) -> None:
        """Close the dialog."""
        self.dismiss()

    action_open_help = action_leave = action_go_back
