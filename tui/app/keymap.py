"""The keys of each command with the user's own choice: for Textual, and as users read them.

It imports no Textual: the command line uses it too.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Mapping

from tui.app.commands import COMMANDS, DIGITS
from tui.app.key_command import KeyCommand
from tui.config.effective_keys import effective_keys
from tui.text.language import LANGUAGES, Language, Wording

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
    """Return Textual's name of a key: ``slash`` for ``/``."""
    if len(key) != 1 or key.isalnum():
        return key
    name = unicodedata.name(key).lower().replace("-", "_").replace(" ", "_")
    return _TO_TEXTUAL.get(name, name)


def key_name(key: str, character: str | None = None) -> str:
    """Return a key as users read it: ``Ctrl+G`` for Textual's ``ctrl+g``. ``character``: what it
    types, if it does."""
    if character and character.isprintable():
        return character
    *modifiers, last = key.split("+")
    return "+".join((*map(str.capitalize, modifiers), _config_name(last).capitalize()))


def _config_name(key: str) -> str:
    return _SIGNS.get(key, key)


_SIGNS = {textual_name(sign): sign for sign in "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"}


def actions() -> dict[str, tuple[str, ...]]:
    """Return every command whose keys can be changed, with its default keys as in the config."""
    return {command.action: tuple(map(_config_name, command.keys)) for command in COMMANDS}


class Keymap:
    """The default keys with the user's changes."""

    def __init__(self, chosen: Mapping[str, Collection[str]] | None = None) -> None:
        chosen = chosen or {}
        default = actions()
        self._keys = effective_keys(default, chosen)
        self._changed = {action for action in default if self._keys[action] != default[action]}
        taken = {key for keys in chosen.values() for key in keys}
        self.digits = tuple(digit for digit in DIGITS.keys if digit not in taken)
        """Digits that still go to a section."""

    @property
    def is_changed(self) -> bool:
        """Whether any key differs from the default."""
        return bool(self._changed) or self.digits != DIGITS.keys

    def textual(self, action: str) -> tuple[str, ...]:
        """Return the keys of a command as Textual names them."""
        return tuple(map(textual_name, self._keys.get(action, ())))

    def wording_of(self, action: str) -> Wording:
        """Return the first key of a command as users read it, in both languages."""
        command = next(item for item in COMMANDS if item.action == action)
        keys = (self.shown(command, language).partition(" ")[0] for language in LANGUAGES)
        return Wording(*keys)

    def shown(self, command: KeyCommand, language: Language) -> str:
        """Return the keys of a command as users read them."""
        if command.action == DIGITS.action and self.digits != DIGITS.keys:
            return " ".join(self.digits)
        if command.action not in self._changed:
            return command.shown.of(language)
        keys = [key for key in self._keys[command.action] if not key.startswith("ctrl+")]
        return " ".join(_SHOWN.get(key, _capitalized(key)).of(language) for key in keys)


def _capitalized(key: str) -> Wording:
    name = key if len(key) == 1 else key.capitalize()
    return Wording(name, name)
