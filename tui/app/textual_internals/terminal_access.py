"""Terminal access without a public way in Textual: raw output, mouse capture."""

from __future__ import annotations

import os
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


def suspend(app: App[Any]) -> bool:
    """Stop the process group until the shell continues it; return False where that is impossible.

    A session leader and other orphaned process groups are not stopped: no shell could continue them
    (POSIX.1-2017, 2.4.3). That is so over SSH, in a container, and directly in a tmux window.
    """
    if app._driver is None or not app._driver.can_suspend or os.getsid(0) == os.getpid():
        return False
    app.action_suspend_process()
    return bool(getattr(app._driver, "was_stopped", True))


def is_terminal_gone(app: App[Any]) -> bool:
    """Return whether the terminal was closed; False with drivers that cannot tell."""
    check = getattr(app._driver, "is_terminal_gone", None)
    return bool(check and check())


def repaint(app: App[Any]) -> None:
    """Draw the whole screen again: the terminal has cleared it."""
    compositor = app.screen._compositor
    compositor._dirty_regions.add(compositor.size.region)
    app.screen._compositor_refresh()
