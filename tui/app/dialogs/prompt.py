"""One line to be typed: a note, the name of a file."""

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
    """Gives back what was typed, or nothing. ``refuse``: what is wrong with it, if anything is:
    then it stays open and says so."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "give_up", show=False),
        Binding("ctrl+c", "give_up", show=False),
    ]

    def __init__(
        self, head: str, hint: str, text: str, refuse: Callable[[str], str] = lambda _: ""
    ) -> None:
        super().__init__()
        self._hint, self._text, self._refuse = hint, text, refuse
        self._head = Static(head, id="ask-head", markup=False)
        self._said = Static(hint, id="ask-hint", markup=False)
        self._box = TextInput("ask-line")

    def compose(self) -> ComposeResult:
        """What it is about, the line, what can be done."""
        with Vertical(id="ask"):
            yield self._head
            yield self._box
            yield self._said

    def on_mount(self) -> None:
        """The cursor stands behind what is there already."""
        self._box.value = self._text
        self._box.cursor_position = len(self._text)
        self._box.focus()

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._said.update(self._hint)

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        if wrong := self._refuse(event.value):
            self._said.update(wrong)
        else:
            self.dismiss(event.value)

    def action_give_up(self) -> None:
        """Close it; nothing was said."""
        self.dismiss(None)
