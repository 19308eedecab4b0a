"""Letters by which a reader names a link: none is the beginning of another."""

from __future__ import annotations

_LETTERS = "asdfghjklewruiopcvnm"
"""Those under the fingers first."""


def labels(count: int) -> list[str]:
    """A label each: one letter as long as there are enough, else two."""
    if count <= len(_LETTERS):
        return list(_LETTERS[:count])
    pairs = (first + second for first in _LETTERS for second in _LETTERS)
    return [pair for _, pair in zip(range(count), pairs, strict=False)]


def overlaid(text: str, label: str, width_of: tuple[int, ...]) -> str:
    """What is left of a text behind the label that covers its first cells. ``width_of``: the
    cells of each character."""
    taken = 0
    for place, width in enumerate(width_of):
        if taken >= len(label):
            return " " * (taken - len(label)) + text[place:]
        taken += width
    return " " * max(0, taken - len(label))
