"""Search for quoted words in an original: W3C TextQuoteSelector, on text without HTML tags."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

_TAG = re.compile(r"<[^>]*>")
_LINE_BREAK = re.compile("\\n")
_BLOCK_END = re.compile(r"</(?:p|div|section|li|h\d|td|tr)>|<br\b", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[。！？\n]|[.!?](?=\s)")
_SHORTEST_PASSAGE = 6
"""Letters or characters of a sentence that can be recognized as the same passage."""


class QuoteContext(NamedTuple):
    """Quoted words, with the text before and after them."""

    before: str
    exact: str
    after: str


def strip_tags(text: str) -> str:
    """Remove HTML tags and change nothing else."""
    return _TAG.sub("", text)


def line_starts(text: str) -> list[int]:
    """Return the positions, in the text without its tags, at which its lines begin. A line break
    within a tag begins a line too."""
    starts, removed, at = [0], 0, 0
    for match in _TAG.finditer(text):
        starts += [begin.end() - removed for begin in _LINE_BREAK.finditer(text, at, match.start())]
        starts += [match.start() - removed] * match[0].count("\n")
        removed += len(match[0])
        at = match.end()
    return starts + [begin.end() - removed for begin in _LINE_BREAK.finditer(text, at)]


def paragraph_ends(text: str) -> list[int]:
    """Return the positions, in the text without its tags, at which a paragraph of the HTML ends."""
    ends, removed = [], 0
    for match in _TAG.finditer(text):
        if _BLOCK_END.match(match[0]):
            ends.append(match.start() - removed)
        removed += len(match[0])
    return ends


def find_quote(text: str, exact: str, prefix: str = "", suffix: str = "") -> list[int]:
    """Return the positions at which ``exact`` begins, between ``prefix`` and ``suffix``."""
    wanted = prefix + exact + suffix
    positions, at = [], text.find(wanted)
    while at >= 0:
        positions.append(at + len(prefix))
        at = text.find(wanted, at + 1)
    return positions


def distinct_passages(text: str, positions: Sequence[int], length: int) -> int:
    """Return in how many different sentences the quotes at ``positions`` stand.

    A document that prints a paragraph twice has one passage, whichever printing is quoted. A
    sentence without words, such as the cell of a table, is a passage of its own at each position.
    """
    sentences = [_sentence(text, at, at + length) for at in positions]
    worded = {sentence for sentence in sentences if _has_words(sentence)}
    return len(worded) + sum(not _has_words(sentence) for sentence in sentences)


def _sentence(text: str, start: int, end: int) -> str:
    begin = max((match.end() for match in _SENTENCE_END.finditer(text, 0, start)), default=0)
    stop = _SENTENCE_END.search(text, max(end - 1, start))
    return "".join(text[begin : stop.start() if stop else len(text)].split())


def _has_words(sentence: str) -> bool:
    return sum(char.isalpha() for char in sentence) >= _SHORTEST_PASSAGE


def quote_context(
    text: str, at: int, length: int, around: int, ends: Sequence[int] = ()
) -> QuoteContext:
    """Return a quote with the text around it, each run of white space as one space.

    Args:
        text: the original without tags.
        at: the position at which the quote begins.
        length: the length of the quote.
        around: the most characters on each side; the context stays within the paragraph.
        ends: the positions of ``paragraph_ends``; line ends separate paragraphs as well.
    """
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
