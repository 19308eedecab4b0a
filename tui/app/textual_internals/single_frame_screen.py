"""A screen that draws one frame per key, immediately after the key is handled.

Textual repaints on a timer and draws what each widget reports when it reports it: a key that
changes a list, a page and a title takes two or three frames.
"""

from __future__ import annotations

from collections.abc import Iterator

from textual import events
from textual.geometry import Size
from textual.reactive import Reactive
from textual.screen import Screen
from textual.widget import Widget

from tui.app.textual_internals.line_widgets import ScrollableLineWidget


class SingleFrameScreen(Screen[None]):
    """A screen that flushes layout and repaint of its few widgets synchronously when it is idle.

    The widgets cover the screen completely.
    """

    BLANK = True
    _is_laying_out = False
    # Textual's own reactive repaints the whole screen when the focus changes.
    focused: Reactive[Widget | None] = Reactive(None, repaint=False)

    def set_focus(
        self, widget: Widget | None, scroll_visible: bool = True, from_app_focus: bool = False
    ) -> None:
        """Focus a widget, and update ``has_focus`` now, not by an event after the next frame."""
        before = self.focused
        super().set_focus(widget, scroll_visible, from_app_focus)
        for each in (before, self.focused):
            if isinstance(each, ScrollableLineWidget):
                each.has_focus = each is self.focused

    async def _on_idle(self, event: events.Idle) -> None:
        event.prevent_default()
        if self.is_current and not self.app._batch_count:
            for widget in self._widgets():
                if _has_changed(widget):
                    widget._check_refresh()
            if not self._message_queue.empty():  # handle what they posted, then this event again
                return
            if self._layout_required or self._scroll_required or self._dirty_widgets:
                self._on_timer_update()
            elif self._compositor._dirty_regions:
                self._compositor_refresh()
        await super()._on_idle(event)

    def lay_out_now(self) -> None:
        """Lay out widgets that were shown, hidden or resized. Called before they are filled: the
        content is then laid out once, for the final size, and keys typed ahead find it."""
        waiting = [widget for widget in self._widgets() if widget._layout_required]
        if not waiting or not self.is_current or self.outer_size != self.app.size:
            return  # nothing to do, or a layout for another size follows
        for widget in waiting:
            widget._layout_required = False
            for ancestor in widget.ancestors:
                if isinstance(ancestor, Widget):
                    ancestor._clear_arrangement_cache()
        self._is_laying_out = True
        self._refresh_layout()
        self._is_laying_out = False
        self.check_idle()

    def _refresh_layout(self, size: Size | None = None, scroll: bool = False) -> None:
        """Lay the widgets out. The first layout is not drawn: the caller, ``_on_screen_resume``,
        then asks to repaint the screen (5 % of the time to the first whole screen)."""
        self._is_laying_out |= not self._size
        super()._refresh_layout(size, scroll)
        self._is_laying_out = False

    def _compositor_refresh(self) -> None:
        """Draw the changes of all widgets in one frame, none while the layout is incomplete or when
        the whole screen is about to be repainted."""
        if self._is_laying_out or self._repaint_required:
            return
        changed = {each for each in self._widgets() if each._repaint_required}
        self._compositor.update_widgets(changed)
        super()._compositor_refresh()

    def _widgets(self) -> Iterator[Widget]:
        for widget in self.walk_children(Widget):
            yield widget
            if widget._vertical_scrollbar:
                yield widget._vertical_scrollbar


def _has_changed(widget: Widget) -> bool:
    return widget._repaint_required or widget._layout_required or widget._scroll_required
