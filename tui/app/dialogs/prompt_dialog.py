"""A dialog with one input line: for a note, or the name of a file."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from tui.app.widgets.text_input import TextInput


class PromptDialog(ModalScreen[str | None]):
    """One input line between a title and a hint. The result is the text, None if it was canceled.

    ``check`` returns why an entered text is refused, empty where it is accepted. A refused text
    stays in the dialog, with the reason in place of the hint.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "cancel", show=False),
        Binding("ctrl+c", "cancel", show=False),
    ]

    def __init__(
        self, title: str, hint: str, text: str, check: Callable[[str], str] = lambda _: ""
    ) -> None:
        super().__init__()
        self._hint_text, self._text, self._check = hint, text, check
        self._title = Static(title, id="prompt-head", markup=False)
        self._hint = Static(hint, id="prompt-hint", markup=False)
        self._box = TextInput("prompt-line")

    def compose(self) -> ComposeResult:
        """Lay out title, input line and hint."""
        with Vertical(id="prompt"):
            yield self._title
            yield self._box
            yield self._hint

    def on_mount(self) -> None:
        """Fill the input line, with the cursor at its end."""
        self._box.value = self._text
        self._box.cursor_position = len(self._text)
        self._box.focus()

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._hint.update(self._hint_text)

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        if reason := self._check(event.value):
            self._hint.update(reason)
        else:
            self.dismiss(event.value)

    def action_cancel(self) -> None:
        """Close the dialog without a result."""
        self.dismiss(None)
