"""Messages and labels of the review, in both languages."""

from __future__ import annotations

from tui.text.language import Wording

ORIGINAL = Wording("原文", "Original")
LINE = Wording("第{line}行", "line {line}")
QUEUE = Wording("队列", "Queue")
COUNT = Wording("{count}项", "{count}")
RECORD = Wording("写入的记录", "Resulting record")
POSITION = Wording("未决{open} · {number}/{count}", "{open} open · {number}/{count}")
ONLY_OPEN = Wording("只列未决", "open only")
FILTER = Wording("筛选：{query}", "filter: {query}")
SEARCH_HINT = Wording("队列中的文字", "text in the queue")
STATES = {
    "open": Wording("未决", "open"),
    "draft": Wording("缺英译", "not translated"),
    "used": Wording("已引用", "used"),
    "rejected": Wording("不采用", "rejected"),
    "skipped": Wording("搁置", "skipped"),
}
STATES_HEADING = Wording("标记", "Signs")
KINDS = {
    "figure": Wording("数字", "figure"),
    "policy": Wording("政策", "policy"),
    "name": Wording("名称", "name"),
    "new-name": Wording("新名称", "new name"),
    "claim": Wording("说法", "claim"),
}
FORMS = {
    "level": Wording("数值", "level"),
    "growth": Wording("增长率", "growth"),
    "cagr": Wording("年均复合增长率", "CAGR"),
    "share": Wording("占比", "share"),
    "change": Wording("变化量", "change"),
    "growth_change": Wording("增速变化", "change of growth"),
}
NO_PERIOD = Wording("时期不明", "no period")
VIA = Wording("转引自{via}", "cited from {via}")
LIKELY = Wording("可能的归属", "Likely records")
RIVALS = Wording("已有不同的值：{rivals}", "has another value: {rivals}")
KNOWN = Wording("已有此值，将增加引文", "has this value: a citation is added")
CITED_IN = Wording("引用处", "Cited in")
NOT_TRANSLATED = Wording("缺英译", "not translated")
REASON = Wording("理由：{reason}", "reason: {reason}")
NO_HOME = Wording("没有可能的归属：按m选择记录", "no likely record: m chooses one")
NEEDS_PERIOD = Wording("时期不明：按p指定", "the period is unknown: p sets it")
NOTHING_LISTED = Wording("没有符合的项", "nothing to list")
ALL_DECIDED = Wording("全部已决定；按o列出全部", "everything is decided; o lists all")

ADDED = Wording("已写入{file}，第{line}行{missing}", "wrote {file}, line {line}{missing}")
CITED = Wording(
    "已在{file}第{line}行的记录中添加引文{missing}",
    "added the citation to {file}, line {line}{missing}",
)
MISSING = Wording("；还缺{parts}（按e编辑）", "; still missing: {parts} (e edits)")
MISSING_VIA = Wording("via（转引自{via}）", "via (cited from {via})")
DECIDED = Wording("第{number}项：{state}", "candidate {number}: {state}")
UNDONE = Wording("已撤销", "undone")
NOTHING_TO_UNDO = Wording("没有可撤销的步骤", "nothing to undo")
CHANGED_SINCE = Wording("{file}此后又有修改，未撤销", "{file} was edited since: nothing was undone")
ALREADY_OPEN = Wording("这一项尚未决定", "this candidate is undecided already")
IS_QUOTED = Wording(
    "已被引用：请在记录中修改（按e）", "a record quotes it: change the record (e edits it)"
)
NO_CANDIDATE = Wording("没有选中的项", "no candidate is selected")
NO_SUCH_HOME = Wording("只有{count}个可能的归属", "there are {count} likely records only")
ADDS_TO = Wording("按a写入{target}", "a adds it to {target}")
NO_PERIOD_HERE = Wording("只有数字才有时期", "only a figure has a period")
NOTHING_TO_EDIT = Wording("没有可编辑的文件：先按m选择记录", "no file to edit: m chooses a record")
READ_AGAIN = Wording("已重新读取", "read again")
INVALID = Wording("内容有误：{problem}（按e修改）", "invalid content: {problem} (e edits)")
CANNOT_WRITE = Wording("无法写入{file}：{why}", "cannot write {file}: {why}")
NO_EDITOR = Wording(
    "无法启动编辑器“{editor}”：请设置EDITOR", "cannot start the editor {editor!r}: set EDITOR"
)
CANNOT_SUSPEND = Wording("此处无法挂起", "cannot suspend here")
NO_SUCH_KEY = Wording("{key}没有功能；按?查看按键", "{key} has no function; ? lists the keys")

WHY = Wording("第{number}项不采用：{text}", "Reject candidate {number}: {text}")
WHY_HINT = Wording(
    "为什么不是数字或不采用 · 回车保存 · Esc取消",
    "why it is no figure, or not wanted · Enter save · Esc cancel",
)
REASON_NEEDED = Wording("请填写理由", "a reason is needed")
PERIOD_TITLE = Wording("时期：{text}", "Period of {text}")
PERIOD_HINT = Wording(
    "2022、2023-06、2021-H1、2024-Q1或2016/2020 · 回车保存 · Esc取消",
    "2022, 2023-06, 2021-H1, 2024-Q1 or 2016/2020 · Enter save · Esc cancel",
)
PERIOD_INVALID = Wording(
    "时期无效：应为2022、2023-06、2021-H1、2024-Q1或2016/2020",
    "invalid period: expected 2022, 2023-06, 2021-H1, 2024-Q1 or 2016/2020",
)
GLOSS_TITLE = Wording("“{exact}”的英译", "“{exact}” in English")
GLOSS_HINT = Wording(
    "直译，数字与限定词不变；随记录写入 · 回车保存 · Esc取消",
    "literal, same numbers and hedges; added with the record · Enter save · Esc cancel",
)
TARGET_TITLE = Wording("写入哪条记录：{text}", "Which record: {text}")
TARGET_HINT = Wording(
    "键入名称或标识 · ↑↓选择 · Tab补全 · 回车确定 · Esc取消",
    "type a name or id · ↑↓ choose · Tab complete · Enter OK · Esc cancel",
)
NO_TARGET = Wording("没有匹配的记录", "no record matches")
HELP_TITLE = Wording("审阅来源", "Review of a source")
