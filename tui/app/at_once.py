"""A screen that is drawn in one go, as soon as a key has been obeyed.

Textual's own waits for a timer, and draws what each widget reports when it comes to report it: a
key that changes a list, a page and a title is drawn two or three times.
"""

from __future__ import annotations

from collections.abc import Iterator

from textual import events
from textual.screen import Screen
from textual.widget import Widget


class DrawnAtOnce(Screen[None]):
    """A screen of few widgets, each asked what it has to report."""

    async def _on_idle(self, event: events.Idle) -> None:
        event.prevent_default()
        if self.is_current and not self.app._batch_count:
            changed = [widget for widget in self._drawn() if _has_changed(widget)]
            for widget in changed:
                widget._check_refresh()
            if changed:  # what they report comes first; then there is nothing more to ask for
                return
            if self._layout_required or self._scroll_required or self._dirty_widgets:
                self._on_timer_update()
        await super()._on_idle(event)

    def _compositor_refresh(self) -> None:
        """What a layout has changed within the panels is drawn with it."""
        self._compositor.update_widgets({each for each in self._drawn() if each._repaint_required})
        super()._compositor_refresh()

    def _drawn(self) -> Iterator[Widget]:
        for widget in self.walk_children(Widget):
            yield widget
            if widget._vertical_scrollbar:
                yield widget._vertical_scrollbar


def _has_changed(widget: Widget) -> bool:
    return widget._repaint_required or widget._layout_required or widget._scroll_required
