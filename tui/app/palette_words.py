"""Other words by which the command palette finds its entries, in both languages. No Textual."""

from __future__ import annotations

COMMAND_WORDS: dict[str, tuple[str, ...]] = {
    "go_forward": ("forward", "redo", "前进"),
    "open_search": ("find", "look up", "query", "查找", "检索"),
    "change_order": ("order", "sort by date", "排序", "次序"),
    "reverse_order": ("descending", "ascending", "oldest first", "最早的在前", "升序", "降序"),
    "narrow": ("narrow", "text filter", "文字筛选"),
    "choose_facets": ("facets", "year", "tags", "筛选", "过滤"),
    "clear_filters": ("reset", "remove filters", "清除", "重置"),
    "mark": ("select", "check", "标记", "选中"),
    "open_comparison": ("compare", "comparison", "versus", "vs", "比较", "对比", "区别"),
    "open_short_briefs": ("subjects", "by subject", "按主题"),
    "open_timeline": ("timeline", "events", "history", "chronology", "时间线", "时间轴", "事件"),
    "zoom": ("maximize", "full screen", "全屏", "放大"),
    "fold_sections": ("collapse", "expand", "收起", "展开"),
    "change_language": ("english", "chinese", "translate", "中文", "英文", "翻译"),
    "open_disagreement": ("dispute", "disagreement", "sources disagree", "矛盾"),
    "toggle_forecasts": ("forecasts", "predictions", "预测", "预期"),
    "copy": ("copy", "cite", "citation", "quote", "reference", "复制", "引用", "参考文献"),
    "toggle_pin": ("pin", "bookmark", "favorite", "star", "收藏", "书签"),
    "write_note": ("note", "comment", "annotate", "笔记", "批注", "备注"),
    "open_pins": ("pins", "bookmarks", "favorites", "notes", "收藏夹"),
    "export": ("save", "download", "print", "markdown", "csv", "word", "保存", "下载", "打印"),
    "export_pins": ("save pins", "保存收藏"),
    "go_to_overview": ("home", "start", "dashboard", "首页", "主页"),
    "change_theme": ("next theme", "dark mode", "light mode", "切换主题"),
    "open_help": ("keys", "shortcuts", "manual", "快捷键", "按键", "说明"),
    "leave": ("exit", "close", "q", "q!", "qa", "wq", "x", "quit", "关闭"),
}  # fmt: skip
SECTION_WORDS: dict[str, tuple[str, ...]] = {
    "overview": ("home", "dashboard", "首页"),
    "briefs": ("briefs", "briefing", "reports", "简报"),
    "players": ("companies", "institutions", "players", "firms", "企业", "公司", "机构"),
    "policies": ("policies", "laws", "regulation", "政策", "法规"),
    "statistics": ("stats", "statistics", "figures", "numbers", "data", "统计", "数字", "数据"),
    "themes": ("themes", "statements", "claims", "trends", "论断", "观点", "趋势"),
    "disagreements": ("disputed", "disputes", "disagreements", "分歧", "争议"),
    "glossary": ("glossary", "terms", "definitions", "术语", "名词", "定义"),
    "gaps": ("gaps", "missing", "unknown", "缺口", "空白"),
    "sources": ("sources", "documents", "references", "来源", "文献"),
}
THEME_WORDS = (
    "theme", "color theme", "colors", "colours", "skin", "主题", "主题配色", "配色", "换肤",
    "颜色", "皮肤",
)  # fmt: skip
BRIEF_WORDS = ("summary", "report", "two pages", "subject", "摘要", "专题", "报告", "两页")
