"""Known names that a mistyped word comes close to."""

from __future__ import annotations

from collections.abc import Iterable

from tui.text.language import Wording

CUTOFF = 0.65
"""Least similarity of a suggestion, as difflib measures it (0 to 1): bib is like bibtex (0.67),
tesla is not like terms (0.6)."""


def close_matches(
    word: str, known: Iterable[str], limit: int = 3, cutoff: float = CUTOFF
) -> list[str]:
    """Return up to ``limit`` of the ``known`` names that resemble ``word``, each once, the closest
    first."""
    from difflib import get_close_matches  # only after a mistake

    return get_close_matches(word, list(dict.fromkeys(known)), limit, cutoff)


def did_you_mean(word: str, known: Iterable[str]) -> Wording | None:
    """Return the question whether the closest known name was meant; None where none is close."""
    near = close_matches(word, known, 1)
    return Wording(f"是不是“{near[0]}”？", f"did you mean {near[0]!r}?") if near else None
