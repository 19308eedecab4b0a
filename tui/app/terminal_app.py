"""What an app has to do with its terminal: colours, encoding, widths, keys that come early."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from textual import events
from textual._xterm_parser import XTermParser
from textual.app import App
from textual.filter import LineFilter
from textual.worker import WorkerFailed

from tui.app.terminal.line_filters import ambiguous_width_filter, color_filter, encoding_filter
from tui.app.theme import textual_theme
from tui.app.widgets.text_input import TextInput
from tui.render.palette import PALETTES, Shade
from tui.render.theme import Theme

_COLOR_FILTER = color_filter()


class TerminalCapabilities(NamedTuple):
    """``shade``: the palette that fits it; ``encoding``: what it draws; ``ambiguous``: the cells
    that it gives to what UAX #11 calls ambiguous; ``typed``: keys pressed before the app opened."""

    shade: Shade = "any"
    encoding: str = "utf-8"
    ambiguous: int = 1
    typed: bytes = b""


class TerminalApp(App[None], inherit_bindings=False):
    """An app in the sixteen colours of its terminal."""

    def __init__(self, terminal: TerminalCapabilities, theme: Theme) -> None:
        """``theme``: what the reader chose."""
        super().__init__(ansi_color=True)
        self.terminal = terminal
        # NO_COLOR has had its say in the palette; Textual's own way colours with the default.
        self._filters = []
        if terminal.encoding.lower().replace("-", "") != "utf8":
            self._filters.append(encoding_filter(terminal.encoding))
        if terminal.ambiguous == 2:
            self._filters.append(ambiguous_width_filter())
        for name in PALETTES:
            self.register_theme(textual_theme(name))
        self.chosen_theme: Theme = theme
        self.choose_theme(theme)

    def choose_theme(self, theme: Theme) -> None:
        """Another theme, at once."""
        self.chosen_theme = theme
        self.theme = self.terminal.shade if theme == "auto" else theme

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Without colours where the theme has none."""
        return [*self._filters, *([_COLOR_FILTER] if self.theme == "mono" else [])]

    def type_ahead(self) -> None:
        """Obey the keys that were pressed before the app opened."""
        if self.terminal.typed and self._driver:
            for event in XTermParser().feed(self.terminal.typed.decode(errors="replace")):
                self._driver.process_message(event)

    def _handle_exception(self, error: Exception) -> None:
        """What nobody foresaw ends the app, and is told by whoever started it once the terminal is
        as it was: Textual itself would print where in its own files it happened."""
        self._return_code = 1
        if self._exception is None:
            self._exception = error
            self._exception_event.set()
        self._close_messages_no_wait()

    @property
    def failure(self) -> BaseException | None:
        """What ended the app, if it was that."""
        error = self._exception
        return error.error if isinstance(error, WorkerFailed) else error

    # Textual hands each key to the widget that has the focus when it is read, so that what is typed
    # right behind the key that opens the line to type in passes that line by, and ends up here.

    def on_key(self, event: events.Key) -> None:
        """A key that was meant for the line to type in, Enter too: behind what was typed before."""
        box = self.focused
        if isinstance(box, TextInput) and not box.has_received(event):
            event.prevent_default()
            box._forward_event(events.Key(event.key, event.character))

    def on_paste(self, event: events.Paste) -> None:
        """A text that was meant for it."""
        if isinstance(self.focused, TextInput):
            self.focused._forward_event(events.Paste(event.text))
