"""Base classes of widgets that draw their own lines: no borders, no child widgets, no style lookup
per line."""

from __future__ import annotations

from textual.geometry import Region, Size
from textual.reactive import Reactive
from textual.scroll_view import ScrollView
from textual.scrollbar import ScrollBar
from textual.widget import Widget

from tui.app.textual_internals.strip_cache import Frame, StripCache


class LineWidget(Widget):
    """A widget that implements ``render_line`` and has a fixed place on the screen."""

    # Content never affects layout: Textual's own reactive has layout=True.
    virtual_size: Reactive[Size] = Reactive(Size(0, 0))

    def __init__(self, widget_id: str) -> None:
        super().__init__(id=widget_id)
        self._styles_cache = StripCache()


class ScrollableLineWidget(ScrollView, can_focus=True, inherit_bindings=False):
    """A scrolling ``LineWidget`` whose scroll bar always has its column."""

    virtual_size: Reactive[Size] = Reactive(Size(0, 0))

    def __init__(self, widget_id: str, frame: Frame | None = None) -> None:
        """``frame``: draws what is in the padding."""
        super().__init__(id=widget_id)
        self._strips = self._styles_cache = StripCache(frame)

    def refresh_frame(self, *, edges: bool = True) -> None:
        """Repaint the frame and the scroll bar, but not the content; without ``edges`` only the
        lines above and below it."""
        width, height = self._size
        top, _, bottom, left = self.styles.padding
        self._strips.forget_frame(None if edges else (0, height - 1))
        if width and height:
            regions = [Region(0, 0, width, top), Region(0, height - bottom, width, bottom)]
            regions += [Region(0, 0, left, height)] if edges else []
            regions = [region for region in regions if region.area]
            self._dirty_regions.update(regions)
            self._repaint_regions.update(regions)
            self._repaint_required = True
            if edges and self._vertical_scrollbar:
                self._vertical_scrollbar.refresh()
            self.check_idle()

    def create_scroll_bar(self) -> ScrollBar:
        """Return the vertical scroll bar of this widget."""
        raise NotImplementedError

    def fit_to_size(self, top: int) -> None:
        """Lay the content out for the new size. ``top``: the first visible line before the resize,
        which Textual may have reduced since."""
        raise NotImplementedError

    def on_mount(self) -> None:
        """Show the scroll bar from the beginning, unless the widget never scrolls."""
        if self.styles.overflow_y != "hidden":
            self.set_reactive(Widget.show_vertical_scrollbar, True)
            self.vertical_scrollbar.display = True

    @property
    def vertical_scrollbar(self) -> ScrollBar:
        """The scroll bar, created on first use."""
        if self._vertical_scrollbar is None:
            self._vertical_scrollbar = self.create_scroll_bar()
            self._vertical_scrollbar.display = False
            self.app._start_widget(self, self._vertical_scrollbar)
        return self._vertical_scrollbar

    @property
    def size(self) -> Size:
        """The size without padding, known as soon as the layout is; (0, 0) while hidden.

        Textual's own property looks the region up in the compositor, which is one frame late.
        """
        return self._size - self.styles.gutter.totals

    def set_displayed(self, displayed: bool) -> None:
        """Show or hide the widget; it is fitted to its size again when it is shown."""
        if displayed != self.display:
            self.display = displayed
            self._size = Size(0, 0)

    def _size_updated(
        self, size: Size, virtual_size: Size, container_size: Size, layout: bool = True
    ) -> bool:
        """Fit the content before the next frame; the Resize event would come after it."""
        before, top = self._size, round(self.scroll_y)
        changed = super()._size_updated(size, virtual_size, container_size, layout)
        if size != before:
            self.fit_to_size(top)
        return changed

    def _refresh_scrollbars(self) -> None:
        """Keep the column of the scroll bar: hiding it would lay out the whole screen again."""
        if self.styles.overflow_y == "hidden":
            super()._refresh_scrollbars()
        elif not self.show_vertical_scrollbar:
            self.show_vertical_scrollbar = True
            self.vertical_scrollbar.display = True
