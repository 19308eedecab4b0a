"""The positions of all keys and values of a TOML file."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import tomli
from hypothesis import given, settings

from tests.load.toml_documents import TomlDocument, toml_documents
from tui.load.toml_positions import Position, TomlPath, TomlPositions

_TEXT = (
    """\
id = "x"  # 编号
名称 = { zh = "医保", en = [ 1, "二", 3 ] }
"点.号".内 . 深 = 1

[[figures]]
value = 1

[[figures]]
value = 2
[figures.note]
zh = "注"

\t[a.b]
c = '''
多行'''
[a]
d = 1
""".replace("名称", '"名称"')
    .replace("内", '"内"')
    .replace("深", '"深"')
)


@pytest.mark.parametrize(
    ("path", "key", "value"),
    [
        (("id",), (1, 1), (1, 6)),
        (("名称",), (2, 1), (2, 8)),
        (("名称", "zh"), (2, 10), (2, 15)),
        (("名称", "en", 1), (2, 31), (2, 31)),
        (("点.号",), (3, 1), (3, 1)),
        (("点.号", "内", "深"), (3, 13), (3, 19)),
        (("figures",), (5, 1), (5, 1)),
        (("figures", 1), (8, 1), (8, 1)),
        (("figures", 1, "value"), (9, 1), (9, 9)),
        (("figures", 1, "note", "zh"), (11, 1), (11, 6)),
        (("a", "b"), (13, 2), (13, 2)),
        (("a", "b", "c"), (14, 1), (14, 5)),
        (("a",), (16, 1), (16, 1)),
        (("a", "d"), (17, 1), (17, 5)),
    ],
)
def test_positions_of_keys_and_values(path: TomlPath, key: Position, value: Position) -> None:
    positions = TomlPositions(_TEXT)
    assert positions.key(path) == key
    assert positions.value(path) == value


@pytest.mark.parametrize(
    ("path", "position"),
    [
        (("figures", 1, "unit"), (8, 1)),
        (("figures", 7, "value"), (5, 1)),
        (("名称", "en", 5), (2, 26)),
        (("id", "deeper", 3), (1, 6)),
        (("nothing",), (1, 1)),
        ((), (1, 1)),
    ],
)
def test_missing_value_has_the_position_of_its_nearest_parent(
    path: TomlPath, position: Position
) -> None:
    assert TomlPositions(_TEXT).value(path) == position


@settings(max_examples=50)
@given(toml_documents())
def test_positions_in_random_documents(document: TomlDocument) -> None:
    read = set(_paths(tomli.loads(document.text), ()))
    assert read == set(document.keys) | set(document.values)

    positions = TomlPositions(document.text)
    assert {path: positions.key(path) for path in document.keys} == document.keys
    assert {path: positions.value(path) for path in document.values} == document.values


def _paths(value: object, path: TomlPath) -> Iterator[TomlPath]:
    if path:
        yield path
    items: list[tuple[str | int, object]] = []
    if isinstance(value, dict):
        items = list(value.items())
    elif isinstance(value, list):
        items = list(enumerate(value))
    for name, item in items:
        yield from _paths(item, (*path, name))
