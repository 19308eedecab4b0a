"""How many records of each kind a brief names, so that it fits its pages."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from tui.document import Block
from tui.views.printed_length import printed_lines

_WORTH = {"statistic": 2, "disagreement": 3, "gap": 4, "policy": 12}
"""How many records of other kinds are left out before one of this kind is."""

_Blocks = tuple[Block, ...]


def fitting_blocks(
    blocks_of: Callable[[dict[str, int]], _Blocks],
    most: Mapping[str, int],
    least: Mapping[str, int],
    floor: Mapping[str, int],
    room: float,
) -> _Blocks:
    """Return the blocks with as many records of each kind as the room holds, up to ``most``.

    ``blocks_of``: makes the blocks with the first records of each kind. ``least``: records of a
    kind that stay, by default one. ``floor``: those that stay of some kinds, in this order, when
    all else is at its least.
    ``room``: printed lines.
    """
    counts = dict(most)
    blocks = blocks_of(counts)
    while printed_lines(blocks) > room:
        shortened = [kind for kind in reversed(counts) if counts[kind] > least.get(kind, 1)]
        shortened = shortened or [kind for kind in floor if counts[kind] > floor[kind]][:1]
        if not shortened:
            break
        counts[max(shortened, key=lambda kind: counts[kind] / _worth(kind))] -= 1
        blocks = blocks_of(counts)
    growing = [kind for kind in counts if counts[kind] < most[kind]]
    while growing:  # what still fits
        kind = min(growing, key=lambda kind: (counts[kind] + 1) / _worth(kind))
        more = {**counts, kind: counts[kind] + 1}
        longer = blocks_of(more)
        fits = printed_lines(longer) <= room
        if fits:
            counts, blocks = more, longer
        if not fits or counts[kind] == most[kind]:
            growing.remove(kind)
    return blocks


def _worth(kind: str) -> float:
    return _WORTH.get(kind, 1)
