"""Where the lines of a Chinese or English text end.

Standard: W3C clreq, the basic rules for line start and line end and those for unbreakable
marks, numbers and Western words; where it is silent, Unicode UAX #14. Beyond both, a number
keeps its unit (3,099亿元, CNY 309.9 billion) and the last line is not one lone character.

Every character is put down as one letter, its kind; a regular expression over these letters
finds the clusters that stay whole; what remains is to count cells. That is linear, and the
expressions, free of character tables and compiled only when a text is too long for its line,
cost a look-up of short answers nothing.
"""

from __future__ import annotations

import re
from functools import cache

from tui.text.width import cell_width, fit

_KINDS = (
    ("s", "\u200b"),  # and whatever else str.isspace() calls so, but for the glue below
    ("d", "0123456789０１２３４５６７８９"),
    ("o", "（《〈「『【〔〖〘〚〝“‘｛［｢﹙﹛﹝«‹"),  # never last in a line
    ("b", "([{"),  # nor these, but they may stand inside a Latin word
    ("y", "$¥￥€£＄＞＜"),  # nor these before a number; else they are letters
    # Never first in a line: pauses and stops, closing marks; connectors, interpuncts, signs
    # after a number, repetition marks.
    ("c", "，。、；：！？）》〉」』】〕〗〙〛〞”｝］｣｡､﹐﹑﹒﹔﹕﹖﹗﹚﹜﹞»›"),
    ("c", "·‧・･～〜／．％‱℃℉々〻ー"),
    ("e", "—―⸺…‥"),  # nor dashes, which the strict level of clreq adds; never split in two
    ("p", ",;!?)]}’°′″‰"),  # nor these, but they may stand inside a Latin word
    ("l", ".:/%"),  # nor these, but they may stand inside one or lead it: .NET, /path
    ("h", "-‐–－"),  # connectors, or the sign of a number
    ("u", "&=_"),  # letters, after which a long URL may be broken
    # No break on either side: no-break spaces, word joiner, straight quotes (they may open or
    # close), the plus of 互联网+ (UAX #14 binds it to what follows, readers to what precedes).
    ("g", "\u00a0\u2007\u202f\u2060\ufeff+＋\"'"),
    ("j", "\u200d"),
)
# The rest by width: m(ark), n(arrow letter), i(deograph, or whatever else is wide). Within a
# number and its unit every character is a digit, but z for a space and t for a Chinese tail.

# A piece is openings, then a word or one wide character, then closings; glue joins pieces.
_MARKS = "(?:m|j.?)*+"
_CLOSE = f"(?:(?:[cepl]|h(?!d)){_MARKS})"
_CLOSE_AFTER_SPACE = f"(?:s++(?!l[nd]|h[^s]){_CLOSE})"
_GLUE = "(?:g|h(?=d))"
_LETTERS = "[ndyumjz]++"
_WORD = f"(?:[hl]++(?=[nd]))?+{_LETTERS}(?:[hlpb]++(?=[ndyu]){_LETTERS})*+t?+"
_OPEN = f"(?:(?:[ob]|y(?=d)){_MARKS}(?:s++(?=.))?+)"
_PIECE = f"{_OPEN}*+(?:{_WORD}|[it]{_MARKS})?+(?:{_CLOSE}|{_CLOSE_AFTER_SPACE})*+"
# Group 1: wide characters between any two of which a line may end, taken together for speed.
# Group 2: the spaces that vanish where a line ends.
_CLUSTERS = (
    f"(?:(i+(?!{_CLOSE}|{_CLOSE_AFTER_SPACE}|{_GLUE}|[mj]))"
    f"|{_GLUE}*+{_PIECE}(?:{_GLUE}++{_PIECE})*+)(s*+)"
)
_LONE = f"i{_MARKS}{_CLOSE}*+"
# Where to part a cluster that no line can hold, best first: at a space inside it; after the
# punctuation of a URL; anywhere but before a closing or after an opening mark; and last
# without parting the two halves of a dash or an ellipsis.
_PARTINGS = (
    ".*[^sjz](?=[sz])",
    ".*(?:[hu]|[lp](?!d))(?=[ndy])",
    ".*[^objy](?![cepmljhsz])(?=.)",
    ".+(?<!j)(?![mj])(?:(?<!e)|(?!e))(?=.)",
    "(?:ee)+(?=[^mj])",
)

