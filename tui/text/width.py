"""Width of text in terminal cells; truncating and padding to a width.

Follows Unicode UAX #11, East Asian Width (W and F take two cells). Where the standard leaves a
choice, the result equals that of Rich: Textual lays out panels by Rich's widths, and a difference
of one cell would shift every border to the right of the text.
"""

from __future__ import annotations

from collections.abc import Iterator
from unicodedata import category, east_asian_width

from tui.fast_namedtuple import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Literal

_JOINER = "\u200d"  # zero-width joiner: the next character merges with the one before
_EMOJI_SELECTOR = "\ufe0f"  # variation selector 16: a narrow symbol is drawn as a wide emoji

# Wide since Unicode 16 (trigrams, hexagrams, counting rods). unicodedata of Python 3.11 has Unicode
# 14; a page must have the same layout with every Python.
_WIDE_SINCE_16 = (
    *(range(0x2630, 0x2638), range(0x268A, 0x2690), range(0x4DC0, 0x4E00)),
    *(range(0x1D300, 0x1D357), range(0x1D360, 0x1D377)),
)
# Unassigned in older versions of unicodedata; every character assigned since is wide.
_WIDE_WHEN_ASSIGNED = (
    *(range(0x2FFC, 0x3000), range(0x31E4, 0x31F0), range(0x20000, 0x3FFFE)),
    *(range(0x1F6D8, 0x1F6E0), range(0x1FA70, 0x1FB00)),
)
# Combine with the character before, though their category is not "mark": Hangul vowels and finals,
# Hangul fillers, skin tones of emoji.
_COMBINING = (
    *(range(0x1160, 0x1200), range(0xD7B0, 0xD800), range(0x1F3FB, 0x1F400)),
    *(range(0x3164, 0x3165), range(0xFFA0, 0xFFA1)),
)
_SOFT_HYPHEN = "\u00ad"  # a format character that terminals show


def _within(code: int, ranges: tuple[range, ...]) -> bool:
    return any(code in each for each in ranges)


class _WidthCache(dict[str, int]):
    """Widths of characters, computed at first use: a dict lookup per character afterwards."""

    def __init__(self, ambiguous: int) -> None:
        self._ambiguous = ambiguous

    def __missing__(self, character: str) -> int:
        if "\u4e00" <= character <= "\u9fff":
            width = 2
        elif " " <= character <= "~":
            width = 1
        else:
            width = _character_width(character, self._ambiguous)
        self[character] = width
        return width


def _character_width(character: str, ambiguous: int) -> int:
    code = ord(character)
    kind = category(character)
    if kind == "Cn":  # east_asian_width of Python 3.11 calls unassigned characters wide
        return 2 if _within(code, _WIDE_WHEN_ASSIGNED) else 1
    if character == _SOFT_HYPHEN:
        return 1
    if kind in {"Mn", "Mc", "Me", "Cc", "Cf", "Zl", "Zp"} or _within(code, _COMBINING):
        return 0
    width = east_asian_width(character)
    if width in {"W", "F"} or _within(code, _WIDE_SINCE_16):
        return 2
    return ambiguous if width == "A" else 1


_WIDTHS = {1: _WidthCache(1), 2: _WidthCache(2)}
"""By the width of ambiguous characters."""


def _becomes_wide(character: str) -> bool:
    """Return whether a variation selector makes a narrow character a wide emoji (UTS #51)."""
    symbol = category(character) in {"So", "Sm"} or character in "#*0123456789‼⁉ℹ"
    return symbol and _WIDTHS[1][character] == 1


def _advances(text: str, ambiguous: int, start: int = 0) -> Iterator[int]:
    """Yield the cells that each character from ``start`` on adds to the text before it."""
    base = " "
    joined = False
    widths = _WIDTHS[ambiguous]
    for index in range(start, len(text)):  # no slice: fit_index runs for each line
        character = text[index]
        if joined or character == _JOINER:
            joined = not joined
            yield 0
        elif character == _EMOJI_SELECTOR:
            yield 1 if _becomes_wide(base) else 0
            base = " "
        else:
            width = widths[character]
            base = character if width else base
            yield width


def cell_width(text: str, *, ambiguous: int = 1) -> int:
    """Return the width of ``text`` in terminal cells.

    East Asian wide and full-width characters take two cells, marks, format and control characters
    none, others one. ``ambiguous``: the width, 1 or 2, of the characters that UAX #11 calls
    ambiguous (quotation marks, dashes, box lines); some terminals are configured for 2.
    """
    if text.isascii() and text.isprintable():
        return len(text)
    if _EMOJI_SELECTOR in text or _JOINER in text:
        return sum(_advances(text, ambiguous))
    return sum(map(_WIDTHS[ambiguous].__getitem__, text))


def fit_index(text: str, width: int, start: int = 0, *, ambiguous: int = 1) -> int:
    """Return the index up to which ``text``, from ``start`` on, fits into ``width`` cells.

    Wide characters, and marks or joined emoji and their base, stay together.
    """
    used = 0
    base = start
    for index, advance in enumerate(_advances(text, ambiguous, start), start):
        used += advance
        if advance and text[index] != _EMOJI_SELECTOR:
            base = index
        if used > width:
            return base
    return len(text)


def truncate(text: str, width: int, ellipsis: str = "…", *, ambiguous: int = 1) -> str:
    """Return ``text`` in at most ``width`` cells, ending with ``ellipsis`` if it is too long.

    An ellipsis wider than ``width`` is omitted. The result is a cell narrower than ``width`` where
    a wide character does not fit.
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
    """Fill ``text`` with spaces to ``width`` cells. A wider text is returned unchanged."""
    spaces = " " * (width - cell_width(text, ambiguous=ambiguous))
    return text + spaces if align == "left" else spaces + text
