"""Finding quoted words in an original: the W3C TextQuoteSelector, on text without HTML tags."""

from __future__ import annotations

import re
from typing import NamedTuple

_TAG = re.compile(r"<[^>]*>")


def without_tags(text: str) -> str:
    """The text with HTML tags removed and nothing else changed."""
    return _TAG.sub("", text)


def occurrences(text: str, exact: str, prefix: str = "", suffix: str = "") -> list[int]:
    """Where ``exact`` begins in ``text``, with ``prefix`` before and ``suffix`` after it."""
    wanted = prefix + exact + suffix
    found, at = [], text.find(wanted)
    while at >= 0:
        found.append(at + len(prefix))
        at = text.find(wanted, at + 1)
    return found


class Passage(NamedTuple):
    """Quoted words with what stands around them."""

    before: str
    exact: str
    after: str


def passage(text: str, at: int, length: int, around: int) -> Passage:
    """The quote that begins at ``at`` with up to ``around`` characters on each side, within its
    paragraph; runs of white space become one space."""
    before = text[max(0, at - around) : at].rsplit("\n", 1)[-1]
    after = text[at + length : at + length + around].split("\n", 1)[0]
    start, end = at - len(before), at + length + len(after)
    if start > 0 and text[start - 1] != "\n":
        before = "…" + before
    if end < len(text) and text[end] != "\n":
        after += "…"
    return Passage(_one_space(before), _one_space(text[at : at + length]), _one_space(after))


def _one_space(text: str) -> str:
    return re.sub(r"\s+", " ", text)
