"""The two times that a question compares: market size 2020 vs 2022, 2023年融资额比2021年下降."""

from __future__ import annotations

import re

from tui.fast_namedtuple import TYPE_CHECKING, NamedTuple
from tui.question.period_parser import extract_one
from tui.search.several.multiple_question import asks_for_multiple, without_multiple
from tui.text.word_set import words_of

if TYPE_CHECKING:
    from tui.question.period_parser import MonthRange
    from tui.store import Store

_COMPARING = words_of(
    "vs versus compare compared comparing comparison difference differences change changes changed "
    "differ against than double doubled doubling triple tripled quadrupled halve halved twofold "
    "exceed exceeds exceeded surpass surpassed"
)
_EITHER = words_of("or")
"""Between two times: either may be meant, so both are shown."""
LINKS = (
    _COMPARING | _EITHER | words_of("with to and from between in of over the year until through")
)
_CHINESE_COMPARING = (
    *("比较", "对比", "相比", "比起来", "区别", "差别", "差异", "差多少", "变化", "相差", "相较"),
    *("超过了", "超过", "超了", "高于", "多于", "低于"),
    *("翻倍", "翻番", "翻了一番", "翻了一倍", "较", "比"),
)
"""Longer words first: each is removed from the text in turn."""
_HIGHER_EITHER = re.compile(r"[更较]?[高多大低少小快慢](?=还是|[?？]?$)")
"""After each of two times: 2021年高还是2023年高."""
_CHINESE_EITHER = ("或者", "还是", "抑或", "或")
CHINESE_LINKS = (*_CHINESE_COMPARING, *_CHINESE_EITHER, *"年和与到至、跟同的从自是在")
_DEGREES = words_of("fewer less higher lower larger bigger greater smaller")
"""Words before "than" that name no measure: how many fewer deals in 2023 than 2021."""
_BEFORE = ("从", "自", "比较", "对比")
_THAN = re.compile("比|较")
_CHANGE = re.compile(
    "(?:负增长|增长|增加|上升|上涨|提高|提升|扩大|下降|减少|下滑|降低|下跌|回落|萎缩|缩水|[涨跌降增多少高低])"
    "了?(?:多少倍?|几倍|几成|百分之[几多]少?|(?:几|多少)个?百分点|吗|没有)?$"
)
"""The words for a change at the end of a comparison: 比2021年下降了多少."""

_YEARLY_GROWTH = re.compile(
    r"(?:平均每?年?|年平均|年均|年化|年?复合年?|每年)的?(?:复合)?年?(?:增长率?|增速|[增涨降跌]幅)"
    r"|\b(?:the )?(?:(?:average|mean|compound(?:ed)?) )?(?:(?:annual|yearly|annuali[sz]ed) )?"
    r"(?:(?:average|mean|compound(?:ed)?) )?growth(?: rate)?(?: (?:per|a|each) year)?\b"
    r"|\bcagr\b"
)
"""The average growth a year, which is computed from the values of both times."""

_EXCEEDS = re.compile("超|[高多低]于|exceed|surpass")
_WHOLE = re.compile("^(?:的|全年)+|(?:的?(?:总额|水平|总量))?了?(?:吗|没有|没|么|嘛)?$")
"""The words after the second time of a question whether the first exceeds it."""
_ASKED_AGAIN = re.compile(
    r"(?:那|而|又|是|有|为|达到?)*(?:多少(?:万|亿)?[元人个家起条项例笔次位名]?|呢)"
)
"""The words with which a question asks at each of two times: 2020年多少 2022年又是多少."""


class TwoTimes(NamedTuple):
    """Two times that a question compares."""

    earlier: MonthRange
    later: MonthRange
    rest: str
    """The question without the times."""
    compares: bool
    """Whether it has a word that compares, or has the times side by side."""
    is_change: bool
    """Whether ``rest`` lacks the words for the change that the question asks for."""


def two_times(text: str, *, asks_rate: bool) -> TwoTimes | None:
    """Return the two times that a question compares; None where it does not."""
    text = _HIGHER_EITHER.sub("", text) if "还是" in text else text
    is_multiple = asks_for_multiple(text)
    if is_multiple:
        text = without_multiple(text)
    first, rest, at = extract_one(text)
    if first is None:
        return None
    second, after, end = extract_one(rest)
    if second is None or second == first or extract_one(after)[0] is not None:
        return None
    between = rest[at:end] if end >= at else rest[end:at]
    words = text.split()
    compares = not _COMPARING.isdisjoint(words) or any(each in text for each in _CHINESE_COMPARING)
    compares |= is_multiple or _is_either(between)
    ending = after[max(at, end) :]
    if not compares and _ASKED_AGAIN.fullmatch(ending.strip()):
        compares, ending = True, ""
    is_joined = compares or not _without_links(between)
    if not is_joined:
        return None
    start = after[: min(at, end)].strip()
    for word in _BEFORE:
        start = start.removesuffix(word)
    if _EXCEEDS.search(text):
        ending = _WHOLE.sub("", ending.strip())
    if ending.lstrip().startswith("均"):  # 2022年均增长, of which the year took 年
        ending = f"年{ending.lstrip()}"
    left = f"{start} {_compared(between)} {_compared(ending)}"
    dropped = LINKS | _DEGREES if "than" in words else LINKS
    left = " ".join(word for word in left.split() if word not in dropped)
    left = left.strip("是为") if is_multiple else left
    left = " ".join(_YEARLY_GROWTH.sub(" growth ", left).split())
    earlier, later = sorted((first, second))
    change = _CHANGE.search(left) if _THAN.search(text) else None
    left = left[: change.start()].strip() if change else left
    side_by_side = not between.strip(" ,，、;；") and not asks_rate
    return TwoTimes(
        earlier, later, left, compares or side_by_side, bool(change) or (is_multiple and not left)
    )


def asks_yearly_growth(text: str) -> bool:
    """Return whether a question asks for the average growth a year."""
    return _YEARLY_GROWTH.search(text) is not None


def main_statistic(store: Store) -> str:
    """Return the Chinese name of the most important statistic, which a question means that names no
    measure; empty for a briefing without statistics."""
    sql = "SELECT title_zh FROM records WHERE kind = 'statistic' ORDER BY position LIMIT 1"
    return "".join(title for (title,) in store.query(sql))


def _is_either(between: str) -> bool:
    """Return whether the words between two times leave open which of them is meant."""
    return not _EITHER.isdisjoint(between.split()) or between.strip("年 ,，").startswith(
        _CHINESE_EITHER
    )


def _without_links(text: str) -> str:
    for word in CHINESE_LINKS:
        text = text.replace(word, " ")
    return " ".join(word for word in text.split() if word not in LINKS and word.isalnum())


def _compared(text: str) -> str:
    """Return a text without the words that compare or join."""
    if not _without_links(text):
        return ""
    for word in _CHINESE_COMPARING:
        text = text.replace(word, " ")
    return text
