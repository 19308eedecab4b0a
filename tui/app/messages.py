"""What the app itself says, in both languages."""

from __future__ import annotations

from tui.document import shared_labels
from tui.text.language import Wording

SEARCH_HINT = Wording("词、名称、数字或年份", "words, a name, a number or a year")
ANSWER = Wording("答", "Answer")
DISPUTE = Wording("分歧：{title}", "Dispute: {title}")
PALETTE_HINT = Wording("命令、栏目或记录", "a command, section or record")
GO_TO = Wording("到{section}", "go to {section}")
TIMELINE = shared_labels.TIMELINE
COMPARISON = shared_labels.COMPARISON
BESIDE = Wording("并列对比", "side by side")
NOTHING_TO_SORT = Wording("这里没有可以排序或筛选的列表", "there is no list here to sort or filter")
NOTED = Wording("笔记已存，记录已收藏", "note kept, record pinned")
NOTHING_FITS = Wording(
    "没有符合条件的内容；按x取消全部条件。", "Nothing fits; x takes all filters away."
)
NOTHING_COMPARED = Wording(
    "还没有可以对比的：在列表里按c标记两条或更多，再按v。",
    "Nothing to compare yet: mark two or more rows of a list with c, then press v.",
)
ORDERS = {
    "date": Wording("按日期", "by date"),
    "name": Wording("按拼音", "by name"),
    "value": Wording("按数值", "by value"),
    "": Wording("按重要性", "by importance"),
}
FILTERED = Wording("共{total}条", "of {total}")
FACETS = {
    "level": shared_labels.LEVEL,
    "region": shared_labels.REGION,
    "role": shared_labels.ROLE,
    "type": shared_labels.TYPE,
    "basis": shared_labels.BASIS,
    "status": shared_labels.STATUS,
    "tag": Wording("主题", "Subject"),
    "source": shared_labels.SOURCE,
    "year": Wording("年份", "Year"),
}
FACETS_TITLE = Wording("筛选：符合条件的有{count}条", "Filter: {count} fit")
FACETS_HINT = Wording(
    "空格选取，同组任一、各组都要；x取消，Esc关闭",
    "Space chooses: any of a group, all groups; x clears, Esc closes",
)
NO_FACETS = Wording("这里没有可筛选的。", "There is nothing to filter by here.")
NARROW_HINT = Wording(
    "词、拼音或首字母；回车保留，Esc取消", "words or letters; Enter keeps, Esc clears"
)
MARKED = Wording("已标记{count}条", "{count} marked")
MARK_MORE = Wording("标记两条或更多，再按v对比", "mark two or more, then v compares")
TOO_MANY_MARKED = Wording("最多对比6条", "at most 6 can be compared")
NOT_COMPARABLE = Wording("只有参与者和统计可以对比", "only players and statistics can be compared")
OTHER_KIND = Wording(
    "只能对比同类；按x清除标记", "only like with like can be compared; x clears the marks"
)
HINTING = Wording("键入字母即前往，Esc取消", "type the letters to go there, Escape cancels")
NO_LINKS = Wording("这里没有链接", "no links here")
RESULTS = Wording("搜索结果", "Results")
NOTHING_FOUND = shared_labels.NOTHING_FOUND
FORECASTS_HIDDEN = Wording("预测已隐藏", "forecasts hidden")
NOTHING_HERE = Wording("这里没有内容。", "There is nothing here.")
PINS = Wording("收藏", "Pins")
PINNED = Wording("已收藏", "pinned")
UNPINNED = Wording(
    "已取消收藏；再按一次恢复，笔记也在", "unpinned; once more brings it back, with its note"
)
PIN_SAYS = Wording("内容", "What it says")
NOTE_ON = Wording("笔记", "Note")
NO_PINS = Wording(
    "还没有收藏。在任何条目上按{pin}收藏，按{note}写一句笔记。",
    "No pins yet. On any record, {pin} pins it and {note} writes a note.",
)
PIN_GONE = Wording("本期简报里已没有这一条", "no longer in this briefing")
YOUR_NOTE = Wording("你的笔记：", "Your note: ")
NOTE_HINT = Wording(
    "写一句笔记，回车保存，Esc放弃", "a note of one line; Enter saves, Escape gives up"
)
EXPORT_HINT = Wording("存到哪个文件", "the file to write")
EXPORT_ASKS = Wording(
    "把{count}条收藏连同出处存为Markdown，回车保存，Esc放弃",
    "{count} pin(s) with their evidence as Markdown; Enter saves, Escape gives up",
)
EXPORTED = Wording("已存到{file}", "written to {file}")
FILE_EXISTS = Wording(
    "{file}已存在，没有改动：换个名字", "{file} exists and was left alone: choose another name"
)
CANNOT_WRITE = Wording("写不进{file}：{why}", "cannot write {file}: {why}")
NOT_A_RECORD = Wording("先选定一条记录", "choose a record first")
NOTHING_TO_COPY = Wording(
    "这里没有可复制的：先选定一行或一个链接", "nothing to copy here: choose a row or a link first"
)
COPIED = Wording("已送往终端的剪贴板", "Sent to the terminal's clipboard")
COPY_HINT = Wording(
    "终端未必收下；粘贴不出来时，可以在此用鼠标选取。按任意键关闭。",
    "Not every terminal takes it: if nothing can be pasted, select the text here. Any key closes "
    "this.",
)
TOO_LONG_TO_COPY = Wording("太长，终端的剪贴板放不下", "Too long for the terminal's clipboard")
SELECT_HINT = Wording(
    "可以在此用鼠标选取。按任意键关闭。", "Select the text here. Any key closes this."
)
CONFIG_MISTAKEN = Wording(
    "设置文件有{count}处错误，按默认值处理；medbrief config细说",
    "{count} mistake(s) in your config; medbrief config tells which",
)
FIRST_HINT = Wording(
    "先用↑↓走动，{enter}打开，{open_search}搜索，{open_help}帮助",
    "To begin: ↑ ↓ move, {enter} opens, {open_search} searches, {open_help} helps",
)
WHERE_YOU_WERE = Wording(
    "这是上次看到的地方；{overview}到概览", "This is where you left; {overview} for the overview"
)
LAST_IS_GONE = Wording(
    "上次看的条目本期已没有；{overview}到概览",
    "What you read last is no longer here; {overview} for the overview",
)
TOO_SMALL = Wording("窗口太小\n至少要40×12", "Window too small:\n40x12 at least")
CLOSE_NOTICE = Wording("H收起", "H hides")
THEMES = {
    "auto": Wording("配色：随终端", "colours: as fits the terminal"),
    "dark": Wording("配色：深色背景", "colours: for a dark background"),
    "light": Wording("配色：浅色背景", "colours: for a light background"),
    "mono": Wording("配色：无", "colours: none"),
}
RECORD_GONE = Wording("{id}已从内容中删去", "{id} has been removed from the content")
PROBLEMS = Wording("内容中的错误", "Mistakes in the content")
NO_PROBLEMS = Wording("没有错误。", "There are none.")
MISTAKES = Wording("{count}处错误：{first}", "{count} mistake(s): {first}")
SEE_MISTAKES = Wording("E看全部", "E shows all")
NO_UNICODE = Wording(
    "系统区域不是UTF-8，线条从简：设LC_ALL=C.UTF-8可复原",
    "no UTF-8 locale, so signs are plain: set LC_ALL=C.UTF-8",
)
HELP_TITLE = Wording("帮助", "Help")
HELP_KEYS = Wording("按键", "Keys")
HELP_MARKS = Wording("标记", "Marks")
HELP_CLOSE = Wording("按Esc或?关闭", "Escape or ? closes this")
CITED_BY = Wording("引用处", "Cited in")
CITATION = Wording("引文", "Citation")
QUOTED_WORDS = Wording("原文词句", "Quoted (in Chinese)")
PASSAGE = Wording("原文上下文", "In the original (in Chinese)")
ABOUT_SOURCE = Wording("关于此来源", "About this source")
LACKS = {
    "no folder": Wording(
        "要看上下文，请用--originals指向存放原件的文件夹。",
        "To see the passage, point --originals at a folder that holds the originals.",
    ),
    "no file": Wording(
        "文件夹中没有这份原件：{file}。", "The folder does not hold this original: {file}."
    ),
    "other file": Wording(
        "{file}的校验和不符：不是当时读的那份文件。",
        "The checksum of {file} differs: it is not the file that was read.",
    ),
    "not found": Wording(
        "在{file}里找不到这段引文。", "The quoted words were not found in {file}."
    ),
}
MARK_MEANINGS = (
    (
        "[1]",
        Wording("引文编号：选中后回车，看来源与原文", "a citation: choose it to see its source"),
    ),
    ("*", Wording("你的收藏", "a record that you pinned")),
    ("!", Wording("来源在此不一致，详见分歧", "sources disagree here: see the disputes")),
    ("reported", Wording("来源报告的数字", "a figure that the source reports")),
    ("estimate", Wording("由已有数字推算", "worked out from other figures")),
    ("forecast", Wording("对将来的预期", "an expectation of what will be")),
    ("preferred", Wording("数值不一时本简报采用的", "the value adopted where sources differ")),
    ("deprecated", Wording("列出但不采用，附理由", "shown but not adopted, with the reason")),
)
