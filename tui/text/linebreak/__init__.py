"""Breaking of Chinese and English text into lines of a width (W3C clreq, Unicode UAX #14).

``clusters`` finds what stays together; this module counts cells. Beyond the standards, a number
stays with its unit (3,099亿元, CNY 309.9 billion) and the last line is not a single character.
The time is linear in the length of the text.
"""

from __future__ import annotations

from tui.text.linebreak.clusters import (
    classify,
    clusters,
    first_cluster,
    is_single_character,
    last_plain_word,
)
from tui.text.width import cell_width, fit_index

# Regular expressions over the classes of ``clusters``, best first: split at a space inside; before
# the bracket of a citation mark; after the punctuation of a URL; anywhere but before a closing or
# after an opening mark; last, without splitting the two halves of a dash or an ellipsis.
_SPLIT_PATTERNS = (
    ".*[^sjz](?=[sz])",
    ".*[^objsy](?=b)",
    ".*(?:[hu]|[lp](?!d))(?=[ndy])",
    ".*[^objy](?![cepmljhsz])(?=.)",
    ".+(?<!j)(?![mj])(?:(?<!e)|(?!e))(?=.)",
    "(?:ee)+(?=[^mj])",
)


def break_text(
    text: str, width: int, first: int | None = None, *, ambiguous: int = 1
) -> list[tuple[int, int]]:
    """Return the lines of ``text``, each as the (start, end) of its slice.

    A newline forces a break. Spaces at a break belong to neither line; an indent stays. No line is
    wider than ``width``, except a wide character in a column of one cell.

    Args:
        text: the text.
        width: the width of the column in terminal cells.
        first: the width of the first line where it differs.
        ambiguous: the width of characters of ambiguous width, as for ``cell_width``.
    """
    width = max(width, 1)
    limit = width if first is None else first
    classes = ""
    lines: list[tuple[int, int]] = []
    start = 0
    for paragraph in text.split("\n"):
        stop = start + len(paragraph)
        if cell_width(paragraph, ambiguous=ambiguous) <= limit:
            lines.append((start, start + len(paragraph.rstrip())))
        else:
            classes = classes or classify(text)
            broken = _break_paragraph(text, classes, start, stop, limit, width, ambiguous)
            lines += _without_widow(text, classes, broken, width, ambiguous)
        start = stop + 1
        limit = width
    return lines


def _break_paragraph(
    text: str, classes: str, start: int, stop: int, limit: int, width: int, ambiguous: int
) -> list[tuple[int, int]]:
    """Return the lines of ``text[start:stop]``, the first of ``limit`` and others of ``width``."""
    lines: list[tuple[int, int]] = []
    line = end = start  # the current line is text[line:end]
    used = gap = 0  # its cells, and those of the spaces after it
    at = start
    while at < stop:
        word = last_plain_word(classes, at, min(stop, at + limit - used - gap))
        if word:  # what fits for certain, at once: a third of the time to wrap English
            cells = cell_width(text[at : word - 1], ambiguous=ambiguous)
            if used + gap + cells <= limit:
                end = word - 1
                used += gap + cells
                gap = cell_width(text[end:word], ambiguous=ambiguous)
                at = word
        at, until, after, breakable = first_cluster(classes, at, stop)
        cells = 2 * (until - at) if breakable else cell_width(text[at:until], ambiguous=ambiguous)
        while used + gap + cells > limit:
            cut = at + max(0, (limit - used - gap) // 2) if breakable else at
            if cut == at and end == line < at:  # the line has nothing but an indent: drop it
                line = end = at
                gap = 0
                continue
            # A first line that is too short for this cluster stays empty if the next can hold it.
            if cut == at and end == line and (limit >= width or (cells > width and limit > 1)):
                cut = at + 1 if breakable else _split(text, classes, at, until, limit, ambiguous)
            if cut == at and (opened := _opened_before(classes, line, at)):
                end = line + len(text[line:opened].rstrip())
                lines.append((line, end))
                at, until, after, breakable = first_cluster(classes, opened, stop)
                cells = cell_width(text[at:until], ambiguous=ambiguous)
                line = end = at
                used = gap = 0
                limit = width
                continue
            lines.append((line, cut if cut > at else end))
            while at < cut < after and classes[cut] in "sz":
                cut += 1
            cells = max(0, cells - cell_width(text[at:cut], ambiguous=ambiguous))
            line = end = at = cut
            used = gap = 0
            limit = width
        end = max(until, at)
        used += gap + cells
        gap = cell_width(text[end:after], ambiguous=ambiguous)
        at = after
    return [*lines, (line, end)] if end > line or not lines else lines


def _opened_before(classes: str, line: int, at: int) -> int:
    """Return the index of the opening marks that are followed by one character before ``at``, 0
    for none: a line does not end with the first character in brackets."""
    opened = at - 1
    while opened > line and classes[opened - 1] in "ob":
        opened -= 1
    return opened if line < opened < at - 1 and classes[at - 1] == "i" else 0


def _split(text: str, classes: str, start: int, end: int, width: int, ambiguous: int) -> int:
    """Return the index at which to split the cluster ``text[start:end]``, which is wider than
    ``width``: a long URL or word in a narrow column."""
    limit = fit_index(text, width, start, ambiguous=ambiguous)
    if limit == start:  # a wide character in a column of one cell
        return min(fit_index(text, 2, start, ambiguous=ambiguous), end)
    import re  # rare; its import makes a lookup 10 % slower

    matches = (re.compile(each).match(classes, start, limit + 1) for each in _SPLIT_PATTERNS)
    return next((match.end() for match in matches if match), limit)


def _without_widow(
    text: str, classes: str, lines: list[tuple[int, int]], width: int, ambiguous: int
) -> list[tuple[int, int]]:
    """Move text from the line before to a last line of a single character, if at least half of
    the line before remains."""
    if len(lines) < 2 or not is_single_character(classes, *lines[-1]):
        return lines
    (start, stop), (_, end) = lines[-2:]
    if start == stop:  # a first line that had to stay empty
        return lines
    before = list(clusters(classes, start, stop))
    cut = rest = stop - 1  # where the last line then begins, and the one before ends
    first, until, _, breakable = before[-1]
    if not breakable or until - first < 2:
        cut = first
        rest = before[-2][1] if len(before) > 1 else start
    moved = cell_width(text[cut:end], ambiguous=ambiguous)
    left = cell_width(text[start:rest], ambiguous=ambiguous)
    return [*lines[:-2], (start, rest), (cut, end)] if moved <= width <= 2 * left else lines
