"""Known names that a mistyped word comes close to."""

from __future__ import annotations

from collections.abc import Iterable

from tui.text.language import Wording

CUTOFF = 0.65
"""Least similarity of a suggestion, as difflib measures it (0 to 1): bib is like bibtex (0.67),
tesla is not like terms (0.6)."""

_LEAST_BEGINNING = 4
"""Letters of a beginning that suggests a name: qinghe for qinghe-health."""


def close_matches(
    word: str, known: Iterable[str], limit: int = 3, cutoff: float | None = None
) -> list[str]:
    """Return up to ``limit`` of the ``known`` names that resemble ``word``, each once, the closest
    first; then those that begin with it. ``cutoff``: another similarity, and no such names."""
    from difflib import get_close_matches  # only after a mistake

    names = list(dict.fromkeys(known))
    found = get_close_matches(word, names, limit, cutoff or CUTOFF)
    if cutoff is None and len(word) >= _LEAST_BEGINNING:
        found += [name for name in names if name.startswith(word) and name not in found]
    return found[:limit]


def did_you_mean(word: str, known: Iterable[str]) -> Wording | None:
    """Return the question whether the closest known name was meant; None where none is close."""
    near = close_matches(word, known, 1)
    return Wording(f"是不是“{near[0]}”？", f"did you mean {near[0]!r}?") if near else None
