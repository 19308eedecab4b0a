"""Which characters of a text stay together when its lines are broken.

Every character is put down as one letter, its kind; what stays whole is read off these letters.
Standard: W3C clreq, the basic rules for line start and line end and those for unbreakable
marks, numbers and Western words; where it is silent, Unicode UAX #14.
"""

from __future__ import annotations

from collections.abc import Iterator

from tui.text.linebreak.quantities import find_quantities
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


class _Kinds(dict[int, str]):
    """The kind of each character that was asked for, as ``str.translate`` wants them."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        self[code] = kind = "s" if character.isspace() else "mni"[cell_width(character)]
        return kind


_KIND = _Kinds({ord(each): kind for kind, characters in reversed(_KINDS) for each in characters})

_LETTERS = "ndyumjz"


def classify(text: str) -> str:
    """One letter for each character: its kind."""
    plain = text.translate(_KIND)
    if "d" not in plain:
        return plain
    letters = list(plain)
    for start, end in find_quantities(text):
        letters[start:end] = ["z" if character == " " else "d" for character in text[start:end]]
        if plain[end - 1] == "i":  # so that a line may end in 2022年|12月
            letters[end - 1] = "t"
    return "".join(letters)


def clusters(kinds: str, start: int, stop: int) -> Iterator[tuple[int, int, int, bool]]:
    """What stays whole in ``kinds[start:stop]``: where it begins and ends, where the spaces after
    it end, which vanish at the end of a line; and whether it is a run of wide characters
    (taken together for speed) between any two of which a line may end."""
    while start < stop:
        end = _free(kinds, start, stop)
        free = end > start
        if not free:
            end = _whole(kinds, start, stop)
        after = _spaces(kinds, end, stop)
        yield start, end, after, free
        start = after


def is_single_character(kinds: str, start: int, stop: int) -> bool:
    """Whether this is one character with its closing marks: too little for a last line."""
    if start == stop or kinds[start] != "i":
        return False
    at = _marks(kinds, start + 1, stop)
    while at < stop and (more := _close(kinds, at, stop)) > at:
        at = more
    return at == stop


def _free(kinds: str, start: int, stop: int) -> int:
    """The end of a run of wide characters, without the last where something clings to it."""
    at = start
    while at < stop and kinds[at] == "i":
        at += 1
    if at in (start, stop):
        return at
    clings = kinds[at] in "mj" or _glue(kinds, at, stop) > at or _closings(kinds, at, stop) > at
    return at - 1 if clings else at


def _whole(kinds: str, at: int, stop: int) -> int:
    """The end of pieces that glue joins."""
    at = _piece(kinds, _glue(kinds, at, stop), stop)
    while (glued := _glue(kinds, at, stop)) > at:
        at = _piece(kinds, glued, stop)
    return at


def _piece(kinds: str, at: int, stop: int) -> int:
    """Openings, then a word or one wide character, then closings."""
    while at < stop and (kinds[at] in "ob" or (kinds[at] == "y" and _digit(kinds, at + 1, stop))):
        at = _marks(kinds, at + 1, stop)
        spaces = _spaces(kinds, at, stop)
        at = spaces if spaces < stop else at
    return _closings(kinds, _core(kinds, at, stop), stop)


def _core(kinds: str, at: int, stop: int) -> int:
    word = at
    while word < stop and kinds[word] in "hl":
        word += 1
    if word > at and not (word < stop and kinds[word] in "nd"):
        word = at
    end = _letters(kinds, word, stop)
    if end > word:
        while True:
            inner = end
            while inner < stop and kinds[inner] in "hlpb":
                inner += 1
            if inner in (end, stop) or kinds[inner] not in "ndyu":
                break
            end = _letters(kinds, inner, stop)
        return end + 1 if end < stop and kinds[end] == "t" else end
    if at < stop and kinds[at] in "it":
        return _marks(kinds, at + 1, stop)
    return at


def _letters(kinds: str, at: int, stop: int) -> int:
    while at < stop and kinds[at] in _LETTERS:
        at += 1
    return at


def _closings(kinds: str, at: int, stop: int) -> int:
    """The end of closing marks, also of those that a space parts from what they close."""
    while True:
        end = _close(kinds, at, stop)
        if end == at:
            spaces = _spaces(kinds, at, stop)
            if spaces == at or _begins_a_word(kinds, spaces, stop):
                return at
            end = _close(kinds, spaces, stop)
            if end == spaces:
                return at
        at = end


def _begins_a_word(kinds: str, at: int, stop: int) -> bool:
    """.NET, -5: a sign that closes nothing."""
    following = kinds[at + 1] if at + 1 < stop else ""
    sign = kinds[at : at + 1]
    return (sign == "l" and following in tuple("nd")) or (
        sign == "h" and following not in ("", "s")
    )


def _close(kinds: str, at: int, stop: int) -> int:
    if at < stop and (
        kinds[at] in "cepl" or (kinds[at] == "h" and not _digit(kinds, at + 1, stop))
    ):
        return _marks(kinds, at + 1, stop)
    return at


def _glue(kinds: str, at: int, stop: int) -> int:
    while at < stop and (kinds[at] == "g" or (kinds[at] == "h" and _digit(kinds, at + 1, stop))):
        at += 1
    return at


def _marks(kinds: str, at: int, stop: int) -> int:
    while at < stop and kinds[at] in "mj":
        at = min(stop, at + (1 if kinds[at] == "m" else 2))  # a joiner takes the next one along
    return at


def _spaces(kinds: str, at: int, stop: int) -> int:
    while at < stop and kinds[at] == "s":
        at += 1
    return at


def _digit(kinds: str, at: int, stop: int) -> bool:
    return at < stop and kinds[at] == "d"
