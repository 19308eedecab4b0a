"""The problems that loading can find: codes and messages."""

from __future__ import annotations

from tui import diagnostics
from tui.diagnostics import ProblemType
from tui.text.language import Wording

UNREADABLE = ProblemType(
    "L001",
    diagnostics.UNREADABLE,
    Wording(
        "检查文件是否存在、是否有读取权限", "check that it exists and that you have read permission"
    ),
)
NOT_UTF8 = ProblemType("L002", diagnostics.NOT_UTF8, diagnostics.SAVE_AS_UTF8)
TOO_LARGE = ProblemType(
    "L003",
    Wording("文件大小为{size}，上限为{limit}", "the file has {size}; the limit is {limit}"),
    Wording("每个文件只写一条记录", "write one record per file"),
)
SYNTAX = ProblemType("L004", diagnostics.SYNTAX, diagnostics.FIX_SYNTAX)
EXPLAINED_SYNTAX = ProblemType("L004", diagnostics.SYNTAX, diagnostics.HINT)
"""A syntax error whose cause is known."""
UNKNOWN_KEY = ProblemType(
    "L005",
    Wording("未知字段“{key}”", "unknown field {key!r}"),
    diagnostics.HINT,
)
WRONG_TYPE = ProblemType(
    "L006",
    Wording("“{key}”的类型不对：{why}", "wrong type for {key!r}: {why}"),
    diagnostics.EXPECTED,
)
MISSING = ProblemType(
    "L007",
    Wording("缺少字段“{key}”", "missing field {key!r}"),
    Wording("在此处补上 {key} = …", "add {key} = … here"),
)
MISSING_TABLE = ProblemType(
    "L007",
    MISSING.message,
    Wording("在此处补上 {key} = {example}", "add {key} = {example} here"),
)
BAD_VALUE = ProblemType(
    "L008",
    Wording("“{key}”的值无效：{why}", "invalid value for {key!r}: {why}"),
    diagnostics.HINT,
)
DUPLICATE_ID = ProblemType(
    "L009",
    Wording(
        "标识“{id}”重复：已用于{elsewhere}", "duplicate id {id!r}: already used by {elsewhere}"
    ),
    Wording(
        "换一个标识；标识在整个简报中唯一",
        "choose another id; ids are unique within the whole briefing",
    ),
)
WRONG_FILE_NAME = ProblemType(
    "L010",
    Wording("文件名与标识“{id}”不一致", "the file name does not match the id {id!r}"),
    Wording("将文件改名为{id}.toml", "rename the file to {id}.toml"),
)
UNKNOWN_REFERENCE = ProblemType(
    "L011",
    Wording("“{key}”引用的“{target}”不存在", "{key!r} refers to {target!r}, which does not exist"),
    diagnostics.HINT,
)
NO_BRIEFING = ProblemType(
    "L012",
    Wording("此处没有简报：缺少briefing.toml", "no briefing here: briefing.toml is missing"),
    Wording(
        "用--content指定含有briefing.toml的文件夹",
        "set --content to a folder that contains briefing.toml",
    ),
)
DUPLICATE_PART = ProblemType(
    "L013",
    Wording(
        "标识“{id}”在同一条记录中重复：第{line}行已用",
        "duplicate id {id!r} in one record: already used in line {line}",
    ),
    Wording(
        "换一个标识；指标、产品、事件共用一套标识",
        "choose another id; metrics, offerings and events share their ids",
    ),
)
STRAY_FILE = ProblemType(
    "L014",
    Wording("这个文件不会被读取", "this file would not be read"),
    diagnostics.HINT,
)
WRONG_FOLDER = ProblemType(
    "L015",
    Wording("这是{folder}文件夹的记录", "this is a record of the folder {folder}"),
    Wording("移到{folder}中", "move it to {folder}"),
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
    UNKNOWN_REFERENCE,
    NO_BRIEFING,
    DUPLICATE_PART,
    STRAY_FILE,
    WRONG_FOLDER,
)
"""In the order of their codes."""
