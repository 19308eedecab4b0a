"""Parse a config file and validate its settings."""

from __future__ import annotations

from codecs import BOM_UTF8
from collections.abc import Mapping
from typing import Any

import tomli

from tui import diagnostics
from tui.config import config_problems
from tui.config.config import Config
from tui.config.config_problems import ConfigProblem, locate_problems, suggest
from tui.config.fast_reader import CHOICES, is_valid
from tui.config.key_bindings import parse_key_table
from tui.diagnostics import Problem, position_of_byte
from tui.text.language import Wording

_ONE_OF = Wording("应为其中之一：{known}", "expected one of: {known}")
_TABLES = ("keys", "serve")
_TABLE = Wording("一个表：[keys]", "a table: [keys]")


def unreadable_config(path: str, error: OSError) -> Config:
    """Return the config for a file that cannot be read."""
    why = error.strerror or type(error).__name__
    return Config(path, found=True, problems=(config_problems.UNREADABLE.at(path, why=why),))


def parse_config(
    path: str,
    data: bytes,
    actions: Mapping[str, tuple[str, ...]] | None,
    *,
    server: bool = False,
) -> Config:
    """Return the config in ``data``. ``server``: read ``[serve]``, which imports pydantic."""
    text = _decode(path, data)
    table = text if isinstance(text, Problem) else _parse_toml(path, text)
    if isinstance(text, Problem) or isinstance(table, Problem):
        problem = text if isinstance(text, Problem) else table
        assert isinstance(problem, Problem)
        return Config(path, found=True, problems=(problem,))
    problems: list[ConfigProblem] = []
    values = {name: _validate(name, table.get(name, ""), problems) for name in CHOICES}
    for name in table:
        if name not in CHOICES and name not in _TABLES:
            hint = suggest(name, (*CHOICES, *_TABLES), config_problems.KNOWN_SETTINGS)
            details: dict[str, object] = {"name": name, "hint": hint}
            problems.append(
                ConfigProblem(config_problems.UNKNOWN_SETTING, (name,), details, in_key=True)
            )
    keys: dict[str, tuple[str, ...]] = {}
    key_table = table.get("keys", {})
    if not isinstance(key_table, dict):
        details = {"name": "keys", "got": repr(key_table), "wanted": _TABLE}
        problems.append(ConfigProblem(config_problems.WRONG_TYPE, ("keys",), details))
    elif actions is not None:
        keys, key_problems = parse_key_table(key_table, actions)
        problems += key_problems
    serve: dict[str, str | int | bool] | None = {}
    if server and "serve" in table:
        from tui.config.server_table import validate

        serve, server_problems = validate(table["serve"], path)
        serve = None if server_problems else serve
        problems += server_problems
    located = locate_problems(path, text, problems) if problems else ()
    return Config(path, found=True, keys=keys, problems=located, serve=serve, **values)


def _validate(name: str, value: object, problems: list[ConfigProblem]) -> str:
    """Return the value of a setting; an empty string and a new problem if it is invalid."""
    if not isinstance(value, str):
        details: dict[str, object] = {
            "name": name,
            "got": repr(value),
            "wanted": diagnostics.QUOTED_TEXT,
        }
        problems.append(ConfigProblem(config_problems.WRONG_TYPE, (name,), details))
        return ""
    if is_valid(name, value):
        return value
    details = {"name": name, "value": value, "hint": suggest(value, CHOICES[name], _ONE_OF)}
    problems.append(ConfigProblem(config_problems.INVALID_VALUE, (name,), details))
    return ""


def _decode(path: str, data: bytes) -> str | Problem:
    bom_size = len(BOM_UTF8) if data.startswith(BOM_UTF8) else 0
    try:
        return data[bom_size:].decode()
    except UnicodeDecodeError as error:
        offset = bom_size + error.start
        position, value = position_of_byte(data, offset), f"0x{data[offset]:02X}"
        return config_problems.NOT_UTF8.at(path, position, byte=offset + 1, value=value)


def _parse_toml(path: str, text: str) -> dict[str, Any] | Problem:
    try:
        return tomli.loads(text)
    except tomli.TOMLDecodeError as error:
        why = str(error).rsplit(" (at ", 1)[0]
        return config_problems.SYNTAX.at(path, (error.lineno, error.colno), why=why)
    except (RecursionError, ValueError) as error:
        return config_problems.SYNTAX.at(path, why=str(error).split(";")[0] or "nested too deeply")
