"""An app adapted to its terminal: colors, encoding, character widths, full-width keys."""

from __future__ import annotations

import asyncio
import gc
import signal
from collections.abc import Sequence
from contextlib import suppress
from typing import Any

from textual import events
from textual.driver import Driver
from textual.filter import LineFilter
from textual.geometry import Offset

from tui.app.keymap import textual_name
from tui.app.terminal.capabilities import TerminalCapabilities
from tui.app.terminal.exit_signals import RAISED_AGAIN, end_by_signal, start_time_limit
from tui.app.terminal.line_filters import (
    ambiguous_width_filter,
    background_filter,
    color_filter,
    control_filter,
    encoding_filter,
)
from tui.app.textual_internals.crash_reporting import CrashReportingApp
from tui.app.textual_internals.serial_input import SerialInputApp
from tui.app.textual_internals.terminal_access import is_terminal_gone
from tui.app.textual_theme import chosen_shade, screen_style, textual_theme
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
        self._css_variables: dict[str, str] = {}
        self.choose_theme(theme)
        self._css_variables = self.get_css_variables()
        self.stylesheet.set_variables(self._css_variables)
        self.ended_by: int | None = None
        """The signal by which the process is to end once the terminal is restored."""

    def get_driver_class(self) -> type[Driver]:
        """Return our driver in place of Textual's for Unix."""
        default = super().get_driver_class()
        if default.__name__ != "LinuxDriver":
            return default
        from tui.app.textual_internals.input_driver import InputDriver  # Unix only

        return InputDriver

    def choose_theme(self, theme: Theme) -> None:
        """Switch the theme; ``auto`` is the palette that fits the terminal's own background,
        dark where that is unknown."""
        self._chosen_theme = theme
        shade = chosen_shade(theme, self.terminal.shade, self.terminal.depth)
        textual = textual_theme(shade, self.terminal.depth)
        self.register_theme(textual)
        style = screen_style(textual.name)
        self._palette_filters = [background_filter(style)] if style else []
        if shade == "mono":
            self._palette_filters.append(_COLOR_FILTER)
        self.theme = textual.name

    def refresh_css(self, animate: bool = True) -> None:
        """Apply the style sheet; parse it again only if its variables have changed. They have not
        at the start, when Textual does so too (2 % of the time to the first screen)."""
        variables = self.get_css_variables()
        if variables == self._css_variables:
            self.stylesheet.update(self, animate=animate)
            return
        self._css_variables = variables
        super().refresh_css(animate)

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

    # -- signals and exit

    def handle_signals(self) -> None:
        """Exit on signals. Called by the running event loop, again after a fork."""
        with suppress(NotImplementedError):  # Windows
            loop = asyncio.get_running_loop()
            for number in (signal.SIGTERM, signal.SIGINT):  # in raw mode Ctrl+C is a key
                loop.add_signal_handler(number, self._exit_by_signal, number)
            for number in RAISED_AGAIN:
                loop.add_signal_handler(number, self._end_by_signal, number)
            # A loop whose wake-up pipe is full will wake up: no warning, unlike asyncio's default.
            signal.set_wakeup_fd(signal.set_wakeup_fd(-1), warn_on_full_buffer=False)
            for number in (signal.SIGTERM, signal.SIGINT, *RAISED_AGAIN):
                # The event loop learns of the signal through its file descriptor all the same.
                signal.signal(number, start_time_limit)

    def on_ready(self) -> None:
        """After the first frame, enable garbage collection without the objects of the start-up."""
        if not gc.isenabled():
            gc.freeze()
            gc.enable()

    def save_location(self) -> None:
        """Save what is to be kept for the next session. Called before the app ends."""

    def exit(self, *arguments: Any, **options: Any) -> None:
        """Save what is to be kept, and exit."""
        self.save_location()
        super().exit(*arguments, **options)

    def _exit_by_signal(self, number: int) -> None:
        """Exit with the code that a shell reports for a signal."""
        self.exit(return_code=128 + number)

    def _end_by_signal(self, number: int) -> None:
        """Exit, then end by a signal; at once if the app exits already or its terminal is gone."""
        if self.is_exiting or is_terminal_gone(self):
            self.save_location()
            end_by_signal(number)
        self.ended_by = number
        self._exit_by_signal(number)

    def hang_up(self) -> None:
        """End by SIGHUP: the terminal is gone, so nothing is restored."""
        self.save_location()
        end_by_signal(signal.SIGHUP)
