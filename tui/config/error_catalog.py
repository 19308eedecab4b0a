"""The mistakes that a user's config can hold: their codes and how each is put in words."""

from __future__ import annotations

from tui.diagnostics import Mistake
from tui.text.language import Wording

UNREADABLE = Mistake(
    "U001",
    Wording("文件无法读取：{why}", "the file cannot be read: {why}"),
    Wording(
        "检查它是否是普通文件、是否有读取权限", "check that it is a file and that you may read it"
    ),
)
NOT_UTF8 = Mistake(
    "U002",
    Wording("文件不是UTF-8编码：第{byte}个字节为{value}", "not UTF-8: byte {byte} is {value}"),
    Wording("用编辑器另存为UTF-8", "save it as UTF-8 in your editor"),
)
SYNTAX = Mistake(
    "U003",
    Wording("TOML语法错误：{why}", "TOML syntax: {why}"),
    Wording("改正该处写法，见 https://toml.io", "mend the syntax there, see https://toml.io"),
)
UNKNOWN_SETTING = Mistake(
    "U004",
    Wording("没有“{name}”这项设置", "there is no setting {name!r}"),
    Wording("{hint}", "{hint}"),
)
WRONG_TYPE = Mistake(
    "U005",
    Wording("“{name}”的类型不对：得到{got}", "{name!r} has the wrong type: got {got}"),
    Wording("应写成{wanted}", "write {wanted}"),
)
NO_SUCH_VALUE = Mistake(
    "U006",
    Wording("“{name}”不能是“{value}”", "{name!r} cannot be {value!r}"),
    Wording("{hint}", "{hint}"),
)
UNKNOWN_ACTION = Mistake(
    "U007",
    Wording("没有“{name}”这个动作", "there is no action {name!r}"),
    Wording("{hint}", "{hint}"),
)
UNKNOWN_KEY = Mistake(
    "U008",
    Wording("没有“{key}”这个键", "there is no key {key!r}"),
    Wording("{hint}", "{hint}"),
)
SWALLOWED_KEY = Mistake(
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
KEY_TWICE = Mistake(
    "U010",
    Wording("“{key}”已用于“{other}”", "{key!r} is already that of {other!r}"),
    Wording("给其中一个动作换个键", "give one of the two another key"),
)
KEY_TAKEN = Mistake(
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
NO_KEYS = Mistake(
    "U012",
    Wording("“{name}”后面没有键", "{name!r} is given no key"),
    Wording("写上至少一个键，或删去这一行", "give it at least one, or delete the line"),
)
