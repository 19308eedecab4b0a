"""Lists of figures in a sentence: 11.7%和8.9%, and 15%至20%."""

from __future__ import annotations

import re
from typing import NamedTuple

from tui.text.printed_quantity import PrintedQuantity

_RANGE = re.compile(r"\s?[-—–~～至到]\s?")
_CONTINUED = re.compile(r"\s?[和、与及]\s?")


class ListPlace(NamedTuple):
    """The place of a figure in a list: its rank from 0, and how many there are."""

    rank: int = 0
    size: int = 1


def place_in_list(text: str, quantities: list[PrintedQuantity], index: int) -> ListPlace:
    """Return the place of a figure in a list; the only one of it where there is no list."""
    first = last = index
    while first and _CONTINUED.fullmatch(text, quantities[first - 1].end, quantities[first].start):
        first -= 1
    while last + 1 < len(quantities) and _CONTINUED.fullmatch(
        text, quantities[last].end, quantities[last + 1].start
    ):
        last += 1
    return ListPlace(index - first, last - first + 1)


def start_of_range(text: str, quantities: list[PrintedQuantity], index: int) -> int:
    """Return where the range 15%至20% begins that a figure ends, else where the figure begins."""
    before = quantities[index - 1] if index else None
    item = quantities[index]
    is_range = before and _RANGE.fullmatch(text, before.end, item.start)
    # In 增长62.6%至11亿 the rate and the amount are no range.
    return before.start if before and is_range and before.unit in ("", item.unit) else item.start
