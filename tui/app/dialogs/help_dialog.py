"""The help dialog: the keys of all commands, and the meaning of signs."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from tui.app import messages
from tui.app.bindings import bindings
from tui.app.commands import COMMANDS, DIGITS, SUSPEND
from tui.app.cursor_actions import CursorActions
from tui.app.dialogs.dialog_screen import DialogScreen
from tui.app.keymap import Keymap
from tui.app.widgets.document_view import DocumentView
from tui.document import Block, Document, Fields, Heading, Paragraph, Span
from tui.document.shared_labels import RANK_WORDS, STATUS_WORDS
from tui.render.glyphs import Glyphs
from tui.text.language import Language


def help_document(language: Language, keymap: Keymap) -> Document:
    """Return the help as a page, with the user's own keys."""
    keys = tuple(
        (keymap.shown(command, language), (Span(command.title.of(language)),))
        for command in (*COMMANDS, DIGITS, SUSPEND)
    )
    labels = STATUS_WORDS | RANK_WORDS
    marks = tuple(
        (
            labels[mark].of(language) if mark in labels else mark,
            (Span(meaning.of(language)),),
        )
        for mark, meaning in messages.MARK_MEANINGS
    )
    blocks: tuple[Block, ...] = (
        Heading(messages.HELP_KEYS.of(language)),
        Fields(keys),
        Heading(messages.HELP_MARKS.of(language)),
        Fields(marks),
        Paragraph((Span(messages.HELP_CLOSE.of(language), "muted"),)),
    )
    return Document(messages.HELP_TITLE.of(language), "", blocks)


_COMMANDS = ("go_back", "open_help", "leave", "down", "up", "page_down", "page_up", "first", "last")


class HelpDialog(CursorActions, DialogScreen[None]):
    """One page of help."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(*_COMMANDS)]

    def __init__(self, language: Language, glyphs: Glyphs, keymap: Keymap) -> None:
        super().__init__()
        self._keymap = keymap
        self._language: Language = language
        self._glyphs = glyphs

    def compose(self) -> ComposeResult:
        """Lay out the page."""
        yield DocumentView(self._glyphs, "help")

    def on_mount(self) -> None:
        """Fill and focus the page."""
        page = self.query_one(DocumentView)
        page.show(help_document(self._language, self._keymap))
        self.set_focus(page)

    def action_go_back(self) -> None:
        """Close the dialog."""
        self.dismiss()

    action_open_help = action_leave = action_go_back
