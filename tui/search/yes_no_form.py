"""Whether a question may have a form that a module of its own reads: if something is so (is online
care covered, 能用医保吗), when it grew fastest, several measures at once, words of
a text."""

from __future__ import annotations

from tui.fast_namedtuple import TYPE_CHECKING
from tui.question.index_lookup import COMMON, phrase_positions, positions_of_token
from tui.search.fact_choice import WITHIN
from tui.search.several_answers import SAME_WORDS
from tui.search.several_form import COMPANY_WORDS
from tui.search.verdict import ASK_NUMBER
from tui.text.word_set import words_of

if TYPE_CHECKING:
    from tui.question.reader import Question
    from tui.search.known_matches import KnownMatch
    from tui.search.ranking import Ranked
    from tui.search.record_features import DescribedRecord
    from tui.store import Store

_VERBS = words_of(
    "is are was were can could may do does did will would has have should must isnt arent cant"
)
_WHETHER = (
    "能不能",
    "可不可以",
    "是否",
    "能否",
    "可否",
    "是不是",
    "会不会",
    "有没有",
    "可以用",
    "能用",
)
_NOT_WHETHER = ASK_NUMBER | {"rate", "share", "reason", "person", "list", "meaning"}
"""Kinds of question that no yes or no answers."""
_KINDS = frozenset(("origin", "date", "reason", "meaning"))
_MAY = words_of("can may could allowed permitted")
_SIGNS = frozenset(",;&/+")
_ENGLISH_JOINING = (" or ", " and ", " vs", " versus ", " than ", ", ")
_CHINESE_GROWTH = ("增长", "增速", "增幅", "涨")
_CHINESE_OR = frozenset("和与跟同及还或比、，,")
_JOINING = frozenset("和与及、，； ") | _SIGNS
_AMOUNT_STARTS = frozenset("0123456789一二两三四五六七八九十")
_AMOUNT_WORDS = ("万", "亿", "illion", "bn", " and ", "和", "vs", "、", "与", "mn")
_ASKS_WHO = ("which ", "what s", "what d", "who s", "who g", "who r", "who p", "谁", "哪")
_LONGEST_AMOUNTS = 60
_WITH_PHRASE = 12
"""Records from which on a phrase is a common one."""
_LEAST_DIGITS = 3
"""Digits of a number that is looked up beside nothing else."""
_EXCHANGES, _LEAST_CODE = frozenset(("hk", "sh", "sz", "ss")), 4
"""Ends of tickers, and the fewest digits before one."""
_MULTIPLES = ("doubl", "tripl", "quadrupl", "halv", "fold")
_COMPANIES = COMPANY_WORDS | words_of("company firm platform")
_CHINESE_COMPANIES = ("公司", "企业", "平台", "家", "谁")
RELATING = (
    *(
        " per ",
        " for each ",
        "占",
        "每",
        "之比",
        "比例",
        "比值",
        "单个",
        "单用户",
        "ratio ",
        " ratio",
    ),
    *(
        " as a ",
        "哪个",
        " vs",
        "versus",
        " or ",
        "还是",
        "倍",
        "差",
        "大多少",
        "小多少",
        " than ",
        "ompar",
    ),
)
"""In a question that may set two measures against each other."""
_OF_SUBJECT = frozenset(("what", "meaning", "activity", "person"))
"""Kinds of question that ask about a subject."""
_PRONOUNS = words_of("it they them he she him her this that these those its their")
_CHINESE_PRONOUNS = ("它", "他", "她", "这", "那")
_CHINESE_MAY = ("可以", "能用", "能报", "允许")


def asks_whether(question: Question) -> bool:
    """Return whether a question asks if something is so, or since when it may be."""
    query, asks = question.query, question.asks
    if not asks.isdisjoint(_NOT_WHETHER):
        return False
    text, words = query.text, query.words
    if text.isascii():
        may_since_when = "date" in asks and not _MAY.isdisjoint(words)
        return may_since_when or not _VERBS.isdisjoint(words[:1])
    is_closed = text.endswith(("吗", "么", "不")) and not text.endswith(("什么", "怎么"))
    if is_closed or any(map(text.__contains__, _WHETHER)):
        return True
    return "date" in asks and any(map(text.__contains__, _CHINESE_MAY))


def may_ask_of_growth(question: Question) -> bool:
    """Return whether a question may ask when something or which company grew fastest, whether it
    still does, or doubled."""
    if "rate" in question.asks and names_companies(question):
        return True
    text = question.query.text
    if text.isascii():
        if " still " in text or " keep" in text or " continu" in text:
            return True
        return "rate" in question.asks and any(map(text.__contains__, _MULTIPLES))
    if "翻" in text or "倍" in text:
        return "rate" in question.asks
    if "最" in text:
        return "年" in text and "rate" in question.asks
    return ("还" in text or "仍" in text or "在" in text) and text.rstrip("?？").endswith(
        ("吗", "么", "没有", "不")
    )


def names_companies(question: Question) -> bool:
    """Return whether a question has a word for companies, none by its name."""
    query = question.query
    if query.text.isascii():
        return not _COMPANIES.isdisjoint(query.words)
    return any(map(query.text.__contains__, _CHINESE_COMPANIES))


