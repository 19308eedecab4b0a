"""Values to choose among, in groups: a line each, with a box and a count."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from textual import events
from textual.strip import Strip

from tui.app.theme import strip
from tui.app.widgets.line_view import LineView
from tui.document import Role, Span
from tui.render.glyphs import Glyphs
from tui.render.line_wrap import padded
from tui.text.width import cell_width


class Offered(NamedTuple):
    """One value. ``group``: its name, for the first of a group alone."""

    facet: str
    value: str
    group: str
    label: str
    records: int
    chosen: bool


class CheckboxList(LineView):
    """Values with a cursor."""

    def __init__(self, glyphs: Glyphs, identity: str, chosen: Callable[[Offered], None]) -> None:
        """``chosen``: told the value that was chosen, or no longer is."""
        super().__init__(identity)
        self._glyphs = glyphs
        self._chosen = chosen
        self._items: list[Offered] = []
        self.cursor = 0

    def show(self, items: list[Offered]) -> None:
        """Offer these; the cursor stays."""
        self._items = items
        self.cursor = max(0, min(self.cursor, len(items) - 1))
        self.content_changed()

    def line_count(self) -> int:
        """One line a value."""
        return len(self._items)

    def draw(self, number: int, width: int) -> Strip:
        """Group, box, value, count."""
        item, here = self._items[number], number == self.cursor
        groups = max(cell_width(each.group) for each in self._items)
        counts = max(len(str(each.records)) for each in self._items)
        labels = max(0, width - groups - counts - 9)
        role: Role = "title" if item.chosen else "body" if item.records else "muted"
        line = (
            Span(self._glyphs.cursor if here else " ", "mark"),
            padded(item.group, groups, "label"),
            Span(" [x] " if item.chosen else " [ ] ", "mark"),
            padded(item.label, labels, role),
            padded(
                str(item.records), counts + 2, "figure" if item.records else "muted", right=True
            ),
        )
        return strip(line, width, self.app.theme, range(2, len(line)) if here else ())

    def move(self, steps: int) -> None:
        """The cursor, by values."""
        self.cursor = max(0, min(self.cursor + steps, len(self._items) - 1))
        self.show_line(self.cursor)
        self.refresh()

    def move_screen(self, steps: int) -> None:
        """The cursor, by a window's height."""
        self.move(steps * max(1, self.size.height - 1))

    def move_edge(self, steps: int) -> None:
        """The cursor, to the first or last value."""
        self.move(steps * len(self._items))

    def toggle(self) -> None:
        """Choose what is under the cursor, or no longer."""
        if self._items:
            self._chosen(self._items[self.cursor])

    def on_click(self, event: events.Click) -> None:
        """A click chooses what is under it."""
        place = event.get_content_offset(self)
        number = -1 if place is None else place.y + round(self.scroll_y)
        if 0 <= number < len(self._items):
            self.cursor = number
            self.toggle()
