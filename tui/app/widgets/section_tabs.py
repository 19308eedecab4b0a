"""The sections: a row of names above the panels."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from textual import events
from textual.geometry import Size
from textual.strip import Strip

from tui.app.textual_theme import strip
from tui.app.widgets.line_view import LineView
from tui.document import Role, Span
from tui.render.glyphs import Glyphs
from tui.render.line_wrap import line_width
from tui.text.width import cell_width

_NONE: Mapping[str, int] = MappingProxyType({})
_MORE = "…"
"""Between the names and the numbers of those that have no room."""


class SectionTabs(LineView):
    """Section names with a cursor. It never scrolls: it shows the names around the cursor."""

    def __init__(
        self,
        glyphs: Glyphs,
        widget_id: str,
        section_selected: Callable[[str], None],
        section_clicked: Callable[[], None] = lambda: None,
    ) -> None:
        """``section_selected``: called with the id of the section the cursor moved to;
        ``section_clicked``: called after a click on a section."""
        super().__init__(widget_id, glyphs)
        self._section_selected = section_selected
        self._section_clicked = section_clicked
        self._sections: list[tuple[str, str]] = []
        self._counts: Mapping[str, int] = _NONE
        self.cursor = 0
        self._digits: Role = "accent"

    @property
    def position(self) -> tuple[int, ...]:
        """The cursor."""
        return (self.cursor,)

    def show(
        self,
        sections: list[tuple[str, str]],
        selected: str,
        counts: Mapping[str, int] = _NONE,
    ) -> None:
        """Show sections as (id, title), the cursor on the section ``selected``. ``counts``: the
        number of records by section, shown where there is room for all."""
        self._counts = counts
        cursor = next((n for n, (section, _) in enumerate(sections) if section == selected), -1)
        new = (sections, cursor)
        if new != (self._sections, self.cursor):  # unchanged on most key presses
            self._sections, self.cursor = new
            self.content_changed()

    def use_digits(self, *, in_use: bool) -> None:
        """Show the numbers as keys, or dim while digits are text of an input box."""
        role: Role = "accent" if in_use else "muted"
        if role != self._digits:
            self._digits = role
            self.refresh()

    def content_changed(self) -> None:
        """Repaint; set the size without a scroll bar."""
        self.virtual_size = Size(self.size.width, self.line_count())
        self.refresh()

    def watch_has_focus(self, _has_focus: bool) -> None:
        """Repaint: the cursor looks different in focus. There is no frame."""
        self.refresh()

    def line_count(self) -> int:
        """Return 1: a row."""
        return 1

    def draw_line(self, number: int, width: int) -> Strip:  # noqa: ARG002
        """Return the row of names, between the numbers of those that have no room."""
        visible = self._visible(width)
        spans = [Span(self._before(visible.start), "muted")]
        at_cursor: tuple[int, ...] = ()
        for index in visible:
            if index == self.cursor and self.has_focus:
                at_cursor = (len(spans) + 1,)
            spans += self._spans(index)
        spans.append(Span(self._after(visible.stop), "muted"))
        return strip(spans, width, self.app.theme, at_cursor, as_block=True)

    def _visible(self, width: int) -> range:
        """Return the indexes of the sections that fit into a row, with the one at the cursor."""
        widths = self._widths()
        first, end = 0, len(widths)
        while sum(widths[first:end]) > width - cell_width(self._before(first) + self._after(end)):
            if end > self.cursor + 1:
                end -= 1
            elif first < self.cursor:
                first += 1
            else:
                break
        return range(first, end)

    def _before(self, first: int) -> str:
        """Return the numbers of the sections before the first one that is shown."""
        return f"{_numbers(0, first)}{_MORE}" if first else ""

    def _after(self, end: int) -> str:
        """Return the numbers of the sections from ``end`` on, which are not shown."""
        sections = len(self._sections)
        return f" {_MORE}{_numbers(end, sections)}" if end < sections else ""

    @property
    def _names_width(self) -> int:
        """Cells of all names with their numbers."""
        return sum(
            cell_width(title) + 1 + len(self._number(index))
            for index, (_, title) in enumerate(self._sections)
        )

    @property
    def _is_cut(self) -> bool:
        """Whether a row has no room for all names."""
        return self._names_width > self.size.width

    def _layout(self) -> tuple[bool, bool, int, bool]:
        """Return whether a row has a space between number and name and shows the counts, the
        empty cells after each name, and whether the sign of the cursor has one more before it: the
        most that has room for all names. Names that are cut anyway stand apart from their
        numbers."""
        spaces, names = len(self._sections), self._names_width
        counts = sum(len(self._count(index)) for index in range(len(self._sections)))
        for size, layout in (
            (names + 2 * spaces + counts, (True, True, 1)),
            (names + spaces + counts, (True, True, 0)),
            (names + 2 * spaces, (True, False, 1)),
            (names + spaces, (True, False, 0)),
        ):
            if size <= self.size.width:
                return (*layout, not layout[2] and size < self.size.width)
        return (self._is_cut, False, 0, False)

    def _widths(self) -> list[int]:
        """Return the cells of each section in a row."""
        return [line_width(self._spans(index)) for index in range(len(self._sections))]

    def _number(self, index: int) -> str:
        return str(index + 1)

    def _count(self, index: int) -> str:
        count = self._counts.get(self._sections[index][0], 0)
        return f" ({count})" if count else ""

    def _spans(self, index: int) -> tuple[Span, ...]:
        """Return the sign of the cursor, the number, which is the key that goes there, the name,
        and the count in brackets: a bare number would look like a key."""
        at_cursor, title = index == self.cursor, self._sections[index][1]
        has_space, has_count, gap, is_apart = self._layout()
        mark = self._glyphs.cursor if at_cursor else " "
        if at_cursor and is_apart and index:
            mark = f" {mark}"
        if index == 0 and self._is_cut:  # the cell is needed, and the title bar names the section
            mark = ""
        before = mark + self._number(index) + " " * has_space
        count = self._count(index) if has_count else ""
        return (
            Span(before, self._digits),
            Span(title, "accent" if at_cursor else "body"),
            *((Span(count + " " * gap, "muted"),) if count or gap else ()),
        )

    def move(self, steps: int) -> None:
        """Move the cursor by ``steps`` sections and select the section there."""
        index = max(0, min(self.cursor + steps, len(self._sections) - 1))
        if index != self.cursor and self._sections:
            self.cursor = index
            self.refresh()
            self._section_selected(self._sections[index][0])

    def move_screen(self, steps: float) -> None:
        """Move to the last or first section."""
        self.move_edge(1 if steps > 0 else -1)

    def move_edge(self, steps: int) -> None:
        """Move to the last or first section."""
        self.move(steps * len(self._sections))

    def on_click(self, event: events.Click) -> None:
        """Select the clicked section."""
        offset = event.get_content_offset(self)
        if offset is None:
            return
        index = self._index_at(offset.x)
        if 0 <= index < len(self._sections):
            self.move(index - self.cursor)
            self._section_clicked()

    def _index_at(self, column: int) -> int:
        """Return the index of the section at a column of the row; of the nearest one without room
        at the numbers of these; -1 if there is none."""
        visible = self._visible(self.size.width)
        end = cell_width(self._before(visible.start))
        if column < end:
            return visible.start - 1
        for index in visible:
            end += self._widths()[index]
            if column < end:
                return index
        is_more = column < end + cell_width(self._after(visible.stop))
        return visible.stop if is_more else -1


def _numbers(first: int, end: int) -> str:
    """Return the numbers of the sections from the index ``first`` to before ``end``."""
    return f"{first + 1}–{end}" if end - first > 1 else f"{end}"
