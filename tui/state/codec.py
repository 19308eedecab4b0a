"""The state of a user as JSON.

``{"version": 1, "pins": [{"id", "note", "at"}], "language", "theme", "place",
"drafts",
"closed_sections"}``
"""

from __future__ import annotations

import json
from typing import Any

from tui.state.user_state import LocationFields, Pin, UserState

VERSION = 1
_FIELDS = ("version", "pins", "language", "theme", "place", "drafts", "closed_sections")


class InvalidStateError(ValueError):
    """Raised for text that is not a state, or a damaged one."""


class NewerStateError(ValueError):
    """Raised for a state that a later version of medbrief wrote."""


def encode(state: UserState) -> str:
    """Return the text of the state file."""
    fields = {
        **state.rest,
        "version": VERSION,
        "pins": [pin._asdict() for pin in state.pins],
        "language": state.language,
        "theme": state.theme,
        "place": state.place,
        "drafts": state.drafts,
        "closed_sections": list(state.closed_sections),
    }
    return json.dumps(fields, ensure_ascii=False, indent=1) + "\n"


def decode(text: str) -> UserState:
    """Return the state that a state file contains.

    Raises:
        InvalidStateError: ``text`` is not a state.
        NewerStateError: a later version wrote it; the file must not be changed.
    """
    try:
        fields = json.loads(text)
    except (ValueError, RecursionError):
        raise InvalidStateError("not JSON") from None
    version = fields.get("version") if isinstance(fields, dict) else None
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise InvalidStateError("no version")
    if version > VERSION:
        raise NewerStateError(str(version))
    return UserState(
        tuple(_pin(item) for item in _field(fields, "pins", list, [])),
        _field(fields, "language", str, ""),
        _field(fields, "theme", str, ""),
        _location(_field(fields, "place", dict, {})),
        {name: value for name, value in fields.items() if name not in _FIELDS},
        _drafts(_field(fields, "drafts", dict, {})),
        tuple(x for x in _field(fields, "closed_sections", list, []) if isinstance(x, str)),
    )


def _pin(item: object) -> Pin:
    if not isinstance(item, dict) or not item.get("id"):
        raise InvalidStateError("a pin without an id")
    return Pin(*(_field(item, name, str, "") for name in Pin._fields))


def _location(fields: dict[str, object]) -> LocationFields:
    return {name: value for name, value in fields.items() if type(value) in (str, int)}  # type: ignore[misc]


def _drafts(fields: dict[str, object]) -> dict[str, str]:
    return {name: value for name, value in fields.items() if isinstance(value, str)}


def _field(fields: dict[str, Any], name: str, kind: type, default: Any) -> Any:
    value = fields.get(name, default)
    if not isinstance(value, kind):
        raise InvalidStateError(name)
    return value
