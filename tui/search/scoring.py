"""How well a record fits the words of a query, from 0 to 1, and by what."""

from __future__ import annotations

from collections.abc import Callable

from tui.fast_namedtuple import TYPE_CHECKING
from tui.search.query_parser import Query
from tui.store import Searched
from tui.text.fold import WHOLE_NAME, is_chinese

if TYPE_CHECKING:
    from typing import Literal, TypeAlias

Reason: TypeAlias = """Literal[
    "title", "name", "number", "sound", "words", "body", "scattered", "parts",
    "homophone", "similar", "period"
]"""
"""What a hit rests on: the whole title or a name; a figure; its sound; each word somewhere; the
text of its page; all pieces of the query, or most; a wrong character of the same sound; similar
spelling; only the period."""


Score: TypeAlias = "tuple[float, Reason]"
"""How well, and by what; 0: it does not fit."""

NONE: Score = (0.0, "words")
_GOOD, _NEARLY = 0.6, 0.9
"""Scores from which on a query is not taken word by word, nor as if written without spaces."""


Fit: TypeAlias = "Callable[[Searched], Score]"
"""Says of a record how well it fits one query."""


def by_all(query: Query) -> Fit:
    """Title or name as a whole above title or name in part, above sound, above the page's text."""
    if not query.words:
        return lambda _: (0.3, "period")
    joined, tight = " ".join(query.words), "".join(query.words)
    named = [query.whole] if query.whole == joined else [query.whole, joined]

    def fit(texts: Searched) -> Score:
        _, _, _, _, _, titles, names, sounds, _, _ = texts
        best: Score = (max([_cover(name, titles, 1.0) for name in named]), "title")
        if (value := _cover(joined, names, 0.98)) > best[0]:
            best = (value, "name")
        if (value := _sound(tight, sounds, 0.9)) > best[0]:
            best = (value, "sound")
        if best[0] < _NEARLY and tight in f"{titles}\n{names}".replace(" ", ""):
            # Parted otherwise: jd 健康.
            if (value := _cover(tight, titles.replace(" ", ""), 0.96)) > best[0]:
                best = (value, "title")
            if (value := _cover(tight, names.replace(" ", ""), 0.95)) > best[0]:
                best = (value, "name")
        if best[0] < _GOOD and (by_words := _by_words(query, texts))[0] > best[0]:
            best = by_words
        return best

    return fit


def _by_words(query: Query, texts: Searched) -> Score:
    _, _, _, _, _, titles, names, sounds, body, spoken = texts
    total = 0.0
    only_body = True
    for word in query.words:
        value = max(_cover(word, titles, 0.8), _cover(word, names, 0.75))
        if not value and word.isascii():
            value = _sound(word, sounds, 0.7)
        only_body &= not value
        if not value and _told(word, body, spoken):
            value = 0.3
        if not value:
            return NONE
        total += value
    return (0.9 * total / len(query.words), "body" if only_body else "words")


def by_parts(query: Query) -> Fit:
    """How much of a query is found whose words are not all there, character by character: what
    stands in a title or name counts in full, what stands in the page half.

    So 海南基层卫生改革 finds the plan in whose title all of it stands, apart, and
    京东健康活跃用户 the company of that name, whose page speaks of active users.
    """
    tight = "".join(query.words)
    chinese, other, whole = [], [], 0.0
    for word in query.words:
        if is_chinese(word[0]):
            chinese.append([word[at : at + 2] for at in range(max(1, len(word) - 1))])
            whole += len(word)
        else:
            other.append((word, len(word) / 2))
            whole += len(word) / 2

    def fit(texts: Searched) -> Score:
        _, _, _, _, _, titles, names, sounds, body, spoken = texts
        named = f"{titles}\n{names}"
        parts, every = [], True
        for pairs in chinese:
            part, complete = _covered(pairs, named, body)
            parts.append(part)
            every &= complete
        for word, weight in other:
            held = word in named
            heard = held or _told(word, body, spoken) or bool(_sound(word, sounds, 1.0))
            parts.append(weight if held else _IN_BODY * weight if heard else 0.0)
            every &= heard
        found = sum(parts) if all(parts) else _WORD_MISSING * sum(parts)
        share = found / whole if whole else 0.0
        if share < LEAST_SHARE:
            return (0.0, "parts")
        each = named.replace(" ", "").split("\n")
        meant = any(name in tight for name in each if len(name) > 2)
        begins = any(pairs[0] in named for pairs in chinese)
        value = 0.8 * share + (0.14 if meant else 0.0) + (0.02 if begins else 0.0)
        return (value, "scattered" if every else "parts")

    return fit


_IN_BODY = 0.55
_WORD_MISSING = 0.85
LEAST_SHARE = 0.55


def _covered(pairs: list[str], named: str, body: str) -> tuple[float, bool]:
    """Characters of a Chinese word, given as its overlapping pairs, that stand with a neighbour in
    the names or in the body; of a single character whether it does. And whether all do."""
    total = before = 0.0
    complete = True
    for pair in pairs:
        value = 1.0 if pair in named else _IN_BODY if pair in body else 0.0
        total += max(before, value)
        complete &= bool(before or value)
        before = value
    return total + (before if len(pairs[-1]) > 1 else 0.0), complete and bool(before)


def _told(word: str, body: str, spoken: str) -> bool:
    """Whether a page tells of a word, which may be in pinyin."""
    return word in body or (word.isascii() and f" {word} " in spoken)


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
    lines = f"\n{field}\n"
    for mark, start in ((WHOLE_NAME, 0.8), ("", 0.6)):
        beginning = f"\n{mark}{wanted}"
        at = lines.find(beginning)
        while at >= 0:
            end = lines.find("\n", at + 1)
            covered = len(wanted) / (end - at - 1 - len(mark))
            best = max(best, 1.0 if mark and covered == 1 else start + 0.15 * covered)
            at = lines.find(beginning, end)
        if best:
            break  # within a name it counts less
    return top * best
