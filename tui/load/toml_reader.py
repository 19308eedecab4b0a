"""Reading: a TOML file into plain mappings, or one problem that says why not."""

from __future__ import annotations

from codecs import BOM_UTF8
from decimal import Decimal, InvalidOperation
from pathlib import Path
from stat import S_ISREG
from typing import Any

import tomli

from tui.diagnostics import Problem
from tui.load import load_problems
from tui.text.language import Wording

LARGEST_FILE = 4 * 1024 * 1024
"""Bytes. A record has a few thousand; more is a mistake, or an attack on the parser."""


def read_text(path: Path, name: str) -> str | Problem:
    """The text of a file; ``name`` is what problems call it."""
    try:
        state = path.stat()
        if state.st_size > LARGEST_FILE:
            size, limit = f"{state.st_size / 1048576:.1f} MB", f"{LARGEST_FILE // 1048576} MB"
            return load_problems.TOO_LARGE.at(name, size=size, limit=limit)
        if not S_ISREG(state.st_mode):  # reading a pipe or a device might never end
            return load_problems.UNREADABLE.at(
                name, why=Wording("不是普通文件", "not a regular file")
            )
        data = path.read_bytes()
    except OSError as error:
        return load_problems.UNREADABLE.at(name, why=error.strerror or type(error).__name__)
    mark = len(BOM_UTF8) if data.startswith(BOM_UTF8) else 0
    try:
        return data[mark:].decode("utf-8")
    except UnicodeDecodeError as error:
        wrong = mark + error.start
        before = data[mark:wrong].decode("utf-8", "replace")
        line, column = before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1
        value = f"0x{data[wrong]:02X}"
        return load_problems.NOT_UTF8.at(name, (line, column), byte=wrong + 1, value=value)


def parse_toml(text: str, name: str) -> dict[str, Any] | Problem:
    """The mapping that a TOML text describes. Numbers with a point become ``Decimal``."""
    try:
        return tomli.loads(text, parse_float=_decimal)
    except tomli.TOMLDecodeError as error:
        why = str(error).rsplit(" (at ", 1)[0]
        return load_problems.SYNTAX.at(name, (error.lineno, error.colno), why=why)
    except RecursionError:
        return load_problems.SYNTAX.at(name, why="nested too deeply")
    except ValueError as error:  # an integer of more digits than Python converts
        return load_problems.SYNTAX.at(name, why=str(error).split(";")[0])


def _decimal(text: str) -> Decimal:
    try:
        return Decimal(text)
    except InvalidOperation:
        return Decimal("NaN")
