"""The beginning of a text."""

from __future__ import annotations

import re

from tui.text.language import Language

_ENDS: dict[Language, re.Pattern[str]] = {
    "zh": re.compile("。[”’）]?"),
    "en": re.compile(r"[.]['”)]?(?= [A-Z“‘(])"),
}
_LEAST: dict[Language, int] = {"zh": 20, "en": 60}
"""Characters of a text that is long enough to stand alone."""
_ABBREVIATIONS = ("No.", "vs.", "c.", "Mr.", "Dr.", "Co.", "Ltd.", "Inc.", "U.S.")


def first_sentences(text: str, language: Language) -> str:
    """Return the first sentence of a text; where it is short, with those that follow it."""
    for found in _ENDS[language].finditer(text):
        before = text[: found.end()]
        if len(before) >= _LEAST[language] and not before.endswith(_ABBREVIATIONS):
            return before
    return text
