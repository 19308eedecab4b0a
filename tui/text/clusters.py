"""Which characters of a text stay together when its lines are broken.

Every character is put down as one letter, its kind; regular expressions over these letters
find the clusters that stay whole. Free of character tables and compiled only when a text is
too long for its line, they cost a look-up of short answers nothing. Standard: W3C clreq, the
basic rules for line start and line end and those for unbreakable marks, numbers and Western
words; where it is silent, Unicode UAX #14.
"""

from __future__ import annotations

import re
from functools import cache

from tui.text.width import cell_width

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
CLUSTERS = (
    f"(?:(i+(?!{_CLOSE}|{_CLOSE_AFTER_SPACE}|{_GLUE}|[mj]))"
    f"|{_GLUE}*+{_PIECE}(?:{_GLUE}++{_PIECE})*+)(s*+)"
)
"""What stays whole. Group 1: wide characters between any two of which a line may end, taken
together for speed; group 2: the spaces that vanish where a line ends."""

LONE = f"i{_MARKS}{_CLOSE}*+"
"""One character with its closing marks: too little for a last line."""

# Where to part a cluster that no line can hold, best first: at a space inside it; after the
# punctuation of a URL; anywhere but before a closing or after an opening mark; and last
# without parting the two halves of a dash or an ellipsis.
PARTINGS = (
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


def kinds_of(text: str) -> str:
    """One letter for each character: its kind, as the expressions above speak of it."""
    letters = list(map(_kind, text))
    for match in re.finditer(_QUANTITY, text):
        letters[match.start() : match.end()] = ["z" if c == " " else "d" for c in match[0]]
        if _kind(match[0][-1]) == "i":  # so that a line may end in 2022年|12月
            letters[match.end() - 1] = "t"
    return "".join(letters)
