"""The keys that a user can configure, and the bindings that result.

A key is named by its character (``s``, ``N``, ``/``) or by a name (``enter``, ``up``). A full-width
character means the ASCII key that it is on.
"""

from __future__ import annotations

import string
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, TypeAlias

from tui.config import config_problems
from tui.config.config_problems import ConfigProblem, suggest
from tui.config.effective_keys import NAMED_KEYS
from tui.text.full_width import ascii_key
from tui.text.language import Wording

if TYPE_CHECKING:
    from tui.config.effective_keys import KeysByAction

CHARACTER_KEYS = string.ascii_letters + string.digits + string.punctuation
_INTERCEPTED = (
    "ctrl", "alt", "meta", "cmd", "super", "control", "option", "c-", "m-", "^", "shift+"
)  # fmt: skip
_SYNONYMS = {"esc": "escape", "return": "enter", "pgup": "pageup", "pgdn": "pagedown"}
_KNOWN_KEYS = Wording(
    "应为一个字母、数字或符号，或其中之一：{known}",
    "expected a letter, digit or punctuation character, or one of: {known}",
)
_KNOWN_ACTIONS = Wording("删去它；可用的动作：{known}", "remove it; expected one of: {known}")
_LIST = Wording('列表，如["a", "/"]', 'a list such as ["a", "/"]')

_Path: TypeAlias = tuple[str | int, ...]


def parse_key_table(
    table: Mapping[str, object], actions: Mapping[str, tuple[str, ...]]
) -> tuple[KeysByAction, list[ConfigProblem]]:
    """Return the valid bindings of a ``[keys]`` table, and the problems of the others.

    ``actions``: all actions with their default keys.
    """
    bindings: KeysByAction = {}
    problems: list[ConfigProblem] = []
    owners: dict[str, str] = {}
    for action, value in table.items():
        if action not in actions:
            hint = suggest(action, actions, _KNOWN_ACTIONS)
            details: dict[str, object] = {"name": action, "hint": hint}
            problems.append(
                ConfigProblem(
                    config_problems.UNKNOWN_ACTION, ("keys", action), details, in_key=True
                )
            )
            continue
        keys = []
        for item in _parse_keys(action, value):
            if isinstance(item, ConfigProblem):
                problems.append(item)
                continue
            path, key = item
            owner = owners.setdefault(key, action)
            if owner == action:
                keys.append(key)
            else:
                details = {"key": key, "other": owner}
                problems.append(ConfigProblem(config_problems.DUPLICATE_KEY, path, details))
        if keys:
            bindings[action] = tuple(dict.fromkeys(keys))
    # A refused binding leaves its action with the default key, which another may have taken.
    while taken := _taken_only_keys(bindings, actions):
        for action, key, other in taken:
            details = {"key": key, "other": other}
            path = ("keys", action)
            problems.append(ConfigProblem(config_problems.ONLY_KEY_TAKEN, path, details))
            bindings.pop(action, None)
    return bindings, problems


def _parse_keys(action: str, value: object) -> Iterator[ConfigProblem | tuple[_Path, str]]:
    """Yield each key of an action with its path, or its problem."""
    path: _Path = ("keys", action)
    if isinstance(value, str):
        yield _parse_key(path, value)
        return
    if not isinstance(value, list):
        yield _not_a_list(path, action, value)
        return
    if not value:
        yield ConfigProblem(config_problems.NO_KEYS, path, {"name": action})
    for index, item in enumerate(value):
        if isinstance(item, str):
            yield _parse_key((*path, index), item)
        else:
            yield _not_a_list((*path, index), action, item)


def _not_a_list(path: _Path, action: str, value: object) -> ConfigProblem:
    details = {"name": action, "got": repr(value), "wanted": _LIST}
    return ConfigProblem(config_problems.WRONG_TYPE, path, details)


def _parse_key(path: _Path, key: str) -> ConfigProblem | tuple[_Path, str]:
    name = ascii_key(key) if len(key) == 1 else key.lower()
    name = _SYNONYMS.get(name, name)
    if name in NAMED_KEYS or (len(name) == 1 and name in CHARACTER_KEYS):
        return path, name
    function_key = name[:1] == "f" and name[1:].isdecimal()
    if len(name) > 1 and (name.startswith(_INTERCEPTED) or function_key):
        return ConfigProblem(config_problems.INTERCEPTED_KEY, path, {"key": key})
    hint = suggest(name, NAMED_KEYS, _KNOWN_KEYS)
    return ConfigProblem(config_problems.UNKNOWN_KEY, path, {"key": key, "hint": hint})


def _taken_only_keys(
    bindings: KeysByAction, actions: Mapping[str, tuple[str, ...]]
) -> list[tuple[str, str, str]]:
    """Return (action, key, other) for each action bound to the only key of another action."""
    owners = {key: action for action, keys in bindings.items() for key in keys}
    taken = []
    for other, keys in actions.items():
        if other not in bindings and keys and all(key in owners for key in keys):
            taken += [(owners[key], key, other) for key in keys]
    return taken
