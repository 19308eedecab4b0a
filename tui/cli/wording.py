"""What the command line itself says, in both languages."""

from __future__ import annotations

from tui.text.language import Wording

NOTHING_FOUND = Wording("没有找到“{query}”", "nothing found for “{query}”")
NEAREST = Wording("相近的有：{names}", "near to it: {names}")
TRY_LIST = Wording(
    "试试更短的词，或用medbrief list看全部条目",
    "try a shorter word, or medbrief list for all records",
)
EMPTY_QUERY = Wording(
    "查询是空的；写上词、名称、数字或年份，如medbrief find 市场规模 2022",
    "the query is empty: give words, a name, a number or a year, as in medbrief find 市场规模 2022",
)
NO_SUCH_RECORD = Wording("没有“{id}”这条记录", "there is no record “{id}”")
DID_YOU_MEAN = Wording("是不是：{names}", "did you mean: {names}")
CONTENT_BROKEN = Wording("内容有{count}处错误", "{count} mistake(s) in the content")
INTERNAL = Wording(
    "内部错误：{what}。请附上命令报告给我们；设MEDBRIEF_DEBUG=1可看详情",
    "internal error: {what}. Please report it with the command; MEDBRIEF_DEBUG=1 shows details",
)
NOT_A_TERMINAL = Wording(
    "标准输入或标准错误不是终端，面板打不开，改为打印概览",
    "standard input or error is no terminal, so the panels cannot open: here is the overview",
)
IDENTIFIER = Wording("标识", "Id")
