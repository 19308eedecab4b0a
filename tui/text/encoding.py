"""Replacement of characters that an output cannot show, or shows in another width."""

from __future__ import annotations

from codecs import lookup
from unicodedata import east_asian_width, normalize

from tui.text.width import cell_width

_SUBSTITUTES = dict(
    zip(
        "“”„「」『』‘’–—―−─·．…。•，、：；？！～％＋×（）【】〔〕《》→←↑↓›‹÷®°\u3000",
        '"""""""\'\'-----....*,,:;?!~%+x()[][]<>><^v></Ro ',
        strict=True,
    )
)
"""ASCII characters that resemble a sign."""


_SUPERSETS = {"gbk": "gb18030", "gb2312": "gb18030", "cp936": "gb18030", "big5": "big5hkscs"}
"""Encodings that decode whatever a terminal of a smaller one sends."""


def input_encoding(encoding: str) -> str:
    """Return the encoding to decode the input of a terminal with whose output is in ``encoding``.

    A terminal in the C locale may send UTF-8: ASCII does not say what its keys send.
    """
    name = lookup(encoding).name
    return "utf-8" if name == "ascii" else _SUPERSETS.get(name, name)


def replace_unencodable(text: str, encoding: str) -> str:
    """Replace the characters that ``encoding`` lacks: a sign by an ASCII character like it, any
    other character by question marks. The width in cells stays the same."""
    if text.isascii():
        return text
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return "".join(_encodable(character, encoding) for character in text)
    return text


def _encodable(character: str, encoding: str) -> str:
    try:
        character.encode(encoding)
    except UnicodeEncodeError:
        cells = cell_width(character)
        substitute = _SUBSTITUTES.get(character)
        return substitute.ljust(cells) if substitute else "?" * cells
    return character


def replace_ambiguous(text: str) -> str:
    """Replace the characters of ambiguous width (UAX #11): a terminal that draws them in two cells
    would shift the text after them. Each replacement is one cell wide."""
    if text.isascii():
        return text
    return "".join(
        _unambiguous(character) if east_asian_width(character) == "A" else character
        for character in text
    )


def _unambiguous(character: str) -> str:
    if not cell_width(character):  # a combining mark
        return character
    decomposed = normalize("NFKD", character)[0]
    return _SUBSTITUTES.get(character) or (decomposed if decomposed.isascii() else "?")
