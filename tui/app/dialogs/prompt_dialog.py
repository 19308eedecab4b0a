"""A dialog with one input line: for a note, or the name of a file."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from tui.app.dialogs.dialog_screen import DialogScreen
from tui.app.widgets.dialog_box import DialogBox
from tui.app.widgets.text_input import TextInput
from tui.render.glyphs import Glyphs


class PromptDialog(DialogScreen[str | None]):
    """One input line between a title and a hint. The result is the text, None if it was canceled.

    ``check`` returns why an entered text is refused, empty where it is accepted. A refused text
    stays in the dialog, with the reason in place of the hint. ``keep`` is called with the text that
    is left unfinished, with an empty one if the user cancels. ``selected``: typing replaces the
    text.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "cancel", show=False),
        Binding("ctrl+c", "leave", show=False),
    ]

    def __init__(
        self,
        title: str,
        hint: str,
        text: str,
        glyphs: Glyphs,
        check: Callable[[str], str] = lambda _: "",
        keep: Callable[[str], None] = lambda _: None,
        *,
        selected: bool = False,
    ) -> None:
        super().__init__()
        self._hint_text, self._text, self._check, self._keep = hint, text, check, keep
        self._frame = DialogBox(glyphs, "prompt")
        self._frame.set_titles(title)
        self._selected = selected
        self._hint = Static(hint, id="prompt-hint", markup=False)
        self._box = TextInput("prompt-line", self._typed, self._entered)

    def compose(self) -> ComposeResult:
        """Lay out input line and hint."""
        with self._frame:
            yield self._box
            yield self._hint

    def on_mount(self) -> None:
        """Fill the input line, with the cursor at its end, or all of it selected."""
        self._box.value = self._text
        self._box.cursor_position = len(self._text)
        if self._selected:
            self._box.select_all()
        self.set_focus(self._box)

    def _typed(self, _text: str) -> None:
        self._hint.update(self._hint_text)

    def _entered(self, text: str) -> None:
        if reason := self._check(text):
            self._hint.update(reason)
        else:
            self.dismiss(text)

    def action_cancel(self) -> None:
        """Close the dialog without a result and discard the text."""
        self._keep("")
        self.dismiss(None)

    def cancel(self) -> None:
        """Close the dialog without a result and keep the text."""
        self.keep_text()
        self.dismiss(None)

    action_leave = cancel

    def keep_text(self) -> None:
        """Keep the text, which the user has not entered yet."""
        self._keep(self._box.value)
