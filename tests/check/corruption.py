"""Random damage to the files of a briefing, reproducible by its seed."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from random import Random

_VALUE = re.compile(rb"(?<== )(?:\"[^\"\n]*\"|[-\d.]+)(?=[,\s}\]])")


def _delete_byte(data: bytes, random: Random) -> bytes:
    at = random.randrange(len(data))
    return data[:at] + data[at + 1 :]


def _double_byte(data: bytes, random: Random) -> bytes:
    at = random.randrange(len(data))
    return data[: at + 1] + data[at:]


def _alter_byte(data: bytes, random: Random) -> bytes:
    at = random.randrange(len(data))
    return data[:at] + bytes([random.randrange(256)]) + data[at + 1 :]


def _alter_digit(data: bytes, random: Random) -> bytes:
    digits = [at for at, byte in enumerate(data) if chr(byte).isdigit() and byte < 128]
    if not digits:
        return _alter_byte(data, random)
    at = random.choice(digits)
    return data[:at] + random.choice((b"", b"0", b"9", b".", b"-", b"999999")) + data[at + 1 :]


def _delete_line(data: bytes, random: Random) -> bytes:
    lines = data.splitlines(keepends=True)
    del lines[random.randrange(len(lines))]
    return b"".join(lines)


def _double_line(data: bytes, random: Random) -> bytes:
    lines = data.splitlines(keepends=True)
    at = random.randrange(len(lines))
    return b"".join([*lines[: at + 1], *lines[at:]])


def _swap_lines(data: bytes, random: Random) -> bytes:
    lines = data.splitlines(keepends=True)
    one, other = random.randrange(len(lines)), random.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]
    return b"".join(lines)


def _swap_values(data: bytes, random: Random) -> bytes:
    values = list(_VALUE.finditer(data))
    if len(values) < 2:
        return _swap_lines(data, random)
    first, second = sorted(random.sample(values, 2), key=lambda value: value.start())
    middle = data[first.end() : second.start()]
    return data[: first.start()] + second[0] + middle + first[0] + data[second.end() :]


def _cut_short(data: bytes, random: Random) -> bytes:
    return data[: random.randrange(len(data))]


DAMAGES: tuple[Callable[[bytes, Random], bytes], ...] = (
    _delete_byte,
    _double_byte,
    _alter_byte,
    _alter_digit,
    _delete_line,
    _double_line,
    _swap_lines,
    _swap_values,
    _swap_values,  # twice as likely: the content still loads, so the rules run
    _cut_short,
)


def damage(files: list[Path], random: Random) -> tuple[Path, bytes]:
    """Damage one of the files; return it and its previous content."""
    file = random.choice(files)
    before = file.read_bytes()
    file.write_bytes(random.choice(DAMAGES)(before, random))
    return file, before
