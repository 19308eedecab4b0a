"""An app adapted to its terminal: colors, encoding, character widths, keys typed early."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from textual import events
from textual.filter import LineFilter

from tui.app.terminal.line_filters import ambiguous_width_filter, color_filter, encoding_filter
from tui.app.textual_internals.crash_reporting import CrashReportingApp
from tui.app.textual_internals.terminal_access import forward_event, process_input
from tui.app.textual_theme import textual_theme
from tui.app.widgets.text_input import TextInput
from tui.config import Theme
from tui.render.palette import PALETTES, Shade

_COLOR_FILTER = color_filter()


class TerminalCapabilities(NamedTuple):
    """What is known of the terminal.

    ``shade``: the palette that fits its background; ``encoding``: of its output; ``ambiguous``:
    cells of characters of ambiguous width (UAX #11); ``typed``: input read before the app started.
    """

    shade: Shade = "any"
    encoding: str = "utf-8"
    ambiguous: int = 1
    typed: bytes = b""


class TerminalApp(CrashReportingApp, inherit_bindings=False):
    """An app in the sixteen colors of its terminal."""

    def __init__(self, terminal: TerminalCapabilities, theme: Theme) -> None:
        super().__init__(ansi_color=True)
        self.terminal = terminal
        # Replaces Textual's own filters: the palette follows NO_COLOR already.
        self._line_filters: list[LineFilter] = []
        if terminal.encoding.lower().replace("-", "") != "utf8":
            self._line_filters.append(encoding_filter(terminal.encoding))
        if terminal.ambiguous == 2:
            self._line_filters.append(ambiguous_width_filter())
        for name in PALETTES:
            self.register_theme(textual_theme(name))
        self.choose_theme(theme)

    def choose_theme(self, theme: Theme) -> None:
        """Switch the theme; ``auto`` is the palette that fits the terminal."""
        self.theme = self.terminal.shade if theme == "auto" else theme

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Return the output filters; the mono theme adds one that removes colors."""
        return [*self._line_filters, *([_COLOR_FILTER] if self.theme == "mono" else [])]

    def process_early_keys(self) -> None:
        """Process keys that were pressed before the app started."""
        if self.terminal.typed:
            process_input(self, self.terminal.typed)

    # Textual delivers a key to the widget that has the focus when the key is read. Keys typed ahead
    # behind the one that focuses an input box miss the box and end up here.

    def on_key(self, event: events.Key) -> None:
        """Forward a key that missed the focused input box, after the keys before it."""
        box = self.focused
        if isinstance(box, TextInput) and not box.has_received(event):
            event.prevent_default()
            forward_event(box, events.Key(event.key, event.character))

    def on_paste(self, event: events.Paste) -> None:
        """Forward a pasted text that missed the focused input box."""
        if isinstance(self.focused, TextInput):
            forward_event(self.focused, events.Paste(event.text))
