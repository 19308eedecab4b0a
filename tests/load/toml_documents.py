"""Random TOML documents with the expected positions of their keys and values."""

from __future__ import annotations

from typing import NamedTuple

from hypothesis import strategies as st

from tui.load.toml_positions import Position, TomlPath

_NAMES = ["a", "b-1", "C_2", "1979", "名称", "空 格", "点.号", "引'号", 'quo"te', "#", "true"]
_SCALARS = [
    "42",
    "-1.5e3",
    "0xFF",
    "nan",
    "true",
    "2023-12-18",
    "1979-05-27T07:32:00Z",
    '"文字"',
    '"引\\"号 \\u533b"',
    '"# 不是注释"',
    "'原样 \\'",
    '"""\n多行\n文字 ""\\" """',
    "'''\n多 ' 行\n'''",
]
_BLANK = st.sampled_from(["", " ", "  ", "\t"])
_LINES = st.sampled_from(["", "", "\n", "# 注释 = [1]\n", "  \t\n\n"])
_COMMENT = st.sampled_from(["", "", "  # 说明", "#医保"])


class TomlDocument(NamedTuple):
    """``keys`` and ``values``: line and column, from 1, in characters."""

    text: str
    keys: dict[TomlPath, Position]
    values: dict[TomlPath, Position]


@st.composite
def toml_documents(draw: st.DrawFn) -> TomlDocument:
    """Return a strategy for documents with pairs, tables and arrays of tables in every notation."""
    return _Writer(draw).document()


class _Writer:
    def __init__(self, draw: st.DrawFn) -> None:
        self._draw = draw
        self._newline = draw(st.sampled_from(["\n", "\r\n"]))
        self._text: list[str] = []
        self._line, self._column = 1, 1
        self._keys: dict[TomlPath, Position] = {}
        self._values: dict[TomlPath, Position] = {}

    def document(self) -> TomlDocument:
        names = self._names(7)
        cut = self._draw(st.integers(0, len(names)))
        self._pairs((), names[:cut])
        for name in names[cut:]:
            if self._draw(st.booleans()):
                self._table((name,), [name])
            else:
                self._array_of_tables((name,), [name])
        return TomlDocument("".join(self._text), self._keys, self._values)

    def _write(self, text: str) -> None:
        self._text.append(text.replace("\n", self._newline))
        *lines, rest = text.split("\n")
        self._line += len(lines)
        self._column = len(rest) + 1 if lines else self._column + len(rest)

    def _here(self) -> Position:
        return (self._line, self._column)

    def _any(self, strategy: st.SearchStrategy[str]) -> None:
        self._write(self._draw(strategy))

    def _names(self, most: int) -> list[str]:
        return self._draw(st.lists(st.sampled_from(_NAMES), unique=True, max_size=most))

    def _key(self, name: str) -> None:
        ways = ['"' + name.replace('"', '\\"') + '"']
        if "'" not in name:
            ways.append(f"'{name}'")
        if name.isascii() and name.replace("-", "").replace("_", "").isalnum():
            ways.append(name)
        self._write(self._draw(st.sampled_from(ways)))

    def _header(self, names: list[str], opening: str, closing: str) -> Position:
        self._any(_LINES)
        self._any(_BLANK)
        position = self._here()
        self._write(opening)
        for number, name in enumerate(names):
            self._any(_BLANK)
            self._key(name)
            self._any(_BLANK)
            self._write("." if number < len(names) - 1 else closing)
        self._any(_COMMENT)
        self._write("\n")
        return position

    def _table(self, path: TomlPath, names: list[str]) -> None:
        implicit = self._draw(st.booleans())
        inner = self._names(4)
        if implicit and inner:  # [x.y] without [x]
            position = self._header([*names, inner[0]], "[", "]")
            self._keys[path] = self._values[path] = position
            path = (*path, inner[0])
            self._keys[path] = self._values[path] = position
            self._pairs(path, inner[1:])
            return
        self._keys[path] = self._values[path] = self._header(names, "[", "]")
        self._pairs(path, inner)

    def _array_of_tables(self, path: TomlPath, names: list[str]) -> None:
        for number in range(self._draw(st.integers(1, 3))):
            element = (*path, number)
            self._keys[element] = self._values[element] = self._header(names, "[[", "]]")
            if number == 0:
                self._keys[path] = self._values[path] = self._values[element]
            inner = self._names(4)
            cut = self._draw(st.integers(0, len(inner)))
            self._pairs(element, inner[:cut])
            for name in inner[cut:]:
                deeper = len(path) < 3 and self._draw(st.booleans())
                go = self._array_of_tables if deeper else self._table
                go((*element, name), [*names, name])

    def _pairs(self, path: TomlPath, names: list[str]) -> None:
        for name in names:
            self._any(_LINES)
            self._any(_BLANK)
            self._pair(path, name)
            self._any(_COMMENT)
            self._write("\n")

    def _pair(self, path: TomlPath, name: str, depth: int = 0) -> None:
        dotted = [name, *self._draw(st.just([]) | st.lists(st.sampled_from(_NAMES), max_size=2))]
        for number, part in enumerate(dotted):
            path = (*path, part)
            self._keys[path] = self._here()
            self._key(part)
            if number < len(dotted) - 1:
                self._any(_BLANK)
                self._write(".")
                self._any(_BLANK)
        self._any(_BLANK)
        self._write("=")
        self._any(_BLANK)
        self._value(path, depth)

    def _value(self, path: TomlPath, depth: int) -> None:
        self._values[path] = self._here()
        kind = self._draw(st.sampled_from(["scalar", "scalar", "array", "table"]))
        if depth > 2 or kind == "scalar":
            self._any(st.sampled_from(_SCALARS))
        elif kind == "array":
            self._array(path, depth)
        else:
            self._inline_table(path, depth)

    def _array(self, path: TomlPath, depth: int) -> None:
        gap = st.sampled_from(["", " ", "\n  ", " # 注释, ]\n"])
        self._write("[")
        for number in range(self._draw(st.integers(0, 3))):
            if number:
                self._write(",")
            self._any(gap)
            self._value((*path, number), depth + 1)
            self._any(gap)
        self._write("]")

    def _inline_table(self, path: TomlPath, depth: int) -> None:
        self._write("{")
        for number, name in enumerate(self._names(3)):
            if number:
                self._write(",")
            self._any(_BLANK)
            self._pair(path, name, depth + 1)
            self._any(_BLANK)
        self._write("}")
