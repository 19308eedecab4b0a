"""A list of options of which one is chosen: the one under the cursor."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from textual import events
from textual.strip import Strip

from tui.app.textual_theme import strip
from tui.app.widgets.line_view import LineView
from tui.document import Span
from tui.render.glyphs import Glyphs
from tui.render.line_wrap import padded
from tui.text.width import cell_width

_CHOSEN, _OTHER = "(*) ", "( ) "
_BEFORE_DETAIL = "  "


class RadioItem(NamedTuple):
    """An option. ``detail``: what it means."""

    label: str
    detail: str = ""


class RadioList(LineView):
    """Options with a title in front of the first one."""

    def __init__(
        self, glyphs: Glyphs, widget_id: str, title_width: int, item_chosen: Callable[[int], None]
    ) -> None:
        """``title_width``: cells of the column with the title."""
        super().__init__(widget_id, glyphs)
        self._title, self._title_width = "", title_width
        self._item_chosen = item_chosen
        self._items: Sequence[RadioItem] = ()
        self.chosen = 0

    def show(self, title: str, items: Sequence[RadioItem], chosen: int) -> None:
        """Replace the options."""
        self._title, self._items, self.chosen = title, items, chosen
        self.styles.max_height = len(items)
        self.content_changed()

    def watch_has_focus(self, _has_focus: bool) -> None:
        """Show whether the keys move in this list."""
        self.refresh()

    def line_count(self) -> int:
        """Return the number of options."""
        return len(self._items)

    def draw_line(self, number: int, width: int) -> Strip:
        """Return title, sign and label of an option, and its meaning where all have room."""
        item, is_chosen = self._items[number], number == self.chosen
        room = max(0, width - self._title_width - len(_CHOSEN) - 1)
        label_width = min(room, max(cell_width(each.label) for each in self._items))
        needed = max(cell_width(each.detail) for each in self._items) + len(_BEFORE_DETAIL)
        detail = _BEFORE_DETAIL + item.detail if needed <= room - label_width else ""
        at_cursor = is_chosen and self.has_focus
        line = (
            padded("" if number else self._title, self._title_width, "label"),
            Span(self._glyphs.cursor if at_cursor else " ", "mark"),
            Span(_CHOSEN, "mark") if is_chosen else Span(_OTHER, "muted"),
            padded(item.label, label_width, "title" if is_chosen else "body"),
            padded(detail if item.detail else "", room - label_width, "muted"),
        )
        return strip(line, width, self.app.theme, (3,) if at_cursor else (), as_block=True)

    @property
    def is_at_end(self) -> bool:
        """Whether the last option is chosen."""
        return self.chosen >= len(self._items) - 1

    def move(self, steps: int) -> None:
        """Choose the option that is ``steps`` further."""
        number = max(0, min(self.chosen + steps, len(self._items) - 1))
        if number != self.chosen:
            self.chosen = number
            self._item_chosen(number)
        self.show_line(number)
        self.refresh()

    def choose_by_letter(self, letter: str) -> bool:
        """Choose the next option that begins with a letter; return whether there is one."""
        count, wanted = len(self._items), letter.lower()
        for steps in range(1, count + 1):
            number = (self.chosen + steps) % count
            if self._items[number].label.lower().startswith(wanted):
                self.move(number - self.chosen)
                return True
        return False

    def move_edge(self, steps: int) -> None:
        """Choose the first or last option."""
        self.move(steps * len(self._items))

    def on_click(self, event: events.Click) -> None:
        """Choose the clicked option."""
        offset = event.get_content_offset(self)
        number = -1 if offset is None else offset.y + self.top
        if 0 <= number < len(self._items):
            self.move(number - self.chosen)
