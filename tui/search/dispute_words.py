"""Words of questions for what sources disagree about: why is the market size disputed, which figure
is right, 口径为何不一致."""

from __future__ import annotations

from tui.fast_namedtuple import TYPE_CHECKING
from tui.text.word_set import words_of

if TYPE_CHECKING:
    from tui.question.reader import Question


DISPUTE_WORDS = words_of(
    "differ differs disagree disagrees disagreement conflict conflicts conflicting contradict "
    "contradicts contradictory contradiction inconsistent inconsistency discrepancy "
    "discrepancies mismatch disputed contested diverge diverges divergent different vary "
    "varies agree"
)
CHINESE_DISPUTES = (
    *("口径不一致", "说法不一致", "不一致", "口径不一", "说法不一", "口径不同", "说法不同"),
    *("数字不同", "数据不同", "不统一", "不一样", "打架", "矛盾", "对不上", "有分歧", "分歧"),
    *("有出入", "出入", "有争议", "争议", "有差异", "差异", "各不相同", "不相同", "不同"),
    *("不一", "各异", "不相符", "不符", "不吻合", "差这么多", "差那么多", "差很多"),
    *("两个数字", "两个数据", "两个数", "几个数字", "多个数字", "两种数字", "两种说法"),
    *("几种说法", "多种说法", "不同说法"),
)
"""Words for sources that differ; longer ones first: each is removed from the text in turn."""
_FIGURES = words_of(
    "figure figures number numbers value values data sources estimates reports documents"
)
_SEVERAL = words_of("two three several multiple various")
_SEVERAL_FIGURES = words_of("figures numbers values estimates")
_CHINESE_FIGURES = ("口径", "说法", "数据", "数字", "数值", "数量", "来源", "各家", "打架", "资料")
DISPUTE_NOUNS = words_of("disagreement disagreements dispute disputes conflict conflicts")
_DISPUTES = DISPUTE_WORDS | DISPUTE_NOUNS
_CHINESE_DISPUTE_NOUNS = ("的分歧", "的争议", "的矛盾")
_ABOUT = words_of("about on over regarding concerning around")
_WHO = words_of("who whom sources")
RIGHT_WORDS = words_of(
    "right correct reliable credible trustworthy accurate trust true believe closer plausible"
)
CHINESE_RIGHT = (
    *("最可信", "最可靠", "最准确", "最靠谱", "最权威", "最准", "更权威"),
    *("更可信", "更可靠", "更准确", "更靠谱", "更准", "更对", "可信", "可靠", "准确", "靠谱"),
    *("是对的", "才对", "正确", "该信", "对"),
)
_RELIABLE = words_of("reliable credible trustworthy accurate correct")
_CHINESE_RELIABLE = ("可信", "可靠", "准确", "靠谱", "正确")
_WHETHER = words_of("is are was were how can")
_CHINESE_WHETHER = ("吗", "么", "不可靠", "不可信", "不准确", "不靠谱", "性", "度")
_EACH = words_of("each every by")
EACH_SOURCE = _EACH | words_of("different various compare compares comparing say give")
_SOURCES = words_of("sources institutions institutes")
_CHINESE_SOURCES = (
    *("各研究机构", "各机构", "各来源", "各资料", "各报告", "各研报", "各方", "各家", "每个来源"),
    *("每份资料", "不同机构", "不同来源", "不同资料"),
)
_CHINESE_SAYINGS = ("说法", "口径", "怎么说", "给出的", "分别")
CHINESE_EACH_SOURCE = (*_CHINESE_SOURCES, *_CHINESE_SAYINGS)
"""Words with which a question asks what each source says; longer ones first."""
_WHICH = words_of("which what who whose")
_CHINESE_WHICH = ("哪个", "哪一个", "哪家", "哪个数", "谁", "哪种", "哪份", "哪篇")


def may_ask_of_dispute(question: Question) -> bool:
    """Return whether a question asks who disagrees, why sources do, or names figures that do."""
    text, words = question.query.text, question.query.words
    if asks_who_disagrees(question) or asks_which_is_right(question):
        return True
    if asks_whether_reliable(question):
        return True
    if asks_what_each_says(question):
        return True
    if text.isascii():
        asks_why = "reason" in question.asks
        if DISPUTE_WORDS.isdisjoint(words):
            is_several = not (_SEVERAL.isdisjoint(words) or _SEVERAL_FIGURES.isdisjoint(words))
            return asks_why and is_several
        return asks_why or names_figures(question)
    text = text.replace("不一定", " ")
    if not any(map(text.__contains__, CHINESE_DISPUTES)):
        return False
    return "reason" in question.asks or names_figures(question)


def names_figures(question: Question) -> bool:
    """Return whether a question has a word for figures or sources."""
    text, words = question.query.text, question.query.words
    if text.isascii():
        return not _FIGURES.isdisjoint(words)
    return any(map(text.__contains__, _CHINESE_FIGURES))


def asks_who_disagrees(question: Question) -> bool:
    """Return whether a question asks who disagrees, or what about (disputes about users)."""
    text, words = question.query.text, question.query.words
    if text.isascii():
        about = words[:1] and words[0] in DISPUTE_NOUNS and words[1:2] and words[1] in _ABOUT
        return bool(about) or not (_WHO.isdisjoint(words) or _DISPUTES.isdisjoint(words))
    if text.endswith(_CHINESE_DISPUTE_NOUNS):
        return True
    return ("谁" in text or "哪些来源" in text) and any(map(text.__contains__, CHINESE_DISPUTES))


def asks_which_is_right(question: Question) -> bool:
    """Return whether a question asks which of several figures to rely on (which market size is
    right, 哪个对)."""
    text, words = question.query.text, question.query.words
    if text.isascii():
        return not (RIGHT_WORDS.isdisjoint(words) or _WHICH.isdisjoint(words))
    for which in _CHINESE_WHICH:
        _before, found, after = text.partition(which)
        if found and any(map(after.__contains__, CHINESE_RIGHT)):
            return True
    return False


def asks_whether_reliable(question: Question) -> bool:
    """Return whether a question asks if figures are reliable (is the market size figure accurate,
    市场规模数据可信吗)."""
    text, words = question.query.text, question.query.words
    has_word = not _RELIABLE.isdisjoint(words) or any(map(text.__contains__, _CHINESE_RELIABLE))
    return has_word and (names_figures(question) or _names_measure(question))


def _names_measure(question: Question) -> bool:
    """Return whether a question whether something is so names what is measured."""
    text, words = question.query.text, question.query.words
    is_whether = words[0] in _WHETHER if text.isascii() else text.endswith(_CHINESE_WHETHER)
    return is_whether and any(part.measure for part in question.parts)


def asks_what_each_says(question: Question) -> bool:
    """Return whether a question asks what each source says (market size by source,
    各机构对市场规模的说法)."""
    text, words = question.query.text, question.query.words
    if question.query.months or question.query.figure:
        return False
    if text.isascii():
        if "source" in words:
            return not _EACH.isdisjoint(words)
        is_of_each = not (_SOURCES.isdisjoint(words) or EACH_SOURCE.isdisjoint(words))
        return is_of_each and "which" not in words
    has_source = any(map(text.__contains__, _CHINESE_SOURCES))
    return has_source and any(map(text.__contains__, _CHINESE_SAYINGS))
