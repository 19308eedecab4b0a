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


def first_sentences(text: str, language: Language, least: int | None = None) -> str:
    """Return the first sentence of a text; where it is short, with those that follow it.
    ``least``: characters that are enough, if not those of a text that stands alone."""
    least = _LEAST[language] if least is None else least
    for found in _ENDS[language].finditer(text):
        before = text[: found.end()]
        if len(before) >= least and not before.endswith(_ABBREVIATIONS):
            return before
    return text
