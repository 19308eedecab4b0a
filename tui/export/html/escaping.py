"""Texts in HTML: escaped, and marked where they are not in the language of the page."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping

from tui.text.language import Language

LANGUAGE_TAGS: Mapping[Language, str] = {"zh": "zh-Hans", "en": "en"}
"""BCP 47: simplified Chinese by its script, wherever it is read."""

_NOT_ALLOWED = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_HAN = "\u2e80-\u303f\u3105-\u312f\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_CHINESE = re.compile(rf"[{_HAN}](?:[{_HAN}\uff00-\uffef0-9A-Za-z]*[{_HAN}\uff00-\uffef])?")
_ADDRESS = re.compile(r"https?://[^\s<>\"]+")


def escaped(text: str) -> str:
    """The text where nothing in it is markup; characters that HTML forbids become U+FFFD."""
    return html.escape(_NOT_ALLOWED.sub("\ufffd", text).replace("\r\n", "\n").replace("\r", "\n"))


def said(text: str, language: Language) -> str:
    """Escaped; on an English page what is Chinese is marked as Chinese, so that it is set in a
    Chinese font and read out by a Chinese voice."""
    if language == "zh":
        return escaped(text)
    parts, at = [], 0
    for match in _CHINESE.finditer(text):
        parts.append(escaped(text[at : match.start()]))
        parts.append(f'<span lang="{LANGUAGE_TAGS["zh"]}">{escaped(match[0])}</span>')
        at = match.end()
    return "".join([*parts, escaped(text[at:])])


def linked_address(text: str) -> str | None:
    """A web address as a link that opens it; None for any other text."""
    if not _ADDRESS.fullmatch(text):
        return None
    return f'<a class="address" href="{escaped(text)}" rel="noreferrer">{escaped(text)}</a>'


def element(name: str, inner: str, **attributes: str) -> str:
    """An element around what is HTML already. ``class_``: class; an empty attribute is left out."""
    said = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escaped(value)}"'
        for key, value in attributes.items()
        if value
    )
    return f"<{name}{said}>{inner}</{name}>"
