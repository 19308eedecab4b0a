"""Questions how great something is that has no size of its own (影响多大, how big is the shortage):
they ask for that thing, not for the size of the market."""

from __future__ import annotations

import re

from tui.text.word_set import words_of

_NOUNS = words_of(
    "impact impacts effect effects influence shortage shortages gap gaps pressure risk risks "
    "challenge challenges difficulty difficulties potential benefit benefits threat threats"
)
_CHINESE = re.compile(
    "(影响力?|冲击|作用|缺口|短缺|压力|难度|困难|风险|挑战|潜力|贡献|帮助|威胁|意义|好处|阻力)"
    "(?:到底|究竟)?(?:有|会有|是)?(?:多大|多严重|多深)(?:呢|呀|啊)?[?？]?$"
)
_ENGLISH = re.compile(
    r"(?:how (?:big|large|great|serious|severe) (?:is|are|was|were) )(?:the |a )?"
    r"(?P<rest>.+?)[?]?",
    re.IGNORECASE,
)


def without_extent(text: str) -> str:
    """Return a text without the words that ask how great something without a size is; as it is
    where it asks for no such thing."""
    if not text.isascii():
        return _CHINESE.sub(r"\1", text)
    found = _ENGLISH.fullmatch(text.strip())
    if found and "between" not in text and not _NOUNS.isdisjoint(found["rest"].lower().split()):
        return found["rest"]
    return text
