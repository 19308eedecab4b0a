"""The line in which a query is typed."""

from __future__ import annotations

from weakref import WeakSet

from textual import events
from textual.geometry import Size
from textual.reactive import Reactive
from textual.widgets import Input


class TextInput(Input):
    """A plain input: what is typed is searched at once by who listens to its changes."""

    # The extent of what is typed, by which Textual would lay out the whole screen at each letter:
    # the box has one size.
    virtual_size: Reactive[Size] = Reactive(Size(0, 0))

    def __init__(self, identity: str, *, enters: bool = False) -> None:
        """``enters``: whether a line that is pasted with its end is entered."""
        super().__init__(id=identity, compact=True, select_on_focus=False)
        self.cursor_blink = False  # a blinking cursor would keep an idle process awake
        self._enters = enters
        self._earlier = ""
        self._came: WeakSet[events.Key] = WeakSet()

    def come_back(self, query: str) -> None:
        """Hold an earlier query: what is typed adds to it, a slash begins another."""
        self.value = self._earlier = query
        self.cursor_position = len(query)

    def has_had(self, event: events.Key) -> bool:
        """Whether a key came by here, or went to whatever had the focus when it was read."""
        return event in self._came

    def on_key(self, event: events.Key) -> None:
        """Any key that came here: a letter goes on to be typed."""
        self._came.add(event)
        if event.character == "/" and self.value and self.value == self._earlier:
            event.stop()
            event.prevent_default()
            self.value = self._earlier = ""

    def on_paste(self, event: events.Paste) -> None:
        """Enter behind what is pasted, once that is in its place."""
        if self._enters and event.text.endswith(("\r", "\n")) and event.text.strip():
            self.post_message(events.Key("enter", "\r"))
