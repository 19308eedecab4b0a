"""A text that fills the screen, bare, so that it can be selected by hand; any key closes it."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult
from textual.screen import ModalScreen

from tui.app.widgets.document_view import DocumentView
from tui.document import Document, Paragraph, Span
from tui.render.glyphs import Glyphs


class TextDialog(ModalScreen[None]):
    """``head`` and ``hint`` say what the text is and what can be done with it."""

    def __init__(self, head: str, text: str, hint: str, glyphs: Glyphs) -> None:
        super().__init__()
        self._page = DocumentView(glyphs, "slip")
        paragraphs = [Paragraph((Span(line),)) for line in text.split("\n")]
        told = Paragraph((Span(hint, "muted"),))
        self._document = Document(head, "", (*paragraphs, told))

    def compose(self) -> ComposeResult:
        """The text alone."""
        yield self._page

    def on_mount(self) -> None:
        """The mouse is the terminal's: it selects, as it does at a prompt."""
        self._mouse(on=False)
        self._page.show(self._document)

    def _mouse(self, *, on: bool) -> None:
        # Textual has no public way; without one (tests, other drivers) Shift with the mouse does.
        name = "_enable_mouse_support" if on else "_disable_mouse_support"
        if switch := getattr(self.app._driver, name, None):
            switch()

    def on_key(self, event: events.Key) -> None:
        """Any key, and it is gone. The mouse is ours again: not so where the app ends with it."""
        event.stop()
        self._mouse(on=True)
        self.dismiss()
