"""The sizes of table columns: what their texts need, and how a line is divided among them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui.document import Spans, plain_text
from tui.text.width import cell_width

_LATIN_WORD = re.compile(r"[!-~]+")
_MAX_WORD = 14


def text_width(spans: Spans) -> int:
    """Return the width of the widest line of a text."""
    return max(cell_width(part) for part in "".join(span.text for span in spans).split("\n"))


def figure_width(spans: Spans) -> int:
    """Return the width of the widest figure, which must not be split from itself or its marks."""
    groups = [group for group in groups_of(spans) if any(span.role == "figure" for span in group)]
    return max((cell_width(plain_text(group).rstrip()) for group in groups), default=0)


def longest_word(spans: Spans) -> int:
    """Return the width of the longest figure or word, which should not be split either."""
    words = _LATIN_WORD.findall("".join(span.text for span in spans))
    return max(figure_width(spans), min(max(map(len, words), default=0), _MAX_WORD))


def groups_of(spans: Spans) -> list[Spans]:
    """Return the groups of spans that spans of white space separate."""
    groups: list[Spans] = [()]
    for span in spans:
        groups[-1] = (*groups[-1], span)
        if span.text.isspace():
            groups.append(())
    return [group for group in groups if group]


def distribute(needed: Sequence[int], least: Sequence[int], room: int) -> list[int]:
    """Distribute the spare cells: always to the narrowest column that needs more."""
    widths = list(least)
    spare = room - sum(widths)
    while spare > 0:
        growing = [index for index, need in enumerate(needed) if widths[index] < need]
        if not growing:
            break
        narrowest = min(growing, key=lambda index: widths[index])
        widths[narrowest] += 1
        spare -= 1
    return widths
