"""Full-width characters as the ASCII characters on the same keys.

A Chinese input method that is switched on sends them in place of the keys of a keyboard.
"""

from __future__ import annotations

_FULL_WIDTH_FORMS = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
"""The block of full-width forms of ASCII (Unicode: Halfwidth and Fullwidth Forms)."""
_PUNCTUATION = dict(
    zip(
        "、。，；：？！‘’“”（）【】「」『』《》〈〉￥·～—…　",
        "/.,;:?!''\"\"()[][]{}<><>$`~_^ ",
        strict=True,
    )
)
"""What the Chinese input methods of Windows and macOS send for the punctuation keys."""
_TRANSLATION = _FULL_WIDTH_FORMS | {ord(char): ord(key) for char, key in _PUNCTUATION.items()}


def ascii_key(char: str) -> str:
    """Return the ASCII character of a full-width one, any other character unchanged."""
    return char.translate(_TRANSLATION)
