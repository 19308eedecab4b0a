"""Read a TOML file into a mapping, or return the problem that prevents it."""

from __future__ import annotations

from codecs import BOM_UTF8
from decimal import Decimal, InvalidOperation
from pathlib import Path
from stat import S_ISREG
from typing import Any, NamedTuple

import tomli

from tui.diagnostics import Problem, position_of_byte
from tui.load import load_problems
from tui.load.syntax_mistakes import explain_syntax
from tui.load.toml_positions import TomlPositions
from tui.system_errors import NOT_A_REGULAR_FILE

MAX_FILE_SIZE = 4 * 1024 * 1024
"""Bytes. A record has a few thousand; a larger file is a mistake or an attack on the parser."""


class TomlFile(NamedTuple):
    """A file that was read. ``name``: its path as problems show it."""

    name: str
    text: str

    def positions(self) -> TomlPositions:
        """Parse the text again for the positions of its keys and values. Not cached."""
        return TomlPositions(self.text)


def read_text(path: Path, name: str) -> str | Problem:
    """Return the text of a file without a byte order mark. ``name``: its path in problems."""
    try:
        state = path.stat()
        if state.st_size > MAX_FILE_SIZE:
            size, limit = f"{state.st_size / 1048576:.1f} MB", f"{MAX_FILE_SIZE // 1048576} MB"
            return load_problems.TOO_LARGE.at(name, size=size, limit=limit)
        if not S_ISREG(state.st_mode):  # reading a pipe or a device might block forever
            return load_problems.UNREADABLE.at(name, why=NOT_A_REGULAR_FILE)
        data = path.read_bytes()
    except OSError as error:
        return load_problems.UNREADABLE.at(name, why=error.strerror or type(error).__name__)
    bom_size = len(BOM_UTF8) if data.startswith(BOM_UTF8) else 0
    try:
        return data[bom_size:].decode("utf-8")
    except UnicodeDecodeError as error:
        offset = bom_size + error.start
        position, value = position_of_byte(data, offset), f"0x{data[offset]:02X}"
        return load_problems.NOT_UTF8.at(name, position, byte=offset + 1, value=value)


def parse_toml(text: str, name: str) -> dict[str, Any] | Problem:
    """Return the mapping of a TOML text; floats become ``Decimal``."""
    try:
        return tomli.loads(text, parse_float=_to_decimal)
    except tomli.TOMLDecodeError as error:
        why = str(error).rsplit(" (at ", 1)[0]
        if mistake := explain_syntax(text, error.lineno, error.colno, why):
            return load_problems.EXPLAINED_SYNTAX.at(
                name, mistake.place, why=mistake.why, hint=mistake.fix
            )
        return load_problems.SYNTAX.at(name, (error.lineno, error.colno), why=why)
    except RecursionError:
        return load_problems.SYNTAX.at(name, why="nested too deeply")
    except ValueError as error:  # an integer of more digits than Python converts
        return load_problems.SYNTAX.at(name, why=str(error).split(";")[0])


def _to_decimal(text: str) -> Decimal:
    try:
        return Decimal(text)
    except InvalidOperation:
        return Decimal("NaN")  # validation rejects it as not finite
