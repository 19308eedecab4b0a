"""A dialog with an input line that completes from a list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.strip import Strip
from textual.widgets import Static

from tui.app.bindings import bindings
from tui.app.cursor_actions import CursorActions
from tui.app.dialogs.dialog_screen import DialogScreen
from tui.app.textual_theme import strip
from tui.app.widgets.dialog_box import DialogBox
from tui.app.widgets.line_view import LineView
from tui.app.widgets.text_input import TextInput
from tui.document import Span
from tui.render.glyphs import Glyphs
from tui.render.line_wrap import padded

_COMMANDS = ("go_back", "down", "up", "page_down", "page_up")
_TYPED_KEYS = frozenset({"j", "k", "b", "space", "backspace"})
"""Keys of these commands that are part of what is typed here."""


_LINES = 24


class ChoiceItem(NamedTuple):
    """An entry of the list."""

    id: str
    title: str


def matching(choices: Sequence[ChoiceItem], typed: str) -> list[ChoiceItem]:
    """Return the entries that have all typed words, those whose id begins with them first."""
    words = typed.lower().split()
    found = [
        choice
        for choice in choices
        if all(word in f"{choice.id} {choice.title}".lower() for word in words)
    ]
    if words:
        found.sort(key=lambda choice: not choice.id.startswith(words[0]))
    return found


class ChoiceList(LineView):
    """The entries that match what is typed."""

    def __init__(self, glyphs: Glyphs, widget_id: str) -> None:
        super().__init__(widget_id, glyphs)
        self.choices: Sequence[ChoiceItem] = ()
        self.cursor = 0

    def show(self, choices: Sequence[ChoiceItem]) -> None:
        """Replace the entries."""
        self.choices, self.cursor = choices, 0
        self.content_changed()
        self.scroll_to_line(0)

    @property
    def chosen(self) -> ChoiceItem | None:
        """The entry under the cursor."""
        return self.choices[self.cursor] if self.choices else None

    def line_count(self) -> int:
        """Return the number of entries."""
        return len(self.choices)

    def draw_line(self, number: int, width: int) -> Strip:
        """Return id and title of an entry."""
        choice, at_cursor = self.choices[number], number == self.cursor
        id_width = min(max(1, width // 2), 40)
        line = (
            Span(self._glyphs.cursor if at_cursor else " ", "mark"),
            padded(choice.id, id_width, "body"),
            padded(f" {choice.title}", max(0, width - id_width - 1), "muted"),
        )
        return strip(line, width, self.app.theme, (1, 2) if at_cursor else (), as_block=True)

    def move(self, steps: int) -> None:
        """Move the cursor."""
        self.cursor = max(0, min(self.cursor + steps, len(self.choices) - 1))
        self.show_line(self.cursor)
        self.refresh()

    def move_edge(self, steps: int) -> None:
        """Move the cursor to the first or last entry."""
        self.move(steps * len(self.choices))

    def on_click(self, event: events.Click) -> None:
        """Move the cursor to the clicked entry."""
        offset = event.get_content_offset(self)
        if offset is not None and offset.y + self.top < len(self.choices):
            self.move(offset.y + self.top - self.cursor)


class ChoiceDialog(CursorActions, DialogScreen[str | None]):
    """An input line above the entries that match it. The result is the id of the chosen entry, None
    if the dialog was canceled."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(*_COMMANDS, without=_TYPED_KEYS),
        Binding("ctrl+c", "go_back", show=False),
        Binding("tab", "complete", show=False, priority=True),
    ]

    def __init__(
        self, title: str, hint: str, none: str, choices: Sequence[ChoiceItem], glyphs: Glyphs
    ) -> None:
        """``none``: what is said instead of the hint if no entry matches."""
        super().__init__()
        self._hint_text, self._none, self._choices = hint, none, choices
        self._frame = DialogBox(glyphs, "choice", _LINES)
        self._frame.set_titles(title)
        self._hint = Static(hint, id="prompt-hint", markup=False)
        self._box = TextInput("prompt-line", self._typed, lambda _: self._choose())
        self._list = ChoiceList(glyphs, "choices")

    def compose(self) -> ComposeResult:
        """Lay out input line, entries and hint."""
        with self._frame:
            yield self._box
            yield self._list
            yield self._hint

    def on_mount(self) -> None:
        """List all entries, and focus the input line."""
        self._list.can_focus = False
        self.set_focus(self._box)
        self._list.show(self._choices)

    def _typed(self, text: str) -> None:
        found = matching(self._choices, text)
        self._list.show(found)
        self._hint.update(self._hint_text if found else self._none)

    def panel(self) -> LineView | None:
        """Return the list: cursor keys move in it while something is typed."""
        return self._list

    def action_complete(self) -> None:
        """Complete the text to the entry under the cursor."""
        if chosen := self._list.chosen:
            self._box.value = chosen.id
            self._box.cursor_position = len(chosen.id)

    def _choose(self) -> None:
        if chosen := self._list.chosen:
            self.dismiss(chosen.id)

    def action_go_back(self) -> None:
        """Close the dialog without a result."""
        self.dismiss(None)
