"""Terms of a text: its Chinese characters one by one, and the stems of its other words.

Compiling the concept table and parsing a query use the same functions: both must agree.
"""

from __future__ import annotations

from tui.text.fold import split_by_script

_LEAST_LENGTH = 4
"""Shorter words are not changed."""
_DOUBLED = frozenset("bdgmnprt")


def stem(word: str) -> str:
    """Return an English word without the ending of its plural, past or progressive form, and
    without a final ``e``: ``financ`` for finance, financed and financing, ``policy`` for policies.
    The other forms of a word begin with its stem or, in place of ``y``, with ``ie``
    (``plural_of_y``).

    Fewer rules than Porter's algorithm (1980): derived words such as growth are synonyms in the
    concept table, because a stem that merges too much answers another question.
    """
    if len(word) < _LEAST_LENGTH or not (word.isascii() and word.isalpha()):
        return word
    if word.endswith("ies") and len(word) > 4:
        word = word[:-3] + "y"
    elif word.endswith(("sses", "shes", "ches", "xes")):
        word = word[:-2]
    elif word[-1] == "s" and word[-2] not in "sui":
        word = word[:-1]
    for ending in ("ing", "ed"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            word = word[: -len(ending)]
            if word[-1] == word[-2] and word[-1] in _DOUBLED:
                word = word[:-1]
            break
    return word[:-1] if len(word) > _LEAST_LENGTH and word[-1] == "e" else word


def plural_of_y(stem: str) -> str:
    """Return how the plural of a stem begins if that is not the stem itself: ``policie`` for
    ``policy``; empty for others."""
    return f"{stem[:-1]}ie" if len(stem) > _LEAST_LENGTH and stem[-1] == "y" else ""


def term_tokens(folded: str) -> list[tuple[str, int, int]]:
    """Return the tokens of a folded text, each with its start and end: Chinese characters, and
    the stems of words of other scripts."""
    tokens: list[tuple[str, int, int]] = []
    at = 0
    for run in split_by_script(folded):
        at = folded.index(run, at)
        if run[0].isascii() or not "\u3400" <= run[0] <= "\ufaff":
            tokens.append((stem(run), at, at + len(run)))
        else:
            tokens += [(char, at + index, at + index + 1) for index, char in enumerate(run)]
        at += len(run)
    return tokens
