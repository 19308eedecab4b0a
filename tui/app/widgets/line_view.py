"""Base class of all panels: draws its lines one by one and defines the moves that keys ask for."""

from __future__ import annotations

from collections.abc import Callable

from textual import events
from textual.geometry import Size
from textual.scrollbar import ScrollBar
from textual.strip import Strip
from textual.widget import Widget

from tui.app.textual_internals.line_widgets import ScrollableLineWidget
from tui.app.widgets.panel_frame import PanelFrame
from tui.app.widgets.scroll_bar import LineScrollBar
from tui.render.glyphs import Glyphs
from tui.render.panel_border import FrameKind, PanelTitles, command_at


class LineView(ScrollableLineWidget):
    """A scrolling panel without child widgets: new content replaces lines, not a widget tree.

    It has no key bindings: the screens bind the commands of ``tui.app.commands`` and call
    ``move``, ``move_screen`` and ``move_edge``.
    """

    def __init__(self, widget_id: str, glyphs: Glyphs) -> None:
        self.frame = PanelFrame(glyphs)
        super().__init__(widget_id, self.frame)
        self._glyphs = glyphs
        self.command_chosen: Callable[[str], None] = lambda _: None
        """Called with the command of the part of the bottom border that was clicked."""

    def create_scroll_bar(self) -> ScrollBar:
        """Return a scroll bar drawn with the glyphs of the panel."""
        return LineScrollBar(self._glyphs.thumb, self._glyphs.edge, self.frame)

    def set_frame(self, kind: FrameKind, margin: int = 0) -> None:
        """Draw another frame. ``margin``: cells at the left of the content."""
        if kind != self.frame.kind:
            self.frame.kind = kind
            top, right, bottom, left = self.frame.padding
            self.styles.padding = (top, right, bottom, left + margin)
            self._strips.clear()

    def set_titles(self, titles: PanelTitles) -> None:
        """Set the texts of the frame."""
        if titles != self.frame.titles:
            self.frame.titles = titles
            self.refresh_frame(edges=False)

    def on_focus(self, event: events.Focus) -> None:
        """Skip Textual's handler, which repaints the whole panel."""
        event.prevent_default()
        self.has_focus = True

    def on_blur(self, event: events.Blur) -> None:
        """Skip Textual's handler, which repaints the whole panel."""
        event.prevent_default()
        self.has_focus = False

    def on_click(self, event: events.Click) -> None:
        """Carry out the command in the bottom border; Textual calls this after the handler of a
        subclass."""
        width, height = self.outer_size
        if self.frame.kind != "box" or event.y != height - 1:
            return
        if command := command_at(self.frame.titles, width, event.x):
            self.command_chosen(command)

    def watch_has_focus(self, has_focus: bool) -> None:
        """Repaint the frame alone: skips Textual's restyle on focus."""
        self.frame.focused = has_focus
        self.refresh_frame()

    @property
    def line_width(self) -> int:
        """Cells of a line: the width without padding and scroll bar."""
        return max(0, self.size.width - self.scrollbar_size_vertical)

    @property
    def top(self) -> int:
        """The number of the first visible line."""
        return round(self.scroll_y)

    @property
    def position(self) -> tuple[int, ...]:
        """What a move of the cursor keys can change."""
        return (self.top,)

    def draw_line(self, number: int, width: int) -> Strip:
        """Return line ``number`` of the content as a strip of ``width`` cells."""
        raise NotImplementedError

    def line_count(self) -> int:
        """Return the number of lines of the content."""
        raise NotImplementedError

    def render_line(self, y: int) -> Strip:
        """Return the line ``y`` lines below the first visible one; called by Textual."""
        number = y + self.top
        width = self.line_width
        if number >= self.line_count():
            return Strip.blank(width)
        return self.draw_line(number, width)

    def fit_to_size(self, top: int) -> None:  # noqa: ARG002
        """Lay the content out for the new size."""
        self.content_changed()

    def content_changed(self) -> None:
        """Update the scroll range and repaint."""
        self._set_content_size(Size(self.line_width, self.line_count()))
        self.refresh()

    def _set_content_size(self, content: Size) -> None:
        # Set without the watchers of Textual, which lay out the whole screen for each new size.
        if content != self.virtual_size:
            self.set_reactive(Widget.virtual_size, content)
            self.vertical_scrollbar.window_virtual_size = content.height
            self.scroll_y = self.validate_scroll_y(self.scroll_y)

    def show_line(self, number: int) -> None:
        """Scroll as little as is needed to make line ``number`` visible."""
        window = max(1, self.size.height)
        if number < self.top:
            self.scroll_to_line(number)
        elif number >= self.top + window:
            self.scroll_to_line(number + 1 - window)

    def scroll_to_line(self, number: int) -> None:
        """Make line ``number`` the first visible one, or the last possible first line."""
        self.scroll_to(y=number, animate=False, immediate=True, force=True)
        # Textual does not update the scroll bar of a panel that is about to be displayed.
        self.vertical_scrollbar.position = self.scroll_y

    def move(self, steps: int) -> None:
        """Move the cursor by ``steps``, down if positive."""
        raise NotImplementedError

    def move_screen(self, steps: float) -> None:
        """Move by ``steps`` times the height of the window."""
        self.move(self.screen_lines(steps))

    def screen_lines(self, screens: float) -> int:
        """Return the lines of so many windows, each less one line of overlap: at least one."""
        lines = max(1, round(abs(screens) * (self.size.height - 1)))
        return lines if screens > 0 else -lines

    def move_edge(self, steps: int) -> None:
        """Move to the end, or to the beginning if ``steps`` is negative."""
        raise NotImplementedError
