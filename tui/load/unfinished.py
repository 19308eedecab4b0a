"""Read records that are not finished, for the commands that complete them."""

from __future__ import annotations

from copy import deepcopy
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from tui.model.scope import Scope

DRAFT_KEY = "draft"
"""``draft = true`` at the top of a file: readers do not see the record."""
_UNWRITTEN = "…"
_TEXT = {"zh": _UNWRITTEN, "en": _UNWRITTEN}
_CITATION = {"source": "to-do", "exact": _UNWRITTEN}
_PLACEHOLDERS: dict[str, object] = {
    "citations": [_CITATION],
    "role": "other",
    "unit": "个",
    "zh": _UNWRITTEN,
    "en": _UNWRITTEN,
    "source": "to-do",
    "exact": _UNWRITTEN,
}
"""Values of fields that nobody has filled in; any other one is a text in both languages."""
_ROUNDS = 4
_Model = TypeVar("_Model", bound=BaseModel)


def is_draft(data: dict[str, Any]) -> bool:
    """Return whether a file says that it is a draft."""
    return data.get(DRAFT_KEY) is True


def validated_draft(data: dict[str, Any], model: type[_Model], scope: Scope) -> _Model | None:
    """Return a draft as a record, with placeholders where nothing is filled in; None if something
    else is wrong with it."""
    values = deepcopy({key: value for key, value in data.items() if key != DRAFT_KEY})
    for _ in range(_ROUNDS):
        try:
            return model.model_validate(values, context=scope._replace(unfinished=True))
        except ValidationError as error:
            # Filling in the fields of a citation also removes the error of its list.
            filled = [_fill(values, detail) for detail in error.errors(include_url=False)]
            if not any(filled):
                return None
    return None


def _fill(values: Any, detail: ErrorDetails) -> bool:
    """Put a placeholder where a value is missing or empty; return whether that was possible."""
    *path, name = detail["loc"]
    owner = values
    for part in path:
        try:
            owner, values = values, values[part]
        except (KeyError, IndexError, TypeError):
            return False
    is_empty = detail["type"] == "missing" or detail.get("input") in ("", [], None)
    if not (is_empty or name in ("role", "unit")) or name == "id":
        return False
    if values == "" and name in ("zh", "en"):  # a text of a briefing in one language
        owner[path[-1]] = _UNWRITTEN
        return True
    if not isinstance(values, dict):
        return False
    values[name] = deepcopy(_PLACEHOLDERS.get(str(name), _TEXT))
    return True
