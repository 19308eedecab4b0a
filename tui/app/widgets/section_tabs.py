"""The sections: a row of names above narrow screens, a column beside wide ones."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from textual import events
from textual.geometry import Size
from textual.strip import Strip

from tui.app.textual_theme import strip
from tui.app.widgets.line_view import LineView
from tui.document import Span
from tui.render.glyphs import Glyphs
from tui.text.width import cell_width

_NONE: Mapping[str, int] = MappingProxyType({})
_MORE = "…"
"""At the end of a row that has no room for the last names."""


class SectionTabs(LineView):
    """Section names with a cursor. It never scrolls: a row shows the names around the cursor."""

    def __init__(
        self, glyphs: Glyphs, widget_id: str, section_selected: Callable[[str], None]
    ) -> None:
        """``section_selected``: called with the id of the section the cursor moved to."""
        super().__init__(widget_id, glyphs)
        self._section_selected = section_selected
        self._sections: list[tuple[str, str]] = []
        self._counts: Mapping[str, int] = _NONE
        self.cursor = 0

    @property
    def is_vertical(self) -> bool:
        """True for a column of names, False for a row; the style sheet sets the height."""
        return self.size.height > 1

    @property
    def position(self) -> tuple[int, ...]:
        """The cursor."""
        return (self.cursor,)

    def show(
        self, sections: list[tuple[str, str]], selected: str, counts: Mapping[str, int] = _NONE
    ) -> None:
        """Show sections as (id, title), the cursor on the section ``selected``. ``counts``: the
        number of records by section, shown where there is room for all."""
        self._counts = counts
        cursor = next((n for n, (section, _) in enumerate(sections) if section == selected), -1)
        if (sections, cursor) != (self._sections, self.cursor):  # unchanged on most key presses
            self._sections, self.cursor = sections, cursor
            self.content_changed()

    def content_changed(self) -> None:
        """Repaint; set the size without a scroll bar."""
        self.virtual_size = Size(self.size.width, self.line_count())
        self.refresh()

    def watch_has_focus(self, _has_focus: bool) -> None:
        """Repaint: the cursor looks different in focus. There is no frame."""
        self.refresh()

    def line_count(self) -> int:
        """Return the number of sections of a column, 1 for a row."""
        return len(self._sections) if self.is_vertical else 1

    def draw_line(self, number: int, width: int) -> Strip:
        """Return one name of a column, or the row of names."""
        if self.is_vertical:
            highlighted = (0, 1) if number == self.cursor and self.has_focus else ()
            return strip(self._spans(number), width, self.app.theme, highlighted)
        spans: list[Span] = []
        at_cursor: tuple[int, ...] = ()
        visible = self._visible(width)
        for index in visible:
            if index == self.cursor and self.has_focus:
                at_cursor = (len(spans) + 1,)
            spans += self._spans(index)
        if visible.stop < len(self._sections):
            spans.append(Span(_MORE, "muted"))
        return strip(spans, width, self.app.theme, at_cursor)

    def _visible(self, width: int) -> range:
        """Return the indexes of the sections that fit into a row, with the one at the cursor."""
        widths = self._widths()
        first, end = 0, len(widths)
        while sum(widths[first:end]) > width - (cell_width(_MORE) if end < len(widths) else 0):
            if end > self.cursor + 1:
                end -= 1
            elif first < self.cursor:
                first += 1
            else:
                break
        return range(first, end)

    def _widths(self) -> list[int]:
        """Return the cells of each name in a row: with its count where all of them fit, and with a
        space after it where these fit, too."""
        names = [cell_width(title) + 1 for _, title in self._sections]
        counted = [size + len(self._count(index)) for index, size in enumerate(names)]
        choices = ([size + 1 for size in counted], counted, [size + 1 for size in names])
        return next((sizes for sizes in choices if sum(sizes) <= self.size.width), names)

    def _count(self, index: int) -> str:
        count = self._counts.get(self._sections[index][0], 0)
        return f" {count}" if count else ""

    def _spans(self, index: int) -> tuple[Span, ...]:
        at_cursor, title = index == self.cursor, self._sections[index][1]
        mark = Span(self._glyphs.cursor if at_cursor else " ", "mark")
        name = Span(title, "accent" if at_cursor else "body")
        rest = self._widths()[index] - cell_width(title) - 1
        count = self._count(index)
        end = count if len(count) <= rest and self._has_counts else ""
        return (mark, name, Span(end.ljust(rest), "muted")) if rest else (mark, name)

    @property
    def _has_counts(self) -> bool:
        """Whether the row has room for the counts of all sections."""
        widths = self._widths()
        return all(
            size > cell_width(title) + len(self._count(index))
            for index, (size, (_, title)) in enumerate(zip(widths, self._sections, strict=True))
        )

    def move(self, steps: int) -> None:
        """Move the cursor by ``steps`` sections and select the section there."""
        index = max(0, min(self.cursor + steps, len(self._sections) - 1))
        if index != self.cursor and self._sections:
            self.cursor = index
            self.refresh()
            self._section_selected(self._sections[index][0])

    def move_screen(self, steps: int) -> None:
        """Move to the last or first section."""
        self.move_edge(steps)

    def move_edge(self, steps: int) -> None:
        """Move to the last or first section."""
        self.move(steps * len(self._sections))

    def on_click(self, event: events.Click) -> None:
        """Select the clicked section."""
        offset = event.get_content_offset(self)
        if offset is None:
            return
        index = offset.y if self.is_vertical else self._index_at(offset.x)
        if 0 <= index < len(self._sections):
            self.move(index - self.cursor)

    def _index_at(self, column: int) -> int:
        """Return the index of the section at a column of the row; -1 if there is none."""
        end = 0
        for index in self._visible(self.size.width):
            end += self._widths()[index]
            if column < end:
                return index
        return -1
