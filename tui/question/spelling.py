"""Correction of words that the briefing does not have."""

from __future__ import annotations

from tui.database.vocabulary import CONCEPTS, QUESTION
from tui.fast_namedtuple import TYPE_CHECKING
from tui.question.index_lookup import positions_of_token
from tui.question.tables import in_list
from tui.question.term_lookup import named_records, vocabulary_terms
from tui.text.provinces import PROVINCES
from tui.text.spelling_remainders import LEAST_LENGTH, is_correctable, is_near, remainders

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tui.question.tables import Tables

_LEAST_PART = 3
"""Letters of a name or a term within a word."""
_ROLES = (*CONCEPTS, QUESTION)
_PLACES = frozenset(word for it in PROVINCES.values() for word in it.en.lower().split())
"""Words that are right although the briefing may lack them."""


def corrected_text(
    tables: Tables, text: str, unknown: Iterable[str]
) -> tuple[str, tuple[tuple[str, str], ...]]:
    """Return a folded text with its unknown words as the briefing spells them, and the pairs of
    words, as typed and corrected. A name and a term in pinyin that are written as one word are
    separated (jdjkyingshou), which corrects nothing."""
    pairs = []
    words = text.split(" ")
    for word in unknown:
        if word in words and (better := _nearest_word(tables, word)):
            words[words.index(word)] = better
            pairs.append((word, better))
        elif word in words and (parts := _name_and_term(tables, word)):
            words[words.index(word)] = parts
    return " ".join(words), tuple(pairs)


def _name_and_term(tables: Tables, word: str) -> str:
    """Return a word as the name of a record and a term, with a space between them, the longest name
    that it begins with; empty where it is something else."""
    splits = range(len(word) - _LEAST_PART, _LEAST_PART - 1, -1)
    names = named_records(tables, [word[:at] for at in splits])
    terms = vocabulary_terms(tables, [word[at:] for at in splits]) if names else {}
    for at in splits:
        if word[:at] in names and word[at:] in terms:
            return f"{word[:at]} {word[at:]}"
    return ""


def _nearest_word(tables: Tables, word: str) -> str:
    """Return the word of the briefing that differs by one letter or by two that are swapped; empty
    for none. A word of four letters is corrected to a term only. Few misspell the first letter: it
    may be another one, but not missing (valuation is not evaluation). Of several a name as it is
    written (Shanghai), before words in pinyin, then the one that most records have."""
    if not is_correctable(word) or len(set(word)) == 1 or word in _PLACES:
        return ""
    places = ",".join("?" * (len(word) + 1))
    wanted = remainders(word)
    sql = f"SELECT DISTINCT word FROM spellings WHERE remainder IN ({places})"
    found: list[str] = [
        near
        for (near,) in tables.query(sql, [*wanted, *[""] * (len(word) + 1 - len(wanted))])
        if (near[0] == word[0] or len(near) == len(word)) and is_near(word, near)
    ]
    if len(word) == LEAST_LENGTH:
        found = [near for near in found if _is_term(tables, near)]
    if len(found) < 2:
        return "".join(found)
    names = _written_names(tables, found)
    keys = [
        (
            near[0] != word[0],
            near not in names,
            abs(len(near) - len(word)),
            -len(positions_of_token(tables, near)),
            near,
        )
        for near in found
    ]
    return min(keys)[-1]


def _is_term(tables: Tables, word: str) -> bool:
    """Return whether a word is a name or a term of the briefing, not only a word of its texts: few
    letters are like many words by chance (PICC, pick)."""
    roles = {role for _, role in vocabulary_terms(tables, [word]).get(word, ())}
    return not roles.isdisjoint(_ROLES) or bool(named_records(tables, [word]))


def _written_names(tables: Tables, words: list[str]) -> set[str]:
    """Return the words that are the name of a record as it is written, not in pinyin."""
    places, wanted = in_list(words)
    sql = (
        "SELECT n.name FROM exact_names n JOIN folded f ON f.position = n.position "
        f"WHERE n.name IN ({places}) AND instr(char(10) || f.titles || char(10) || f.names || "
        "char(10), char(10) || n.name || char(10))"
    )
    return {name for (name,) in tables.query(sql, wanted)}
