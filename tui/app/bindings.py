"""The registry of commands as Textual's bindings, and what becomes of them where the user chose
other keys."""

from __future__ import annotations

from collections.abc import Container

from textual.binding import Binding, BindingsMap

from tui.app.commands import COMMANDS, DIGITS
from tui.app.keymap import Keymap


def bindings(*actions: str, without: Container[str] = ()) -> list[Binding]:
    """The keys of the named commands (of all without names), for a Textual screen; ``without``
    keys that mean something else there."""
    chosen = [command for command in COMMANDS if not actions or command.action in actions]
    return [
        Binding(key, command.action, command.title.en, show=False)
        for command in chosen
        for key in command.keys
        if key not in without
    ]


def digit_bindings() -> list[Binding]:
    """A digit opens the citation of that number."""
    return [
        Binding(digit, f"open_citation({digit})", DIGITS.title.en, show=False)
        for digit in DIGITS.keys
    ]


def rebound(made: BindingsMap, keymap: Keymap) -> BindingsMap:
    """The bindings of a screen under the user's keys. A key that was left out on purpose (letters
    where one types) is no matter: whoever types gets letters first."""
    if not keymap.is_changed:
        return made
    digits: dict[str, tuple[str, ...]] = {
        f"{DIGITS.action}({digit})": (digit,) for digit in keymap.digits
    }
    # What a screen binds of its own (the space bar, to choose) goes before the registry.
    own = {
        key
        for key, found in made.key_to_bindings.items()
        for binding in found
        if not keymap.textual(binding.action.partition("(")[0]) and "(" not in binding.action
    }
    kept: dict[str, list[Binding]] = {}
    for key, found in made.key_to_bindings.items():
        for binding in found:
            action, _, argument = binding.action.partition("(")
            usual = keymap.textual(action)
            wanted: tuple[str, ...] = (key,)
            if argument and action == DIGITS.action:
                wanted = digits.get(binding.action, ())
            elif usual and not argument and not key.startswith("ctrl+"):
                wanted = tuple(name for name in usual if name not in own)
            for each in wanted:
                if all(other.action != binding.action for other in kept.setdefault(each, [])):
                    kept[each].append(binding.with_key(each))
    changed = made.copy()
    changed.key_to_bindings = kept
    return changed
