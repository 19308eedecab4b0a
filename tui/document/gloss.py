"""The English of quoted words; without imports, since every lookup prints it."""

from __future__ import annotations

EDITORS_TRANSLATION = "editor's translation"
"""Marks the English of quoted words, on English pages."""


def has_chinese(text: str) -> bool:
    """Return whether a text has a Chinese character."""
    return any("\u3400" <= char <= "\u9fff" for char in text)


def quoted_gloss(gloss: str) -> str:
    """Return the English of quoted words in single quotation marks, after a space; empty if there
    is none."""
    return f" ‘{gloss}’" if gloss else ""
