"""The mistakes that a user's config can hold: their codes and how each is put in words."""

from __future__ import annotations

from tui import diagnostics
from tui.diagnostics import ProblemType
from tui.text.language import Wording

UNREADABLE = ProblemType(
    "U001",
    diagnostics.UNREADABLE,
    Wording(
        "检查它是否是普通文件、是否有读取权限", "check that it is a file and that you may read it"
    ),
)
NOT_UTF8 = ProblemType(
    "U002",
    diagnostics.NOT_UTF8,
    diagnostics.SAVE_AS_UTF8,
)
SYNTAX = ProblemType(
    "U003",
    diagnostics.SYNTAX,
    diagnostics.FIX_SYNTAX,
)
UNKNOWN_SETTING = ProblemType(
    "U004",
    Wording("没有“{name}”这项设置", "there is no setting {name!r}"),
    diagnostics.HINT,
)
WRONG_TYPE = ProblemType(
    "U005",
    Wording("“{name}”的类型不对：得到{got}", "{name!r} has the wrong type: got {got}"),
    diagnostics.WRITE,
)
NO_SUCH_VALUE = ProblemType(
    "U006",
    Wording("“{name}”不能是“{value}”", "{name!r} cannot be {value!r}"),
    diagnostics.HINT,
)
UNKNOWN_ACTION = ProblemType(
    "U007",
    Wording("没有“{name}”这个动作", "there is no action {name!r}"),
    diagnostics.HINT,
)
UNKNOWN_KEY = ProblemType(
    "U008",
    Wording("没有“{key}”这个键", "there is no key {key!r}"),
    diagnostics.HINT,
)
SWALLOWED_KEY = ProblemType(
    "U009",
    Wording(
        "“{key}”传不到这里：Ctrl、Alt组合键和功能键会被tmux、screen、SSH客户端或终端截走",
        "{key!r} may never arrive: tmux, screen, SSH clients and terminals keep Ctrl, Alt and "
        "function keys for themselves",
    ),
    Wording(
        "换成字母、数字、符号、方向键、enter或escape",
        "take a letter, digit, sign, arrow, enter or escape",
    ),
)
KEY_TWICE = ProblemType(
    "U010",
    Wording("“{key}”已用于“{other}”", "{key!r} is already that of {other!r}"),
    Wording("给其中一个动作换个键", "give one of the two another key"),
)
KEY_TAKEN = ProblemType(
    "U011",
    Wording(
        "“{key}”是“{other}”唯一的键，拿走后它就没有键了",
        "{key!r} is the only key of {other!r}, which would be left without",
    ),
    Wording(
        "换个键，或同时在[keys]里给{other}另设一个",
        "take another, or give {other} a new one in [keys] as well",
    ),
)
NO_KEYS = ProblemType(
    "U012",
    Wording("“{name}”后面没有键", "{name!r} is given no key"),
    Wording("写上至少一个键，或删去这一行", "give it at least one, or delete the line"),
)
