"""Quoted words and titles, and their English; few imports, since every lookup prints it."""

from __future__ import annotations

from tui.fast_namedtuple import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.text.language import Wording

EDITORS_TRANSLATION = "editor's translation"
"""Marks the English of quoted words, on English pages."""


def has_chinese(text: str) -> bool:
    """Return whether a text has a Chinese character."""
    return any("\u3400" <= char <= "\u9fff" for char in text)


_SINGLE_MARKS = str.maketrans("“”", "‘’")


def in_quotation_marks(words: str) -> str:
    """Return words of a source on one line in quotation marks; marks within them are single ones,
    as GB/T 15834 and English have it."""
    return f"“{' '.join(words.split()).translate(_SINGLE_MARKS)}”"


def quoted_title(title: Wording) -> Wording:
    """Return a title in both languages in quotation marks."""
    return title._replace(zh=in_quotation_marks(title.zh), en=in_quotation_marks(title.en))


def quoted_gloss(gloss: str) -> str:
    """Return the English of quoted words in single quotation marks, after a space; empty if there
    is none."""
    return f" ‘{gloss}’" if gloss else ""
