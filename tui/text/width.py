"""How many terminal cells a text takes, and texts cut or padded to a number of cells.

Standard: Unicode UAX #11, East Asian Width (W and F take two cells). Where that leaves the
matter open this agrees with Rich, since Textual lays the panels out by Rich's count: one cell
of difference would shift every border to the right of the text.
"""

from __future__ import annotations

from collections.abc import Iterator
from unicodedata import category, east_asian_width

from tui.fast_namedtuple import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Literal

_JOINER = "\u200d"  # zero-width joiner: the next character is drawn into the one before
_AS_EMOJI = "\ufe0f"  # variation selector 16: a narrow symbol is drawn as a wide emoji

# Wide only since Unicode 16 (trigrams, hexagrams, counting rods): the unicodedata of
# Python 3.11 is Unicode 14, and a later Python must not lay the same page out differently.
_WIDE_SINCE_16 = (
    *(range(0x2630, 0x2638), range(0x268A, 0x2690), range(0x4DC0, 0x4E00)),
    *(range(0x1D300, 0x1D357), range(0x1D360, 0x1D377)),
)
# Unassigned in an older unicodedata, where every character that came since is wide.
_WIDE_WHEN_ASSIGNED = (
    *(range(0x2FFC, 0x3000), range(0x31E4, 0x31F0), range(0x20000, 0x3FFFE)),
    *(range(0x1F6D8, 0x1F6E0), range(0x1FA70, 0x1FB00)),
)
# Drawn onto the character before, though their category is not "mark": Hangul vowels and
# finals, the Hangul fillers, the skin tones of emoji.
_DRAWN_ONTO = (
    *(range(0x1160, 0x1200), range(0xD7B0, 0xD800), range(0x1F3FB, 0x1F400)),
    *(range(0x3164, 0x3165), range(0xFFA0, 0xFFA1)),
)
_SOFT_HYPHEN = "\u00ad"  # a format character, but terminals show it


def _within(code: int, ranges: tuple[range, ...]) -> bool:
    return any(code in each for each in ranges)


class _Widths(dict[str, int]):
    """The width of each character that was asked for (functools.cache is a dear import)."""

    def __init__(self, ambiguous: int) -> None:
        self._ambiguous = ambiguous

    def __missing__(self, character: str) -> int:
        # The ideographs of every day need no table to be looked up in.
        usual = "\u4e00" <= character <= "\u9fff"
        self[character] = width = 2 if usual else _of(character, self._ambiguous)
        return width


def _of(character: str, ambiguous: int) -> int:
    code = ord(character)
    kind = category(character)
    if kind == "Cn":  # not asked of east_asian_width: Python 3.11 calls unassigned ones wide
        return 2 if _within(code, _WIDE_WHEN_ASSIGNED) else 1
    if character == _SOFT_HYPHEN:
        return 1
    if kind in {"Mn", "Mc", "Me", "Cc", "Cf", "Zl", "Zp"} or _within(code, _DRAWN_ONTO):
        return 0
    width = east_asian_width(character)
    if width in {"W", "F"} or _within(code, _WIDE_SINCE_16):
        return 2
    return ambiguous if width == "A" else 1


_WIDTHS = {1: _Widths(1), 2: _Widths(2)}
"""By the width of ambiguous characters."""


def _turns_wide(character: str) -> bool:
    """Whether a variation selector makes a narrow character a wide emoji (UTS #51)."""
    symbol = category(character) in {"So", "Sm"} or character in "#*0123456789‼⁉ℹ"
    return symbol and _WIDTHS[1][character] == 1


def _advances(text: str, ambiguous: int, start: int = 0) -> Iterator[int]:
    """The cells that each character from ``start`` on adds to what stands before it."""
    base = " "
    joined = False
    widths = _WIDTHS[ambiguous]
    for index in range(start, len(text)):  # no slice: ``fit`` is asked again and again
        character = text[index]
        if joined or character == _JOINER:
            joined = not joined
            yield 0
        elif character == _AS_EMOJI:
            yield 1 if _turns_wide(base) else 0
            base = " "
        else:
            width = widths[character]
            base = character if width else base
            yield width


def cell_width(text: str, *, ambiguous: int = 1) -> int:
    """The width of ``text`` in terminal cells.

    Two for East Asian wide and full-width characters, none for marks, format and control
    characters, one for the rest. ``ambiguous`` is the width of the characters that UAX #11
    calls ambiguous (quotation marks, dashes, box lines): 1, or 2 in a terminal set so.
    """
    if text.isascii() and text.isprintable():
        return len(text)
    if _AS_EMOJI in text or _JOINER in text:
        return sum(_advances(text, ambiguous))
    return sum(map(_WIDTHS[ambiguous].__getitem__, text))


def fit_index(text: str, width: int, start: int = 0, *, ambiguous: int = 1) -> int:
    """The index up to which ``text``, from ``start`` on, fits into ``width`` cells.

    A wide character is not split, nor a mark or a joined emoji parted from its base.
    """
    used = 0
    base = start
    for index, advance in enumerate(_advances(text, ambiguous, start), start):
        used += advance
        if advance and text[index] != _AS_EMOJI:
            base = index
        if used > width:
            return base
    return len(text)


def truncate(text: str, width: int, ellipsis: str = "…", *, ambiguous: int = 1) -> str:
    """``text`` in at most ``width`` cells; what is cut ends with ``ellipsis``.

    An ellipsis wider than ``width`` is left out. The result may be a cell narrower than
    ``width``, where a wide character would have straddled the edge.
    """
    if cell_width(text, ambiguous=ambiguous) <= width:
        return text
    room = width - cell_width(ellipsis, ambiguous=ambiguous)
    if room < 0:
        return text[: fit_index(text, width, ambiguous=ambiguous)]
    return text[: fit_index(text, room, ambiguous=ambiguous)] + ellipsis


def pad(
    text: str, width: int, align: Literal["left", "right"] = "left", *, ambiguous: int = 1
) -> str:
    """``text`` filled with spaces to ``width`` cells; a wider text is returned as it is."""
    spaces = " " * (width - cell_width(text, ambiguous=ambiguous))
    return text + spaces if align == "left" else spaces + text
