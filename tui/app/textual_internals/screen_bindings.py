"""Replace the key bindings of a screen.

Textual's public ``App.set_keymap`` cannot do it: it keeps no keys fixed (Ctrl+C) and does not
release keys of bindings that it was not given (digits).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from textual.binding import BindingsMap
from textual.screen import Screen


def replace_bindings(screen: Screen[Any], change: Callable[[BindingsMap], BindingsMap]) -> None:
    """Replace the bindings that the screen got from its class."""
    screen._bindings = change(screen._bindings)
