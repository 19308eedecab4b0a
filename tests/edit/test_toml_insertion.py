"""Items are added, changed and removed in every form that TOML has for an array of tables."""

from __future__ import annotations

import pytest
import tomli

from tui.edit.toml_insertion import (
    TomlItem,
    end_of_table,
    insert_inline,
    insert_lines,
    remove_item,
    set_key,
)

_ITEM = TomlItem(("period = 2",), (("citations", ('{ exact = "b" }',)),))


@pytest.mark.parametrize(
    ("text", "at", "expected"),
    [
        ("a = []\n", 0, "a = [9]\n"),
        ("a = [1]\n", 0, "a = [9, 1]\n"),
        ("a = [1, 2]\n", 1, "a = [1, 9, 2]\n"),
        ("a = [1, 2, ]\n", 2, "a = [1, 2, 9, ]\n"),
        ("a = [\n  1,\n  2,\n]\n", 1, "a = [\n  1,\n  9,\n  2,\n]\n"),
        ("a = [\n  1\n]\n", 1, "a = [\n  1,\n  9,\n]\n"),
        ("a = [\n  1, # one\n]\n", 1, "a = [\n  1, # one\n  9,\n]\n"),
        ("a = [\n  1,\n]\n", 0, "a = [\n  9,\n  1,\n]\n"),
        ("a = [\r\n  1,\r\n]\r\n", 1, "a = [\r\n  1,\r\n  9,\r\n]\r\n"),
        ("a = [1,\n  2]\n", 2, "a = [1,\n  2, 9]\n"),
        ("a = [ # none yet\n]\n", 0, "a = [ # none yet\n  9,\n]\n"),
    ],
)
def test_an_item_is_added_to_brackets(text: str, at: int, expected: str) -> None:
    assert insert_inline(text, ("a",), at, "9").text == expected
    values = tomli.loads(text)["a"]
    assert tomli.loads(expected)["a"] == [*values[:at], 9, *values[at:]]


def test_a_table_is_written_on_one_line_or_on_several() -> None:
    assert tomli.loads(f"a = {_ITEM.inline()}")["a"] == tomli.loads("\n".join(_ITEM.lines()))


@pytest.mark.parametrize(
    ("text", "path", "expected"),
    [
        ('t = { exact = "a" }\n', ("t",), 't = { exact = "a", gloss = "g" }\n'),
        (
            't = { exact = "a", via = "v" }\n',
            ("t",),
            't = { exact = "a", gloss = "g", via = "v" }\n',
        ),
        ('t = { gloss = "old", exact = "a" }\n', ("t",), 't = { gloss = "g", exact = "a" }\n'),
        ('[t]\nexact = "a"\nvia = "v"\n', ("t",), '[t]\nexact = "a"\ngloss = "g"\nvia = "v"\n'),
        ("[t]\nother = 1\n", ("t",), '[t]\nother = 1\ngloss = "g"\n'),
        ("t = {}\n", ("t",), 't = { gloss = "g" }\n'),
    ],
)
def test_a_key_is_set(text: str, path: tuple[str, ...], expected: str) -> None:
    changed = set_key(text, path, "gloss", '"g"', ("exact",))
    assert changed.text == expected
    assert "gloss" in expected.splitlines()[changed.line - 1]


@pytest.mark.parametrize(
    ("text", "at", "expected"),
    [
        ("a = [1, 2, 3]\n", 1, "a = [1, 3]\n"),
        ("a = [1, 2]\n", 1, "a = [1]\n"),
        ("a = [1]\n", 0, "a = []\n"),
        ("a = [\n  1,\n  2,\n]\n", 0, "a = [\n  2,\n]\n"),
        ("[[a]]\nx = 1\n\n[[a]]\nx = 2\n", 1, "[[a]]\nx = 1\n"),
        ("[[a]]\nx = 1\n\n# two\n[[a]]\nx = 2\n", 0, "# two\n[[a]]\nx = 2\n"),
        ("[[a]]\nx = 1\n[[a.b]]\ny = 1\n\n[[a]]\nx = 2\n", 0, "[[a]]\nx = 2\n"),
    ],
)
def test_an_item_is_removed(text: str, at: int, expected: str) -> None:
    assert remove_item(text, ("a", at)).lstrip("\n") == expected


def test_a_table_ends_behind_the_tables_in_it() -> None:
    text = "[[a]]\nx = 1\n[[a.b]]\ny = 1\n\n# next\n[[c]]\nz = 1\n"
    assert end_of_table(text, ("a", 0)) == 4
    assert insert_lines(text, 4, ["[[a]]"]).text == text.replace(
        "\n\n# next", "\n\n[[a]]\n\n# next"
    )
