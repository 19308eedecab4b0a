"""How well a record fits the words of a query, from 0 to 1, and by what."""

from __future__ import annotations

from operator import itemgetter

from tui.search.query import Query
from tui.store import Searched
from tui.text.fold import WHOLE_NAME
from tui.tuples import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Literal, TypeAlias

Reason: TypeAlias = """Literal[
    "title", "name", "number", "sound", "words", "body", "parts", "homophone", "similar", "period"
]"""
"""What a hit rests on: the whole title or a name; a figure; its sound; each word somewhere; the
text of its page; most pieces of the query; a wrong character of the same sound; similar
spelling; only the period."""


Score: TypeAlias = "tuple[float, Reason]"
"""How well, and by what; 0: it does not fit."""

NONE: Score = (0.0, "words")
_GOOD, _NEARLY = 0.6, 0.9
"""Scores from which on a query is not taken word by word, nor as if written without spaces."""


def score(query: Query, texts: Searched) -> Score:
    """Title or name as a whole above title or name in part, above sound, above the page's text."""
    if not query.words:
        return (0.3, "period")
    joined = " ".join(query.words)
    tight = "".join(query.words)
    ways: list[Score] = [
        (_cover(query.whole, texts.titles, 1.0), "title"),
        (_cover(joined, texts.titles, 1.0), "title"),
        (_cover(joined, texts.names, 0.98), "name"),
        (_sound(tight, texts.sounds, 0.9), "sound"),
    ]
    best = max(ways, key=itemgetter(0))
    if best[0] < _NEARLY and " " in texts.titles + texts.names:  # parted otherwise: jd 健康
        best = max(
            best,
            (_cover(tight, texts.titles.replace(" ", ""), 0.96), "title"),
            (_cover(tight, texts.names.replace(" ", ""), 0.95), "name"),
            key=itemgetter(0),
        )
    if best[0] < _GOOD:
        best = max(best, _by_words(query, texts), key=itemgetter(0))
    return best


def _by_words(query: Query, texts: Searched) -> Score:
    total = 0.0
    only_body = True
    for word in query.words:
        value = max(_cover(word, texts.titles, 0.8), _cover(word, texts.names, 0.75))
        if not value and word.isascii():
            value = _sound(word, texts.sounds, 0.7)
        only_body &= not value
        if not value and word in texts.body:
            value = 0.3
        if not value:
            return NONE
        total += value
    return (0.9 * total / len(query.words), "body" if only_body else "words")


def by_parts(query: Query, texts: Searched) -> Score:
    """How much of a query is found whose words are not all there, character by character: what
    stands in a title or name counts in full, what stands in the page half.

    So 海南基层卫生改革 finds the plan in whose title all of it stands, apart, and
    京东健康活跃用户 the company of that name, whose page speaks of active users.
    """
    named = f"{texts.titles}\n{texts.names}"
    total = found = 0.0
    for word in query.words:
        total += _weight(word)
        if "一" <= word[0] <= "鿿":
            found += _covered(word, named, texts.body)
        elif word in named:
            found += _weight(word)
        elif word in texts.body or _sound(word, texts.sounds, 1.0):
            found += _IN_BODY * _weight(word)
    share = found / total if total else 0.0
    if share < _LEAST_SHARE:
        return (0.0, "parts")
    tight = "".join(query.words)
    names = named.replace(" ", "").split("\n")
    held = any(len(name) > 2 and name in tight for name in names)
    return (0.82 * share + (0.08 if held else 0.0), "parts")


_IN_BODY = 0.55
_LEAST_SHARE = 0.5


def _weight(word: str) -> float:
    return float(len(word)) if "一" <= word[0] <= "鿿" else len(word) / 2


def _covered(word: str, named: str, body: str) -> float:
    """Characters of a Chinese word that stand, with a neighbour, in the names or in the body."""
    if len(word) == 1:
        return 1.0 if word in named else _IN_BODY if word in body else 0.0
    values = [0.0] * len(word)
    for at in range(len(word) - 1):
        pair = word[at : at + 2]
        value = 1.0 if pair in named else _IN_BODY if pair in body else 0.0
        values[at], values[at + 1] = max(values[at], value), max(values[at + 1], value)
    return sum(values)


def _cover(wanted: str, field: str, top: float) -> float:
    """The best fit of ``wanted`` with one of the texts of a field: ``top`` for all of it, less
    for a beginning, less again for a part, each by how much of the text it covers."""
    if not wanted or wanted not in field:
        return 0.0
    best = 0.0
    for text in field.split("\n"):
        if text == wanted:
            return top
        if wanted in text:
            start = 0.8 if text.startswith(wanted) else 0.72
            best = max(best, top * (start + 0.15 * len(wanted) / len(text)))
    return best


def _sound(wanted: str, field: str, top: float) -> float:
    """The same for names sounded out, which begin at a syllable only; the lines of whole names
    bear a mark."""
    best = 0.0
    if len(wanted) < 2 or wanted not in field:
        return best
    for line in field.split("\n"):
        text = line.removeprefix(WHOLE_NAME)
        if text.startswith(wanted):
            covered = len(wanted) / len(text)
            start = 0.8 if text is not line else 0.6
            best = max(
                best, top * (1.0 if covered == 1 and text is not line else start + 0.15 * covered)
            )
    return best
