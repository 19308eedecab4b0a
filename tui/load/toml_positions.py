"""Find the positions of keys and values in a TOML file.

The parser that reads the values (tomli) discards positions. Files with problems are therefore
parsed a second time with tree-sitter.
"""

from __future__ import annotations

from typing import TypeAlias

import tomli
import tree_sitter_toml
from tree_sitter import Language, Node, Parser

TomlPath: TypeAlias = tuple[str | int, ...]
"""Keys and indexes from the top of the file: ``("observations", 0, "value")``."""
Position: TypeAlias = tuple[int, int]
"""Line and column, both from 1, the column in characters."""


class TomlPositions:
    """The positions of all keys and values of one TOML text."""

    def __init__(self, text: str) -> None:
        self._lines = text.encode("utf-8", "replace").split(b"\n")
        self._keys: dict[TomlPath, Position] = {}
        self._values: dict[TomlPath, Position] = {}
        self._spans: dict[TomlPath, tuple[int, int]] = {}
        self._counts: dict[TomlPath, int] = {}
        self._tables: list[tuple[int, TomlPath]] = []
        tree = Parser(Language(tree_sitter_toml.language())).parse(text.encode("utf-8", "replace"))
        self._document(tree.root_node)

    def value(self, path: TomlPath) -> Position:
        """Return the position of the value at ``path``, or of the nearest parent that exists."""
        return self._nearest(path, self._values)

    def span(self, path: TomlPath) -> tuple[int, int] | None:
        """Return the start and end offset (bytes of the UTF-8 text) of the value at ``path``."""
        return self._spans.get(path)

    def tables(self) -> list[tuple[int, TomlPath]]:
        """Return the line on which each table begins, and its path, in order."""
        return self._tables

    def key(self, path: TomlPath) -> Position:
        """Return the position of the key at ``path``, or of the nearest parent that exists."""
        return self._nearest(path, self._keys)

    def _nearest(self, path: TomlPath, positions: dict[TomlPath, Position]) -> Position:
        while path:
            if path in positions:
                return positions[path]
            if path in self._values:
                return self._values[path]
            path = path[:-1]
        return (1, 1)

    def _document(self, root: Node) -> None:
        for node in root.children:
            if node.type == "pair":
                self._pair(node, ())
            elif node.type in ("table", "table_array_element"):
                self._table(node)

    def _table(self, node: Node) -> None:
        key_node, pairs = None, []
        for child in node.named_children:
            if child.type == "pair":
                pairs.append(child)
            elif child.type.endswith("key") and key_node is None:
                key_node = child
        if key_node is None:
            return
        names = [name for name, _ in _parts(key_node)]
        position = self._position(node)
        path: TomlPath = ()
        for index, name in enumerate(names):
            path = (*path, name)
            self._keys.setdefault(path, position)
            self._values.setdefault(path, position)
            last = index == len(names) - 1
            if last and node.type == "table_array_element":
                self._counts[path] = self._counts.get(path, -1) + 1
            if path in self._counts:  # an array of tables: its last element
                path = (*path, self._counts[path])
        self._keys[path] = self._values[path] = position
        self._tables.append((position[0], path))
        for pair in pairs:
            self._pair(pair, path)

    def _pair(self, node: Node, base: TomlPath) -> None:
        children = _without_comments(node)
        if len(children) < 2:
            return
        key_node, value_node = children[0], children[1]
        path = base
        for name, part in _parts(key_node):
            path = (*path, name)
            self._keys.setdefault(path, self._position(part))
            self._values.setdefault(path, self._position(part))
        self._value(value_node, path)

    def _value(self, node: Node, path: TomlPath) -> None:
        self._values[path] = self._position(node)
        self._spans[path] = (node.start_byte, node.end_byte)
        if node.type == "inline_table":
            for child in node.named_children:
                if child.type == "pair":
                    self._pair(child, path)
        elif node.type == "array":
            for index, item in enumerate(_without_comments(node)):
                self._value(item, (*path, index))

    def _position(self, node: Node) -> Position:
        row, column = node.start_point
        before = self._lines[row][:column] if row < len(self._lines) else b""
        return (row + 1, len(before.decode("utf-8", "replace")) + 1)


def _without_comments(node: Node) -> list[Node]:
    # The grammar treats a comment after a value as part of the pair.
    return [child for child in node.named_children if child.type != "comment"]


def _parts(node: Node) -> list[tuple[str, Node]]:
    """Return the names in a key with their nodes: several for a dotted key."""
    parts: list[Node] = []
    while node.type == "dotted_key":  # a.b.c is (a.b).c
        node, last = node.named_children[0], node.named_children[-1]
        parts.append(last)
    parts.append(node)
    return [(_name(part), part) for part in reversed(parts)]


def _name(node: Node) -> str:
    text = (node.text or b"").decode("utf-8", "replace")
    if node.type == "quoted_key":
        try:
            text = next(iter(tomli.loads(f"{text} = 0")))
        except tomli.TOMLDecodeError:
            text = text[1:-1]
    return text
