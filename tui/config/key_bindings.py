"""Which keys there are to choose from, and which key does what once some were chosen.

A key is called by its sign (``s``, ``N``, ``/``) or by a name (``enter``, ``up``).
"""

from __future__ import annotations

import string
from collections.abc import Collection, Iterator, Mapping

from tui.config import error_catalog
from tui.config.error_placement import Fault, did_you_mean
from tui.text.language import Wording

NAMED = (
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
SIGNS = string.ascii_letters + string.digits + string.punctuation
_SWALLOWED = ("ctrl", "alt", "meta", "cmd", "super", "control", "option", "c-", "m-", "^", "shift+")
_OTHER_NAMES = {"esc": "escape", "return": "enter", "pgup": "pageup", "pgdn": "pagedown"}
_KNOWN_KEYS = Wording(
    "用一个字母、数字或符号，或其中之一：{known}",
    "take one letter, digit or sign, or one of: {known}",
)
_KNOWN_ACTIONS = Wording("删去它；可用的动作：{known}", "remove it; the actions are: {known}")
_TEXT_WANTED = Wording('["a", "/"]这样的列表', 'a list such as ["a", "/"]')

Keys = dict[str, tuple[str, ...]]
"""The keys of each action."""


def checked(
    table: Mapping[str, object], actions: Mapping[str, tuple[str, ...]]
) -> tuple[Keys, list[Fault]]:
    """What a table of keys chooses, without what is wrong in it, and what that is."""
    chosen: Keys = {}
    faults: list[Fault] = []
    owners: dict[str, str] = {}
    for action, value in table.items():
        if action not in actions:
            hint = did_you_mean(action, actions, _KNOWN_ACTIONS)
            values: dict[str, object] = {"name": action, "hint": hint}
            faults.append(
                Fault(error_catalog.UNKNOWN_ACTION, ("keys", action), values, in_key=True)
            )
            continue
        keys = []
        for item in _items(action, value):
            if isinstance(item, Fault):
                faults.append(item)
            elif owners.setdefault(item[1], action) != action:
                twice = {"key": item[1], "other": owners[item[1]]}
                faults.append(Fault(error_catalog.KEY_TWICE, item[0], twice))
            else:
                keys.append(item[1])
        if keys:
            chosen[action] = tuple(dict.fromkeys(keys))
    for action, key, other in _robbed(chosen, actions):
        taken: dict[str, object] = {"key": key, "other": other}
        faults.append(Fault(error_catalog.KEY_TAKEN, ("keys", action), taken))
        chosen.pop(action, None)
    return chosen, faults


def _items(action: str, value: object) -> Iterator[Fault | tuple[tuple[str | int, ...], str]]:
    """Each key with its place, or what is wrong there."""
    path: tuple[str | int, ...] = ("keys", action)
    if isinstance(value, str):
        yield _key(path, value)
        return
    if not isinstance(value, list):
        said: dict[str, object] = {"name": action, "got": repr(value), "wanted": _TEXT_WANTED}
        yield Fault(error_catalog.WRONG_TYPE, path, said)
        return
    if not value:
        yield Fault(error_catalog.NO_KEYS, path, {"name": action})
    for number, item in enumerate(value):
        if isinstance(item, str):
            yield _key((*path, number), item)
        else:
            said = {"name": action, "got": repr(item), "wanted": _TEXT_WANTED}
            yield Fault(error_catalog.WRONG_TYPE, (*path, number), said)


def _key(path: tuple[str | int, ...], key: str) -> Fault | tuple[tuple[str | int, ...], str]:
    name = key if len(key) == 1 else key.lower()
    name = _OTHER_NAMES.get(name, name)
    if name in NAMED or (len(name) == 1 and name in SIGNS):
        return path, name
    if len(name) > 1 and (name.startswith(_SWALLOWED) or (name[0] == "f" and name[1:].isdecimal())):
        return Fault(error_catalog.SWALLOWED_KEY, path, {"key": key})
    hint = did_you_mean(name, NAMED, _KNOWN_KEYS)
    return Fault(error_catalog.UNKNOWN_KEY, path, {"key": key, "hint": hint})


def _robbed(chosen: Keys, actions: Mapping[str, tuple[str, ...]]) -> list[tuple[str, str, str]]:
    """(action, key, other) where an action takes the only key that another has."""
    taken = {key: action for action, keys in chosen.items() for key in keys}
    robbed = []
    for other, keys in actions.items():
        if other not in chosen and keys and all(key in taken for key in keys):
            robbed += [(taken[key], key, other) for key in keys]
    return robbed


def effective(
    actions: Mapping[str, tuple[str, ...]], chosen: Mapping[str, Collection[str]]
) -> Keys:
    """The keys of each action: those that were chosen, else its own but for what others took.
    What cannot be chosen (Ctrl+C) stays where it is."""
    taken = {key for keys in chosen.values() for key in keys}
    found: Keys = {}
    for action, keys in actions.items():
        fixed = tuple(key for key in keys if key not in choosable(keys))
        if action in chosen:
            found[action] = (*chosen[action], *fixed)
        else:
            found[action] = tuple(key for key in keys if key not in taken)
    return found


def choosable(keys: Collection[str]) -> tuple[str, ...]:
    """Those of the keys that a user could have chosen."""
    return tuple(key for key in keys if key in NAMED or len(key) == 1)
