"""The keys of each command: the configured ones, or the default ones that are still free."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from tui.fast_namedtuple import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import TypeAlias

    KeysByAction: TypeAlias = dict[str, tuple[str, ...]]

NAMED_KEYS = (
    "enter",
    "escape",
    "tab",
    "shift+tab",
    "space",
    "backspace",
    "up",
    "down",
    "left",
    "right",
    "home",
    "end",
    "pageup",
    "pagedown",
)


def effective_keys(
    actions: Mapping[str, tuple[str, ...]], bindings: Mapping[str, Collection[str]]
) -> KeysByAction:
    """Return the keys of each action: the configured ones, or the default ones that no other
    action took. Keys that cannot be configured (Ctrl+C) remain."""
    taken = {key for keys in bindings.values() for key in keys}
    effective: KeysByAction = {}
    for action, keys in actions.items():
        if action in bindings:
            fixed = [key for key in keys if key not in configurable_keys(keys)]
            effective[action] = (*bindings[action], *fixed)
        else:
            effective[action] = tuple(key for key in keys if key not in taken)
    return effective


def configurable_keys(keys: Collection[str]) -> tuple[str, ...]:
    """Return those of the keys that a user can configure."""
    return tuple(key for key in keys if key in NAMED_KEYS or len(key) == 1)
