"""The problems of a user's config: codes and messages, and their positions in the file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from tui import diagnostics
from tui.diagnostics import Problem, ProblemType
from tui.fast_namedtuple import NamedTuple
from tui.text.close_matches import did_you_mean
from tui.text.language import Wording


class ConfigProblem(NamedTuple):
    """A problem without its position. ``path``: the setting; ``in_key``: its name is invalid, not
    its value; ``values``: fill the placeholders of the message."""

    type: ProblemType
    path: tuple[str | int, ...]
    values: Mapping[str, object]
    in_key: bool = False


def locate_problems(file: str, text: str, problems: Iterable[ConfigProblem]) -> tuple[Problem, ...]:
    """Return the problems with their lines and columns, in file order."""
    from tui.load.toml_positions import TomlPositions

    positions = TomlPositions(text)
    located = []
    for problem in problems:
        find = positions.key if problem.in_key else positions.value
        located.append(problem.type.at(file, find(problem.path), **problem.values))
    return tuple(sorted(located, key=lambda problem: (problem.line, problem.column)))


def suggest(word: str, known: Iterable[str], fallback: Wording) -> Wording:
    """Return the closest known name as a question. ``fallback``: lists all ``{known}`` names if
    none is close."""
    names = list(known)
    return did_you_mean(word.lower(), names) or fallback.format(
        known=Wording("、".join(names), ", ".join(names))
    )


KNOWN_SETTINGS = Wording("删去它；可用的设置：{known}", "remove it; expected one of: {known}")
UNREADABLE = ProblemType(
    "U001",
    diagnostics.UNREADABLE,
    Wording(
        "检查它是否是普通文件、是否有读取权限",
        "check that it is a regular file and that you have read permission",
    ),
)
NOT_UTF8 = ProblemType("U002", diagnostics.NOT_UTF8, diagnostics.SAVE_AS_UTF8)
SYNTAX = ProblemType("U003", diagnostics.SYNTAX, diagnostics.FIX_SYNTAX)
UNKNOWN_SETTING = ProblemType(
    "U004",
    Wording("未知设置“{name}”", "unknown setting {name!r}"),
    diagnostics.HINT,
)
WRONG_TYPE = ProblemType(
    "U005",
    Wording("“{name}”的类型不对：得到{got}", "wrong type for {name!r}: got {got}"),
    diagnostics.EXPECTED,
)
INVALID_VALUE = ProblemType(
    "U006",
    Wording("“{name}”的值“{value}”无效", "invalid value {value!r} for {name!r}"),
    diagnostics.HINT,
)
UNKNOWN_ACTION = ProblemType(
    "U007",
    Wording("未知动作“{name}”", "unknown action {name!r}"),
    diagnostics.HINT,
)
UNKNOWN_KEY = ProblemType(
    "U008",
    Wording("未知按键“{key}”", "unknown key {key!r}"),
    diagnostics.HINT,
)
INTERCEPTED_KEY = ProblemType(
    "U009",
    Wording(
        "“{key}”不能使用：Ctrl、Alt组合键和功能键会被tmux、screen、SSH客户端或终端截获",
        "{key!r} cannot be used: tmux, screen, SSH clients and terminals intercept Ctrl, Alt and "
        "function keys",
    ),
    Wording(
        "改用字母、数字、符号、方向键、enter或escape",
        "use a letter, digit, punctuation character, arrow key, enter or escape",
    ),
)
DUPLICATE_KEY = ProblemType(
    "U010",
    Wording("“{key}”已分配给“{other}”", "{key!r} is already bound to {other!r}"),
    Wording("为其中一个动作换一个键", "bind one of the two actions to another key"),
)
ONLY_KEY_TAKEN = ProblemType(
    "U011",
    Wording(
        "“{key}”是“{other}”唯一的键，改派后该动作将没有键",
        "{key!r} is the only key of {other!r}, which would have no key left",
    ),
    Wording(
        "换一个键，或在[keys]中为{other}另设一个",
        "use another key, or bind {other} to a new one in [keys]",
    ),
)
NO_KEYS = ProblemType(
    "U012",
    Wording("“{name}”没有指定按键", "no key given for {name!r}"),
    Wording("至少写一个键，或删去这一行", "add at least one key, or delete the line"),
)
