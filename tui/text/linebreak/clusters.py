"""Clusters: the parts of a text that stay together when its lines are broken.

Each character is classified by one letter; clusters are found in the string of these letters.
Follows W3C clreq: the basic rules for line start and line end, and those for unbreakable marks,
numbers and Western words; where clreq says nothing, Unicode UAX #14.
"""

from __future__ import annotations

from collections.abc import Iterator

from tui.text.linebreak.quantities import find_quantities
from tui.text.width import cell_width

_CLASSES = (
    ("s", "\u200b"),  # spaces: also every character of str.isspace(), except the glue below
    ("d", "0123456789０１２３４５６７８９"),
    ("o", "（《〈「『【〔〖〘〚〝“‘｛［｢﹙﹛﹝«‹"),  # opening: never last in a line
    ("b", "([{"),  # opening as well, but may be inside a Latin word
    ("y", "$¥￥€£＄＞＜"),  # opening before a number; otherwise a letter
    # Closing, never first in a line: pauses and stops, closing marks; connectors, interpuncts,
    # signs after a number, repetition marks.
    ("c", "，。、；：！？）》〉」』】〕〗〙〛〞”｝］｣｡､﹐﹑﹒﹔﹕﹖﹗﹚﹜﹞»›"),
    ("c", "·‧・･～〜／．％‱℃℉々〻ー"),
    ("e", "—―⸺…‥"),  # closing as well (strict level of clreq); two of them are never split
    ("p", ",;!?)]}’°′″‰"),  # closing as well, but may be inside a Latin word
    ("l", ".:/%"),  # closing as well, but may be inside a Latin word or begin it: .NET, /path
    ("h", "-‐–－"),  # connector, or the sign of a number
    ("u", "&=_"),  # letters after which a long URL may be split
    # Glue, no break on either side: no-break spaces, word joiner, straight quotes (they may open or
    # close), the plus of 互联网+ (UAX #14 binds it to what follows, readers to what precedes).
    ("g", "\u00a0\u2007\u202f\u2060\ufeff+＋\"'"),
    ("j", "\u200d"),  # joiner
)
# Other characters by width: m (mark), n (narrow letter), i (ideograph, or another wide character).
# Within a number with its unit every character is d, except z for a space and t for an ideograph
# at the end.


