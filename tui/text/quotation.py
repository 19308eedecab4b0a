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
    start, end = max(0, at - around), min(len(text), at + length + around)
    before, after = text[start:at], text[at + length : end]
    before = before.rsplit("\n", 1)[-1]
    after = after.split("\n", 1)[0]
    if len(before) == at - start and start > 0:
        before = "…" + before
    if len(after) == end - at - length and end < len(text):
        after += "…"
    return Passage(_one_space(before), _one_space(text[at : at + length]), _one_space(after))


def _one_space(text: str) -> str:
    return re.sub(r"\s+", " ", text)
