"""Linux driver that can start without a terminal and attach to one later, in a forked process."""

from __future__ import annotations

import contextvars
import os
from typing import Any

from rich.console import Console
from textual import constants, events
from textual.app import App
from textual.geometry import Size

from tui.app.textual_internals.input_driver import InputDriver, SelectableEvent

_SIZE = Size(80, 24)
"""Screen size while no terminal is attached."""


class DetachableDriver(InputDriver):
    """Draws nothing until ``attach`` is called; with a terminal from the start, an InputDriver."""

    _detached = False

    def attach(self) -> None:
        """Use the terminal on descriptors 0 to 2 and draw the app on it."""
        self._context.run(self._attach)

    def _attach(self) -> None:
        self.handle_stops()
        self.exit_event = SelectableEvent()  # that of the parent process is closed
        self._open_terminal()
        self._detached = False
        super().start_application_mode()
        self._app.screen.refresh(layout=True)

    def _open_terminal(self) -> None:
        """Set what Textual derives from the terminal when a driver and an app are created."""
        self.open_output()
        self.fileno = 0
        self.input_tty = True
        self._app.console = Console(
            color_system=constants.COLOR_SYSTEM,  # type: ignore[arg-type]
            file=self._app.console.file,
            markup=True,
            highlight=False,
            emoji=False,
            legacy_windows=False,
            _environ=os.environ,
            force_terminal=True,
            safe_box=False,
            soft_wrap=False,
        )

    def start_application_mode(self) -> None:
        """Draw on the terminal, or wait for ``attach``."""
        if os.isatty(0):
            super().start_application_mode()
            return
        self._detached = True
        self._context = contextvars.copy_context()  # Textual's: which app is active
        self._loop.create_task(self._app._post_message(events.Resize(_SIZE, _SIZE)))

    def write(self, data: str) -> None:
        """Write to the terminal, if attached."""
        if not self._detached:
            super().write(data)

    def flush(self) -> None:
        """Flush the terminal, if attached."""
        if not self._detached:
            super().flush()

    def disable_input(self) -> None:
        """Stop reading input, if attached."""
        if not self._detached:
            super().disable_input()

    def stop_application_mode(self) -> None:
        """Restore the terminal, if attached."""
        if not self._detached:
            super().stop_application_mode()


def attach_terminal(app: App[Any]) -> None:
    """Draw an app that runs on a detached driver on the terminal of descriptors 0 to 2."""
    assert isinstance(app._driver, DetachableDriver)
    app._driver.attach()
