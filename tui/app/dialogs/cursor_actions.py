"""The keys that move within a panel, for every screen that has one."""

from __future__ import annotations

from textual.widget import Widget

from tui.app.widgets.line_view import LineView


class CursorActions:
    """Actions for a screen: each is handed to the panel that has the focus."""

    focused: Widget | None

    def panel(self) -> LineView | None:
        """The panel that keys are meant for."""
        return self.focused if isinstance(self.focused, LineView) else None

    def action_down(self) -> None:
        """A step down."""
        self._move(1)

    def action_up(self) -> None:
        """A step up."""
        self._move(-1)

    def _move(self, steps: int) -> None:
        if panel := self.panel():
            panel.move(steps)

    def action_page_down(self) -> None:
        """A window's height down."""
        if panel := self.panel():
            panel.move_screen(1)

    def action_page_up(self) -> None:
        """A window's height up."""
        if panel := self.panel():
            panel.move_screen(-1)

    def action_first(self) -> None:
        """To the beginning."""
        if panel := self.panel():
            panel.move_edge(-1)

    def action_last(self) -> None:
        """To the end."""
        if panel := self.panel():
            panel.move_edge(1)
