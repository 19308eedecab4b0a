"""Texts in Markdown: escaped where a sign would be markup, and nowhere else."""

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
    """A text on one line, which is what it is in running text."""
    return _NOT_ALLOWED.sub("\ufffd", _BLANK.sub(" ", text))


def escaped(text: str, *, at_start: bool = True) -> str:
    """A text in which nothing is markup. ``at_start``: it may stand at the start of a line, where
    more signs are markup and blanks are none of it."""
    text = _ANYWHERE.sub(r"\\\g<0>", line(text))
    text = _ENTITY.sub(r"\\&", text)
    return _AT_START.sub(_safe_start, text.lstrip(" ")) if at_start else text


def _safe_start(match: re.Match[str]) -> str:
    blank, hashes, sign, other, number, dot = match.groups()
    return f"{blank}{number}\\{dot}" if number else f"{blank}\\{hashes or sign or other}"


def link(text: str, target: str) -> str:
    """A link around what is Markdown already."""
    return f"[{text}]({target})"


def address(url: str) -> str:
    """A web address as a link; anything else as text."""
    if not _ADDRESS.fullmatch(url):
        return escaped(url)
    safe = _IN_ADDRESS.sub(lambda match: f"%{ord(match[0]):02X}", url)
    return link(escaped(url), safe)


def strong(text: str, *, at_start: bool = True) -> str:
    """The text emphasised. Blanks and punctuation at its ends stay outside: beside a Chinese
    character, ``**`` next to a full-width colon is no emphasis to CommonMark."""
    text = line(text)
    words = [place for place, sign in enumerate(text) if unicodedata.category(sign)[0] in "LNM"]
    first, last = (words[0], words[-1] + 1) if words else (0, 0)
    before, inner, after = text[:first], text[first:last], text[last:]
    if not inner:
        return escaped(text, at_start=at_start)
    return (
        escaped(before, at_start=at_start)
        + f"**{escaped(inner, at_start=False)}**"
        + escaped(after, at_start=False)
    )
