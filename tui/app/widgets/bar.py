"""A line across the screen that draws itself, as panels do."""

from __future__ import annotations

from textual.geometry import Size
from textual.reactive import Reactive
from textual.widget import Widget

from tui.app.textual_internals.strip_cache import StripCache


class Bar(Widget):
    """A line, or none."""

    # Laid out once, it does not have the screen laid out again.
    virtual_size: Reactive[Size] = Reactive(Size(0, 0))

    def __init__(self, identity: str) -> None:
        super().__init__(id=identity)
        self._styles_cache = StripCache()
