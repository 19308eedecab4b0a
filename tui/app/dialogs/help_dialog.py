"""The help dialog: the keys of all commands by task, and the meaning of signs."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal

from tui.app import messages
from tui.app.bindings import bindings
from tui.app.commands import COMMANDS, DIGITS, SUSPEND
from tui.app.cursor_actions import CursorActions
from tui.app.dialogs.dialog_screen import DialogScreen
from tui.app.help_groups import HELP_GROUPS
from tui.app.keymap import Keymap
from tui.app.widgets.document_view import DocumentView
from tui.document import Block, Document, Heading, Paragraph, Span
from tui.document.shared_labels import RANK_WORDS, STATUS_WORDS
from tui.render.glyphs import Glyphs
from tui.text.language import Language, Wording
from tui.text.width import cell_width


def help_document(language: Language, keymap: Keymap) -> Document:
    """Return the help as one page, with the user's own keys."""
    close = Paragraph((Span(messages.HELP_CLOSE.of(language), "muted"),))
    blocks = [block for group in _groups(language, keymap) for block in group]
    return Document(messages.HELP_TITLE.of(language), "", (*blocks, *_marks(language), close))


def help_columns(language: Language, keymap: Keymap) -> tuple[Document, Document]:
    """Return the help as two pages of about the same height, to stand side by side."""
    groups = _groups(language, keymap)
    left = tuple(block for group in groups[:_LEFT_GROUPS] for block in group)
    right = tuple(block for group in groups[_LEFT_GROUPS:] for block in group)
    return (
        Document(messages.HELP_TITLE.of(language), "", left),
        Document("", messages.HELP_CLOSE.of(language), (*right, *_marks(language))),
    )


def _groups(language: Language, keymap: Keymap) -> list[tuple[Block, ...]]:
    """Return a heading and the keys of each task."""
    commands = {command.action: command for command in (*COMMANDS, DIGITS, SUSPEND)}
    return [
        (
            Heading(title.of(language)),
            *(
                _row(keymap.shown(commands[action], language), commands[action].title, language)
                for action in actions
            ),
        )
        for title, actions in HELP_GROUPS
    ]


def _marks(language: Language) -> tuple[Block, ...]:
    labels = STATUS_WORDS | RANK_WORDS
    rows = (
        _row(labels[mark].of(language) if mark in labels else mark, meaning, language)
        for mark, meaning in messages.MARK_MEANINGS
    )
    return (Heading(messages.HELP_MARKS.of(language)), *rows)


def _row(name: str, meaning: Wording, language: Language) -> Paragraph:
    """Return a row: a key or mark, and what it means beside it."""
    padding = " " * (_NAME_WIDTH - cell_width(name))
    return Paragraph((Span(meaning.of(language)),), bullet=name + padding)


_NAME_WIDTH = 10
_LEFT_GROUPS = 4
"""Groups of the left one of two columns."""
_TWO_COLUMNS = (112, 38)
"""Cells and lines from which all of the help is visible in two columns."""
_COMMANDS = ("go_back", "open_help", "leave", "down", "up", "page_down", "page_up", "first", "last")


class HelpDialog(CursorActions, DialogScreen[None]):
    """The help, in one or two columns."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(*_COMMANDS)]

    def __init__(self, language: Language, glyphs: Glyphs, keymap: Keymap) -> None:
        super().__init__()
        self._keymap = keymap
        self._language: Language = language
        self._glyphs = glyphs

    def compose(self) -> ComposeResult:
        """Lay out one or two columns."""
        with Horizontal(id="help-columns"):
            yield DocumentView(self._glyphs, "help")
            yield DocumentView(self._glyphs, "help-right")

    def on_mount(self) -> None:
        """Focus the first column."""
        self.set_focus(self.query_one("#help"))

    def on_resize(self, event: events.Resize) -> None:
        """Show the help in as many columns as fit."""
        wide = event.size.width >= _TWO_COLUMNS[0] and event.size.height >= _TWO_COLUMNS[1]
        self.set_class(wide, "-wide")
        left, right = self.query(DocumentView)
        right.set_displayed(wide)
        if wide:
            first, second = help_columns(self._language, self._keymap)
            left.show(first)
            right.show(second)
        else:
            left.show(help_document(self._language, self._keymap))

    def action_go_back(self) -> None:
        """Close the dialog."""
        self.dismiss()

    action_open_help = action_leave = action_go_back
