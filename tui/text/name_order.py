"""Sort keys of names: by alphabet in English, by pinyin in Chinese."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from tui.text.fold import fold, is_chinese


def spelling_key(name: str) -> str:
    """Return the sort key of a name in English: its letters and digits."""
    return "".join(char for char in fold(name) if char.isalnum() or char == " ").strip()


def pinyin_key(
    name: str, syllables: Iterable[str], usual: Mapping[str, str] = MappingProxyType({})
) -> list[tuple[bool, str, str]]:
    """Return the sort key of a name as in a Chinese dictionary: Latin and digits first, then by the
    pinyin of each character. ``syllables``: the readings of its Chinese characters, in order;
    ``usual``: those of further characters."""
    readings = iter(syllables)
    return [
        (True, next(readings, usual.get(char, char)), char)
        if is_chinese(char)
        else (False, fold(char), "")
        for char in name
        if char.isalnum()
    ]
