"""Terminal access without a public way in Textual: raw output, mouse capture."""

from __future__ import annotations

from typing import Any

from textual.app import App


def write_to_terminal(app: App[Any], sequence: str) -> None:
    """Write a control sequence to the terminal. ``App.copy_to_clipboard`` writes OSC 52 only, not
    in the wrapping that tmux and GNU screen need."""
    if app._driver is not None:
        app._driver.write(sequence)
        app._driver.flush()


def capture_mouse(app: App[Any], *, on: bool) -> None:
    """Start or stop mouse reports. Without them the terminal selects text itself. Does nothing with
    drivers that have no such switch (tests, Windows)."""
    name = "_enable_mouse_support" if on else "_disable_mouse_support"
    if switch := getattr(app._driver, name, None):
        switch()
