"""Finding quoted words in an original: the W3C TextQuoteSelector, on text without HTML tags."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

_TAG = re.compile(r"<[^>]*>")


_BLOCK_END = re.compile(r"</(?:p|div|section|li|h\d|td|tr)>|<br\b", re.IGNORECASE)


def strip_tags(text: str) -> str:
    """The text with HTML tags removed and nothing else changed."""
    return _TAG.sub("", text)


def paragraph_ends(text: str) -> list[int]:
    """Where, in the text without its tags, a paragraph of the HTML ended."""
    ends, removed = [], 0
    for match in _TAG.finditer(text):
        if _BLOCK_END.match(match[0]):
            ends.append(match.start() - removed)
        removed += len(match[0])
    return ends


def find_quote(text: str, exact: str, prefix: str = "", suffix: str = "") -> list[int]:
    """Where ``exact`` begins in ``text``, with ``prefix`` before and ``suffix`` after it."""
    wanted = prefix + exact + suffix
    found, at = [], text.find(wanted)
    while at >= 0:
        found.append(at + len(prefix))
        at = text.find(wanted, at + 1)
    return found


class QuoteContext(NamedTuple):
    """Quoted words with what stands around them."""

    before: str
    exact: str
    after: str


def quote_context(
    text: str, at: int, length: int, around: int, ends: Sequence[int] = ()
) -> QuoteContext:
    """The quote that begins at ``at`` with up to ``around`` characters on each side, within its
    paragraph (line ends and ``ends`` part paragraphs); runs of white space become one space."""
    stop = at + length
    first = max((end for end in ends if end <= at), default=0)
    last = min((end for end in ends if end >= stop), default=len(text))
    before = text[max(first, at - around) : at].rsplit("\n", 1)[-1]
    after = text[stop : min(last, stop + around)].split("\n", 1)[0]
    start, end = at - len(before), stop + len(after)
    if start > first and text[start - 1] != "\n":
        before = "…" + before
    if end < last and text[end] != "\n":
        after += "…"
    return QuoteContext(_one_space(before), _one_space(text[at:stop]), _one_space(after))


def _one_space(text: str) -> str:
    return re.sub(r"\s+", " ", text)
