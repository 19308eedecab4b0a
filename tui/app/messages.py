"""Messages and labels of the app, in both languages."""

from __future__ import annotations

from tui.document import shared_labels
from tui.export import messages as exported
from tui.text.language import Wording

SEARCH_HINT = shared_labels.QUERY_HINT
ANSWER = Wording("答案", "Answer")
SEARCH_EXAMPLES = Wording(
    "例如：市场规模 2022 · 京东健康 收入 · 医保发[2019]47号",
    "For example: market size 2022 · jd health revenue · internet hospital",
)
SIMILAR = Wording("相近的有：{names}", "Did you mean: {names}")
CHIPS_HINT = Wording("{clear_filters}全部清除", "{clear_filters} clears all")
UNKNOWN_OMITTED = Wording("略去{facets}不详的{count}条", "{count} of unknown {facets} omitted")
NOT_SORTABLE = Wording("不能按这一列排序", "cannot be sorted by this column")
MARKED = Wording("已标记{count}条", "{count} marked")
MARKED_NOT_COMPARABLE = Wording(
    "已标记{count}条，这类记录不能对比", "{count} marked, not comparable"
)
MARKED_COMMANDS = {
    "open_comparison": Wording("{open_comparison}对比", "{open_comparison} compare"),
    "export": Wording("{export}导出", "{export} export"),
    "clear_filters": Wording("{clear_filters}清除", "{clear_filters} clear"),
}
MARKS_CLEARED = Wording("已清除{count}个标记", "{marks} cleared")
ALL_CLEARED = Wording("已清除筛选和{count}个标记", "filters and {marks} cleared")
MARKED_COMPARED = Wording(
    "对比的是已标记的记录；{clear_filters}清除标记：{marked}",
    "marked records; {clear_filters} clears the marks: {marked}",
)
DISPUTE = Wording("分歧：{title}", "Dispute: {title}")
TIMELINE = shared_labels.TIMELINE
COMPARISON = shared_labels.COMPARISON
SHORT_BRIEF = Wording("专题简报", "Short brief")
SHORT_BRIEF_OF = Wording("专题简报：{subject}", "short brief: {subject}")
BESIDE = Wording("并列对比", "side by side")
NOTHING_TO_SORT = Wording("当前页面没有可排序或筛选的列表", "no list here to sort or filter")
NOTE_SAVED = Wording("笔记已保存，记录已收藏", "note saved, record pinned")
NO_MATCHES = Wording("没有匹配的内容；按x清除全部筛选。", "No matches; x clears all filters.")
NO_MATCHES_TYPED = Wording("没有匹配的内容；按Esc清除", "nothing matches; Esc clears")
NO_MATCHES_FILTERED = Wording(
    "没有匹配的内容；按{clear_filters}清除", "nothing matches; {clear_filters} clears"
)
NARROW_PROMPT = Wording(" 筛选：", " filter: ")
NOTHING_FOUND_FOR = shared_labels.NOTHING_FOUND_FOR
OTHER_WORDS = shared_labels.OTHER_WORDS.format(
    otherwise=Wording("按下面的栏目浏览", "browse a section below")
)
ABOUT_SEARCH = Wording("搜索“{words}”：", "Search “{words}”: ")
LONGEST_QUERY = 60
"""Cells of a query in a title or remark."""
BROWSE_SECTIONS = Wording("按栏目浏览", "Browse a section")
NEAR_WORDS = Wording("相近的有", "Did you mean")
NOTHING_COMPARED = Wording(
    "没有可对比的记录：在列表中按c标记至少两条，再按v。",
    "Nothing to compare: mark at least two list rows with c, then press v.",
)
FILTERED = Wording("共{total}条", "of {total}")
NARROW_HINT = Wording(
    "词、拼音或首字母；回车应用，Esc清除", "words or letters; Enter applies, Esc clears"
)
UNMARKED = Wording("已取消标记", "mark removed")
MARK_MORE = Wording(
    "没有标记：按{mark}标记至少两条，再按{open_comparison}对比",
    "mark at least two with {mark}, then press {open_comparison}",
)
MARK_ANOTHER = Wording(
    "再按{mark}标记一条同类，按{open_comparison}对比；只标记了{title}",
    "mark one more ({mark}), then press {open_comparison}; so far {title}",
)
COMPARED = Wording(
    "{remark}\n键入后按{enter}，或在列表中按{open_comparison}，并列对比",
    "{remark}\n{enter} after typing, or {open_comparison} in the list, shows them side by side",
)
NO_LINKS_ON_PAGE = Wording("这一页没有链接", "this page has no links")
NO_ROWS = Wording("列表是空的", "the list is empty")
FIRST_PAGE = Wording("已是最早的页面；按{leave}退出", "no page to go back to; {leave} quits")
LAST_PAGE = Wording("没有可前进的页面", "no page to go forward to")
HERE_ALREADY = Wording("已在此处", "you are here already")
NO_PANEL_LEFT = Wording("左边没有其他面板", "no panel on the left")
NO_PANEL_RIGHT = Wording(
    "右边没有其他面板；按{next_link}选中链接",
    "no panel on the right; {next_link} for a link",
)
FIRST_SECTION = Wording("已是第一个栏目", "this is the first section")
LAST_SECTION = Wording("已是最后一个栏目", "this is the last section")
AT_START = Wording("已到开头", "this is the beginning")
AT_END = Wording("已到末尾", "this is the end")
ONE_PANEL = Wording("此处只有一个面板，无需最大化", "only one panel here, nothing to zoom")
NOTHING_TO_CLEAR = Wording("没有筛选，也没有标记", "no filter and no mark to clear")
NOT_MARKABLE = Wording(
    "这一页不能标记：请在列表中标记记录", "no marks here: mark records in a list"
)
FORECASTS_SHOWN = Wording("预测已显示", "forecasts shown")
NO_DISPUTE = Wording("此处没有分歧", "no dispute here")
ONE_SOURCE = Wording("此处没有分歧：这个数字只有一个来源", "no dispute here: one source only")
NO_EARLIER_QUERY = Wording("没有更早的查询", "no earlier query")
NO_CITATION = Wording("这一页没有引文[{number}]", "this page has no citation [{number}]")
NO_TAB = Wording("没有第{number}个栏目", "there is no section {number}")
ONE_LANGUAGE = {
    "zh": Wording("本简报只有中文", "this briefing is in Chinese only"),
    "en": Wording("本简报只有英文", "this briefing is in English only"),
}
NO_NOTICE = Wording("没有要关闭的提示", "no notice to close")
NO_SUCH_KEY = Wording(
    "{key}没有功能；按{open_help}查看按键", "{key} has no function; {open_help} lists the keys"
)
TOO_MANY_MARKED = Wording(
    "最多对比6条；按{clear_filters}清除标记",
    "at most 6; {clear_filters} clears the marks",
)
NOT_COMPARABLE = Wording(
    "这类记录不支持对比；按{clear_filters}清除标记：{marked}",
    "not comparable; {clear_filters} clears the marks: {marked}",
)
OTHER_KIND = Wording(
    "只能对比同类记录；按{clear_filters}清除标记：{marked}",
    "not of one kind; {clear_filters} clears the marks: {marked}",
)
RESULTS = Wording("搜索结果", "Results")
NOTHING_FOUND = shared_labels.NOTHING_FOUND
FORECASTS_HIDDEN = Wording("预测已隐藏", "forecasts hidden")
NOTHING_HERE = Wording("这里没有内容。", "Nothing here.")
PINS = Wording("收藏", "Pins")
PINNED = Wording("已收藏", "pinned")
UNPINNED = Wording("已取消收藏；再按一次恢复收藏和笔记", "unpinned; again restores pin and note")
PIN_CONTENT = Wording("内容", "What it says")
PIN_GONE = exported.PIN_GONE
NOTE_ON = Wording("笔记", "Note")
NO_PINS = Wording(
    "还没有收藏。在任意记录上按{pin}收藏，按{note}写笔记。",
    "No pins yet. On any record, press {pin} to pin it or {note} to add a note.",
)
YOUR_NOTE = Wording("你的笔记：", "Your note: ")
DRAFT_HINT = Wording(
    "上次未写完 · 回车保存 · Esc放弃", "Unfinished last time · Enter save · Esc discard"
)
NOTE_HINT = Wording("单行笔记 · 回车保存 · Esc取消", "One-line note · Enter save · Esc cancel")
EXPORT_HINT = Wording("输出文件名", "output file")
EXPORT_PROMPT = Wording(
    "导出{count}条收藏及引文（Markdown）· 回车保存 · Esc取消",
    "Export {pins} with citations as Markdown · Enter save · Esc cancel",
)
EXPORT = Wording("导出", "Export")
EXPORT_WITH_FORECASTS = Wording(
    "导出（文件含已隐藏的预测）", "Export (the file includes the hidden forecasts)"
)
EXPORT_CONTENT = Wording("内容", "Content")
EXPORT_FORMAT = Wording("格式", "Format")
EXPORT_FILE = Wording("文件", "File")
EXPORT_PAGE = Wording("本页：{title}", "This page: {title}")
EXPORT_SHORT_BRIEF = Wording("专题简报：{subject}，约两页", "Short brief: {subject}, about 2 pages")
EXPORT_LIST = Wording("本列表：{title}，共{count}条", "This list: {title}, {records}")
EXPORT_MARKED = Wording("已标记的记录，共{count}条", "Marked records: {count}")
EXPORT_EVENTS = Wording("大事记，共{count}个事件", "Timeline: {events}")
EXPORT_ALL = Wording("整份简报，共{count}条", "The whole briefing: {count} records")
PER_RECORD = Wording("每条记录一项", "one entry per record")
PER_FACT = Wording("每个事实一项", "one entry per fact")
PER_EVENT = Wording("每个事件一项", "one entry per event")
EXPORT_FORMATS = {
    "md": Wording("Markdown，带脚注", "Markdown with footnotes"),
    "csv": Wording("表格，逗号分隔；{entries}", "table, comma-separated; {entries}"),
    "tsv": Wording("表格，制表符分隔；{entries}", "table, tab-separated; {entries}"),
    "json": Wording("JSON；{entries}", "JSON; {entries}"),
    "jsonl": Wording("JSON，每行一个对象；{entries}", "JSON, an object per line; {entries}"),
    "html": Wording("网页，单个文件", "web page, a single file"),
    "bibtex": Wording("所引来源的书目", "bibliography of the sources cited"),
    "docx": Wording("Word文档", "Word document"),
}
EXPORT_KEYS = Wording(
    "↑↓选择 · Tab下一项 · 回车导出 · Esc取消",
    "↑ ↓ choose · Tab next field · Enter export · Esc cancel",
)
EXPORT_NO_OPTION = Wording(
    "没有以“{letter}”开头的选项；文件名在Tab之后输入",
    "no option begins with “{letter}”; Tab goes on to the file name",
)
EXPORT_PLACE = Wording("位于{folder}", "in {folder}")
EXPORT_CONVERTING = Wording("pandoc正在转换…", "pandoc is converting …")
OVERWRITE = Wording("{file}已存在，要覆盖吗？", "{file} exists. Overwrite it?")
OVERWRITE_KEYS = Wording("y覆盖 · Esc换一个名称", "y overwrite · Esc another name")
NO_PANDOC = Wording(
    "docx需要pandoc，本机没有安装（pandoc.org）",
    "docx needs pandoc, which is not installed (pandoc.org)",
)
PANDOC_FAILED = Wording(
    "pandoc出错，未写入文件：{why}", "pandoc failed, no file was written: {why}"
)
NOTHING_TO_EXPORT = Wording("这里没有可导出的内容", "nothing to export here")
NO_EXPORT_OVER_SSH = Wording(
    "SSH会话不能写文件：在本机运行ssh … export {id} > 文件",
    "no files can be written over SSH: on your machine, run ssh … export {id} > FILE",
)
EXPORTED = Wording("已保存到{file}", "saved to {file}")
EXPORTED_BESIDE = Wording(
    "已存为{name}，保留原有的{earlier}（{folder}）",
    "saved as {name}; {earlier} is kept (in {folder})",
)
NOT_A_RECORD = Wording("请先选中一条记录", "select a record first")
NOTHING_TO_COPY = Wording(
    "这一页没有可复制的数字：请先选中一行", "no figure: first select a row or link"
)
COPIED_WITHOUT_FIGURE = Wording(
    "这里没有数字；已把内容及出处发送到终端剪贴板",
    "No figure here: what it says was sent to the terminal's clipboard, with its source",
)
COPIED = Wording("已发送到终端剪贴板", "Sent to the terminal's clipboard")
COPIED_WORDS = Wording(
    "没有数字，已复制内容：{name}（再按{copy}显示全文）",
    "No figure here; copied what it says: {name} ({copy} again shows it)",
)
COPIED_NAME = Wording(
    "已复制：{name}（再按{copy}显示全文）", "Copied: {name} ({copy} again shows it)"
)
COPY_HINT = Wording(
    "部分终端不支持；若无法粘贴，可在此用鼠标选取。按任意键关闭。",
    "Some terminals do not support this: if pasting fails, select the text here. Press any key to "
    "close.",
)
TOO_LONG_TO_COPY = Wording("内容过长，超出终端剪贴板上限", "Too long for the terminal's clipboard")
SELECT_HINT = Wording(
    "可在此用鼠标选取。按任意键关闭。", "Select the text here. Press any key to close."
)
CONFIG_ERRORS = Wording(
    "设置文件有{count}处错误，已改用默认值；详见medbrief config",
    "{errors} in your config; see medbrief config",
)
LOCATION_RESTORED = Wording(
    "已回到上次的位置；{go_to_overview}到概览", "Last location; {go_to_overview} for the overview"
)
LAST_RECORD_GONE = Wording(
    "上次的记录已不在本期；{go_to_overview}到概览",
    "record is gone; {go_to_overview} for the overview",
)
CANNOT_SUSPEND = Wording(
    "无法挂起：此会话没有作业控制（如SSH会话、容器）；按{leave}退出",
    "cannot suspend: no job control in this session (SSH, container); {leave} quits",
)
TOO_SMALL = Wording("窗口太小\n至少需要40×12", "Window too small:\nneeds at least 40x12")
CLOSE_NOTICE = Wording("按H关闭提示", "H hides it")
THEME_CHOSEN = Wording("配色：{theme}", "color theme: {theme}")
THEMES = {
    "auto": Wording("随终端", "automatic, from the terminal"),
    "dark": Wording("深色背景", "dark background"),
    "light": Wording("浅色背景", "light background"),
    "mono": Wording("单色", "no colors"),
    "nord": Wording("Nord", "Nord"),
    "gruvbox": Wording("Gruvbox", "Gruvbox"),
    "catppuccin": Wording("Catppuccin", "Catppuccin"),
    "solarized-dark": Wording("Solarized深色", "Solarized Dark"),
    "solarized-light": Wording("Solarized浅色", "Solarized Light"),
}
RECORD_GONE = Wording("{id}已从内容中删除", "{id} has been removed from the content")
PROBLEMS = Wording("内容错误", "Content errors")
PROBLEMS_CLOSE = Wording("按Esc关闭", "Esc closes")
NO_PROBLEMS = Wording("内容没有错误", "no content errors")
CONTENT_ERRORS = Wording("{count}处错误：{first}", "{errors}: {first}")
CONTENT_FINDINGS = Wording("校验发现{count}处问题：{first}", "{findings}: {first}")
SHOW_ERRORS = Wording("E查看全部", "E shows all")
NO_UNICODE = Wording(
    "系统区域设置不是UTF-8，以ASCII显示符号：请设置LC_ALL=C.UTF-8",
    "the locale is not UTF-8, so symbols are ASCII: set LC_ALL=C.UTF-8",
)
HELP_CLOSE = Wording("按Esc或?关闭", "Esc or ? closes this page")
CITED_BY = Wording("引用处", "Cited in")
CITATION = Wording("引文", "Citation")
QUOTED_WORDS = Wording("引用的原文", "Quoted (in Chinese)")
QUOTED_IN_LANGUAGE = Wording("引用的原文", "Quoted")
PASSAGE = Wording("原文上下文", "In the original (in Chinese)")
PASSAGE_IN_LANGUAGE = Wording("原文上下文", "In the original")
ABOUT_SOURCE = Wording("关于此来源", "About this source")
PASSAGE_MISSING = {
    "no folder": Wording(
        "原文上下文须有原件才能显示（--originals）。",
        "The passage around these words needs the original files (--originals).",
    ),
    "no file": Wording(
        "文件夹中没有这份原件：{file}。", "The folder does not contain this original: {file}."
    ),
    "other file": Wording(
        "{file}的校验和不符：与引用时的文件不同。",
        "Checksum mismatch for {file}: it is not the file that was cited.",
    ),
    "not found": Wording(
        "在{file}里找不到这段引文。", "The quoted words were not found in {file}."
    ),
}
EDITION = Wording(
    "数据至{date} · {sources}份来源 · {edition}版",
    "data to {date} · {en_sources} · ed. {edition}",
)
NO_SECTIONS = Wording("这一页没有可折叠的部分", "this page has no sections to fold")
ALREADY_HERE = Wording("链接指向的就是这一页", "the link leads to this page")
