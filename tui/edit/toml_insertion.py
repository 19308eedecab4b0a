"""Change the text of a TOML file: add or remove an item of an array, in whichever form the array
is written, and set a key. Everything else in the text stays as it is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tui.load.toml_positions import TomlPath, TomlPositions


class TomlItem(NamedTuple):
    """A table to add. ``keys``: its pairs, as ``key = value``; ``lists``: arrays of inline tables
    in it, each as a name and its items, in the text behind the pairs."""

    keys: tuple[str, ...]
    lists: tuple[tuple[str, tuple[str, ...]], ...] = ()

    def inline(self) -> str:
        """Return the table in braces, on one line."""
        arrays = (f"{name} = [{', '.join(items)}]" for name, items in self.lists)
        return "{ " + ", ".join((*self.keys, *arrays)) + " }"

    def lines(self) -> list[str]:
        """Return the lines below the header of the table."""
        found = list(self.keys)
        for name, items in self.lists:
            found += [f"{name} = [", *(f"  {item}," for item in items), "]"]
        return found


class ChangedText(NamedTuple):
    """A text after a change. ``line``: where what was added begins, from 1."""

    text: str
    line: int


def is_inline(text: str, path: TomlPath) -> bool:
    """Return whether the value at ``path`` is written in brackets or braces."""
    return TomlPositions(text).span(path) is not None


def insert_inline(text: str, array: TomlPath, at: int, item: str) -> ChangedText:
    """Return the text with an item in an array that is written in brackets. ``at``: its index."""
    positions, data = TomlPositions(text), text.encode()
    span = positions.span(array)
    assert span is not None
    if not at:
        first = positions.span((*array, 0))
        return _in_front(data, span, first[0] if first else None, item)
    before = positions.span((*array, at - 1))
    assert before is not None
    return _behind(data, before, item)


def _in_front(data: bytes, array: tuple[int, int], first: int | None, item: str) -> ChangedText:
    new = item.encode()
    if first is None:
        inner = data[array[0] + 1 : array[1] - 1].rstrip()
        at = array[0] + 1 + len(inner)
        if inner:  # a comment
            new = _newline(data) + b"  " + new + b","
        return _changed(data, at, new)
    indent = _indent(data, first)
    gap = _newline(data) + indent if indent is not None else b" "
    return _changed(data, first, new + b"," + gap)


def _behind(data: bytes, before: tuple[int, int], item: str) -> ChangedText:
    new, end = item.encode(), before[1]
    indent = _indent(data, before[0])
    line_end = data.find(b"\n", end)
    tail = data[end:line_end].strip()
    rest = tail.removeprefix(b",").strip()
    if indent is None or (rest and not rest.startswith(b"#")):
        return _changed(data, end, b", " + new)
    if not tail.startswith(b","):
        data, line_end = data[:end] + b"," + data[end:], line_end + 1
    line_end -= data[:line_end].endswith(b"\r")
    return _changed(data, line_end, _newline(data) + indent + new + b",")


def _indent(data: bytes, at: int) -> bytes | None:
    """Return the space before an item that begins its line; None if something precedes it."""
    start = data.rfind(b"\n", 0, at) + 1
    return data[start:at] if start and not data[start:at].strip() else None


def _newline(data: bytes) -> bytes:
    return b"\r\n" if b"\r\n" in data else b"\n"


def _changed(data: bytes, at: int, new: bytes) -> ChangedText:
    first = at + len(new) - len(new.lstrip(b",\r\n "))
    text = data[:at] + new + data[at:]
    return ChangedText(text.decode(), text[:first].count(b"\n") + 1)


def set_key(text: str, table: TomlPath, key: str, value: str, after: Sequence[str]) -> ChangedText:
    """Return the text with a key of a table set to a value. ``after``: the keys behind which a new
    one goes, as far as the table has them."""
    positions, data = TomlPositions(text), text.encode()
    if old := positions.span((*table, key)):
        text = (data[: old[0]] + value.encode() + data[old[1] :]).decode()
        return ChangedText(text, data[: old[0]].count(b"\n") + 1)
    spans = [found for name in after if (found := positions.span((*table, name)))]
    inline = positions.span(table)
    pair = f"{key} = {value}".encode()
    if spans:
        gap = b", " if inline else _newline(data)
        return _changed(data, max(end for _, end in spans), gap + pair)
    if inline:
        inner = data[inline[0] + 1 : inline[1] - 1].rstrip()
        at = inline[0] + 1 + len(inner)
        return _changed(data, at, (b", " if inner else b" ") + pair + (b"" if inner else b" "))
    line = end_of_keys(text, table)
    return insert_lines(text, line, [pair.decode()], spaced=False)


def insert_lines(text: str, line: int, new: Sequence[str], *, spaced: bool = True) -> ChangedText:
    """Return the text with lines behind the first ``line`` ones. ``spaced``: with a blank line on
    both sides."""
    newline = "\r\n" if "\r\n" in text else "\n"
    lines = text.splitlines(keepends=True)
    if lines and not lines[-1].endswith("\n"):
        lines[-1] += newline
    before, after = lines[:line], lines[line:]
    block = [f"{each}{newline}" for each in new]
    gap = [newline] if spaced and before else []
    end = [newline] if spaced and after and after[0].strip() else []
    return ChangedText("".join([*before, *gap, *block, *end, *after]), line + 1 + len(gap))


def end_of_keys(text: str, table: TomlPath) -> int:
    """Return how many lines precede the end of the own keys of a table; of the file for ``()``."""
    tables = TomlPositions(text).tables()
    lines = text.splitlines()
    start = next((line for line, path in tables if path == table), 0) if table else 0
    following = [line for line, _ in tables if line > start]
    return without_comments(lines, following[0] - 1 if following else len(lines))


def end_of_table(text: str, table: TomlPath) -> int:
    """Return the number of the last line of a table and the tables in it, without the comments
    that introduce the next one."""
    tables, lines = TomlPositions(text).tables(), text.splitlines()
    start = next(line for line, path in tables if path[: len(table)] == table)
    following = [line for line, path in tables if line > start and path[: len(table)] != table]
    return without_comments(lines, following[0] - 1 if following else len(lines))


def without_comments(lines: Sequence[str], count: int) -> int:
    """Return a number of lines less the blank lines and comments at their end."""
    while count and (not lines[count - 1].strip() or lines[count - 1].lstrip().startswith("#")):
        count -= 1
    return count


def remove_item(text: str, path: TomlPath) -> str:
    """Return the text without an item of an array."""
    positions, data = TomlPositions(text), text.encode()
    span = positions.span(path)
    if span is None:
        first = next(line for line, table in positions.tables() if table == path)
        last, lines = end_of_table(text, path), text.splitlines(keepends=True)
        start = first - 1
        while start and not lines[start - 1].strip() and last < len(lines):
            start -= 1
            break
        return "".join(lines[:start] + lines[last:]).rstrip("\r\n") + _last_newline(text)
    start, end = span
    rest = data[end:]
    comma = len(rest) - len(rest.lstrip()) + 1 if rest.lstrip().startswith(b",") else 0
    indent = _indent(data, start)
    if indent is not None and not data[end + comma : data.find(b"\n", end)].strip():
        start = data.rfind(b"\n", 0, start) + 1
        return (data[:start] + data[data.find(b"\n", end) + 1 :]).decode()
    if comma:
        after = data[end + comma :]
        return (data[:start] + after.lstrip(b" ")).decode()
    before = data[:start].rstrip()
    return (before.removesuffix(b",") + data[end:]).decode()


def _last_newline(text: str) -> str:
    return text[len(text.rstrip("\r\n")) :][:2] if text.endswith("\r\n") else "\n"
