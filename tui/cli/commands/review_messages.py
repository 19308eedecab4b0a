"""What ``medbrief review`` says without a screen."""

from __future__ import annotations

from tui.text.language import Wording

NO_SOURCE = Wording("没有来源“{id}”{near}", "no source {id!r}{near}")
NEAR = Wording("：{near}", ": {near}")
NO_ORIGINAL = Wording(
    "缺少“{id}”的原件，或原件不是UTF-8文本：用--originals指定原件的文件夹",
    "the original of {id!r} is missing or not UTF-8 text: set --originals to its folder",
)
NO_NUMBER = Wording(
    "没有第{number}项：应为1到{count}", "no candidate {number}: expected a number from 1 to {count}"
)
ONE_ACTION = Wording(
    "--accept、--reject、--skip、--reopen、--no-answer只能用一个",
    "use only one of --accept, --reject, --skip, --reopen and --no-answer",
)
NEEDS_TARGET = Wording("--accept需要--to ID", "--accept requires --to ID")
NEEDS_REASON = Wording("--reject需要--reason", "--reject requires --reason")
NEEDS_ACCEPT = Wording("{option}只用于--accept", "{option} requires --accept")
NEEDS_REJECT = Wording("--alike只用于--reject", "--alike requires --reject")
NEEDS_NO_ANSWER = Wording("--yes只用于--no-answer", "--yes requires --no-answer")
INVALID_NAME = Wording(
    "“{text}”缺少一种语言：应为“中文/English”",
    "{text!r} lacks a language: expected 'Chinese / English'",
)
UNKNOWN_UNIT = Wording(
    "未知单位“{text}”：如亿元、亿人、%、家；其他量词写入briefing.toml的units",
    "unknown unit {text!r}: expected one such as %, USD million, km; declare others in units of "
    "briefing.toml",
)
IS_USED = Wording(
    "第{number}项已被引用：先用--reopen取回",
    "a record quotes candidate {number}: take it back with --reopen first",
)
USED_IN = Wording(
    "第{number}项已用于{places}：先--reopen {number}",
    "candidate {number} is already used in {places}: --reopen {number} first",
)
NO_COMPANY = Wording(
    "没有企业“{id}”：先用medbrief new company {id}{folders}新建",
    "no company {id!r}: make it first with medbrief new company {id}{folders}",
)
SAME_AS = Wording(
    "与第{number}项相同：没有新增数值",
    "same as candidate {number}: no further figure is added",
)
DRAFT = Wording(
    "新记录是草稿：填写标有to do的各行，再删去draft = true",
    "the new record is a draft: fill in the lines marked to do, then delete draft = true",
)
WITHDRAWN = Wording("已从{file}取回“{text}”", "took “{text}” back from {file}")
DELETED = Wording(
    "已取回“{text}”，并删去只含它的草稿{file}",
    "took “{text}” back and deleted the draft {file}, which held nothing else",
)
WRITTEN = Wording("“{text}”已写入{file}，第{line}行", "wrote “{text}” to {file}, line {line}")
CITED = Wording(
    "已在{file}第{line}行的记录中添加引文“{text}”",
    "added the citation of “{text}” to {file}, line {line}",
)
GLOSS = Wording("还需补充：gloss（引文的英译）", "still missing: gloss (the quote in English)")
NEEDS_VIA = Wording(
    "原文转引自{via}：用--via '{via} / English'写明英文名；若并非转引，用--via {none}",
    "the document cites {via}: give its English name with --via '{via} / English', or --via {none} "
    "if the figure is not theirs",
)
DECIDED = Wording("{count}项已记入{file}", "recorded {count} in {file}")
NO_GAP = Wording("没有数据缺口“{id}”", "no data gap {id!r}")
SEARCHED = Wording(
    "{count}条数据缺口已记入在{source}中查找过",
    "data gaps that now list {source} as searched: {count}",
)
WOULD_BE_SEARCHED = Wording(
    "以上{count}条将记入在{source}中查找过；尚未写入：确认后加--yes",
    "data gaps that would list {source} as searched: {count}; nothing is written: check them, then "
    "add --yes",
)
