"""Validate the table ``[serve]`` of a config, and values of the server's command line."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from tui.config import error_catalog
from tui.config.error_placement import Fault, did_you_mean
from tui.config.server_settings import SETTINGS, ServerSettings
from tui.text.language import Wording

_KNOWN = Wording("删去它；可用的设置：{known}", "remove it; the settings are: {known}")
_WRITE = Wording("写成{expected}", "write {expected}")
_TABLE = Wording("一个表：[serve]", "a table: [serve]")
_BOTH = Wording("删去其中之一", "remove one of the two")

ServerTable = dict[str, str | int | bool]
"""The settings that a config sets, by name."""


def validate(table: object, file: str) -> tuple[ServerTable, list[Fault]]:
    """Return the settings of the table, and its mistakes.

    ``file``: the config's path; file names in the table are relative to its folder.
    """
    if not isinstance(table, Mapping):
        values: dict[str, object] = {"name": "serve", "got": repr(table), "wanted": _TABLE}
        return {}, [Fault(error_catalog.WRONG_TYPE, ("serve",), values)]
    chosen: ServerTable = {}
    faults: list[Fault] = []
    try:
        settings = _adapter(None).validate_python(dict(table))
    except ValidationError as error:
        faults += map(_fault, error.errors(include_url=False))
    else:
        chosen = {name: _resolve(name, getattr(settings, name), file) for name in table}
    if table.get("anonymous") is True and "authorized_keys" in table:
        values = {"name": "anonymous", "value": "true", "hint": _BOTH}
        faults.append(Fault(error_catalog.NO_SUCH_VALUE, ("serve", "anonymous"), values))
    return chosen, faults


def parse_value(name: str, text: str) -> str | int | None:
    """Return the value of a setting as written on the command line; None if it is invalid."""
    try:
        value: str | int = _adapter(name).validate_python(text)
    except ValidationError:
        return None
    return value


def _adapter(name: str | None) -> TypeAdapter[Any]:
    """Return the validator of one setting, or of the whole table."""
    return TypeAdapter(SETTINGS[name].annotation if name else ServerSettings)


def _resolve(name: str, value: str | int | bool, file: str) -> str | int | bool:
    if not SETTINGS[name].is_path:
        return value
    return os.path.join(os.path.dirname(file), os.path.expanduser(str(value)))


def _fault(detail: ErrorDetails) -> Fault:
    """Return the mistake that pydantic found, in our words."""
    name = str(detail["loc"][0])
    path = ("serve", name)
    if name not in SETTINGS:
        hint = did_you_mean(name, SETTINGS, _KNOWN)
        values: dict[str, object] = {"name": name, "hint": hint}
        return Fault(error_catalog.UNKNOWN_SETTING, path, values, in_key=True)
    value, expected = detail["input"], SETTINGS[name].value_type.expected
    wrong_choice = detail["type"] == "literal_error" and not isinstance(value, str)
    if detail["type"].endswith("_type") or wrong_choice:
        values = {"name": name, "got": repr(value), "wanted": expected}
        return Fault(error_catalog.WRONG_TYPE, path, values)
    values = {"name": name, "value": value, "hint": _WRITE.format(expected=expected)}
    return Fault(error_catalog.NO_SUCH_VALUE, path, values)
