"""The line in which a query is typed."""

from __future__ import annotations

from textual import events
from textual.geometry import Size
from textual.reactive import Reactive
from textual.widgets import Input


class SearchBox(Input):
    """A plain input: what is typed is searched at once by who listens to its changes."""

    # The extent of what is typed, by which Textual would lay out the whole screen at each letter:
    # the box has one size.
    virtual_size: Reactive[Size] = Reactive(Size(0, 0))

    def __init__(self, identity: str) -> None:
        super().__init__(id=identity, compact=True, select_on_focus=False)
        self.cursor_blink = False  # a blinking cursor would keep an idle process awake
        self._earlier = ""

    def come_back(self, query: str) -> None:
        """Hold an earlier query: what is typed adds to it, a slash begins another."""
        self.value = self._earlier = query
        self.cursor_position = len(query)

    async def _on_key(self, event: events.Key) -> None:
        if event.character == "/" and self.value and self.value == self._earlier:
            event.stop()
            event.prevent_default()
            self.value = self._earlier = ""
            return
        await super()._on_key(event)
