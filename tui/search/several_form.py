"""The words of questions that several records may answer: whether a question may be of one kind or
another. These tests are cheap; the module of a kind then reads the question."""

from __future__ import annotations

from tui.fast_namedtuple import TYPE_CHECKING
from tui.search.value_words import (
    CHINESE_STATUSES,
    FORCES,
    STATEMENT_TYPES,
    STATUSES,
)
from tui.text.central_bodies import ABBREVIATIONS, CENTRAL_BODIES
from tui.text.word_set import words_of

if TYPE_CHECKING:
    from tui.question.reader import Question
    from tui.search.ranking import Ranked
    from tui.search.verdict import Verdict

COMPANY_WORDS = words_of(
    "companies firms vendors providers platforms players startups start-ups businesses suppliers"
)
_CHINESE_COMPANIES = words_of("公司 企业 厂商 平台 谁 哪家 哪几家 机构 部门 部委 哪些是 有哪些")
_RANKINGS = words_of("rank ranked ranking rankings league 排名 排行 榜 名次")
_COMPANY_GROUPS = _RANKINGS | words_of("who each every which by per leading giants leaders three")
_ONE_COMPANY = COMPANY_WORDS | {"company", "firm", "platform"}
_CHINESE_COMPANY_GROUPS = words_of(
    "谁 家 各 每个 哪个 哪些 头 的公司 的企业 的平台 排名 排行 榜 名次"
)
_LEADERS = words_of(
    "giant giants leader leaders leading largest biggest dominates dominate big top three"
)
_CHINESE_LEADERS = ("巨头", "龙头", "BAT", "bat", "老大", "第一", "最大", "头部", "领头", "三大")
_EVENT_WORDS = words_of(
    "money funding financing capital investments investment funds cash round rounds deals invested "
    "raised backed investors happened changed events developments milestones launched launches"
)
_CHINESE_PARTIES = ("哪", "谁", "主要", "名单", "列表", "清单", "一览", "明细", "汇总", "的公司")
_CHINESE_EVENTS = ("上线", "推出", "事", "发生", "变化", "动态", "进展")
SUPERLATIVE_WORDS = words_of(
    "largest biggest smallest latest newest youngest recent last earliest oldest first"
)
_TIME_WORDS = ("when ", "year ", "month ", "什么时候", "啥时候", "何时", "几时", "哪")
_DATA_WORDS = words_of(
    "data figure figures number numbers statistics sources briefing news new what's happened "
    "missing years series"
)
_CHINESE_DATA_WORDS, _MOST_ON_DATA = words_of("数据 数字 简报 资料 来源 缺 消息 新闻 动态 进展"), 7
_MEANING_WORDS = words_of(
    "mean means meaning meant definition declarative force forces stands difference differences "
    "differ vs versus"
)
_CHINESE_MEANINGS = (
    *("意思", "含义", "何意", "怎么理解", "区别", "差别", "不同", "差异", "不一样", "哪个强"),
    *("哪个更强", "区别是什么", "区别在哪", "区别在哪里", "不同吗"),
)
_PAYMENT_WORDS = words_of(
    "pay pays paying paid reimburse reimburses reimbursed reimbursing reimbursement cover covers "
    "covered covering coverage insurance insured"
)
_OF_PAYMENT, _LONGEST = frozenset(("date", "what")), 60
"""Kinds of question on payment, and its characters."""
ISSUERS = words_of("ministries agencies departments bodies authorities regulators issuers issuing")
NEGATIONS = words_of(
    "not no without excluding except unlisted non-listed non don't doesn't haven't aren't"
)
_LISTING_WORDS = words_of("ticker tickers stock listed listing listings ipo ipos 代码 上市 挂牌")
_VALUE_WORDS = (*FORCES, *STATEMENT_TYPES, *_LISTING_WORDS, *ISSUERS, "who", "provinces")
_ENGLISH_WORDS = COMPANY_WORDS | STATUSES | {it.split()[0] for it in _VALUE_WORDS if it.isascii()}
_CHINESE_WORDS = (
    *_CHINESE_COMPANIES,
    *CHINESE_STATUSES,
    "省",
    *(word for word in _VALUE_WORDS if not word.isascii()),
)


