"""Correction of words that the briefing does not have."""

from __future__ import annotations

from tui.fast_namedtuple import TYPE_CHECKING
from tui.question.index_lookup import positions_of_token
from tui.text.spelling_remainders import is_correctable, remainders

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tui.question.tables import Tables


def corrected_text(
    tables: Tables, text: str, unknown: Iterable[str]
) -> tuple[str, tuple[tuple[str, str], ...]]:
    """Return a folded text with its unknown words as the briefing spells them, and the pairs of
    words, as typed and corrected."""
    pairs = []
    words = text.split(" ")
    for word in unknown:
        if word in words and (better := _nearest_word(tables, word)):
            words[words.index(word)] = better
            pairs.append((word, better))
    return " ".join(words), tuple(pairs)


def _nearest_word(tables: Tables, word: str) -> str:
    """Return the word of the briefing that differs by one letter or by two that are swapped; empty
    for none. Few misspell the first letter: it may be another one, but not missing (valuation is
    not evaluation). Of several the one that most records have."""
    if not is_correctable(word):
        return ""
    places = ",".join("?" * (len(word) + 1))
    wanted = remainders(word)
    sql = f"SELECT DISTINCT word FROM spellings WHERE remainder IN ({places})"
    found = [
        (
            near[0] != word[0],
            abs(len(near) - len(word)),
            -len(positions_of_token(tables, near)),
            near,
        )
        for (near,) in tables.query(sql, [*wanted, *[""] * (len(word) + 1 - len(wanted))])
        if (near[0] == word[0] or len(near) == len(word)) and _is_near(word, near)
    ]
    return min(found)[3] if found else ""


def _is_near(word: str, near: str) -> bool:
    """Return whether two words with a common remainder differ by one letter or one swap."""
    if word == near:
        return False
    if abs(len(word) - len(near)) == 1:
        return True
    differing = [at for at, (one, other) in enumerate(zip(word, near, strict=True)) if one != other]
    if len(differing) == 1:
        return True
    first, last = differing[0], differing[-1]
    return (
        len(differing) == 2
        and last == first + 1
        and word[first] == near[last]
        and (word[last] == near[first])
    )
