"""An app adapted to its terminal: colors, encoding, character widths, full-width keys."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from textual import events
from textual.filter import LineFilter
from textual.geometry import Offset

from tui.app.keymap import textual_name
from tui.app.terminal.capabilities import TerminalCapabilities
from tui.app.terminal.line_filters import (
    ambiguous_width_filter,
    background_filter,
    color_filter,
    control_filter,
    encoding_filter,
)
from tui.app.textual_internals.crash_reporting import CrashReportingApp
from tui.app.textual_internals.serial_input import SerialInputApp
from tui.app.textual_theme import screen_style, textual_theme
from tui.app.widgets.text_input import TextInput
from tui.config import Theme
from tui.render.palette import Depth
from tui.text.full_width import ascii_key

_COLOR_FILTER = color_filter()


class TerminalApp(SerialInputApp, CrashReportingApp, inherit_bindings=False):
    """An app in the colors that its terminal has."""

    def __init__(self, terminal: TerminalCapabilities, theme: Theme) -> None:
        super().__init__(ansi_color=True)
        self.terminal = terminal
        # Replaces Textual's own filters: the palette follows NO_COLOR already.
        self._line_filters: list[LineFilter] = [control_filter()]
        if terminal.encoding.lower().replace("-", "") != "utf8":
            self._line_filters.append(encoding_filter(terminal.encoding))
        if terminal.ambiguous == 2:
            self._line_filters.append(ambiguous_width_filter())
        self._palette_filters: list[LineFilter] = []
        self._chosen_theme = theme
        self.choose_theme(theme)

    def choose_theme(self, theme: Theme) -> None:
        """Switch the theme; ``auto`` is the palette that fits the terminal."""
        self._chosen_theme = theme
        shade = self.terminal.shade if theme == "auto" else theme
        textual = textual_theme(shade, self.terminal.depth)
        self.register_theme(textual)
        style = screen_style(textual.name)
        self._palette_filters = [background_filter(style)] if style else []
        if shade == "mono":
            self._palette_filters.append(_COLOR_FILTER)
        self.theme = textual.name

    def use_depth(self, depth: Depth) -> None:
        """Use the colors that another terminal has."""
        if depth != self.terminal.depth:
            self.terminal = self.terminal._replace(depth=depth)
            self.choose_theme(self._chosen_theme)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Return the output filters; the mono theme adds one that removes colors, a theme with a
        background of its own one that paints it."""
        return [*self._line_filters, *self._palette_filters]

    @property
    def cursor_position(self) -> Offset:
        """The cell of the terminal's cursor, where it shows what an input method composes: in an
        input box, the cell of the visible cursor."""
        box = self.focused
        return box.cursor_screen_offset if isinstance(box, TextInput) else Offset()

    @cursor_position.setter
    def cursor_position(self, _position: Offset) -> None:
        # Widgets set it before they are laid out and scrolled.
        pass

    # -- input

    def translate_key(self, key: events.Key) -> events.Key:
        """Take a full-width key for the ASCII key that it is on, unless text is being typed."""
        if isinstance(self.focused, TextInput) or not key.character:
            return key
        ascii_char = ascii_key(key.character)
        return (
            key if ascii_char == key.character else events.Key(textual_name(ascii_char), ascii_char)
        )

    async def run_action(self, action: Any, *arguments: Any, **options: Any) -> bool:
        """Report typed text before a command that may depend on it."""
        default_namespace = arguments[0] if arguments else options.get("default_namespace")
        if not isinstance(default_namespace, TextInput):
            self._report_typed_text()
        return await super().run_action(action, *arguments, **options)

    def on_idle(self) -> None:
        """Report typed text when no more input is waiting."""
        self._report_typed_text()

    def _report_typed_text(self) -> None:
        if self.accepts_input and isinstance(self.focused, TextInput):
            self.focused.report_change()
