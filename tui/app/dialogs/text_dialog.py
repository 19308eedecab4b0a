"""Full-screen plain text with mouse capture off, for manual selection; any key closes it."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult

from tui.app.dialogs.dialog_screen import DialogScreen
from tui.app.textual_internals.terminal_access import capture_mouse
from tui.app.widgets.document_view import DocumentView
from tui.document import Document, Paragraph, Span
from tui.render.glyphs import Glyphs


class TextDialog(DialogScreen[None]):
    """A text between a title and a hint."""

    def __init__(self, title: str, text: str, hint: str, glyphs: Glyphs) -> None:
        super().__init__()
        self._page = DocumentView(glyphs, "text-dialog")
        paragraphs = [Paragraph((Span(line),)) for line in text.split("\n")]
        hint_paragraph = Paragraph((Span(hint, "muted"),))
        self._document = Document(title, "", (*paragraphs, hint_paragraph))

    def compose(self) -> ComposeResult:
        """Lay out the text."""
        yield self._page

    def on_mount(self) -> None:
        """Release the mouse, so that the terminal selects text."""
        capture_mouse(self.app, on=False)
        self._page.show(self._document)

    def on_key(self, event: events.Key) -> None:
        """Capture the mouse again and close the dialog."""
        event.stop()
        capture_mouse(self.app, on=True)
        self.dismiss()
