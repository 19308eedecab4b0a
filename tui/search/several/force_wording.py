"""Questions that name a force as wording: policies worded as encouraged, 用了“鼓励”的政策."""

from __future__ import annotations

import re

from tui.fast_namedtuple import TYPE_CHECKING
from tui.question.query_parser import split_words
from tui.question.reader import read_question
from tui.search.value_words import FORCES

if TYPE_CHECKING:
    from tui.question.reader import Question
    from tui.store import Store


def _one_of(is_english: bool) -> str:
    """Return a pattern for a word of a force."""
    words = sorted((it for it in FORCES if it.isascii() == is_english), key=len, reverse=True)
    return rf"(?:{'|'.join(words)})" + ("" if is_english else "[性类型式]?")


def _any_of(is_english: bool) -> str:
    joint = r"(?:,? and |,? or |, )" if is_english else "[或和及与、]"
    one = _one_of(is_english)
    return rf"\W*(?P<forces>{one}(?:\W*{joint}\W*{one})*)\W*"


_NOUN = "(?:措辞|用词|用语|表述|语气|口吻|字眼|字样|动词|一词|这个词|二字|两字|两个字)"
_ENGLISH_NOUN = "(?:wordings?|language|phrasing|words?|verbs?|terms?|tone)"
_CHINESE = tuple(
    re.compile(pattern.replace("FORCE", _any_of(False)).replace("NOUN", _NOUN))
    for pattern in (
        "(?:使用|采用|运用|用|带有|带|含有|包含|含|出现|写)?[了过着]?FORCE的?NOUN的?",
        "NOUN(?:上|都|均|里)?(?:标注为|标为|归为|属于|用的是|用了|写着|为|是|属|用)?FORCE的?",
        "(?<![应作利])(?:使用|采用|运用|用|写|出现)(?:[了过着]|的是)FORCE的?",
        "(?:(?<=政策)|(?<=文件)|(?<=条款))(?:使用|采用|用)FORCE的?$",
        "(?:标注为|标记为|标为|归为|归类为|属于)FORCE的?",
    )
)
_ENGLISH = tuple(
    re.compile(pattern.replace("FORCE", _any_of(True)).replace("NOUN", _ENGLISH_NOUN))
    for pattern in (
        r"\b(?:whose|where the) (?:NOUN|force) (?:is|are) FORCE\b",
        r"\b(?:(?:that |which )?(?:are )?(?:worded|phrased|marked|labell?ed|classified|classed) "
        r"(?:as )?FORCE(?: NOUN)?)\b",
        r"\b(?:(?:that |which )?(?:use|uses|used|using|contain|contains|containing|with|in|has"
        r"|have|having) )?(?:an? |the )?(?:wording|language|phrasing|words?|verbs?|terms?)"
        r"(?: (?:of|is|are|as|that is|which is|that))? FORCE\b",
        r"\b(?:(?:that |which )?(?:use|uses|used|using|contain|contains|containing|with|in|has"
        r"|have|having) )?(?:an? |the )?FORCE "
        r"(?:wording|language|phrasing|words|verbs|terms|tone)\b",
    )
)
_CHINESE_ALTERNATIVES = re.compile(
    f"(?:到底|究竟)?(?:是|属于|用)?{_one_of(False)}(?:还是|或者是?|或是){_one_of(False)}(?:的)?"
)
_ENGLISH_ALTERNATIVES = re.compile(rf"\b{_one_of(True)} or {_one_of(True)}\b")
_OTHER_QUESTION = re.compile(
    "还是|吗|是否|是不是|有没有|为什么|为何|区别|差别|含义|什么意思|定义"
    r"|^(?:is|are|was|were|do|does|did|why|how(?! many)|when|who|can|should)\b"
    r"|\bmeans?\b|\bdifferen"
)
_COUNT = {"count", "amount", "uncounted"}
"""What the number of policies in the list answers."""
_DOCUMENTS = re.compile("政策|文件|条款|规定|条文|措施|通知|意见|方案|规划|计划")


def without_wording(store: Store, question: Question) -> Question | None:
    """Return the question for the policies with the forces that a question names as their wording,
    in words without that wording; None for any other question."""
    reduced = _read(store, question.query.text)
    return reduced and reduced._replace(asks=reduced.asks - _COUNT)


def _read(store: Store, text: str) -> Question | None:
    if _OTHER_QUESTION.search(text):
        return None
    if text.isascii():
        found = next((it for each in _ENGLISH if (it := each.search(text))), None)
        if found is None:
            return None
        rest = f"{text[: found.start()]} {text[found.end() :]}".removeprefix("how many ").strip()
        return read_question(store, f"which policies {rest} {found['forces']}")
    found = next((it for each in _CHINESE if (it := each.search(text))), None)
    if found is None or not (re.search(_NOUN, found[0]) or _DOCUMENTS.search(text)):
        return None
    rest = text[: found.start()] + text[found.end() :]
    noun = "" if "政策" in rest else "政策"
    return read_question(store, f"哪些{rest.removeprefix('哪些')}{noun}{found['forces']}")


def without_alternatives(question: Question) -> Question:
    """Return a question whether wording is of one force or another without these forces."""
    query = question.query
    pattern = _ENGLISH_ALTERNATIVES if query.text.isascii() else _CHINESE_ALTERNATIVES
    text, plain = (pattern.sub("", it).strip() for it in (query.text, query.plain))
    if text == query.text:
        return question
    return question._replace(query=query._replace(text=text, plain=plain, words=split_words(plain)))
