"""The beginning of a text."""

from __future__ import annotations

from tui.text.language import Language
from tui.text.sentences import sentence_ends

_LEAST: dict[Language, int] = {"zh": 20, "en": 60}
"""Characters of a text that is long enough to stand alone."""


def first_sentences(text: str, language: Language, least: int | None = None) -> str:
    """Return the first sentence of a text; where it is short, with those that follow it.
    ``least``: characters that are enough, if not those of a text that stands alone."""
    least = _LEAST[language] if least is None else least
    return next((text[:end] for end in sentence_ends(text, language) if end >= least), text)
