"""Escape text for Markdown where a character would be markup, and nowhere else."""

from __future__ import annotations

import re
import string
import unicodedata

_BLANK = re.compile(r"[\t\n\v\f\r\x1c-\x1f\x85\u2028\u2029]+")
_NOT_ALLOWED = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_ANYWHERE = re.compile(r"[\\`*_\[\]<>|~$^]")
_ENTITY = re.compile(r"&(?=#?\w)")
_AT_START = re.compile(
    r"^(\s*)(?:(#)(?=#{0,5}(?:\s|$))|([-+])(?=[-\s]|$)|([=:])|(\d{1,9})([.)])(?=\s|$))"
)
_ADDRESS = re.compile(r"https?://[^\s<>\"]+")
_PAIRS = dict(zip("([（【《〈「『“‘", ")]）】》〉」』”’", strict=True))
_CLOSING = {*_PAIRS.values()}
_BRACKETS = {*_PAIRS, *_CLOSING}
_FENCE = re.compile(r"`+")
_IN_ADDRESS = re.compile(r"[\\()\[\]|`*_]")


def line(text: str) -> str:
    """Return a text on one line, as in running text."""
    return _NOT_ALLOWED.sub("\ufffd", _BLANK.sub(" ", text))


def escaped(text: str, *, at_start: bool = True) -> str:
    """Escape a text, so that nothing in it is markup.

    ``at_start``: whether it may begin a line, where more characters are markup and leading spaces
    are removed.
    """
    text = _ANYWHERE.sub(r"\\\g<0>", line(text))
    text = _ENTITY.sub(r"\\&", text)
    return _AT_START.sub(_safe_start, text.lstrip(" ")) if at_start else text


def _safe_start(match: re.Match[str]) -> str:
    blank, hashes, sign, other, number, dot = match.groups()
    return f"{blank}{number}\\{dot}" if number else f"{blank}\\{hashes or sign or other}"


def code(text: str) -> str:
    """Return literal text: no reader of Markdown changes its quotes and dashes."""
    text = line(text)
    if not text.strip() or "|" in text:  # in the cell of a table it is a border
        return escaped(text)
    fence = "`" * (max(map(len, _FENCE.findall(text)), default=0) + 1)
    gap = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{gap}{text}{gap}{fence}"


def link(text: str, target: str) -> str:
    """Return a link; ``text`` is Markdown already."""
    return f"[{text}]({target})"


def address(url: str) -> str:
    """Return a web address as a link; anything else as escaped text."""
    if not _ADDRESS.fullmatch(url):
        return escaped(url)
    safe = _IN_ADDRESS.sub(lambda match: f"%{ord(match[0]):02X}", url)
    return link(escaped(url), safe)


_KEPT_INSIDE = ("?", "%", "‰")
"""Ends that belong to what is emphasized: of a question, of a share."""


def strong(text: str, *, at_start: bool = True, before: str = "a", after: str = "a") -> str:
    """Return strongly emphasized text, with spaces and punctuation at its ends left outside.

    CommonMark (section 6.2) does not accept ``**`` between punctuation and a letter, such as
    between a full-width colon and a Chinese character. Brackets and quotation marks of one pair
    are both inside or both outside.

    Args:
        text: what is emphasized.
        at_start: whether it may begin a line.
        before: the character before it, empty at the start of a line; a letter where unknown.
        after: the character after it, likewise.
    """
    text = line(text)
    first, last = _emphasized(text, before, after)
    if text[last:] in _KEPT_INSIDE and _is_boundary(after):
        last = len(text)
    if first == last:
        return escaped(text, at_start=at_start)
    return (
        escaped(text[:first], at_start=at_start)
        + f"**{escaped(text[first:last], at_start=False)}**"
        + escaped(text[last:], at_start=False)
    )


def _emphasized(text: str, before: str, after: str) -> tuple[int, int]:
    """Return where the first part begins and ends that can be emphasized, as long as it can be."""
    words = [index for index, sign in enumerate(text) if _is_word(sign)]
    if not words:
        return 0, 0
    first, last = words[0], words[-1] + 1
    if not _BRACKETS & {*text} or not _is_balanced(text):
        return first, last

    def fits(start: int, end: int) -> bool:
        behind, ahead = text[start - 1] if start else before, (text[end:] or after)[:1]
        begins = _is_word(text[start]) or (text[start] in _PAIRS and _is_boundary(behind))
        ends = _is_word(text[end - 1]) or (text[end - 1] in _CLOSING and _is_boundary(ahead))
        has_word = any(start <= word < end for word in words)
        return begins and ends and has_word and _is_balanced(text[start:end])

    ranges = ((start, end) for start in range(last) for end in range(len(text), start, -1))
    return next((each for each in ranges if fits(*each)), (first, last))


def _is_word(sign: str) -> bool:
    return _category(sign) in "LNM"


def _category(sign: str) -> str:
    return unicodedata.category(sign)[0]


def _is_boundary(sign: str) -> bool:
    """Return whether a character, or the end of the line, may follow ``)**`` or precede ``**(``."""
    return not sign or sign in string.punctuation or sign == " " or _category(sign) == "P"


def _is_balanced(text: str) -> bool:
    expected: list[str] = []
    for sign in text:
        if sign in _PAIRS:
            expected.append(_PAIRS[sign])
        elif sign in _CLOSING and (not expected or sign != expected.pop()):
            return False
    return not expected
