"""The mistakes that loading can find: their codes and how each is put in words."""

from __future__ import annotations

from tui import diagnostics
from tui.diagnostics import ProblemType
from tui.text.language import Wording

UNREADABLE = ProblemType(
    "L001",
    diagnostics.UNREADABLE,
    Wording("检查文件是否存在、是否有读取权限", "check that it exists and that you may read it"),
)
NOT_UTF8 = ProblemType(
    "L002",
    diagnostics.NOT_UTF8,
    diagnostics.SAVE_AS_UTF8,
)
TOO_LARGE = ProblemType(
    "L003",
    Wording("文件有{size}，上限为{limit}", "the file has {size}; the limit is {limit}"),
    Wording("一个文件只写一条记录", "keep one record in a file"),
)
SYNTAX = ProblemType(
    "L004",
    diagnostics.SYNTAX,
    diagnostics.FIX_SYNTAX,
)
UNKNOWN_KEY = ProblemType(
    "L005",
    Wording("没有“{key}”这个字段", "there is no field {key!r} here"),
    diagnostics.HINT,
)
WRONG_TYPE = ProblemType(
    "L006",
    Wording("“{key}”的类型不对：{why}", "{key!r} has the wrong type: {why}"),
    diagnostics.WRITE,
)
MISSING = ProblemType(
    "L007",
    Wording("缺少字段“{key}”", "the field {key!r} is missing"),
    Wording("在此处补上 {key} = …", "add {key} = … here"),
)
BAD_VALUE = ProblemType(
    "L008",
    Wording("“{key}”的值不行：{why}", "{key!r} will not do: {why}"),
    diagnostics.HINT,
)
DUPLICATE_ID = ProblemType(
    "L009",
    Wording("标识“{id}”已用于{elsewhere}", "the id {id!r} is already that of {elsewhere}"),
    Wording(
        "换一个标识；标识在整个简报中唯一", "choose another: ids are unique over the whole briefing"
    ),
)
WRONG_FILE_NAME = ProblemType(
    "L010",
    Wording("文件名与标识“{id}”不符", "the file name is not the id {id!r}"),
    Wording("把文件改名为{id}.toml", "rename the file to {id}.toml"),
)
NOTHING_THERE = ProblemType(
    "L011",
    Wording("“{key}”指向不存在的“{target}”", "{key!r} refers to {target!r}, which does not exist"),
    diagnostics.HINT,
)
EMPTY_FOLDER = ProblemType(
    "L012",
    Wording(
        "这里没有简报：缺少briefing.toml", "there is no briefing here: briefing.toml is missing"
    ),
    Wording(
        "用--content指向含有briefing.toml的文件夹",
        "point --content at a folder that holds briefing.toml",
    ),
)

ALL = (
    UNREADABLE,
    NOT_UTF8,
    TOO_LARGE,
    SYNTAX,
    UNKNOWN_KEY,
    WRONG_TYPE,
    MISSING,
    BAD_VALUE,
    DUPLICATE_ID,
    WRONG_FILE_NAME,
    NOTHING_THERE,
    EMPTY_FOLDER,
)
"""In the order of their codes."""
