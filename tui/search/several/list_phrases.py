"""How a question asks for a list: words for documents, its form, and what it has beside these."""

from __future__ import annotations

from tui.fast_namedtuple import TYPE_CHECKING
from tui.question.reader import read_edited_question
from tui.search.briefing_subject import is_about_briefing
from tui.search.date_order import OLDEST
from tui.search.value_words import FORCES
from tui.text.word_set import words_of

if TYPE_CHECKING:
    from collections.abc import Collection

    from tui.question.reader import Part, Question
    from tui.store import Store

_LISTING = words_of(
    "what which list are is the a of by to all any main key major biggest only do does policies "
    "policy something anything things everything there"
)
_CHINESE_LISTING = (
    *("有哪些", "是哪些", "哪些", "有什么", "是什么", "什么", "哪几", "主要", "面临", "存在", "的"),
    *("因素", "只是", "仅", "只", "是", "有", "都", "类", "性", "列表", "目前"),
)
DOCUMENTS = words_of(
    "policies policy provision provisions rule rules regulation regulations law laws document "
    "documents"
)
CHINESE_DOCUMENTS = ("政策文件", "政策", "条款", "规定", "文件", "条文", "措施")
_CHINESE_OPENINGS = ("哪些", "什么", "哪几")
_CHINESE_HEADS = ("的政策", "类政策", "性政策", "政策有", "的条款", "的规定", "的文件")
_MOST_PARTS = 2
_PRIVATE_USE = 0xE000
"""The first character of those without a meaning."""


def rest_of(
    store: Store,
    question: Question,
    word: str,
    nouns: Collection[str],
    chinese_nouns: tuple[str, ...],
    most: int = _MOST_PARTS,
) -> list[Part] | None:
    """Return the parts of a question beside the word for the value, those that ask for a list and
    what the whole briefing is about; None where there are more than ``most``."""
    forces = FORCES if word in FORCES else ()
    dropped = {*_LISTING, *nouns, *word.split(), "or", "and", *forces}
    for part in question.parts:
        if part.concepts and " by " in part.text:  # one term: covered by insurance
            dropped.discard("by")
    text, dropped_chinese = question.query.plain, (word, *chinese_nouns, *_CHINESE_LISTING)
    names = [
        part.text
        for part in question.parts
        if part.names and any(len(each) == 1 and each in part.text for each in dropped_chinese)
    ]
    for number, name in enumerate(names):  # 健康中国 has 中
        text = text.replace(name, chr(_PRIVATE_USE + number))
    for each in dropped_chinese:
        if not each.isascii():
            text = text.replace(each, " ")
    for number, name in enumerate(names):
        text = text.replace(chr(_PRIVATE_USE + number), name)
    words = text.split()
    if (at := words.index(word) if word in words else 0) and words[at - 1] in OLDEST:
        del words[at - 1]  # the order of the list: first allowed
    text = " ".join(each for each in words if each not in dropped)
    rest = read_edited_question(store, text)
    if not text or rest.only_asks:
        return []
    parts = [part for part in rest.parts if not is_about_briefing(store, part)]
    return parts if len(parts) <= most else None


def names_document(question: Question) -> bool:
    """Return whether a question has a word for policies or their provisions."""
    query = question.query
    if not DOCUMENTS.isdisjoint(query.words):
        return True
    return any(word in query.text for word in CHINESE_DOCUMENTS)


def has_document_head(question: Question) -> bool:
    """Return whether documents are what a phrase without a question word is about."""
    query = question.query
    return any(word in query.words for word in ("policies", "provisions", "rules")) or any(
        head in query.text for head in _CHINESE_HEADS
    )


def opens_list(question: Question) -> bool:
    """Return whether a question begins as one for a list."""
    query = question.query
    if query.words[:1] and query.words[0] in ("what", "which", "list"):
        return True
    if "anything" in query.words[:2]:
        return True
    return any(word in query.text for word in _CHINESE_OPENINGS)
