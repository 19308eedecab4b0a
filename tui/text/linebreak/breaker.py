"""Where the lines of a Chinese or English text end.

``tui.text.linebreak.clusters`` says what stays whole; what remains is to count cells. Beyond the
standards a number keeps its unit (3,099亿元, CNY 309.9 billion) and the last line is not one
lone character. The time is linear in the length of the text.
"""

from __future__ import annotations

from tui.text.linebreak.clusters import classify, clusters, is_single_character
from tui.text.width import cell_width, fit_index


def _part(text: str, kinds: str, start: int, end: int, width: int, ambiguous: int) -> int:
    """The index at which to part the cluster ``text[start:end]``, which is wider than ``width``."""
    limit = fit_index(text, width, start, ambiguous=ambiguous)
    if limit == start:  # a wide character in a column of one cell stands there all the same
        return min(fit_index(text, 2, start, ambiguous=ambiguous), end)
    from tui.text.linebreak.long_words import parting

    return parting(kinds, start, limit)


def _paragraph(
    text: str, kinds: str, start: int, stop: int, limit: int, width: int, ambiguous: int
) -> list[tuple[int, int]]:
    """The lines of ``text[start:stop]``, the first of ``limit`` and the others of ``width``."""
    lines: list[tuple[int, int]] = []
    line = end = start  # the line so far is text[line:end]
    used = gap = 0  # its cells, and those of the spaces after it
    for at, until, after, free in clusters(kinds, start, stop):
        cells = 2 * (until - at) if free else cell_width(text[at:until], ambiguous=ambiguous)
        while used + gap + cells > limit:
            cut = at + max(0, (limit - used - gap) // 2) if free else at
            if cut == at and end == line < at:  # only an indent stands here: it is given up
                line = end = at
                gap = 0
                continue
            # A first line that is too short for this stays empty if the next can hold it.
            if cut == at and end == line and (limit >= width or (cells > width and limit > 1)):
                cut = at + 1 if free else _part(text, kinds, at, until, limit, ambiguous)
            lines.append((line, cut if cut > at else end))
            while at < cut < after and kinds[cut] in "sz":
                cut += 1
            cells = max(0, cells - cell_width(text[at:cut], ambiguous=ambiguous))
            line = end = at = cut
            used = gap = 0
            limit = width
        end = max(until, at)
        used += gap + cells
        gap = cell_width(text[end:after], ambiguous=ambiguous)
    return [*lines, (line, end)] if end > line or not lines else lines


def _without_widow(
    text: str, kinds: str, lines: list[tuple[int, int]], width: int, ambiguous: int
) -> list[tuple[int, int]]:
    """A lone last character gets company from the line before, if half of that remains."""
    if len(lines) < 2 or not is_single_character(kinds, *lines[-1]):
        return lines
    (start, stop), (_, end) = lines[-2:]
    if start == stop:  # a first line that had to stay empty
        return lines
    before = list(clusters(kinds, start, stop))
    cut = rest = stop - 1  # where the last line then begins, and the one before ends
    first, until, _, free = before[-1]
    if not free or until - first < 2:
        cut = first
        rest = before[-2][1] if len(before) > 1 else start
    moved = cell_width(text[cut:end], ambiguous=ambiguous)
    left = cell_width(text[start:rest], ambiguous=ambiguous)
    return [*lines[:-2], (start, rest), (cut, end)] if moved <= width <= 2 * left else lines


def break_text(
    text: str, width: int, first: int | None = None, *, ambiguous: int = 1
) -> list[tuple[int, int]]:
    """The lines of ``text``, each as the (start, end) of its slice.

    ``width`` is that of the column in terminal cells, ``first`` that of the first line where
    it differs; ``ambiguous`` as in ``cell_width``. A newline forces a break. Spaces at a break
    belong to neither line; an indent is kept. No line is wider than ``width``, but that a wide
    character stands alone in a column of one cell.
    """
    width = max(width, 1)
    limit = width if first is None else first
    kinds = ""
    lines: list[tuple[int, int]] = []
    start = 0
    for paragraph in text.split("\n"):
        stop = start + len(paragraph)
        if cell_width(paragraph, ambiguous=ambiguous) <= limit:
            lines.append((start, start + len(paragraph.rstrip())))
        else:
            kinds = kinds or classify(text)
            broken = _paragraph(text, kinds, start, stop, limit, width, ambiguous)
            lines += _without_widow(text, kinds, broken, width, ambiguous)
        start = stop + 1
        limit = width
    return lines
