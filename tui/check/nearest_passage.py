"""Find the passage of an original that a mistyped quote comes closest to, and what differs."""

from __future__ import annotations

import unicodedata
from collections import Counter
from difflib import SequenceMatcher
from functools import cached_property
from typing import NamedTuple

from tui.text.quote_selector import find_quote

MIN_SIMILARITY = 0.6
"""Least similarity of a passage that is shown, as difflib measures it (0 to 1)."""
_GRAM = 3
"""Characters of the pieces that locate candidates."""
_CANDIDATES = 8
_DIFFERENCES = 3
"""Most differences that are named."""
_SIGNS = {"－": "-", "–": "-", "—": "-", "−": "-", "～": "~"}


class NearestPassage(NamedTuple):
    """A passage as printed. ``same_words``: it differs from the quote only in width, white space
    and punctuation, and no other passage does."""

    text: str
    same_words: bool


class _Folded(NamedTuple):
    """A text without its form. ``places``: the position of each folded character in the text."""

    text: str
    places: list[int]


class PassageFinder:
    """Finds passages of one original."""

    def __init__(self, original: str) -> None:
        self._original = original

    def nearest(self, quote: str) -> NearestPassage | None:
        """Return the passage that comes closest to a quote; None if nothing resembles it."""
        same = self._same_words(quote)
        if same:
            return NearestPassage(same[0], same_words=len(same) == 1)
        rated = [
            (SequenceMatcher(None, quote, text, autojunk=False).ratio(), text)
            for text in self._candidates(quote)
        ]
        similarity, text = max(rated, default=(0.0, ""))
        return NearestPassage(text, same_words=False) if similarity >= MIN_SIMILARITY else None

    @cached_property
    def _folded(self) -> _Folded:
        return _fold(self._original)

    def _same_words(self, quote: str) -> list[str]:
        """Return the passages that differ from a quote only in width, white space and
        punctuation."""
        wanted = _fold(quote)
        if not wanted.text:
            return []
        before, after = wanted.places[0], len(quote) - wanted.places[-1] - 1
        found = {
            self._with_punctuation(
                self._folded.places[at], self._folded.places[at + len(wanted.text) - 1] + 1,
                before, after,
            )
            for at in find_quote(self._folded.text, wanted.text)
        }  # fmt: skip
        return sorted(found)

    def _with_punctuation(self, start: int, end: int, before: int, after: int) -> str:
        """Return ``original[start:end]`` with up to that many signs around it: punctuation at the
        ends of a quote belongs to it."""
        text = self._original
        while before and start and _is_sign(text[start - 1]):
            start, before = start - 1, before - 1
        while after and end < len(text) and _is_sign(text[end]):
            end, after = end + 1, after - 1
        return text[start:end]

    def _candidates(self, quote: str) -> list[str]:
        """Return the passages that have most pieces in common with a quote."""
        starts: Counter[int] = Counter()
        for offset in range(len(quote) - _GRAM + 1):
            for at in find_quote(self._original, quote[offset : offset + _GRAM]):
                # Votes near each other count together: an insertion shifts what follows it.
                starts[(at - offset) // _GRAM] += 1
        return [
            _trimmed(self._original, max(0, start * _GRAM), quote)
            for start, _ in starts.most_common(_CANDIDATES)
        ]


def differences(quote: str, passage: str) -> str:
    """Return what differs, as ``“quote” → “passage”``, in the order of the text."""
    matcher = SequenceMatcher(None, quote, passage, autojunk=False)
    changed = [
        f"“{_visible(quote[a:b])}” → “{_visible(passage[c:d])}”"
        for kind, a, b, c, d in matcher.get_opcodes()
        if kind != "equal"
    ]
    return ", ".join(changed[:_DIFFERENCES]) + (" …" if len(changed) > _DIFFERENCES else "")


def _visible(text: str) -> str:
    names = {" ": "␣", "\n": "⏎", "\u3000": "U+3000", "\xa0": "U+00A0"}
    return "".join(names.get(char, char) for char in text)


def _is_sign(char: str) -> bool:
    return not char.isspace() and unicodedata.category(char).startswith("P")


def _fold(text: str) -> _Folded:
    """Drop white space and punctuation and normalize width (NFKC).

    Signs between digits stay: 3.5 and 3-5 are not 35. Thousands separators are dropped.
    """
    plain = [unicodedata.normalize("NFKC", _SIGNS.get(char, char)) for char in text]
    chars: list[str] = []
    places: list[int] = []
    for at, char in enumerate(plain):
        if char.strip() and not _is_dropped(plain, at):
            chars += char
            places += [at] * len(char)
    return _Folded("".join(chars), places)


def _is_dropped(plain: list[str], at: int) -> bool:
    if plain[at] == "%" or not unicodedata.category(plain[at][0]).startswith("P"):
        return False
    after = "".join(plain[at + 1 : at + 4])
    if not (at and plain[at - 1].isdigit() and after[:1].isdigit()):
        return True
    return plain[at] == "," and len(after) == 3 and after.isdigit()


def _trimmed(original: str, start: int, quote: str) -> str:
    """Return the passage near ``start`` that begins and ends where the quote does."""
    first = max(0, start - len(quote) // 2)
    window = original[first : start + len(quote) * 3 // 2 + _GRAM]
    blocks = SequenceMatcher(None, quote, window, autojunk=False).get_matching_blocks()[:-1]
    if not blocks:
        return ""
    begin = max(0, blocks[0].b - blocks[0].a)
    missing = len(quote) - blocks[-1].a - blocks[-1].size
    return window[begin : blocks[-1].b + blocks[-1].size + missing].strip()
