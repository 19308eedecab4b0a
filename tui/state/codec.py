"""What is kept, as JSON and back.

``{"version": 1, "pins": [{"id", "note", "at"}], "language", "theme", "place", "greeted"}``
"""

from __future__ import annotations

import json
from typing import Any

from tui.state.user_state import Pin, UserState

VERSION = 1
_FIELDS = ("version", "pins", "language", "theme", "place", "greeted")


class ForeignError(ValueError):
    """The text is nothing that was kept here."""


class NewerError(ValueError):
    """A later version of medbrief wrote it."""


def encode(kept: UserState) -> str:
    """As the file holds it."""
    held = {
        **kept.rest,
        "version": VERSION,
        "pins": [pin._asdict() for pin in kept.pins],
        "language": kept.language,
        "theme": kept.theme,
        "place": kept.place,
        "greeted": kept.greeted,
    }
    return json.dumps(held, ensure_ascii=False, indent=1) + "\n"


def decode(text: str) -> UserState:
    """What the file holds.

    Raises:
        ForeignError: it is damaged, or not ours.
        NewerError: this version must leave it alone.
    """
    try:
        held = json.loads(text)
    except (ValueError, RecursionError):
        raise ForeignError("no JSON") from None
    version = held.get("version") if isinstance(held, dict) else None
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise ForeignError("no version")
    if version > VERSION:
        raise NewerError(str(version))
    return UserState(
        tuple(_pin(item) for item in _of(held, "pins", list, [])),
        _of(held, "language", str, ""),
        _of(held, "theme", str, ""),
        _place(_of(held, "place", dict, {})),
        _of(held, "greeted", bool, False),
        {name: value for name, value in held.items() if name not in _FIELDS},
    )


def _pin(item: object) -> Pin:
    if not isinstance(item, dict) or not item.get("id"):
        raise ForeignError("no pin")
    return Pin(*(_of(item, name, str, "") for name in Pin._fields))


def _place(held: dict[str, object]) -> dict[str, str | int]:
    return {name: value for name, value in held.items() if type(value) in (str, int)}  # type: ignore[misc]


def _of(held: dict[str, Any], name: str, kind: type, unsaid: Any) -> Any:
    value = held.get(name, unsaid)
    if not isinstance(value, kind):
        raise ForeignError(name)
    return value
