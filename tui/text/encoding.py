"""Texts for an output that lacks some of their characters, or draws them wider than they are."""

from __future__ import annotations

from unicodedata import east_asian_width, normalize

from tui.text.width import cell_width

_STAND_INS = dict(
    zip(
        "“”„「」『』‘’–—―−─·．…。•，、：；？！～％＋×（）【】〔〕《》→←↑↓›‹÷®°\u3000",
        '"""""""\'\'-----....*,,:;?!~%+x()[][]<>><^v></Ro ',
        strict=True,
    )
)
"""Signs that the keyboard has something for."""


def replace_unencodable(text: str, encoding: str) -> str:
    """``text`` with what ``encoding`` lacks replaced, as many cells wide: signs by what comes
    nearest to them on a keyboard, anything else by a question mark for each cell."""
    if text.isascii():
        return text
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return "".join(_held(character, encoding) for character in text)
    return text


def _held(character: str, encoding: str) -> str:
    try:
        character.encode(encoding)
    except UnicodeEncodeError:
        cells = cell_width(character)
        stand_in = _STAND_INS.get(character)
        return stand_in.ljust(cells) if stand_in else "?" * cells
    return character


def replace_ambiguous(text: str) -> str:
    """``text`` without the characters that UAX #11 calls ambiguous: a terminal that draws them two
    cells wide would shift what stands behind them. As many cells wide, one for each of them."""
    if text.isascii():
        return text
    return "".join(
        _plain(character) if east_asian_width(character) == "A" else character for character in text
    )


def _plain(character: str) -> str:
    if not cell_width(character):  # a mark, drawn onto what stands before it
        return character
    decomposed = normalize("NFKD", character)[0]
    return _STAND_INS.get(character) or (decomposed if decomposed.isascii() else "?")
