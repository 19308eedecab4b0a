"""Folding of text for comparison, and the tokens of the search index.

Compiling the index and parsing a query use the same functions: both must agree.
"""

from __future__ import annotations

import unicodedata
from itertools import groupby


class _SearchCharacters(dict[int, str]):
    """Translation table for ``str.translate``: letters, digits, points and percent signs stay,
    Latin letters without their accents; other characters become a space. Avoids ``re``, whose
    import makes a lookup 10 % slower."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        if char.isascii() or is_chinese(char):
            folded = char if char.isalnum() or char in ".%" else " "
        else:
            folded = without_accent(char) if char.isalnum() or is_accent(char) else " "
        self[code] = folded
        return folded


_SEARCH_CHARACTERS = _SearchCharacters()

FULL_NAME_MARK = "^"
"""Starts a line of pinyin that spells a whole name, not a part of one."""


def full_name_lines(pinyin: str) -> list[str]:
    """Return the lines of pinyin that spell whole names, without their mark."""
    parts = f"\n{pinyin}".split(f"\n{FULL_NAME_MARK}")[1:]
    return [part.partition("\n")[0] for part in parts]


def is_accent(char: str) -> bool:
    """Return whether a character is a combining diacritical mark, as in decomposed text (NFD)."""
    return "\u0300" <= char <= "\u036f"


def without_accent(char: str) -> str:
    """Return a letter of NFKC text without its accents: ``i`` for ``ī``, ``ü`` for ``ǚ``; an empty
    text for a combining mark. Letters that are not Latin keep theirs."""
    if is_accent(char):
        return ""
    if char in "ɑɡ":  # of pinyin in some textbooks and fonts
        return "a" if char == "ɑ" else "g"
    decomposed = unicodedata.normalize("NFD", char)
    base = decomposed[0]
    if not base.isascii():
        return char
    return "ü" if base == "u" and "\u0308" in decomposed else base


def spell_umlauts(text: str) -> str:
    """Replace each ü as it is typed in pinyin: v after n and l, u after other letters."""
    return text.replace("nü", "nv").replace("lü", "lv").replace("ü", "u") if "ü" in text else text


def fold(text: str) -> str:
    """Return the form of ``text`` that searches compare: NFKC, case folded, Latin letters without
    accents, without thousands separators, and with a single space for other punctuation."""
    text = unicodedata.normalize("NFKC", text).casefold()
    if "," in text:
        text = _without_thousands_separators(text)
    text = spell_umlauts(text.translate(_SEARCH_CHARACTERS))
    return " ".join((_decimal_points_only(text) if "." in text else text).split())


def _without_thousands_separators(text: str) -> str:
    first, *groups = text.split(",")
    parts, before = [first], first
    for group in groups:
        three = group[:3].isdecimal() and len(group) > 2 and not group[3:4].isdecimal()
        parts.append(group if three and before[-1:].isdecimal() else f",{group}")
        before = group
    return "".join(parts)


def _decimal_points_only(text: str) -> str:
    """Replace each point that is not between digits by a space."""
    first, *rest = text.split(".")
    parts, before = [first], first
    for part in rest:
        between = before[-1:].isdecimal() and part[:1].isdecimal()
        parts.append(f".{part}" if between else f" {part}")
        before = part
    return "".join(parts)


def is_chinese(char: str) -> bool:
    """Return whether a character is a CJK unified or compatibility ideograph."""
    return "\u3400" <= char <= "\u9fff" or "\uf900" <= char <= "\ufaff"


def split_by_script(folded: str) -> list[str]:
    """Split a folded text at its spaces and where Chinese meets another script."""
    # A regular expression with the range of Chinese takes 2 ms to compile.
    parts: list[str] = []
    for word in folded.split():
        if word.isascii() or (min(word) >= "\u3400" and max(word) <= "\u9fff"):
            parts.append(word)
            continue
        chinese = sum(map(is_chinese, word))
        if chinese in (0, len(word)):
            parts.append(word)
        else:
            parts += ["".join(run) for _, run in groupby(word, is_chinese)]
    return parts


def index_tokens(folded: str) -> list[str]:
    """Return the tokens of a folded text for the search index: overlapping bigrams of Chinese,
    with the last character alone so that each character starts a token; words of other scripts."""
    tokens: list[str] = []
    for run in split_by_script(folded):
        tokens += [run[at : at + 2] for at in range(len(run))] if is_chinese(run[0]) else [run]
    return tokens


def query_tokens(folded: str) -> list[str]:
    """Return the tokens that a folded query requires: bigrams of Chinese, and words. A token that
    ends in ``*`` matches by prefix."""
    tokens: list[str] = []
    for run in split_by_script(folded):
        if not is_chinese(run[0]) or len(run) == 1:
            tokens.append(run + "*")
        else:
            tokens += [run[at : at + 2] for at in range(len(run) - 1)]
    return tokens
