"""Textual bindings made from the command registry, and their replacement by the user's keys."""

from __future__ import annotations

from collections.abc import Container
from typing import Any

from textual.binding import Binding, BindingsMap
from textual.screen import Screen

from tui.app.commands import COMMANDS, CURSOR_COMMANDS, DIGITS
from tui.app.keymap import Keymap
from tui.app.textual_internals.screen_bindings import replace_bindings


def bindings(*actions: str, without: Container[str] = ()) -> list[Binding]:
    """Return the bindings of the named commands, whose actions a screen defines; ``without`` the
    keys that mean something else there."""
    return [
        Binding(key, command.action, command.title.en, show=False)
        for command in COMMANDS
        if command.action in actions
        for key in command.keys
        if key not in without
    ]


def browse_bindings() -> list[Binding]:
    """Return the bindings of the main screen: every command, and digits for sections.

    Commands go to ``action_execute``; those that move a cursor have an action each.
    """
    return [
        *bindings(*CURSOR_COMMANDS),
        *(
            Binding(key, f"execute('{command.action}')", command.title.en, show=False)
            for command in COMMANDS
            if command.action not in CURSOR_COMMANDS
            for key in command.keys
        ),
        *(
            Binding(digit, f"{DIGITS.action}({digit})", DIGITS.title.en, show=False)
            for digit in DIGITS.keys
        ),
    ]


def use_keymap(screen: Screen[Any], keymap: Keymap) -> None:
    """Replace the bindings of a screen by the user's keys."""
    if keymap.is_changed:
        replace_bindings(screen, lambda default: rebound(default, keymap))


def _command(binding: Binding) -> str:
    """The command of a binding: its action, or the argument of ``execute``."""
    return binding.action.removeprefix("execute('").removesuffix("')")


def rebound(default: BindingsMap, keymap: Keymap) -> BindingsMap:
    """Return the bindings with the user's keys.

    Keys that a screen leaves out, such as letters where text is typed, need no attention: the
    focused input gets them first.
    """
    digits: dict[str, tuple[str, ...]] = {
        f"{DIGITS.action}({digit})": (digit,) for digit in keymap.digits
    }
    # A screen's own bindings (space to toggle a checkbox) take precedence over the registry.
    own = {
        key
        for key, found in default.key_to_bindings.items()
        for binding in found
        if not keymap.textual(_command(binding)) and "(" not in _command(binding)
    }
    changed: dict[str, list[Binding]] = {}
    for key, found in default.key_to_bindings.items():
        for binding in found:
            command = _command(binding)
            chosen = keymap.textual(command)
            keys: tuple[str, ...] = (key,)
            if command.startswith(f"{DIGITS.action}("):
                keys = digits.get(command, ())
            elif chosen and not key.startswith("ctrl+"):
                keys = tuple(name for name in chosen if name not in own)
            for each in keys:
                if all(other.action != binding.action for other in changed.setdefault(each, [])):
                    changed[each].append(binding.with_key(each))
    result = default.copy()
    result.key_to_bindings = changed
    return result
