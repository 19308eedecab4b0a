"""Validate the table ``[serve]`` of a config, and values of the server's command line."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from tui.config import config_problems
from tui.config.config_problems import ConfigProblem, suggest
from tui.config.server_setting_table import SETTINGS
from tui.config.server_settings import ServerSettings
from tui.diagnostics import EXPECTED
from tui.text.language import Wording

_TABLE = Wording("一个表：[serve]", "a table: [serve]")
_BOTH = Wording("删去其中之一", "remove one of the two")

ServerTable = dict[str, str | int | bool]
"""The settings that a config sets, by name."""


def validate(table: object, file: str) -> tuple[ServerTable, list[ConfigProblem]]:
    """Return the settings of the table, and its problems.

    ``file``: the config's path; file names in the table are relative to its folder.
    """
    if not isinstance(table, Mapping):
        values: dict[str, object] = {"name": "serve", "got": repr(table), "wanted": _TABLE}
        return {}, [ConfigProblem(config_problems.WRONG_TYPE, ("serve",), values)]
    chosen: ServerTable = {}
    problems: list[ConfigProblem] = []
    try:
        settings = _adapter(None).validate_python(dict(table))
    except ValidationError as error:
        problems += map(_problem, error.errors(include_url=False))
    else:
        chosen = {name: _resolve(name, getattr(settings, name), file) for name in table}
    if table.get("anonymous") is True and "authorized_keys" in table:
        values = {"name": "anonymous", "value": "true", "hint": _BOTH}
        problems.append(
            ConfigProblem(config_problems.INVALID_VALUE, ("serve", "anonymous"), values)
        )
    return chosen, problems


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


def _problem(detail: ErrorDetails) -> ConfigProblem:
    """Return the problem that pydantic found, with our message."""
    name = str(detail["loc"][0])
    path = ("serve", name)
    if name not in SETTINGS:
        hint = suggest(name, SETTINGS, config_problems.KNOWN_SETTINGS)
        values: dict[str, object] = {"name": name, "hint": hint}
        return ConfigProblem(config_problems.UNKNOWN_SETTING, path, values, in_key=True)
    value, expected = detail["input"], SETTINGS[name].value_type.expected
    wrong_choice = detail["type"] == "literal_error" and not isinstance(value, str)
    if detail["type"].endswith("_type") or wrong_choice:
        values = {"name": name, "got": repr(value), "wanted": expected}
        return ConfigProblem(config_problems.WRONG_TYPE, path, values)
    values = {"name": name, "value": value, "hint": EXPECTED.format(wanted=expected)}
    return ConfigProblem(config_problems.INVALID_VALUE, path, values)
