"""What the command line itself says, in both languages."""

from __future__ import annotations

from tui.text.language import Wording

COMPILING = Wording("正在编译简报：{of}条中的第{done}条", "compiling the briefing: {done} of {of}")
NOTHING_FOUND = Wording("没有找到“{query}”", "nothing found for “{query}”")
NOTHING_CLOSER = Wording(
    "没有与“{query}”完全相合的，给出的只是相近的",
    "nothing fits “{query}” as it is; this comes near to it",
)
OTHER_PERIOD = Wording(
    "没有{period}的，给出的是其他时期的", "nothing of {period}; this is of another period"
)
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
OUTPUT_LOST = Wording("结果写不出去：{why}", "the answer cannot be written: {why}")
NOT_A_TERMINAL = Wording(
    "标准输入或标准错误不是终端，面板打不开，改为打印概览",
    "standard input or error is no terminal, so the panels cannot open: here is the overview",
)
IDENTIFIER = Wording("标识", "Id")

# medbrief export
WHAT_TO_EXPORT = Wording(
    "要导出什么？写上记录的标识，或用--all导出整份简报",
    "export what? give the ids of records, or --all for the whole briefing",
)
IDS_OR_ALL = Wording(
    "标识与--all只能二选一", "either ids or --all: the whole briefing has them already"
)

# medbrief check
CHECKED = Wording(
    "{records}条记录：{errors}处错误，{hints}处提示",
    "{records} records: {errors} error(s), {hints} hint(s)",
)
MENDED = Wording("自动改正了{count}处", "{count} place(s) mended")
NOT_READ = Wording(
    "没有原件，未核对引文：{sources}（用--originals指向原件文件夹）",
    "no originals, so quotes were not checked: {sources} (point --originals at their folder)",
)
NO_ORIGINALS = Wording(
    "要算覆盖率，请用--originals指向原件文件夹",
    "coverage needs the originals: point --originals at their folder",
)
CANNOT_WRITE = Wording("无法写入{file}：{why}", "cannot write {file}: {why}")
NO_SUCH_RULE = Wording("没有规则“{code}”；有：{known}", "no rule {code!r}; there are: {known}")
SEVERITIES = {"error": Wording("错误", "error"), "hint": Wording("提示", "hint")}
MEND = Wording("改法", "Mend")
WRONG = Wording("不要这样", "Not so")
RIGHT = Wording("要这样", "But so")
COVERED = Wording(
    "{source}：{figures}个数字中{covered}个有引文",
    "{source}: {covered} of {figures} figures are quoted",
)
UNCOVERED = Wording("未引：{text}　…{context}…", "not quoted: {text}  …{context}…")
BY_FORM = Wording("按形式不计：{forms}", "set aside by form: {forms}")
EXCLUDED = Wording("不计：“{exact}”：{reason}", "set aside: “{exact}”: {reason}")

# medbrief new, medbrief schema
FILE_EXISTS = Wording("{file}已存在，没有改动", "{file} exists already and was left alone")
WRITTEN = Wording("写好了{file}", "wrote {file}")
TEMPLATE = Wording(
    "{kind}的模板：写满空着的，去掉用得上的行前的#，其余删去；写完运行medbrief check",
    "Template of a {kind}: fill what is empty, uncomment what you need, delete the rest; then run "
    "medbrief check",
)
NO_SUCH_FORM = Wording(
    "没有“{kind}”这一类；有：{known}", "no such kind: {kind!r}; there are: {known}"
)
BAD_ID = Wording(
    "标识“{id}”不行：只用小写字母、数字，以连字符相连",
    "{id!r} is no id: lower-case letters and digits joined by hyphens",
)
