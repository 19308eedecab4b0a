"""Questions whether the data are reliable or official: are the numbers reliable, 数据可信吗,
官方数据还是机构估算. What the sources disagree about is the answer."""

from __future__ import annotations

from tui.fast_namedtuple import TYPE_CHECKING
from tui.search.dispute_words import CHINESE_RIGHT, RIGHT_WORDS
from tui.search.several.dispute_reasons import all_disputes
from tui.text.word_set import words_of

if TYPE_CHECKING:
    from tui.question.query_parser import Query
    from tui.question.reader import Question
    from tui.search.several_answers import SeveralAnswers
    from tui.store import Store

_RELIABLE = RIGHT_WORDS | words_of(
    "official unofficial authoritative reliability accuracy credibility trustworthiness trusted "
    "dependable verified audited validated real genuine government rely"
)
_DATA = words_of(
    "data figure figures number numbers statistics stats source sources values information "
    "briefing facts estimates documents reports"
)
_SAYS_NOTHING = words_of(
    "is are was were the this these those that it they all any how what which of in on or and from "
    "by do does did can could should i we you one be been just only mostly really actually here "
    "there used given shown cited quoted much so far very as to have has your their its "
    "estimate estimated institution institutions institutional institute private industry company "
    "research party third analyst analysts not"
)
_CHINESE_RELIABLE = sorted(
    words_of(
        "可靠性 可信度 准确性 准确度 准确率 真实性 权威性 靠谱度 官方 权威 真实 属实 真假 核实 "
        "验证 信得过 准不准 准 能信 可以信 可不可信 可不可靠 靠不靠谱 相信 水分"
    ).union(CHINESE_RIGHT),
    key=lambda word: -len(word),
)
_CHINESE_DATA = ("数据来源", "数据", "数字", "数值", "资料", "来源", "统计", "信息", "简报", "报告")
_CHINESE_SAYS_NOTHING = (
    *("是不是", "有没有", "能不能", "可不可以", "还是", "是否", "究竟", "到底", "怎么样", "如何"),
    *("这些", "这份", "这个", "里面", "研究机构", "第三方", "机构", "企业", "民间", "估算", "估计"),
    *(
        "推算",
        "预测",
        "自报",
        "发布",
        "公布",
        "来自",
        "出自",
        "引用",
        "可以",
        "程度",
        "大家",
        "我们",
    ),
    *(
        "有多",
        "多",
        "有",
        "没",
        "是",
        "的",
        "吗",
        "么",
        "呢",
        "吧",
        "都",
        "能",
        "否",
        "会",
        "不",
        "够",
    ),
    *("里", "中", "过", "了", "或", "和", "与", "被", "经", "我", "高", "很", "最", "用", "性"),
)


def reliability_of_data(store: Store, question: Question) -> SeveralAnswers | None:
    """Return the brief on the disagreements of the sources and all of them; None for a question
    that names a subject, a time or a source, or does not ask whether the data are reliable."""
    query = question.query
    if query.months or any(part.names for part in question.parts):
        return None
    asks = _asks_in_english(query) if query.text.isascii() else _asks_in_chinese(query.text)
    return all_disputes(store, question) if asks else None


def _asks_in_english(query: Query) -> bool:
    words = {word.rstrip(",;:?") for word in query.words}
    if _RELIABLE.isdisjoint(words) or _DATA.isdisjoint(words):
        return False
    return words <= _RELIABLE | _DATA | _SAYS_NOTHING


def _asks_in_chinese(text: str) -> bool:
    text, is_reliable = _without(text.replace(" ", "").rstrip("?？"), _CHINESE_RELIABLE)
    text, is_data = _without(text, _CHINESE_DATA)
    return is_reliable and is_data and not _without(text, _CHINESE_SAYS_NOTHING)[0]


def _without(text: str, words: tuple[str, ...] | list[str]) -> tuple[str, bool]:
    """Return a text without words, and whether it has one of them."""
    rest = text
    for word in words:
        rest = rest.replace(word, "")
    return rest, rest != text
