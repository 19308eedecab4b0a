"""Mutations of the records of a briefing that an editor might make by mistake."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from random import Random
from typing import Any, TypeAlias

Place: TypeAlias = tuple[Any, Any]
"""A dict or list, and a key or index of it."""


def _places(value: Any) -> Iterator[Place]:
    items = value.items() if isinstance(value, dict) else enumerate(value)
    for key, child in items:
        yield value, key
        if isinstance(child, dict | list):
            yield from _places(child)


def _repeat_item(data: dict[str, Any], place: Place, random: Random) -> None:
    parent, key = place
    if isinstance(parent, list):
        parent.insert(random.randrange(len(parent) + 1), copy.deepcopy(parent[key]))
    else:
        _copy_value(data, place, random)


def _remove(_: dict[str, Any], place: Place, __: Random) -> None:
    del place[0][place[1]]


def _name_itself(data: dict[str, Any], place: Place, _: Random) -> None:
    if isinstance(place[0][place[1]], str):
        place[0][place[1]] = data["id"]


def _copy_value(data: dict[str, Any], place: Place, random: Random) -> None:
    """Give a field the value that another field of the same name has in the record."""
    parent, key = place
    others = [other[key] for other, name in _places(data) if name == key and other is not parent]
    if others:
        parent[key] = copy.deepcopy(random.choice(others))


def _replace(_: dict[str, Any], place: Place, random: Random) -> None:
    parent, key = place
    choices = _VALUES.get(key, ())
    if choices:
        parent[key] = random.choice(choices)


def _derive_value(data: dict[str, Any], _: Place, random: Random) -> None:
    """Give a figure another value, which its quotes need not contain as it is derived."""
    figures = [parent for parent, key in _places(data) if key == "value" and "citations" in parent]
    if figures:
        figure = random.choice(figures)
        figure |= {"value": random.choice(_VALUES["value"]), "note": {"zh": "注", "en": "Note"}}
        for citation in figure["citations"]:
            citation["relation"] = "derived"


def _empty(_: dict[str, Any], place: Place, __: Random) -> None:
    parent, key = place
    parent[key] = type(parent[key])()


_VALUES: dict[Any, tuple[Any, ...]] = {
    "value": (0, -1, 1, 10**15),
    "period": ("2022", "2021/2023", "2022-12", "2022-H2"),
    "status": ("reported", "estimate", "forecast"),
    "rank": ("preferred", "normal", "deprecated"),
    "comparator": (">", "~", "~~", "<"),
    "unit": ("亿元", "%", "万人", "家"),
    "type": ("growth", "share", "change", "parent", "same-as"),
    "date": ("2020", "2023-05-06"),
    "zh": ("甲", "{fact:night-market}", "“引文”"),
    "en": ("A", "{fact:night-market}", "“quote”"),
}
_MUTATIONS: tuple[Callable[[dict[str, Any], Place, Random], None], ...] = (
    _repeat_item,
    _repeat_item,
    _remove,
    _name_itself,
    _copy_value,
    _replace,
    _replace,
    _derive_value,
    _derive_value,
    _empty,
)


def mutated(data: dict[str, Any], random: Random) -> dict[str, Any]:
    """Return a copy of the mapping of a record with one or two mutations."""
    data = copy.deepcopy(data)
    for _ in range(random.choice((1, 1, 2))):
        places = [place for place in _places(data) if place[1] != "id" or place[0] is not data]
        random.choice(_MUTATIONS)(data, random.choice(places), random)
    return data
