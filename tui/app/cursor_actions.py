"""Actions of the cursor keys, for every screen that has a panel."""

from __future__ import annotations

from textual.widget import Widget

from tui.app.widgets.line_view import LineView


class CursorActions:
    """Mixin for screens: cursor commands move in the focused panel."""

    focused: Widget | None

    def panel(self) -> LineView | None:
        """Return the panel that cursor keys move in."""
        return self.focused if isinstance(self.focused, LineView) else None

    def action_down(self) -> None:
        """Move one step down."""
        self._move(1)

    def action_up(self) -> None:
        """Move one step up."""
        self._move(-1)

    def _move(self, steps: int) -> None:
        if panel := self.panel():
            panel.move(steps)

    def action_page_down(self) -> None:
        """Move down by the height of the window."""
        if panel := self.panel():
            panel.move_screen(1)

    def action_page_up(self) -> None:
        """Move up by the height of the window."""
        if panel := self.panel():
            panel.move_screen(-1)

    def action_first(self) -> None:
        """Move to the beginning."""
        if panel := self.panel():
            panel.move_edge(-1)

    def action_last(self) -> None:
        """Move to the end."""
        if panel := self.panel():
            panel.move_edge(1)
