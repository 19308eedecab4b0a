"""Where the sentences of a text end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.text.language import Language
from tui.text.width import cell_width

_ENDS: dict[Language, re.Pattern[str]] = {
    "zh": re.compile("。[”’）]?"),
    "en": re.compile(r"[.]['”)]?(?= [A-Z“‘(])"),
}
_ABBREVIATIONS = ("No.", "vs.", "c.", "Mr.", "Dr.", "Co.", "Ltd.", "Inc.", "U.S.")
_LONG = 280
"""Cells of a text that is hard to read as one paragraph: five lines of half a window."""
_PARAGRAPH = 80
"""Cells that are enough for a paragraph."""


def sentence_ends(text: str, language: Language) -> Iterator[int]:
    """Yield the position after each sentence but one that the text ends with in another way."""
    for found in _ENDS[language].finditer(text):
        if not text[: found.end()].endswith(_ABBREVIATIONS):
            yield found.end()


def short_paragraphs(text: str, language: Language) -> list[str]:
    """Return a long text as paragraphs of whole sentences, none of them very short; a text that is
    not long as one."""
    if cell_width(text) <= _LONG:
        return [text]
    paragraphs: list[str] = []
    start = 0
    for end in sentence_ends(text, language):
        rest = text[end:].strip()
        long_enough = cell_width(text[start:end]) >= _PARAGRAPH
        if long_enough and cell_width(rest) >= _PARAGRAPH:
            paragraphs.append(text[start:end].strip())
            start = end
    return [*paragraphs, text[start:].strip()]
