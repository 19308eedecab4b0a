"""Labels that several packages show: of fields, figures and sections."""

from __future__ import annotations

from tui.document.spans import Role
from tui.text.language import Wording

STATUS_WORDS: dict[str, Wording] = {
    "reported": Wording("已公布", "reported"),
    "estimate": Wording("估计", "estimate"),
    "forecast": Wording("预测", "forecast"),
}
RANK_WORDS: dict[str, Wording] = {
    "preferred": Wording("采用值", "used here"),
    "normal": Wording("另一来源", "another source"),
    "deprecated": Wording("未采用", "rejected"),
}
STATUS_MEANINGS: dict[str, Wording] = {
    "reported": Wording("来源已公布的数字", "figure reported by the source"),
    "estimate": Wording(
        "来源的估计，或由其他数字推算", "a source's estimate, or derived from figures"
    ),
    "forecast": Wording("对未来数值的预期", "expected future value"),
    "preferred": Wording("来源不一致时采用的数值", "value used here where sources disagree"),
    "deprecated": Wording("列出但未采用，附理由", "shown but not used, with the reason"),
    "derived": Wording(
        "来源没有直接给出，由编者据原文推算",
        "not stated by a source; derived by the editor from its words",
    ),
    "corrected": Wording(
        "来源的印刷有误，编者已更正并说明依据",
        "misprinted in the source; corrected by the editor, with the proof",
    ),
    "disputed": Wording("来源不一致，详见分歧", "sources disagree: see the disputes"),
}
"""What a reader has to know of the marks of a figure: its status, its rank, what is said beside."""
FORCE_WORDS: dict[str, Wording] = {
    "required": Wording("要求", "Required"),
    "permitted": Wording("允许", "Permitted"),
    "encouraged": Wording("鼓励", "Encouraged"),
    "promoted": Wording("推进", "Promoted"),
    "explored": Wording("探索", "Explored"),
    "stated": Wording("一般表述", "Declarative"),
}
"""What a provision of a policy does, by its verb; from the most to the least binding, but the last
one, which is not ranked."""
FORCE_MEANINGS: dict[str, Wording] = {
    "required": Wording("必须、应当、不得", "must, or must not"),
    "permitted": Wording("允许、可以", "may; changes what is lawful"),
    "encouraged": Wording("鼓励、支持", "encouraged or supported; no duty"),
    "promoted": Wording(
        "推动、优化、建立、放宽等", "to be improved, set up, widened or sped up; no duty"
    ),
    "explored": Wording("探索、试点", "to be explored or piloted"),
    "stated": Wording("如“纳入”“实现”；不分强弱", "says what is or will be; not ranked"),
}
"""What a reader has to know of each class."""
FORCE_VERBS_COUNTED: dict[str, tuple[str, str]] = {
    "required": ("requires", "require"),
    "permitted": ("permits", "permit"),
    "encouraged": ("encourages", "encourage"),
    "promoted": ("promotes", "promote"),
    "explored": ("explores", "explore"),
    "stated": ("states what is or will be", "state what is or will be"),
}
"""What one policy does, and what several do: 1 promotes, 2 promote."""
WORDING_IS_NOT_LAW = Wording("措辞强弱不等于法律效力", "strength of wording is not legal effect")
FORCE_ORDER = Wording(
    "“要求”属强制性表述，“允许”属授权性表述，排在“鼓励”“推进”“探索”等倡导性表述之前。"
    "分类和顺序由编者所定。",
    "“Required” is mandatory; “permitted” changes what is lawful, so it comes before encouraged, "
    "promoted and explored, which name a direction. Classes and order are the editor's.",
)
STATED_IS_LAST = Wording(
    "“一般表述”（如“纳入”“实现”）不分强弱，列在后面，未必弱于“探索”",
    "declarative wording (“included in”) is not ranked: it is last but may bind more than explored",
)

AREA = Wording("地域", "Area")
BASIS = Wording("性质", "Basis")
COMPARISON = Wording("对比", "Comparison")
CORRECTED = Wording("有更正", "corrected")
CORRECTION = Wording("更正：", "Corrected: ")
"""Precedes what the source prints in place of a corrected figure."""
DENOMINATOR = Wording("基数（100%）", "Base (100%)")
CITED_FROM = Wording("转引自{name}", "cited from {name}")
DERIVED = Wording("据原文推断", "inferred from these words")
DERIVED_VALUE = Wording("推算", "derived")
"""Follows the status of a figure that no source states."""
DISPUTED = Wording("有分歧", "disputed")
FORECAST_PASSED = Wording(
    "，预测年份已过，资料中没有实际值",
    "; that year has passed, no outcome is in the documents",
)
"""Follows a forecast for a time before the edition without a reported value."""
FOR_COMPARISON = Wording("对照", "For comparison")
"""Precedes what the editor sets beside a statement: another source may contradict it or not."""
DOUBT = Wording("存疑", "Doubt")
EDITOR = Wording("编者注", "Editor's notes")
FIGURES = Wording("数据", "Figures")
FORCE = Wording("措辞", "Force")
FORCE_BY_EDITOR = Wording(
    "分类由编者按引文的动词标注，有两个动词的取较弱的一类。",
    "Labels by the editor, from the quoted verb (of two, the weaker).",
)
LEVEL = Wording("层级", "Level")
NO_FIGURE = Wording("无数据", "no figure")
NOTHING_FOUND = Wording("没有找到", "nothing found")
NOTHING_FOUND_FOR = Wording("没有找到“{words}”", 'nothing found for "{words}"')
"""Followed by ``OTHER_WORDS``."""
NOTES = Wording("说明", "Notes")
OTHER_WORDS = Wording(
    "可以减少词数、换个说法，或{otherwise}", "try fewer or other words, or {otherwise}"
)
PERIOD = Wording("时期", "Period")
QUERY_HINT = Wording("关键词、名称、数字或年份", "words, a name, a number or a year")
RATES_STATED = Wording("来源给出的比率", "Rates stated by the sources")
REGION = Wording("地区", "Region")
ROLE = Wording("角色", "Role")
SCOPE = Wording("口径", "Scope")
SOURCE = Wording("来源", "Source")
STATUS = Wording("状态", "Status")
TIMELINE = Wording("大事记", "Timeline")
TYPE = Wording("类型", "Type")
UNDATED = Wording("时间不明", "undated")


def with_comma(words: str) -> str:
    """Return words that follow a status, after a comma of their language."""
    return comma_before(words) + words


def comma_before(words: str) -> str:
    """Return the comma, in the language of the words, that separates them from a status."""
    return ", " if words.isascii() else "，"


def with_colon(label: str) -> str:
    """Return a label that precedes running text, with the colon of its language."""
    return label + (": " if label.isascii() else "：")


def rank_role(words: str) -> Role:
    """Return the role of a rank in words: a rejected value is muted."""
    return "used" if words in RANK_WORDS["preferred"] else "muted"


DATA_TO_DATE = Wording("数据截至{date}", "Data to {date}")
"""Of a brief: the month of its newest core figure."""
