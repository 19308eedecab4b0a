"""Text as HTML: forbidden characters replaced, and its language marked where it changes."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

from tui.export.collection import LANGUAGE_TAGS
from tui.text.language import Language

# Characters that the HTML standard forbids in text (control characters, noncharacters, surrogates).
_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_HAN = "\u2e80-\u303f\u3105-\u312f\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_CHINESE = re.compile(rf"[{_HAN}](?:[{_HAN}\uff00-\uffef0-9A-Za-z]*[{_HAN}\uff00-\uffef])?")
_URL = re.compile(r"https?://[^\s<>\"]+")


def printable(value: object) -> object:
    """Replace forbidden characters of a text by U+FFFD; return markup and other values as is."""
    if not isinstance(value, str) or isinstance(value, Markup):
        return value
    return _FORBIDDEN.sub("\ufffd", value).replace("\r\n", "\n").replace("\r", "\n")


def escaped(text: str) -> Markup:
    """Escape ``text``, so that nothing in it is markup."""
    return escape(printable(text))


def marked_text(text: str, language: Language) -> Markup:
    """Escape ``text`` and mark Chinese words on an English page as Chinese.

    A browser then chooses a Chinese font, and a screen reader a Chinese voice.
    """
    if language == "zh":
        return escaped(text)
    marked, end = Markup(), 0
    chinese = Markup('<span lang="{}">{}</span>')
    for match in _CHINESE.finditer(text):
        marked += escaped(text[end : match.start()])
        marked += chinese.format(LANGUAGE_TAGS["zh"], escaped(match[0]))
        end = match.end()
    return marked + escaped(text[end:])


def linked_url(text: str) -> Markup | None:
    """Return a web address as a link; None for any other text."""
    if not _URL.fullmatch(text):
        return None
    url = escaped(text)
    return Markup('<a class="address" href="{}" rel="noreferrer">{}</a>').format(url, url)
