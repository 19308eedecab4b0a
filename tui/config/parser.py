"""The text of a config file into what it sets, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import tomli

from tui import diagnostics
from tui.config import error_catalog
from tui.config.config import Config
from tui.config.error_placement import Fault, did_you_mean, placed
from tui.config.fast_reader import CHOICES, holds
from tui.config.key_bindings import checked
from tui.diagnostics import Problem
from tui.text.language import Wording

_ONE_OF = Wording("写成其中之一：{known}", "write one of: {known}")
_KNOWN = Wording("删去它；可用的设置：{known}", "remove it; the settings are: {known}")
_TEXT = diagnostics.QUOTED_TEXT
_TABLES = ("keys", "serve")
_TABLE = Wording("一个表：[keys]", "a table: [keys]")


def unreadable(path: str, error: OSError) -> Config:
    """Of a file that cannot be read, that is all there is to say."""
    why = error.strerror or type(error).__name__
    return Config(path, found=True, problems=(error_catalog.UNREADABLE.at(path, why=why),))


def parsed(
    path: str,
    data: bytes,
    actions: Mapping[str, tuple[str, ...]] | None,
    *,
    server: bool = False,
) -> Config:
    """What the file sets. ``server``: read the table ``[serve]``, which imports pydantic."""
    text = _decoded(path, data)
    held = text if isinstance(text, Problem) else _mapping(path, text)
    if isinstance(text, Problem) or isinstance(held, Problem):
        problem = text if isinstance(text, Problem) else held
        assert isinstance(problem, Problem)
        return Config(path, found=True, problems=(problem,))
    faults: list[Fault] = []
    values = {name: _value(name, held.get(name, ""), faults) for name in CHOICES}
    for name in held:
        if name not in CHOICES and name not in _TABLES:
            hint = did_you_mean(name, (*CHOICES, *_TABLES), _KNOWN)
            said: dict[str, object] = {"name": name, "hint": hint}
            faults.append(Fault(error_catalog.UNKNOWN_SETTING, (name,), said, in_key=True))
    keys: dict[str, tuple[str, ...]] = {}
    table = held.get("keys", {})
    if not isinstance(table, dict):
        said = {"name": "keys", "got": repr(table), "wanted": _TABLE}
        faults.append(Fault(error_catalog.WRONG_TYPE, ("keys",), said))
    elif actions is not None:
        keys, wrong = checked(table, actions)
        faults += wrong
    serve: dict[str, str | int | bool] | None = {}
    if server and "serve" in held:
        from tui.config.server_table import validate

        serve, wrong = validate(held["serve"], path)
        serve = None if wrong else serve
        faults += wrong
    problems = placed(path, text, faults) if faults else ()
    return Config(path, found=True, keys=keys, problems=problems, serve=serve, **values)


def _value(name: str, value: object, faults: list[Fault]) -> str:
    if not isinstance(value, str):
        said: dict[str, object] = {"name": name, "got": repr(value), "wanted": _TEXT}
        faults.append(Fault(error_catalog.WRONG_TYPE, (name,), said))
        return ""
    if holds(name, value):
        return value
    hint = did_you_mean(value, CHOICES[name], _ONE_OF)
    faults.append(
        Fault(error_catalog.NO_SUCH_VALUE, (name,), {"name": name, "value": value, "hint": hint})
    )
    return ""


def _decoded(path: str, data: bytes) -> str | Problem:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8-sig", "replace")
        place = (before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1)
        value = f"0x{data[error.start]:02X}"
        return error_catalog.NOT_UTF8.at(path, place, byte=error.start + 1, value=value)


def _mapping(path: str, text: str) -> dict[str, Any] | Problem:
    try:
        return tomli.loads(text)
    except tomli.TOMLDecodeError as error:
        why = str(error).rsplit(" (at ", 1)[0]
        return error_catalog.SYNTAX.at(path, (error.lineno, error.colno), why=why)
    except (RecursionError, ValueError) as error:
        return error_catalog.SYNTAX.at(path, why=str(error).split(";")[0] or "nested too deeply")
