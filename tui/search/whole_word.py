"""Whole Chinese words for remarks: a text has no spaces between words, so what is left of it
between known terms may be a piece of a word, or a word and a particle."""

from __future__ import annotations

from tui.fast_namedtuple import TYPE_CHECKING
from tui.question.index_lookup import phrase_positions
from tui.text.fold import is_chinese

if TYPE_CHECKING:
    from tui.store import Store

_PARTICLES = "有对在从把被让给跟与及将于就才都也还又再很太更没这那哪每几两啥呢吗吧的了着是到不"
_NEVER_FIRST = f"{_PARTICLES}由向最来为用所某先"
_NEVER_LAST = f"{_PARTICLES}发写接靠多过做说讲占用和"
"""Characters with which hardly any word begins, or ends: particles, pronouns, verbs."""
_NEVER_WITHIN = frozenset("的了吗呢是不没还最有把被啥")
_UNITS = "十百千万亿元年月日号"
"""Characters after a number, of which they are a part (亿比 of 1630亿比)."""
_LIGHT_CHARACTERS = frozenset(
    "的了着过吗呢啊吧呀么是有在里上下中内到出来去进起能会可要得把被给让从向往对与和跟及以之其此"
    "这那哪什怎几多少一两个条些次点位家所件块份年都还也又再才就很太真越更做说写讲提拿找卖买用投连每各等"
    "亿万元掉成看难投升走跑"
)
"""Characters of verbs, particles and measure words, which alone name no subject (里说, 能到)."""
_AFTER_VERB = "着了过到"
_LOOKED_AT = 8
_LEAST, _LEAST_COMPANY = 2, 3
LEGAL_ENDS = ("集团", "科技", "控股", "股份", "药业", "制药", "大药房")
_COMPANY_ENDS = (
    *LEGAL_ENDS,
    *("医疗", "健康", "医药", "药房", "生物", "银行", "资本", "到家", "快药", "买药", "药网"),
)
"""With which the names of Chinese companies end."""


_ASKING = ("怎", "咋", "如何", "为什么", "为何", "什么", "哪")
_NO_SUBJECT = frozenset(("回事", "一回事", "算出来"))


def whole_word(store: Store, text: str, word: str) -> str:
    """Return a word as a remark on the query ``text`` may name it: as it is where it stands alone
    or is in the documents, else without particles around it if the documents have the rest; empty
    for what is no whole word (有啥, 市场有多大)."""
    if word.isascii() or word in text.split():
        return word
    before = text.partition(word)[0][-1:]
    if before.isdigit() and (unit := word.lstrip(_UNITS)) != word:
        return whole_word(store, text, unit) if len(unit) >= _LEAST else ""
    if len(word) < _LEAST or any(word + char in text for char in _AFTER_VERB):
        return ""
    rest = word.lstrip(_NEVER_FIRST).rstrip(_NEVER_LAST)
    if rest != word:
        is_chinese_word = len(word) > _LEAST and is_chinese(word[0])
        if is_chinese_word and is_known(store, word):
            return word
        if len(rest) < _LEAST or not (is_known(store, rest) or is_like_company(rest)):
            return ""
    is_torn = is_chinese(rest[0]) and not _NEVER_WITHIN.isdisjoint(rest)
    return "" if is_torn and not is_known(store, rest) else rest


def without_light_characters(word: str) -> str:
    """Return the characters of a Chinese word that may name a subject; empty for none (能到), and
    for a word that only asks (怎么来的, 回事 of 怎么回事)."""
    if word.startswith(_ASKING) or word in _NO_SUBJECT:
        return ""
    return "".join(char for char in word if char not in _LIGHT_CHARACTERS)


def is_like_company(text: str) -> bool:
    """Return whether a Chinese text ends like the name of a company."""
    return len(text) >= _LEAST_COMPANY and text.endswith(_COMPANY_ENDS)


def is_known(store: Store, word: str) -> bool:
    """Return whether the documents have a word, in one piece."""
    records = store.indexed_records(phrase_positions(store, word, _LOOKED_AT))
    return any(word in f"{it.titles}\n{it.names}\n{it.body}" for it in records)
