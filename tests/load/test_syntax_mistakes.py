"""Mistakes in TOML that editors of Chinese texts make: the place, the reason, the fix."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.load.invalid_content import change, problems_of
from tui.diagnostics import Problem
from tui.load.toml_reader import parse_toml

_HEAD = 'id = "x"\n'


@pytest.mark.parametrize(
    ("line", "column", "why", "fix"),
    [
        ("title = “收入”", 9, "full-width sign ““”", 'write " instead'),
        ('title = "收入”', 12, "the text is closed with full-width “””", 'write " instead'),
        ('title ＝ "收入"', 7, "full-width sign “＝”", "write = instead"),
        ('title = { zh = "收入"， en = "Income" }', 20, "full-width sign “，”", "write , instead"),
        ('themes = ["a"、"b"]', 14, "full-width sign “、”", "write , instead"),
        ('themes = 【"a"】', 10, "full-width sign “【”", "write [ instead"),
        ("value = ７055", 9, "full-width sign “７”", "write 7 instead"),
        ('title\u3000= "x"', 6, "full-width sign “U+3000”", "write a space instead"),
        ("value = 7,055", 9, "a comma in the number 7,055", "write 7055"),
        (
            'zh = "他说"好"。"',
            9,
            "a quote sign within the text ends it",
            'write “ ” instead, or \\"',
        ),
        ('en = "he said "yes" twice"', 15, "a quote sign within the text ends it", "write “ ”"),
        ("title = 收入", 9, "text without quotes", 'put " before and after it'),
        ('title = "收入', 12, "the text does not end on its line", 'close it with "'),
        ('list = ["a" "b"]', 13, "a comma is missing before this", "put , between the two items"),
        ('title = { zh = "收入" en = "Income" }', 21, "a comma is missing", "put , between"),
        ("<<<<<<< HEAD", 1, "conflict marker “<<<<<<<”", "keep one version"),
        ('id = "y"', 1, "'id' is given twice: first in line 1", "delete one of them"),
    ],
)
def test_a_mistake_is_named_with_its_place_and_fix(
    line: str, column: int, why: str, fix: str
) -> None:
    problem = parse_toml(f"{_HEAD}{line}\nunit = 1\n", "x.toml")
    assert isinstance(problem, Problem)
    assert why in problem.message.en
    assert fix in problem.fix.en
    assert (problem.code, problem.line, problem.column) == ("L004", 2, column)


def test_a_key_given_twice_in_a_later_table_names_the_first_place() -> None:
    text = "[[a]]\nkey = 1\n[[a]]\n# the second\nkey = 2\nother = 3\nkey = 4\n"
    problem = parse_toml(text, "x.toml")
    assert isinstance(problem, Problem)
    assert problem.line == 7
    assert problem.message.en.endswith("'key' is given twice: first in line 5")


@pytest.mark.parametrize(
    "text",
    [
        '# 注释，“全角”\ntitle = "，。“”"\n',
        "title = '，\"'\n",
        'title = """多行，\n“文字”"""\n',
        'list = [\n  "，", # 尾注，\n]\n',
    ],
)
def test_full_width_signs_in_texts_and_comments_are_no_mistake(text: str) -> None:
    assert isinstance(parse_toml(text, "x.toml"), dict)
    broken = parse_toml(text + "value = １\n", "x.toml")
    assert isinstance(broken, Problem)
    assert "“１”" in broken.message.en


def test_a_key_of_the_record_below_a_table_says_where_it_belongs(sample_copy: Path) -> None:
    path = sample_copy / "players" / "qinghe-health.toml"
    change(path, 'ticker = "90917"\n', "")
    path.write_text(path.read_text("utf-8") + '\nticker = "90917"\n', "utf-8")
    (problem,) = problems_of(sample_copy)
    assert problem.fix.en.startswith("it belongs to the record: move it above the first table")
