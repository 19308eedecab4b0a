"""The sections: a row of names above narrow screens, a column beside wide ones."""

from __future__ import annotations

from collections.abc import Callable

from textual import events
from textual.geometry import Size
from textual.strip import Strip

from tui.app.theme import strip
from tui.app.widgets.line_view import LineView
from tui.document import Span
from tui.render.glyphs import Glyphs
from tui.text.width import cell_width

_MORE = " …"
"""Behind a row that has no room for all names."""


class SectionTabs(LineView):
    """Names of sections with a cursor."""

    def __init__(self, glyphs: Glyphs, identity: str, moved: Callable[[str], None]) -> None:
        """``moved``: told the section that was chosen."""
        super().__init__(identity)
        self._moved = moved
        self._glyphs = glyphs
        self._names: list[tuple[str, str]] = []
        self.cursor = 0

    @property
    def upright(self) -> bool:
        """A column rather than a row: as it is given room."""
        return self.size.height > 1

    def show(self, names: list[tuple[str, str]], section: str) -> None:
        """Sections as (id, title), the cursor on ``section``."""
        cursor = next((n for n, (name, _) in enumerate(names) if name == section), -1)
        if (names, cursor) != (self._names, self.cursor):  # else each letter of a query redraws it
            self._names, self.cursor = names, cursor
            self.content_changed()

    def content_changed(self) -> None:
        """It never scrolls: a row shows the names around the cursor."""
        self.virtual_size = Size(self.size.width, self.line_count())
        self.refresh()

    def resized(self) -> None:
        """A row may have become a column."""
        self.content_changed()

    def watch_has_focus(self, _has_focus: bool) -> None:
        """The cursor is drawn otherwise."""
        self.refresh()

    def line_count(self) -> int:
        """A line each in a column, one in a row."""
        return len(self._names) if self.upright else 1

    def draw(self, number: int, width: int) -> Strip:
        """One name, or all of them."""
        if self.upright:
            sign, name = self._item(number)
            chosen = (0, 1) if number == self.cursor and self.has_focus else ()
            return strip((sign, name), width, self.app.theme, chosen)
        spans: list[Span] = []
        chosen_spans: tuple[int, ...] = ()
        seen = self._seen(width)
        for place in seen:
            sign, name = self._item(place)
            if place == self.cursor and self.has_focus:
                chosen_spans = (len(spans) + 1,)
            spans += [sign, name]
        if seen.stop < len(self._names):
            spans.append(Span(_MORE, "muted"))
        return strip(spans, width, self.app.theme, chosen_spans)

    def _seen(self, width: int) -> range:
        """The sections that a row has room for, the chosen one among them."""
        widths = [cell_width(name) + 1 for _, name in self._names]
        first, last = 0, len(widths)
        while sum(widths[first:last]) > width - (cell_width(_MORE) if last < len(widths) else 0):
            if last > self.cursor + 1:
                last -= 1
            elif first < self.cursor:
                first += 1
            else:
                break
        return range(first, last)

    def _item(self, number: int) -> tuple[Span, Span]:
        here = number == self.cursor
        sign = self._glyphs.cursor if here else " "
        return Span(sign, "mark"), Span(self._names[number][1], "title" if here else "label")

    def move(self, steps: int) -> None:
        """To the section after or before."""
        number = max(0, min(self.cursor + steps, len(self._names) - 1))
        if number != self.cursor and self._names:
            self.cursor = number
            self.refresh()
            self._moved(self._names[number][0])

    def move_screen(self, steps: int) -> None:
        """To the last or first."""
        self.move_edge(steps)

    def move_edge(self, steps: int) -> None:
        """To the last or first."""
        self.move(steps * len(self._names))

    def on_click(self, event: events.Click) -> None:
        """A click chooses the section under it."""
        place = event.get_content_offset(self)
        if place is None:
            return
        number = place.y if self.upright else self._under(place.x)
        if 0 <= number < len(self._names):
            self.move(number - self.cursor)

    def _under(self, column: int) -> int:
        at = 0
        for number in self._seen(self.size.width):
            at += cell_width(self._names[number][1]) + 1
            if column < at:
                return number
        return -1
