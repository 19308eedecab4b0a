"""A screen that is drawn in one go, as soon as a key has been obeyed.

Textual's own waits for a timer, and draws what each widget reports when it comes to report it: a
key that changes a list, a page and a title is drawn two or three times.
"""

from __future__ import annotations

from collections.abc import Iterator

from textual import events
from textual.reactive import Reactive
from textual.screen import Screen
from textual.widget import Widget

from tui.app.textual_internals.line_widgets import ScrollableLineWidget


class SingleFrameScreen(Screen[None]):
    """A screen of few widgets, each asked what it has to report. Nothing of its own is seen."""

    BLANK = True
    _placing = False
    # Else another focus would have the whole screen drawn.
    focused: Reactive[Widget | None] = Reactive(None, repaint=False)

    def set_focus(
        self, widget: Widget | None, scroll_visible: bool = True, from_app_focus: bool = False
    ) -> None:
        """Give a panel the focus, which it knows at once: it is drawn with what else a key does."""
        before = self.focused
        super().set_focus(widget, scroll_visible, from_app_focus)
        for each in (before, self.focused):
            if isinstance(each, ScrollableLineWidget):
                each.has_focus = each is self.focused

    async def _on_idle(self, event: events.Idle) -> None:
        event.prevent_default()
        if self.is_current and not self.app._batch_count:
            for widget in self._drawn():
                if _has_changed(widget):
                    widget._check_refresh()
            if not self._message_queue.empty():  # what they report comes first, then this again
                return
            if self._layout_required or self._scroll_required or self._dirty_widgets:
                self._on_timer_update()
            elif self._compositor._dirty_regions:
                self._compositor_refresh()
        await super()._on_idle(event)

    def lay_out_now(self) -> None:
        """Give the panels their places, where they are to have others, before they are filled:
        what they are to show is laid out once, and keys typed ahead find it there."""
        waiting = [widget for widget in self._drawn() if widget._layout_required]
        if not waiting or not self.is_current or self.outer_size != self.app.size:
            return  # nothing to be done, or it will be done for another size
        for widget in waiting:
            widget._layout_required = False
            for ancestor in widget.ancestors:
                if isinstance(ancestor, Widget):
                    ancestor._clear_arrangement_cache()
        self._placing = True  # nothing is drawn before all is in its place
        self._refresh_layout()
        self._placing = False
        self.check_idle()

    def _compositor_refresh(self) -> None:
        """What a layout has changed within the panels is drawn with it."""
        if self._placing:
            return
        self._compositor.update_widgets({each for each in self._drawn() if each._repaint_required})
        super()._compositor_refresh()

    def _drawn(self) -> Iterator[Widget]:
        for widget in self.walk_children(Widget):
            yield widget
            if widget._vertical_scrollbar:
                yield widget._vertical_scrollbar


def _has_changed(widget: Widget) -> bool:
    return widget._repaint_required or widget._layout_required or widget._scroll_required
