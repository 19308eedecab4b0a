"""The input line of the search, of filters and of dialogs."""

from __future__ import annotations

from weakref import WeakSet

from textual import events
from textual.geometry import Size
from textual.reactive import Reactive
from textual.widgets import Input


class TextInput(Input):
    """Plain Input; the screen searches on every ``Input.Changed``."""

    # The extent of the value. Textual's own reactive has layout=True and would lay out the whole
    # screen on every letter.
    virtual_size: Reactive[Size] = Reactive(Size(0, 0))

    def __init__(self, widget_id: str, *, submit_pasted_line: bool = False) -> None:
        """``submit_pasted_line``: submit pasted text that ends with a line break."""
        super().__init__(id=widget_id, compact=True, select_on_focus=False)
        self.cursor_blink = False  # a blinking cursor would wake up an idle process
        self._submit_pasted_line = submit_pasted_line
        self._restored = ""
        self._received: WeakSet[events.Key] = WeakSet()

    def restore_query(self, query: str) -> None:
        """Show an earlier query. Letters are appended to it; a slash starts a new one."""
        self.value = self._restored = query
        self.cursor_position = len(query)

    def has_received(self, event: events.Key) -> bool:
        """Return True if Textual delivered the key here, False if to an earlier focus."""
        return event in self._received

    def on_key(self, event: events.Key) -> None:
        """Clear a restored query on a slash; leave every other key to ``Input``."""
        self._received.add(event)
        if event.character == "/" and self.value and self.value == self._restored:
            event.stop()
            event.prevent_default()
            self.value = self._restored = ""

    def on_paste(self, event: events.Paste) -> None:
        """Post Enter; it is handled after the text is inserted."""
        if self._submit_pasted_line and event.text.endswith(("\r", "\n")) and event.text.strip():
            self.post_message(events.Key("enter", "\r"))
