"""The English of quoted words; without imports, since every lookup prints it."""

from __future__ import annotations

EDITORS_TRANSLATION = "editor's translation"
"""Marks the English of quoted words, on English pages."""


def quoted_gloss(gloss: str) -> str:
    """Return the English of quoted words in single quotation marks, after a space; empty if there
    is none."""
    return f" ‘{gloss}’" if gloss else ""
