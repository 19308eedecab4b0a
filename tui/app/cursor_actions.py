"""Actions of the cursor keys, for every screen that has a panel."""

from __future__ import annotations

from collections.abc import Callable

from textual.widget import Widget

from tui.app.widgets.line_view import LineView


class CursorActions:
    """Mixin for screens: cursor commands move in the focused panel."""

    focused: Widget | None

    def panel(self) -> LineView | None:
        """Return the panel that cursor keys move in."""
        return self.focused if isinstance(self.focused, LineView) else None

    def moved(self, panel: LineView, before: object, *, down: bool) -> None:
        """Called after a move. ``before``: the position of the panel before it."""

    def _move(self, move: Callable[[LineView], None], *, down: bool) -> None:
        if panel := self.panel():
            before = panel.position
            move(panel)
            self.moved(panel, before, down=down)

    def action_down(self) -> None:
        """Move one step down."""
        self._move(lambda panel: panel.move(1), down=True)

    def action_up(self) -> None:
        """Move one step up."""
        self._move(lambda panel: panel.move(-1), down=False)

    def action_page_down(self) -> None:
        """Move down by the height of the window."""
        self._move(lambda panel: panel.move_screen(1), down=True)

    def action_page_up(self) -> None:
        """Move up by the height of the window."""
        self._move(lambda panel: panel.move_screen(-1), down=False)

    def action_half_page_down(self) -> None:
        """Move down by half the height of the window."""
        self._move(lambda panel: panel.move_screen(0.5), down=True)

    def action_half_page_up(self) -> None:
        """Move up by half the height of the window."""
        self._move(lambda panel: panel.move_screen(-0.5), down=False)

    def action_first(self) -> None:
        """Move to the beginning."""
        self._move(lambda panel: panel.move_edge(-1), down=False)

    def action_last(self) -> None:
        """Move to the end."""
        self._move(lambda panel: panel.move_edge(1), down=True)
