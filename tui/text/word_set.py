"""Sets of words, written as one text."""

from __future__ import annotations

from tui.fast_namedtuple import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable


def words_of(text: str) -> frozenset[str]:
    """Return the words of a text."""
    return frozenset(text.split())


def has_word(
    text: str, words: Iterable[str], english: frozenset[str], chinese: Collection[str]
) -> bool:
    """Return whether one of the words of a folded text is among the English ones, or the text, if
    it is not only English, has one of the Chinese terms."""
    if not english.isdisjoint(words):
        return True
    return not text.isascii() and any(map(text.__contains__, chinese))
