"""Limit how many of a server's places one reader or address may hold at a time."""

from __future__ import annotations

from collections import Counter
from typing import Literal

Refusal = Literal["full", "share"]
"""``full``: no place is free; ``share``: the holder has its share of them."""


class ShareLimit:
    """``total`` places, of which one holder may have ``share``, or with ``share`` 0 as many as are
    free for others.

    With the second rule one holder gets half of the places at most, two get a third each, and a
    newcomer always finds one, while many readers behind one address are not limited to a few. A
    fixed number is for operators who know how many readers come from one address.
    """

    def __init__(self, total: int, share: int) -> None:
        self.total = total
        self._share = share
        self._held: Counter[str] = Counter()
        self._taken = 0

    @property
    def free(self) -> int:
        """The number of free places."""
        return self.total - self._taken

    def held_by(self, holder: str) -> int:
        """Return the number of places that the holder has."""
        return self._held[holder]

    def take(self, holder: str) -> Refusal | None:
        """Take a place; if there is none for this holder, return why."""
        if self._taken >= self.total:
            return "full"
        if self._held[holder] >= (self._share or self.free):
            return "share"
        self._held[holder] += 1
        self._taken += 1
        return None

    def release(self, holder: str) -> None:
        """Give a place back."""
        self._taken -= 1
        self._held[holder] -= 1
        if not self._held[holder]:
            del self._held[holder]