class _ClassTable(dict[int, str]):
    """Translation table for ``str.translate``, filled at first use."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        self[code] = letter = "s" if character.isspace() else "mni"[cell_width(character)]
        return letter


_CLASS_TABLE = _ClassTable(
    {ord(each): letter for letter, characters in reversed(_CLASSES) for each in characters}
)

_LETTERS = "ndyumjz"
_PIECE = 64
"""Characters that are looked at together."""


def classify(text: str) -> str:
    """Return the class of each character, one letter each."""
    plain = text.translate(_CLASS_TABLE)
    if "d" not in plain:
        return plain
    letters = list(plain)
    for start, end in find_quantities(text):
        letters[start:end] = ["z" if character == " " else "d" for character in text[start:end]]
        if plain[end - 1] == "i":  # a line may end within 2022年|12月
            letters[end - 1] = "t"
    return "".join(letters)


def clusters(classes: str, start: int, stop: int) -> Iterator[tuple[int, int, int, bool]]:
    """Yield the clusters of ``classes[start:stop]``: the start and end of each, the end of the
    spaces after it (which are dropped at the end of a line), and whether it is a run of wide
    characters between any two of which a line may end (taken together for speed)."""
    while start < stop:
        cluster = first_cluster(classes, start, stop)
        yield cluster
        start = cluster[2]


def first_cluster(classes: str, start: int, stop: int) -> tuple[int, int, int, bool]:
    """Return the cluster that begins at ``start``, as ``clusters`` yields it."""
    end = _breakable_end(classes, start, stop)
    breakable = end > start
    if not breakable:
        end = _cluster_end(classes, start, stop)
    return start, end, _spaces_end(classes, end, stop), breakable


def last_plain_word(classes: str, start: int, stop: int) -> int:
    """Return where the last cluster begins that is a letter after a letter and one space, between
    which nothing needs to stay together; 0 for none."""
    at = classes.rfind("nsn", start, stop)
    return at + 2 if at >= 0 else 0


def is_single_character(classes: str, start: int, stop: int) -> bool:
    """Return whether this is one wide character with its closing marks."""
    if start == stop or classes[start] != "i":
        return False
    at = _marks_end(classes, start + 1, stop)
    while at < stop and (end := _closing_end(classes, at, stop)) > at:
        at = end
    return at == stop


# Each function below returns the end of what begins at ``at``; ``at`` itself if nothing does.


def _breakable_end(classes: str, at: int, stop: int) -> int:
    """A run of wide characters, without the last one where something is attached to it."""
    start = at
    at = _ideographs_end(classes, at, stop)
    if at in (start, stop):
        return at
    attached = (
        classes[at] in "mj"
        or _glue_end(classes, at, stop) > at
        or _closings_end(classes, at, stop) > at
    )
    return at - 1 if attached else at


def _ideographs_end(classes: str, at: int, stop: int) -> int:
    """Wide characters. Not one by one: half the time to wrap Chinese."""
    while at < stop:
        piece = classes[at : min(stop, at + _PIECE)]
        rest = len(piece.lstrip("i"))
        at += len(piece) - rest
        if rest:
            break
    return at


def _cluster_end(classes: str, at: int, stop: int) -> int:
    """Pieces that glue joins."""
    at = _piece_end(classes, _glue_end(classes, at, stop), stop)
    while (glued := _glue_end(classes, at, stop)) > at:
        at = _piece_end(classes, glued, stop)
    return at


def _piece_end(classes: str, at: int, stop: int) -> int:
    """Opening marks, then a word or one wide character, then closing marks."""
    while at < stop and (
        classes[at] in "ob" or (classes[at] == "y" and _is_digit(classes, at + 1, stop))
    ):
        at = _marks_end(classes, at + 1, stop)
        spaces = _spaces_end(classes, at, stop)
        at = spaces if spaces < stop else at
    return _closings_end(classes, _word_end(classes, at, stop), stop)


def _word_end(classes: str, at: int, stop: int) -> int:
    """A word with the punctuation inside it, a number, or one wide character."""
    word = at
    while word < stop and classes[word] in "hl":
        word += 1
    if word > at and not (word < stop and classes[word] in "nd"):
        word = at
    end = _letters_end(classes, word, stop)
    if end > word:
        while True:
            inner = end
            while inner < stop and classes[inner] in "hlpb":
                inner += 1
            if inner in (end, stop) or classes[inner] not in "ndyu":
                break
            end = _letters_end(classes, inner, stop)
        return end + 1 if end < stop and classes[end] == "t" else end
    if at < stop and classes[at] in "it":
        return _marks_end(classes, at + 1, stop)
    return at


def _letters_end(classes: str, at: int, stop: int) -> int:
    while at < stop and classes[at] in _LETTERS:
        at += 1
    return at


def _closings_end(classes: str, at: int, stop: int) -> int:
    """Closing marks, also those after a space."""
    while True:
        end = _closing_end(classes, at, stop)
        if end == at:
            spaces = _spaces_end(classes, at, stop)
            if spaces == at or _begins_word(classes, spaces, stop):
                return at
            end = _closing_end(classes, spaces, stop)
            if end == spaces:
                return at
        at = end


def _begins_word(classes: str, at: int, stop: int) -> bool:
    """Return whether a sign begins a word or number, as in .NET and -5, and closes nothing."""
    following = classes[at + 1] if at + 1 < stop else ""
    sign = classes[at : at + 1]
    return (sign == "l" and following in tuple("nd")) or (
        sign == "h" and following not in ("", "s")
    )


def _closing_end(classes: str, at: int, stop: int) -> int:
    if at < stop and (
        classes[at] in "cepl" or (classes[at] == "h" and not _is_digit(classes, at + 1, stop))
    ):
        return _marks_end(classes, at + 1, stop)
    return at


def _glue_end(classes: str, at: int, stop: int) -> int:
    while at < stop and (
        classes[at] == "g" or (classes[at] == "h" and _is_digit(classes, at + 1, stop))
    ):
        at += 1
    return at


def _marks_end(classes: str, at: int, stop: int) -> int:
    while at < stop and classes[at] in "mj":
        at = min(stop, at + (1 if classes[at] == "m" else 2))  # a joiner includes the next one
    return at


def _spaces_end(classes: str, at: int, stop: int) -> int:
    while at < stop and classes[at] == "s":
        at += 1
    return at


def _is_digit(classes: str, at: int, stop: int) -> bool:
    return at < stop and classes[at] == "d"
