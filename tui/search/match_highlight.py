"""Where in a shown text the query stands: the characters themselves, or those that sound so."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence

from tui.search.query_parser import parse_query, sounded
from tui.store import Store
from tui.text.fold import is_chinese

Range = tuple[int, int]
"""Start and end in the text."""


class Highlighter:
    """Finds one query in the texts that are shown of what it found."""

    def __init__(self, store: Store, query: str) -> None:
        read = parse_query(query, store)
        self._store = store
        self._words = tuple(dict.fromkeys([*read.words, *read.without_period().words]))
        self._ways = tuple(dict.fromkeys([*read.words, "".join(read.words), *sounded(read, store)]))

    def in_text(self, text: str) -> list[Range]:
        """Where the words of the query stand."""
        plain, places = _comparable(text)
        found = [place for word in self._words for place in _occurrences(word, plain)]
        return _joined((places[first], places[last - 1] + 1) for first, last in found)

    def in_title(self, record: str, title: str) -> list[Range]:
        """The same in the title of a record, or, if that is more of it, the Chinese characters
        whose sound the query spells, in full or by initials."""
        written, spoken = self.in_text(title), self._spoken(record, title)
        return spoken if _length(spoken) > _length(written) else written

    def _spoken(self, record: str, title: str) -> list[Range]:
        chars = [place for place, char in enumerate(title) if is_chinese(char)]
        syllables = self._store.syllables(record) if chars else []
        if len(chars) != len(syllables):
            return []
        initials = [syllable[0] for syllable in syllables]
        ways = [way for way in self._ways if len(way) > 1 and way.isascii()]
        heard = (_heard(way, sounds) for way in ways for sounds in (syllables, initials))
        return _joined((chars[found[0]], chars[found[1] - 1] + 1) for found in heard if found)


def _length(ranges: list[Range]) -> int:
    return sum(end - start for start, end in ranges)


def _comparable(text: str) -> tuple[str, list[int]]:
    """Letters and digits of a text as a query is folded, each with its place in the text."""
    chars: list[str] = []
    places: list[int] = []
    for place, char in enumerate(text):
        for plain in unicodedata.normalize("NFKC", char).casefold():
            if plain.isalnum() or plain in ".%":
                chars.append(plain)
                places.append(place)
            elif chars and chars[-1] != " " and plain != ",":
                chars.append(" ")
                places.append(place)
    return "".join(chars), places


def _occurrences(word: str, plain: str) -> Iterable[Range]:
    """Where a word stands: Latin ones from a beginning on, Chinese ones else pair by pair."""
    at = plain.find(word)
    anywhere = False
    while at >= 0:
        if not (word[0].isascii() and at and plain[at - 1].isascii() and plain[at - 1].isalnum()):
            anywhere = True
            yield at, at + len(word)
        at = plain.find(word, at + len(word))
    if not anywhere and len(word) > 2 and is_chinese(word[0]):
        for start in range(len(word) - 1):
            at = plain.find(word[start : start + 2])
            if at >= 0:
                yield at, at + 2


def _heard(way: str, sounds: Sequence[str]) -> Range | None:
    """Which of the sounds, one after the other, spell ``way``; the last one perhaps in part."""
    for first in range(len(sounds)):
        rest = way
        for last in range(first, len(sounds)):
            sound = sounds[last]
            if sound.startswith(rest):
                return first, last + 1
            if not rest.startswith(sound):
                break
            rest = rest[len(sound) :]
    return None


def _joined(ranges: Iterable[Range]) -> list[Range]:
    """Ranges in order, those that touch made one."""
    joined: list[Range] = []
    for start, end in sorted(ranges):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
