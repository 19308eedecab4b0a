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
    "已被引用：按e修改记录，按r取回", "a record quotes it: e edits the record, r takes it back"
)
NO_CANDIDATE = Wording("没有选中的项", "no candidate is selected")
NO_SUCH_HOME = Wording("只有{count}个可能的归属", "there are {count} likely records only")
ADDS_TO = Wording("按a写入{target}", "a adds it to {target}")
MADE = Wording(
    "已新建草稿{file}，第{line}行{missing}", "made the draft {file}, line {line}{missing}"
)
TRANSLATED = Wording("英译已写入{file}，第{line}行", "wrote the translation to {file}, line {line}")
WITHDRAWN = Wording("已从{file}取回", "taken back from {file}")
DRAFT_DELETED = Wording("已取回，并删去草稿{file}", "taken back; the draft {file} is deleted")
ALL_DECIDED_ALIKE = Wording("{count}项：{state}", "{count} candidates: {state}")
NAME_VIA = Wording("转引自{via}：按c写明英文名", "cited from {via}: c gives its English name")
NO_VALUE_HERE = Wording("只有数字才有数值", "only a figure has a value")
NO_VIA_HERE = Wording("只有数字才有转引", "only a figure is cited from somebody")
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
    "2022、2023-06、2021-H1、2024-Q1、FY2024或2016/2020 · 回车保存 · Esc取消",
    "2022, 2023-06, 2021-H1, 2024-Q1, FY2024 or 2016/2020 · Enter save · Esc cancel",
)
PERIOD_INVALID = Wording(
    "时期无效：应为2022、2023-06、2021-H1、2024-Q1、FY2024或2016/2020",
    "invalid period: expected 2022, 2023-06, 2021-H1, 2024-Q1, FY2024 or 2016/2020",
)
GLOSS_TITLE = Wording("“{exact}”的英译", "“{exact}” in English")
GLOSS_HINT = Wording(
    "直译，数字与限定词不变；随记录写入 · 回车保存 · Esc取消",
    "literal, same numbers and hedges; added with the record · Enter save · Esc cancel",
)
GLOSS_WRITTEN_HINT = Wording(
    "直译，数字与限定词不变；立即写入记录 · 回车保存 · Esc取消",
    "literal, same numbers and hedges; written at once · Enter save · Esc cancel",
)
WHY_ALL = Wording("{count}项都不采用：{texts}", "Reject {count} candidates: {texts}")
VALUE_TITLE = Wording("数值与单位：{text}", "Value and unit of {text}")
VALUE_HINT = Wording(
    "如95.96 亿元；只写单位则数额不变 · 回车保存 · Esc取消",
    "such as 95.96 亿元; a unit alone keeps the amount · Enter save · Esc cancel",
)
VALUE_INVALID = Wording("应为数字与单位，如95.96 亿元", "expected number and unit: 95.96 亿元")
VIA_TITLE = Wording("转引自谁：{text}", "Whose figure: {text}")
VIA_HINT = Wording(
    "中文名 / English；留空则不写 · 回车保存 · Esc取消",
    "Chinese name / English; empty for nobody · Enter save · Esc cancel",
)
VIA_INVALID = Wording("应为“中文 / English”", "expected “Chinese / English”")
NEW_HINT = Wording(
    "标识 中文 / English · 回车确定 · Esc取消",
    "id, then Chinese / English · Enter OK · Esc cancel",
)
NEW_INVALID = Wording(
    "应为“标识 中文 / English”，如kang.revenue 营收 / Revenue",
    "expected an id and both names: kang.revenue 营收 / Revenue",
)
TARGET_TITLE = Wording("写入哪条记录：{text}", "Which record: {text}")
TARGET_HINT = Wording(
    "键入名称或标识 · ↑↓选择 · Tab补全 · 回车确定 · Esc取消",
    "type a name or id · ↑↓ choose · Tab complete · Enter OK · Esc cancel",
)
NO_TARGET = Wording("没有匹配的记录", "no record matches")
HELP_TITLE = Wording("审阅来源", "Review of a source")
