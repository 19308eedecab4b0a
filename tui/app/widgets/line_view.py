"""What all panels share: lines drawn one by one, and the moves that keys ask for."""

from __future__ import annotations

from textual import events
from textual.geometry import Size
from textual.reactive import Reactive
from textual.scroll_view import ScrollView
from textual.scrollbar import ScrollBar
from textual.strip import Strip
from textual.widget import Widget

from tui.app.textual_internals.strip_cache import StripCache
from tui.app.widgets.scroll_bar import LineScrollBar
from tui.render.glyphs import Glyphs


class LineView(ScrollView, can_focus=True, inherit_bindings=False):
    """A scrolling panel that draws its lines itself.

    Keys are bound in one place (``tui.app.commands``), so a panel has none of its own: it is
    told to move. No child widgets: showing something else replaces lines, not a widget tree.
    """

    _glyphs: Glyphs

    # What it shows changes the place of nothing: Textual's own would have the screen laid out.
    virtual_size: Reactive[Size] = Reactive(Size(0, 0))

    def __init__(self, identity: str) -> None:
        super().__init__(id=identity)
        self._styles_cache = StripCache()

    def on_mount(self) -> None:
        """A scroll bar from the beginning, where there ever is one."""
        if self.styles.overflow_y != "hidden":
            self.set_reactive(Widget.show_vertical_scrollbar, True)
            self.vertical_scrollbar.display = True

    @property
    def vertical_scrollbar(self) -> ScrollBar:
        """The bar, in the signs of the other lines."""
        if self._vertical_scrollbar is None:
            self._vertical_scrollbar = LineScrollBar(self._glyphs.edge)
            self._vertical_scrollbar.display = False
            self.app._start_widget(self, self._vertical_scrollbar)
        return self._vertical_scrollbar

    def _on_focus(self, event: events.Focus) -> None:
        event.prevent_default()  # by which Textual would draw the whole panel
        self.has_focus = True

    def _on_blur(self, event: events.Blur) -> None:
        event.prevent_default()
        self.has_focus = False

    def watch_has_focus(self, _has_focus: bool) -> None:
        """No style sheet is asked for what the focus changes: who draws it otherwise says so."""

    def _size_updated(
        self, size: Size, virtual_size: Size, container_size: Size, layout: bool = True
    ) -> bool:
        """Given another size: lines are fitted to it now, before they are drawn, not when a message
        about it comes."""
        before = self._size
        changed = super()._size_updated(size, virtual_size, container_size, layout)
        if size != before:
            self.resized()
        return changed

    @property
    def size(self) -> Size:
        """Of its last place, without its margin: known before Textual has drawn it there. None
        while it is hidden."""
        return self._size - self.styles.gutter.totals

    @property
    def cells(self) -> int:
        """How wide a line is: the scroll bar stands beside it."""
        return max(0, self.size.width - self.scrollbar_size_vertical)

    def be_seen(self, seen: bool) -> None:
        """Be shown or hidden. Fitted to no size while it is hidden, it is so when it is shown."""
        if seen != self.display:
            self.display = seen
            self._size = Size(0, 0)

    def resized(self) -> None:
        """Fit what is shown to the new size."""
        self.content_changed()

    def _refresh_scrollbars(self) -> None:
        """The scroll bar has its place, with nothing in it where all is in sight: coming and going
        it would have the screen laid out anew for a page that is a line longer."""
        if self.styles.overflow_y == "hidden":
            super()._refresh_scrollbars()
        elif not self.show_vertical_scrollbar:
            self.show_vertical_scrollbar = True
            self.vertical_scrollbar.display = True

    def draw(self, number: int, width: int) -> Strip:
        """The line ``number`` of the whole content, ``width`` cells wide."""
        raise NotImplementedError

    def line_count(self) -> int:
        """Lines of the whole content."""
        raise NotImplementedError

    def render_line(self, y: int) -> Strip:
        """Textual asks for the line at ``y`` of the window."""
        number = y + round(self.scroll_y)
        width = self.cells
        if number >= self.line_count():
            return Strip.blank(width)
        return self.draw(number, width)

    def content_changed(self) -> None:
        """New lines: measure and draw again."""
        self._measured(Size(self.cells, self.line_count()))
        self.refresh()

    def _measured(self, content: Size) -> None:
        """Nothing else on the screen changes its place with what a panel holds: Textual need not
        lay it out anew, as it does for each new size."""
        if content != self.virtual_size:
            self.set_reactive(Widget.virtual_size, content)
            self.vertical_scrollbar.window_virtual_size = content.height
            self.scroll_y = self.validate_scroll_y(self.scroll_y)

    @property
    def top(self) -> int:
        """The first line in the window."""
        return round(self.scroll_y)

    def show_line(self, number: int, height: int = 1) -> None:
        """Scroll as little as is needed to have ``height`` lines from ``number`` in the window."""
        top, window = round(self.scroll_y), max(1, self.size.height)
        if number < top:
            self.jump(number)
        elif number + height > top + window:
            self.jump(number + height - window)

    def jump(self, top: int) -> None:
        """Put line ``top`` at the top of the window, as far as there are lines."""
        self.scroll_to(y=top, animate=False, immediate=True, force=True)
        # Textual forgets the scroll bar of a panel that is only just appearing.
        self.vertical_scrollbar.position = self.scroll_y

    # What keys ask for.

    def move(self, steps: int) -> None:
        """The cursor, ``steps`` down or up."""
        raise NotImplementedError

    def move_screen(self, steps: int) -> None:
        """A window's height down or up."""
        raise NotImplementedError

    def move_edge(self, steps: int) -> None:
        """To the end or the beginning."""
        raise NotImplementedError