# Measure words as the sources print them (tui.text.units is their registry).
_MEASURE = (
    "(?:个?(?:月|工作日|小时|部门|省份|城市|阶段|SKU)|分钟|周年|世纪|[毫厘平]米|公[里斤]"
    "|[美港欧日]元|英镑|人[次份]|[年月日号时分秒天周岁届元角人家起次条项种名位个亩件款倍成折度点"
    "级类例台张所支只场批笔期代轮股吨克升米里户套座间颗粒处页章节])"
)
# A number with what it must not be cut from; 〔2019〕47号 is one, though it has a bracket inside.
_QUANTITY = (
    r"(?:(?:CNY|RMB|USD|HKD|EUR|GBP|JPY|US\$|HK\$) )?#++(?:[.．]#++|[,，]#{3}(?!#))*+"
    r"(?: (?:thousand|million|billion|trillion|per ?cent)(?![A-Za-z])"
    rf"|个?百分点| ?[几多余十百千万亿兆]*+{_MEASURE}?(?<! ))|[〔［\[（(【]#++[〕］\]）)】]#++号"
).replace("#", "[0-9０-９]")


@cache
def _kind(character: str) -> str:
    for kind, characters in _KINDS:
        if character in characters:
            return kind
    return "s" if character.isspace() else "mni"[cell_width(character)]


def _kinds(text: str) -> str:
    letters = list(map(_kind, text))
    for match in re.finditer(_QUANTITY, text):
        letters[match.start() : match.end()] = ["z" if c == " " else "d" for c in match[0]]
        if _kind(match[0][-1]) == "i":  # so that a line may end in 2022年|12月
            letters[match.end() - 1] = "t"
    return "".join(letters)


def _part(text: str, kinds: str, start: int, end: int, width: int, ambiguous: int) -> int:
    """The index at which to part the cluster ``text[start:end]``, which is wider than ``width``."""
    limit = fit(text, width, start, ambiguous=ambiguous)
    if limit == start:  # a wide character in a column of one cell stands there all the same
        return min(fit(text, 2, start, ambiguous=ambiguous), end)
    matches = (re.compile(each).match(kinds, start, limit + 1) for each in _PARTINGS)
    return next((match.end() for match in matches if match), limit)


def _paragraph(
    text: str, kinds: str, start: int, stop: int, limit: int, width: int, ambiguous: int
) -> list[tuple[int, int]]:
    """The lines of ``text[start:stop]``, the first of ``limit`` and the others of ``width``."""
    lines: list[tuple[int, int]] = []
    line = end = start  # the line so far is text[line:end]
    used = gap = 0  # its cells, and those of the spaces after it
    for match in re.compile(_CLUSTERS).finditer(kinds, start, stop):
        at, until = match.start(), match.start(2)
        free = match[1] is not None
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
            while at < cut < match.end() and kinds[cut] in "sz":
                cut += 1
            cells = max(0, cells - cell_width(text[at:cut], ambiguous=ambiguous))
            line = end = at = cut
            used = gap = 0
            limit = width
        end = max(until, at)
        used += gap + cells
        gap = cell_width(text[end : match.end()], ambiguous=ambiguous)
    return [*lines, (line, end)] if end > line or not lines else lines


def _without_widow(
    text: str, kinds: str, lines: list[tuple[int, int]], width: int, ambiguous: int
) -> list[tuple[int, int]]:
    """A lone last character gets company from the line before, if half of that remains."""
    if len(lines) < 2 or not re.compile(_LONE).fullmatch(kinds, *lines[-1]):
        return lines
    (start, stop), (_, end) = lines[-2:]
    if start == stop:  # a first line that had to stay empty
        return lines
    clusters = [each for each in re.compile(_CLUSTERS).finditer(kinds, start, stop) if each[0]]
    cut = rest = stop - 1  # where the last line then begins, and the one before ends
    if len(clusters[-1][1] or "") < 2:
        cut = clusters[-1].start()
        rest = clusters[-2].start(2) if len(clusters) > 1 else start
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
            kinds = kinds or _kinds(text)
            broken = _paragraph(text, kinds, start, stop, limit, width, ambiguous)
            lines += _without_widow(text, kinds, broken, width, ambiguous)
        start = stop + 1
        limit = width
    return lines
