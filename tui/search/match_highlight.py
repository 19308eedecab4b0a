"""Where a query matches in a displayed text: as written, or by the pinyin of its characters."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterable, Sequence

from tui.database.vocabulary import FILLER, QUALIFIER, QUESTION
from tui.question.query_parser import parse_query, pinyin_readings, split_words
from tui.question.reader import read_question
from tui.question.term_lookup import vocabulary_terms
from tui.store import Store
from tui.text.fold import is_accent, is_chinese, spell_umlauts, without_accent

TextRange = tuple[int, int]
"""Start and end in the text."""
_EMPTY = frozenset((QUESTION, FILLER, QUALIFIER))
"""Roles of words that only ask, qualify or say nothing."""


class Highlighter:
    """Locates the matches of one query in the texts of its results."""

    def __init__(self, store: Store, query: str) -> None:
        parsed = parse_query(query, store)
        words = parsed.words
        self._store = store
        every = [*words, *parsed.without_period().words]
        looked_up = {
            each for part in read_question(store, query).parts for each in split_words(part.text)
        }
        self._words = _with_meaning(store, every, looked_up)
        self._spellings = tuple(
            dict.fromkeys([*words, "".join(words), *pinyin_readings(parsed, store)])
        )

    def in_text(self, text: str) -> list[TextRange]:
        """Return where the words of the query occur in a text."""
        folded, offsets = _folded_with_offsets(text)
        found = [match for word in self._words for match in _occurrences(word, folded)]
        return _merged((offsets[first], offsets[last - 1] + 1) for first, last in found)

    def in_title(self, record: str, title: str) -> list[TextRange]:
        """Return where the words occur in the title of a record or, if that is longer, the
        Chinese characters whose pinyin the query spells, in full or by initials."""
        written, spelled = self.in_text(title), self._by_pinyin(record, title)
        return spelled if _length(spelled) > _length(written) else written

    def _by_pinyin(self, record: str, title: str) -> list[TextRange]:
        chars = [index for index, char in enumerate(title) if is_chinese(char)]
        syllables = self._store.title_syllables(record) if chars else []
        if len(chars) != len(syllables):
            return []
        initials = [syllable[0] for syllable in syllables]
        spellings = [each for each in self._spellings if len(each) > 1 and each.isascii()]
        matches = (_spelled(text, forms) for text in spellings for forms in (syllables, initials))
        return _merged((chars[match[0]], chars[match[1] - 1] + 1) for match in matches if match)


def _with_meaning(
    store: Store, words: Iterable[str], looked_up: Collection[str]
) -> tuple[str, ...]:
    """Return the words once each, without function words and words that only ask, unless they are
    looked up: within a name (Good Doctor), or because the query has no others."""
    every = dict.fromkeys(words)
    roles = vocabulary_terms(store, every)
    empty = {word for word, found in roles.items() if _EMPTY.issuperset(role for _, role in found)}
    return tuple(word for word in every if word not in empty or word in looked_up)


def _length(ranges: list[TextRange]) -> int:
    return sum(end - start for start, end in ranges)


def _folded_with_offsets(text: str) -> tuple[str, list[int]]:
    """Fold the letters and digits of a text like a query; return the offset of each in the
    text."""
    chars: list[str] = []
    offsets: list[int] = []
    for offset, char in enumerate(text):
        for folded in unicodedata.normalize("NFKC", char).casefold():
            if folded.isalnum() or folded in ".%":
                chars.append(folded if folded.isascii() else without_accent(folded))
                offsets.append(offset)
            elif is_accent(folded):
                continue
            elif chars and chars[-1] != " " and folded != ",":
                chars.append(" ")
                offsets.append(offset)
    return spell_umlauts("".join(chars)), offsets


def _occurrences(word: str, folded: str) -> Iterable[TextRange]:
    """Yield where a word occurs: a Latin one only at the start of a word; the bigrams of a
    Chinese one that does not occur as a whole."""
    at = folded.find(word)
    found = False
    while at >= 0:
        inside = at and folded[at - 1].isascii() and folded[at - 1].isalnum()
        if not (word[0].isascii() and inside):
            found = True
            yield at, at + len(word)
        at = folded.find(word, at + len(word))
    if not found and len(word) > 2 and is_chinese(word[0]):
        for start in range(len(word) - 1):
            at = folded.find(word[start : start + 2])
            if at >= 0:
                yield at, at + 2


def _spelled(text: str, forms: Sequence[str]) -> TextRange | None:
    """Return which consecutive forms (syllables or initials) spell ``text``; of the last one a
    part is enough."""
    for first in range(len(forms)):
        rest = text
        for last in range(first, len(forms)):
            form = forms[last]
            if form.startswith(rest):
                return first, last + 1
            if not rest.startswith(form):
                break
            rest = rest[len(form) :]
    return None


def _merged(ranges: Iterable[TextRange]) -> list[TextRange]:
    """Sort ranges and merge those that touch."""
    merged: list[TextRange] = []
    for start, end in sorted(ranges):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
