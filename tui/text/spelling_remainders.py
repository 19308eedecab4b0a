"""Similar spelling by common remainders.

Two words that differ by one letter, or by two adjacent letters that are swapped, have a remainder
in common when each may lose a letter (the method of SymSpell, Garbe 2012). An index of remainders
thus finds the neighbors of a misspelt word with a few lookups and no comparison of all words.
"""

from __future__ import annotations

LEAST_LENGTH, MOST_LENGTH = 4, 24
"""Letters of the words that are corrected: of shorter ones every letter decides."""


def is_correctable(word: str) -> bool:
    """Return whether a word has rows in the index of spellings."""
    return LEAST_LENGTH <= len(word) <= MOST_LENGTH and word.isascii() and word.isalpha()


def remainders(word: str) -> set[str]:
    """Return the word, and the word without each of its letters."""
    return {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}


def is_near(word: str, near: str) -> bool:
    """Return whether two words differ by one letter, or by two adjacent ones that are swapped."""
    if word == near or not remainders(word) & remainders(near):
        return False
    if len(word) != len(near):
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
