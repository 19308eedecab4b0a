"""Names and terms of the briefing by their text: the tables ``exact_names``, ``vocabulary`` and
``term_lengths``."""

from __future__ import annotations

from operator import itemgetter

from tui.fast_namedtuple import TYPE_CHECKING
from tui.question.tables import value_rows

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TypeAlias

    from tui.question.tables import Tables

    Meaning: TypeAlias = tuple[str, str]
    Vocabulary: TypeAlias = dict[str, tuple[Meaning, ...]]
    """Terms with the concepts that they mean, each with its role."""

_PARTICLES = "的了吗呢着是"
"""Never the first or last character of a name that is written as it sounds."""
_LEAST_SPELLED_NAME = 3
"""Characters of a name that is recognized as it sounds; of shorter ones too many sound alike."""
_MOST_SOUNDS = 4
"""Readings of a text whose characters have several."""
_MOST_NAMED = 200
"""Records with one of the names of a query that are read, most important first."""


def named_records(tables: Tables, texts: Iterable[str]) -> dict[str, tuple[int, ...]]:
    """Return the positions of the records that have each of the texts as a whole name."""
    rows, wanted = value_rows(texts)
    found: dict[str, tuple[int, ...]] = {}
    sql = f"SELECT name, position FROM {rows} CROSS JOIN exact_names ON name = column1"
    # Few records are sorted faster here than by SQLite.
    named = [*tables.query(f"{sql} LIMIT {_MOST_NAMED + 1}", wanted)]
    if len(named) > _MOST_NAMED:
        named = [*tables.query(f"{sql} ORDER BY position LIMIT {_MOST_NAMED}", wanted)]
    named.sort(key=itemgetter(1))
    for name, position in named:
        found[name] = (*found.get(name, ()), position)
    return found


def vocabulary_terms(tables: Tables, terms: Iterable[str]) -> Vocabulary:
    """Return the meanings of the terms that the vocabulary has: concepts and their roles."""
    rows, wanted = value_rows(terms)
    found: Vocabulary = {}
    sql = f"SELECT term, concept, role FROM {rows} CROSS JOIN vocabulary ON term = column1"
    for term, concept, role in tables.query(sql, wanted):
        found[term] = (*found.get(term, ()), (concept, role))
    return found


def term_lengths(tables: Tables, starts: Iterable[str]) -> dict[str, list[int]]:
    """Return the lengths in tokens of the names and terms that begin with each pair of tokens."""
    rows, wanted = value_rows(starts)
    found: dict[str, list[int]] = {}
    sql = f"SELECT start, length FROM {rows} CROSS JOIN term_lengths ON start = column1"
    for start, length in tables.query(sql, wanted):
        found.setdefault(start, []).append(length)
    return found


def spelled_texts(
    readings: dict[str, tuple[str, ...]], texts: list[str], least: int = _LEAST_SPELLED_NAME
) -> dict[str, list[str]]:
    """Return the texts with Chinese characters as they sound: 京东建康 as jingdongjiankang; where
    letters come first, also with the initials of the characters after them, jd健康 as jdjk."""
    spelled = {}
    known = {"": [""]}
    for text in texts:
        shorter = text[:-1] if text[:-1] in known else ""
        sounds = known[shorter]
        for char in text[len(shorter) :]:
            if char == " ":
                continue
            each = readings.get(char, (char,))
            if len(sounds) * len(each) > _MOST_SOUNDS:
                each = each[:1]
            sounds = [sound + syllable for sound in sounds for syllable in each]
        known[text] = sounds
        is_word = text[0] not in _PARTICLES and text[-1] not in _PARTICLES
        if len(text) >= least and not text.isascii() and is_word:
            spelled[text] = sounds
            if text[0].isascii():
                initials = "".join([readings.get(char, (char,))[0][0] for char in text])
                spelled[text] = [*sounds, initials]
    return spelled
