"""Keys of a dialog with lists of options and an input line."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.widget import Widget

from tui.app.cursor_actions import CursorActions
from tui.app.widgets.radio_list import RadioList

_MOVING = frozenset("jknN")
"""Letters that move: they choose no option by its first letter."""


class OptionFields(CursorActions):
    """Mixin for dialogs: cursor keys go from option to option and from field to field, a letter to
    the next option that begins with it."""

    def fields(self) -> Sequence[Widget]:
        """Return the fields from the first to the last."""
        raise NotImplementedError

    def go_to_field(self, number: int) -> None:
        """Focus the field of that number."""
        raise NotImplementedError

    def no_option(self, letter: str) -> None:
        """Called with a letter with which no option begins."""
        raise NotImplementedError

    def choose_by_letter(self, event: events.Key) -> bool:
        """Choose the next option that begins with the typed letter; return whether the key is no
        command."""
        panel, letter = self.panel(), event.character or ""
        if not isinstance(panel, RadioList) or not event.is_printable or not letter.strip():
            return False
        if letter in _MOVING:
            return False
        if not panel.choose_by_letter(letter):
            self.no_option(letter)
        return True

    def action_down(self) -> None:
        """Choose the next option; from the last one, go to the next field."""
        panel = self.panel()
        if isinstance(panel, RadioList) and not panel.is_at_end:
            panel.move(1)
        elif panel:
            self.action_next_link()

    def action_up(self) -> None:
        """Choose the option before; from the first one, go to the field before."""
        panel = self.panel()
        if isinstance(panel, RadioList) and panel.chosen:
            panel.move(-1)
        elif panel is not self.fields()[0]:
            self.action_previous_link()

    def action_next_link(self) -> None:
        """Go to the next field."""
        self._go(1)

    def action_previous_link(self) -> None:
        """Go to the field before."""
        self._go(-1)

    def _go(self, steps: int) -> None:
        fields = self.fields()
        number = next((n for n, field in enumerate(fields) if field is self.focused), 0)
        self.go_to_field((number + steps) % len(fields))
