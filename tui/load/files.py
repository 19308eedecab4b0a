"""Reading: a TOML file into plain mappings, or one problem that says why not."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

import tomli

from tui.load import mistakes
from tui.problem import Problem

LARGEST_FILE = 4 * 1024 * 1024
"""Bytes. A record has a few thousand; more is a mistake, or an attack on the parser."""


def read_text(path: Path, name: str) -> str | Problem:
    """The text of a file; ``name`` is what problems call it."""
    try:
        size = path.stat().st_size
        if size > LARGEST_FILE:
            return mistakes.TOO_LARGE.at(
                name, size=f"{size / 1048576:.1f} MB", limit=f"{LARGEST_FILE // 1048576} MB"
            )
        data = path.read_bytes()
    except OSError as error:
        return mistakes.UNREADABLE.at(name, why=error.strerror or type(error).__name__)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8", "replace")
        line, column = before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1
        value = f"0x{data[error.start]:02X}"
        return mistakes.NOT_UTF8.at(name, (line, column), byte=error.start + 1, value=value)


def parse(text: str, name: str) -> dict[str, Any] | Problem:
    """The mapping that a TOML text describes. Numbers with a point become ``Decimal``."""
    try:
        return tomli.loads(text, parse_float=_decimal)
    except tomli.TOMLDecodeError as error:
        why = str(error).rsplit(" (at ", 1)[0]
        return mistakes.SYNTAX.at(name, (error.lineno, error.colno), why=why)
    except RecursionError:
        return mistakes.SYNTAX.at(name, why="nested too deeply")
    except ValueError as error:  # an integer of more digits than Python converts
        return mistakes.SYNTAX.at(name, why=str(error).split(";")[0])


def _decimal(text: str) -> Decimal:
    try:
        return Decimal(text)
    except InvalidOperation:
        return Decimal("NaN")
