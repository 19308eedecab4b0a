"""The dialog with problems of the content that is being edited."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from tui.app import messages
from tui.app.bindings import bindings
from tui.app.commands import CURSOR_COMMANDS
from tui.app.cursor_actions import CursorActions
from tui.app.dialogs.dialog_screen import DialogScreen
from tui.app.widgets.dialog_box import DialogBox
from tui.app.widgets.document_view import DocumentView
from tui.diagnostics import Problem
from tui.document import Block, Document, Paragraph, Span
from tui.render.glyphs import Glyphs
from tui.text.language import Language

_COMMANDS = ("go_back", "open_problems", "leave", *CURSOR_COMMANDS)

_LINES = 60


def problems_document(problems: Sequence[Problem], language: Language) -> Document:
    """Return the problems as a page: location, message and fix of each."""
    blocks: list[Block] = []
    for problem in problems:
        where = (Span(problem.location(), "label"), Span("  "), Span(problem.code, "muted"))
        blocks += [
            Paragraph(where),
            Paragraph((Span(problem.message.of(language), "error"),), indent=2),
            Paragraph((Span(f"-> {problem.fix.of(language)}"),), indent=2),
        ]
    if not blocks:
        blocks.append(Paragraph((Span(messages.NO_PROBLEMS.of(language), "muted"),)))
    return Document("", "", tuple(blocks))


class ProblemsDialog(CursorActions, DialogScreen[None]):
    """One page of problems."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(*_COMMANDS)]

    def __init__(self, problems: Sequence[Problem], language: Language, glyphs: Glyphs) -> None:
        super().__init__()
        self._frame = DialogBox(glyphs, "problems-box", _LINES)
        self._frame.set_titles(messages.PROBLEMS.of(language), messages.PROBLEMS_CLOSE.of(language))
        self._page = DocumentView(glyphs, "problems")
        self._language: Language = language
        self._problems = problems

    def compose(self) -> ComposeResult:
        """Lay out the page."""
        with self._frame:
            yield self._page

    def on_mount(self) -> None:
        """Fill and focus the page."""
        self.show(self._problems)
        self.set_focus(self._page)

    def show(self, problems: Sequence[Problem]) -> None:
        """Replace the problems."""
        self._page.show(problems_document(problems, self._language))

    def action_go_back(self) -> None:
        """Close the dialog."""
        self.dismiss()

    action_open_problems = action_leave = action_go_back