def may_ask_for_measures(question: Question, text: str) -> bool:
    """Return whether a question may be one for several measures: it names two years, or one of its
    terms is a measure or a name, and a word or sign joins it with another one."""
    if names_times(text):
        return True
    if len(question.parts) < 2 or not any(part.measure or part.names for part in question.parts):
        return False
    if text.isascii():
        return "and" in question.query.words or not _SIGNS.isdisjoint(text)
    return not _JOINING.isdisjoint(text)


def names_times(text: str) -> bool:
    """Return whether a question may name two years."""
    return text.count("20") + text.count("19") - text.count("2020") > 1


def may_be_figures(text: str) -> bool:
    """Return whether a text may be nothing but figures, or ask who says one."""
    if text[:6].lower().startswith(_ASKS_WHO):
        return any(map(str.isdigit, text)) and any(map(text.__contains__, _AMOUNT_WORDS))
    start = text[:8].lower().removeprefix("cny").removeprefix("rmb").lstrip(" ¥")[:1]
    if start not in _AMOUNT_STARTS or not start or len(text) > _LONGEST_AMOUNTS:
        return False
    return any(map(text.__contains__, _AMOUNT_WORDS))


def may_compare_growth(text: str) -> bool:
    """Return whether a text may ask which of several measures grew faster."""
    if text.isascii():
        text = text.lower()
        return ("gr" in text or "faster" in text) and any(map(text.__contains__, _ENGLISH_JOINING))
    return any(map(text.__contains__, _CHINESE_GROWTH)) and not _CHINESE_OR.isdisjoint(text)


def may_be_phrase(store: Store, question: Question, known: dict[int, KnownMatch]) -> bool:
    """Return whether a question may be words of a text: it is long enough, and a record may have
    all its words. The candidates are looked up with the same words, and a misspelt name, which no
    text has, needs no lookup as a phrase (15 to 45 of about 1,100 µs)."""
    query = question.query
    is_ascii = query.text.isascii()
    length, least = (len(query.words), 4) if is_ascii else (len(query.text), 5)
    is_divided = not is_ascii and " " in query.text
    if length < (3 * least if is_divided or query.figure or question.asks else least):
        return False
    is_known = any(match.similarity >= SAME_WORDS for match in known.values())
    if (is_known and len(question.parts) > 1) or (is_ascii and question.corrected):
        return False
    having: set[int] | None = None
    for part in question.parts:
        for bigram in () if part.concepts else part.bigrams:
            if bigram in query.text:
                positions = positions_of_token(store, bigram)
                if len(positions) <= COMMON:  # else the list is incomplete
                    having = having.intersection(positions) if having else set(positions)
                    if not having:
                        return False
    return True


def names_year(question: Question) -> bool:
    """Return whether a question has a period, if only as a part of a name."""
    return bool(question.query.months) or "20" in question.query.text


def may_ask_for_kind(question: Question, described: DescribedRecord) -> bool:
    """Return whether a question is of a kind by which ``question_kind`` judges an exact answer, or
    for the figure of a period."""
    asks_kind = not question.asks.isdisjoint(_KINDS) or "where" in question.fillers
    return asks_kind or described.chosen.period == WITHIN


def names_nothing(question: Question) -> bool:
    """Return whether a question names no subject: it has only a pronoun (what do they do,
    它是什么), or nothing follows its opening words (tell me about)."""
    if not question.only_asks or question.query.months or not question.asks <= _OF_SUBJECT:
        return False
    text, words = question.query.text, question.query.words
    if text.isascii():
        is_open = not _PRONOUNS.isdisjoint(words)
    else:
        is_open = text.startswith(_CHINESE_PRONOUNS)
    return is_open or "activity" in question.asks


def is_lone_number(question: Question) -> bool:
    """Return whether a query is one number or percentage and nothing else (98.2%, 5203)."""
    query = question.query
    return query.power in ("", "%") and query.text.rstrip("%").replace(".", "", 1).isdigit()


def is_noise(question: Question) -> bool:
    """Return whether a query has no word to look up, only digits that are no figure (1=1), or has
    the ticker of a company that the documents do not have (9999.HK)."""
    query, parts = question.query, question.parts
    if len(parts) > 1 and parts[1].text in _EXCHANGES:
        code = parts[0]
        if code.text.isdigit() and len(code.text) >= _LEAST_CODE and not code.names:
            return True
    if question.asks or query.months or (query.figure and len(query.words) == 1):
        return False
    return all(
        not any(map(str.isalnum, part.text))  # of "%" alone
        or (part.text.isdigit() and len(part.text) < _LEAST_DIGITS)
        for part in parts
    )


def record_with_whole_query(
    store: Store, question: Question, known: dict[int, KnownMatch]
) -> Ranked | None:
    """Return the record whose text has the whole query word for word, if few have it."""
    if not may_be_phrase(store, question, known):
        return None
    positions = phrase_positions(store, question.query.text, _WITH_PHRASE)
    if not positions or len(positions) == _WITH_PHRASE:
        return None
    from tui.search.verbatim_phrase import record_with_phrase

    return record_with_phrase(store, question, known, positions)


def record_with_title(question: Question, ranked: list[Ranked]) -> Ranked | None:
    """Return the best of the ranked records that has the whole query as its title, if any has."""
    if not (question.parts and question.parts[0].names):
        return None
    text = question.query.text
    return next((it for it in ranked if text in it.described.record.titles.split("\n")), None)
