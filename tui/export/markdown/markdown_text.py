"""Escape text for Markdown where a character would be markup, and nowhere else."""

from __future__ import annotations

import re
import unicodedata

_BLANK = re.compile(r"[\t\n\v\f\r\x1c-\x1f\x85\u2028\u2029]+")
_NOT_ALLOWED = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_ANYWHERE = re.compile(r"[\\`*_\[\]<>|~$^]")
_ENTITY = re.compile(r"&(?=#?\w)")
_AT_START = re.compile(
    r"^(\s*)(?:(#)(?=#{0,5}(?:\s|$))|([-+])(?=[-\s]|$)|([=:])|(\d{1,9})([.)])(?=\s|$))"
)
_ADDRESS = re.compile(r"https?://[^\s<>\"]+")
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


def link(text: str, target: str) -> str:
    """Return a link; ``text`` is Markdown already."""
    return f"[{text}]({target})"


def address(url: str) -> str:
    """Return a web address as a link; anything else as escaped text."""
    if not _ADDRESS.fullmatch(url):
        return escaped(url)
    safe = _IN_ADDRESS.sub(lambda match: f"%{ord(match[0]):02X}", url)
    return link(escaped(url), safe)


def strong(text: str, *, at_start: bool = True) -> str:
    """Return strongly emphasized text, with spaces and punctuation at its ends left outside.

    CommonMark does not accept ``**`` between a full-width colon and a Chinese character.
    """
    text = line(text)
    words = [index for index, sign in enumerate(text) if unicodedata.category(sign)[0] in "LNM"]
    first, last = (words[0], words[-1] + 1) if words else (0, 0)
    before, inner, after = text[:first], text[first:last], text[last:]
    if not inner:
        return escaped(text, at_start=at_start)
    return (
        escaped(before, at_start=at_start)
        + f"**{escaped(inner, at_start=False)}**"
        + escaped(after, at_start=False)
    )
