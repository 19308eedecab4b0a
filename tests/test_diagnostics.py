"""Problems of files: their location, and how they are formatted."""

from __future__ import annotations

from tui.diagnostics import Problem, ProblemType
from tui.text.language import Wording

_TYPE = ProblemType("X001", Wording("“{name}”不对", "{name!r} is wrong"), Wording("改", "fix it"))


def test_a_problem_is_formatted_on_one_line_in_both_languages() -> None:
    problem = _TYPE.at("a.toml", (3, 5), name="unit")
    assert problem.format("en") == "a.toml:3:5  X001  'unit' is wrong  -> fix it"
    assert problem.format("zh") == "a.toml:3:5  X001  “unit”不对  -> 改"


def test_a_problem_of_a_whole_file_has_no_line() -> None:
    assert _TYPE.at("a.toml", name="unit").location() == "a.toml"


def test_control_characters_of_values_are_escaped() -> None:
    problem = _TYPE.at("a.toml", name="a\x1b[31m\n医")
    assert problem.message.zh == "“a\\x1b[31m\\n医”不对"
    assert problem == Problem("a.toml", 0, 0, "X001", problem.message, Wording("改", "fix it"))
