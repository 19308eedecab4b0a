"""A list of values in groups, each with a checkbox and a count."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from textual import events
from textual.strip import Strip

from tui.app.textual_theme import strip
from tui.app.widgets.line_view import LineView
from tui.document import Role, Span
from tui.render.glyphs import Glyphs
from tui.render.line_wrap import padded
from tui.text.width import cell_width

_CHECKED, _UNCHECKED = " [x] ", " [ ] "


class CheckboxItem(NamedTuple):
    """One value of a facet. ``group``: the name of the facet, empty but for the first of its values
    that are shown."""

    facet: str
    value: str
    group: str
    label: str
    records: int
    checked: bool


class CheckboxList(LineView):
    """Checkboxes with a cursor."""

    def __init__(
        self,
        glyphs: Glyphs,
        widget_id: str,
        item_toggled: Callable[[CheckboxItem], None],
        cursor_moved: Callable[[], None] = lambda: None,
    ) -> None:
        """``item_toggled``: called with the item as it was before; it has to call ``show``."""
        super().__init__(widget_id, glyphs)
        self._item_toggled, self._cursor_moved = item_toggled, cursor_moved
        self._items: list[CheckboxItem] = []
        self._group_width = 0
        self.cursor = 0

    def show(self, items: list[CheckboxItem], group_width: int) -> None:
        """Replace the items; the cursor stays on its line. ``group_width``: cells of the longest
        name of a facet."""
        self._items, self._group_width = items, group_width
        self.cursor = max(0, min(self.cursor, len(items) - 1))
        self.content_changed()

    def line_count(self) -> int:
        """Return the number of items."""
        return len(self._items)

    def draw_line(self, number: int, width: int) -> Strip:
        """Return group, checkbox, label and count of an item. Where a label has no room beside the
        groups, these stand before the labels that have room for them."""
        item, at_cursor = self._items[number], number == self.cursor
        group_width = self._group_width
        count_width = max(len(str(each.records)) for each in self._items) + 2
        room = max(0, width - len(_CHECKED) - count_width - 2)
        label_width = max(0, room - group_width)
        if max(cell_width(each.label) for each in self._items) > label_width:
            group_width, label_width = 0, room
            named = f"{item.group}: {item.label}" if item.group else item.label
            item = item._replace(group="", label=named if cell_width(named) <= room else item.label)
        role: Role = "title" if item.checked else "body" if item.records else "muted"
        count_role: Role = "figure" if item.records else "muted"
        line = (
            Span(self._glyphs.cursor if at_cursor else " ", "mark"),
            padded(item.group, group_width, "label"),
            Span(_CHECKED if item.checked else _UNCHECKED, "mark"),
            padded(item.label, label_width, role),
            padded(str(item.records), count_width, count_role, right=True),
        )
        selected = range(2, len(line)) if at_cursor else ()
        return strip(line, width, self.app.theme, selected, as_block=True)

    def move(self, steps: int) -> None:
        """Move the cursor by ``steps`` items."""
        self.cursor = max(0, min(self.cursor + steps, len(self._items) - 1))
        self.show_line(self.cursor)
        self._cursor_moved()
        self.refresh()

    @property
    def item(self) -> CheckboxItem | None:
        """The item under the cursor."""
        return self._items[self.cursor] if self._items else None

    def move_edge(self, steps: int) -> None:
        """Move the cursor to the first or last item."""
        self.move(steps * len(self._items))

    def toggle(self) -> None:
        """Check or uncheck the item under the cursor."""
        if self._items:
            self._item_toggled(self._items[self.cursor])

    def check(self) -> None:
        """Check the item under the cursor, if it is not checked."""
        if self._items and not self._items[self.cursor].checked:
            self.toggle()

    def on_click(self, event: events.Click) -> None:
        """Toggle the clicked item."""
        offset = event.get_content_offset(self)
        number = -1 if offset is None else offset.y + self.top
        if 0 <= number < len(self._items):
            self.cursor = number
            self.toggle()