def may_exclude(question: Question) -> bool:
    """Return whether a question may be for the companies or policies that lack something."""
    query = question.query
    if query.text.isascii():
        return not NEGATIONS.isdisjoint(query.text.split()) or "other than" in query.text
    return "有没" not in query.text and any(map(query.text.__contains__, "没未不无非除"))


def may_ask_of_payment(question: Question) -> bool:
    """Return whether a question may ask if, or since when, insurance pays for something."""
    query = question.query
    if not question.asks <= _OF_PAYMENT or question.qualifiers or len(query.text) > _LONGEST:
        return False
    if len(question.parts) < 2 and "date" not in question.asks:
        return False  # no region beside the payment
    if query.text.isascii():
        return not _PAYMENT_WORDS.isdisjoint(query.words)
    return "报" in query.text or "医保" in query.text or "支付" in query.text


def may_name_central_body(question: Question) -> bool:
    """Return whether a question has a word for a body of the central government."""
    query = question.query
    if query.text.isascii():
        return "ministry" in query.words or not ABBREVIATIONS.isdisjoint(query.words)
    return any(map(query.text.__contains__, CENTRAL_BODIES))


def may_ask_for_meaning(question: Question) -> bool:
    """Return whether a question has a word for a meaning, or for the force of policies."""
    query = question.query
    if query.text.isascii():
        return not _MEANING_WORDS.isdisjoint(query.words)
    return query.text.endswith(_CHINESE_MEANINGS)


def may_ask_for_date(question: Question) -> bool:
    """Return whether a question has a word for the data, and may be one for their date."""
    query = question.query
    if query.text.isascii():
        return len(query.words) <= _MOST_ON_DATA and not _DATA_WORDS.isdisjoint(query.words)
    return any(map(query.text.__contains__, _CHINESE_DATA_WORDS))


def may_ask_for_event(question: Question) -> bool:
    """Return whether a question has a superlative: the largest or the latest of several."""
    query = question.query
    if query.text.isascii():
        return not SUPERLATIVE_WORDS.isdisjoint(query.words)
    return "最" in query.text or "第一" in query.text or "首" in query.text


def may_ask_for_first_figure(question: Question) -> bool:
    """Return whether a question has a word for a time and a value, or for the earliest."""
    text = question.query.text
    if "最早" in text or "最先" in text or "earliest" in text or "oldest" in text:
        return True
    has_value = "亿" in text or "万" in text or any(map(str.isdigit, text))
    return has_value and any(map(text.__contains__, _TIME_WORDS))


def may_ask_for_events(question: Question) -> bool:
    """Return whether a question has a word for events, or for a deal and those who took part."""
    text = question.query.text
    if text.isascii():
        return not _EVENT_WORDS.isdisjoint(question.query.words)
    words = _CHINESE_PARTIES if "投" in text or "融" in text else _CHINESE_EVENTS
    return any(map(text.__contains__, words))


def may_ask_of_companies(question: Question) -> bool:
    """Return whether a question has a word for several companies and a measure."""
    query = question.query
    has_term = question.qualifiers or any(it.measure or it.concepts for it in question.parts)
    if not (has_term or "最" in query.text or any(map(query.text.__contains__, _RANKINGS))):
        return False
    if query.text.isascii():
        is_one = question.qualifiers and not _ONE_COMPANY.isdisjoint(query.words)
        if "that" in query.words or query.words[-1] in COMPANY_WORDS:
            return not COMPANY_WORDS.isdisjoint(query.words)
        return bool(is_one) or not _COMPANY_GROUPS.isdisjoint(query.words)
    return any(map(query.text.__contains__, _CHINESE_COMPANY_GROUPS))


def may_ask_by_value(question: Question) -> bool:
    """Return whether a question may have a word for a force, a type of statement or a company."""
    text, words = question.query.text, question.query.words
    if not _ENGLISH_WORDS.isdisjoint(words) or words[-2:] == ("are", "there"):
        return True
    return not text.isascii() and any(map(text.__contains__, _CHINESE_WORDS))


def asks_who_leads(question: Question, item: Ranked, verdict: Verdict) -> bool:
    """Return whether a question is answered by a statement and asks which companies lead, or for a
    group of leaders."""
    if item.described.record.kind != "statement" or verdict.missing:
        return False
    query = question.query
    if query.text.isascii():
        return not _LEADERS.isdisjoint(query.words) or "number one" in query.text
    return any(map(query.text.__contains__, _CHINESE_LEADERS))
