"""Which keys do what, once the user's own choice is heard: for Textual, and for people to read.

Nothing of Textual is imported here, so the command line can name the actions and their keys.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Mapping

from tui.app.commands import COMMANDS, DIGITS, KeyCommand
from tui.config.key_bindings import effective
from tui.text.language import Language, Wording

_TO_TEXTUAL = {
    "solidus": "slash",
    "reverse_solidus": "backslash",
    "commercial_at": "at",
    "hyphen_minus": "minus",
    "plus_sign": "plus",
    "low_line": "underscore",
}
_SHOWN = {
    "enter": Wording("回车", "Enter"),
    "escape": Wording("Esc", "Esc"),
    "space": Wording("空格", "Space"),
    "shift+tab": Wording("S-Tab", "S-Tab"),
    "up": Wording("↑", "↑"),
    "down": Wording("↓", "↓"),
    "left": Wording("←", "←"),
    "right": Wording("→", "→"),
    "pageup": Wording("PgUp", "PgUp"),
    "pagedown": Wording("PgDn", "PgDn"),
}


def textual_name(key: str) -> str:
    """How Textual calls a key: ``/`` is ``slash``."""
    if len(key) != 1 or key.isalnum():
        return key
    name = unicodedata.name(key).lower().replace("-", "_").replace(" ", "_")
    return _TO_TEXTUAL.get(name, name)


def _own_name(key: str) -> str:
    return _SIGNS.get(key, key)


_SIGNS = {textual_name(sign): sign for sign in "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"}


def actions() -> dict[str, tuple[str, ...]]:
    """Every action that can be given other keys, with those it has."""
    return {command.action: tuple(map(_own_name, command.keys)) for command in COMMANDS}


class Keymap:
    """The keys as they are now."""

    def __init__(self, chosen: Mapping[str, Collection[str]] | None = None) -> None:
        chosen = chosen or {}
        known = actions()
        self._keys = effective(known, chosen)
        self._changed = {action for action in known if self._keys[action] != known[action]}
        taken = {key for keys in chosen.values() for key in keys}
        self.digits = tuple(digit for digit in DIGITS.keys if digit not in taken)
        """Those that still open a citation."""

    @property
    def is_changed(self) -> bool:
        """Whether any key does something else than usual."""
        return bool(self._changed) or self.digits != DIGITS.keys

    def textual(self, action: str) -> tuple[str, ...]:
        """The keys of an action, as Textual names them."""
        return tuple(map(textual_name, self._keys.get(action, ())))

    def shown_of(self, action: str, language: Language) -> str:
        """The same by the name of the command's action."""
        return self.shown(next(item for item in COMMANDS if item.action == action), language)

    def shown(self, command: KeyCommand, language: Language) -> str:
        """How a person calls the keys of a command."""
        if command.action == DIGITS.action and self.digits != DIGITS.keys:
            return " ".join(self.digits)  # 0 but as the second of two
        if command.action not in self._changed:
            return command.shown.of(language)
        keys = [key for key in self._keys[command.action] if not key.startswith("ctrl+")]
        return " ".join(_SHOWN.get(key, _called(key)).of(language) for key in keys)


def _called(key: str) -> Wording:
    name = key if len(key) == 1 else key.capitalize()
    return Wording(name, name)
